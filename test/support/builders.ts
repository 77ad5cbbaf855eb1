/** Builders of model values for tests: a complete, unremarkable value with the given fields put over it. */
import type { Club } from "../../src/programme/club.ts";
import type { Session } from "../../src/programme/session.ts";
import type { Video } from "../../src/programme/video.ts";

export function aClub(fields: Partial<Club> = {}): Club {
  return {
    name: "Example Reading Group",
    shortName: "ERG",
    description: "A reading group about examples.",
    siteUrl: "https://example.org",
    uidDomain: "example.org",
    firstYear: 2025,
    language: "en",
    timeZone: "America/New_York",
    usual: { weekday: 1, start: "13:00", durationMinutes: 90 },
    hosts: [{ name: "Ada Host", url: "https://ada.example" }],
    youtube: { channelId: "UCexampleexampleexampleA", shorts: false, standAlone: true },
    feedLength: 50,
    retired: [],
    ...fields,
  };
}

/** A session on Monday 15 June 2026, 13:00 to 14:30 in New York (17:00 to 18:30 UTC). */
export function aSession(fields: Partial<Session> = {}): Session {
  return {
    id: "s21",
    number: 21,
    title: "Uniform Examples Revisited",
    date: "2026-06-15",
    timeZone: "America/New_York",
    isAllDay: false,
    startsAt: Date.UTC(2026, 5, 15, 17),
    endsAt: Date.UTC(2026, 5, 15, 18, 30),
    status: "scheduled",
    presenters: [
      { name: "Grace Example", affiliation: "Example University", x: "grace", url: "https://grace.example" },
    ],
    papers: [{ title: "Uniform Examples", arxiv: "2601.00001", url: "https://arxiv.org/abs/2601.00001" }],
    tags: [],
    abstract: { html: "<p>What the examples show.</p>", text: "What the examples show." },
    ...fields,
  };
}

/** A video published the day after {@link aSession}. */
export function aVideo(fields: Partial<Video> = {}): Video {
  return {
    id: "videoAAAAA0",
    title: "Uniform Examples Revisited",
    description: "",
    publishedAt: Date.UTC(2026, 5, 16, 9),
    isShort: false,
    ...fields,
  };
}
