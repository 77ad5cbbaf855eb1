/** Builders of model values for tests: a complete, unremarkable value with the given fields put over it. */
import { TEXTS } from "../../src/documents/texts.ts";
import type { Club } from "../../src/programme/club.ts";
import type { ArchivedVideo, Recording } from "../../src/programme/programme.ts";
import type {
  Publication,
  PublishedProgramme,
  PublishedSession,
  PublishedVideo,
} from "../../src/programme/publication.ts";
import type { EntryDates, Notice } from "../../src/programme/revision.ts";
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
    youtube: { channels: ["UCexampleexampleexampleA"], playlists: [], shorts: false, standAlone: true },
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

/** {@link aVideo}, first seen a quarter of an hour after it was published. */
export function anArchivedVideo(fields: Partial<ArchivedVideo> = {}): ArchivedVideo {
  const video = aVideo(fields);
  return { firstSeenAt: video.publishedAt + 15 * 60_000, ...video, ...fields };
}

/** The replay of {@link aSession}. */
export function aRecording(fields: Partial<Recording> = {}): Recording {
  return { videoId: "videoAAAAA0", state: "replay", ...fields };
}

/** Published at the given instant and unchanged since. */
export function someDates(publishedAt: number, updatedAt = publishedAt): EntryDates {
  return { publishedAt, updatedAt };
}

/** {@link aSession} without a recording, announced on 8 June 2026 at 12:00 UTC and unchanged since. */
export function aPublishedSession(
  session: Partial<Session> = {},
  fields: Partial<Omit<PublishedSession, "session">> = {},
): PublishedSession {
  const announcedAt = Date.UTC(2026, 5, 8, 12);
  return {
    session: aSession(session),
    recording: null,
    revision: { firstSeenAt: announcedAt, lastChangedAt: announcedAt, sequence: 0 },
    announcement: someDates(announcedAt),
    replay: null,
    ...fields,
  };
}

/** {@link aPublishedSession} with its replay, published on 16 June 2026 at 9:15 UTC. */
export function aReplayedSession(
  session: Partial<Session> = {},
  fields: Partial<Omit<PublishedSession, "session">> = {},
): PublishedSession {
  const replayedAt = Date.UTC(2026, 5, 16, 9, 15);
  return aPublishedSession(session, {
    recording: aRecording(),
    revision: { firstSeenAt: Date.UTC(2026, 5, 8, 12), lastChangedAt: replayedAt, sequence: 1 },
    replay: someDates(replayedAt),
    ...fields,
  });
}

/** A video that belongs to no session. */
export function aPublishedVideo(video: Partial<Video> = {}, dates?: EntryDates): PublishedVideo {
  const whole = aVideo({ id: "videoBBBBB0", title: "An introduction", ...video });
  return { video: whole, dates: dates ?? someDates(whole.publishedAt) };
}

/** {@link aSession} moved by a week on 5 June 2026 at 8:00 UTC; it was to be on 8 June. */
export function aNotice(fields: Partial<Notice> = {}): Notice {
  const { id, title, startsAt, endsAt, timeZone, isAllDay } = aSession();
  const week = 7 * 24 * 60 * 60_000;
  return {
    sessionId: id,
    sequence: 1,
    kind: "moved",
    title,
    before: { startsAt: startsAt - week, endsAt: endsAt - week, timeZone, isAllDay },
    after: { startsAt, endsAt, timeZone, isAllDay },
    dates: someDates(Date.UTC(2026, 5, 5, 8)),
    ...fields,
  };
}

/** {@link aPublishedSession} and nothing else. */
export function aPublishedProgramme(fields: Partial<PublishedProgramme> = {}): PublishedProgramme {
  return {
    sessions: [aPublishedSession()],
    standAloneVideos: [],
    notices: [],
    changedAt: Date.UTC(2026, 5, 16, 9, 15),
    ...fields,
  };
}

/** {@link aPublishedProgramme} of {@link aClub} on the Wednesday before its session. */
export function aPublication(fields: Partial<Publication> = {}): Publication {
  return {
    club: aClub(),
    programme: aPublishedProgramme(),
    publicUrl: "https://feeds.example.org",
    isSample: false,
    asOf: Date.UTC(2026, 5, 10),
    texts: TEXTS,
    ...fields,
  };
}
