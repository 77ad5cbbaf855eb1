import { describe, expect, test } from "vitest";
import { PUBLICATION } from "../golden/programme.ts";
import { toSessionExtension } from "../../src/formats/session-extension.ts";
import { textOf } from "../support/documents.ts";
import { aPublishedSession, aRecording, aReplayedSession } from "../support/builders.ts";

const ABOUT = "https://feeds.example.org/";
const JOIN = "https://meet.example/1";

test("a session is stated as data", () => {
  expect(toSessionExtension(aPublishedSession({ join: JOIN, location: "Room 1" }), ABOUT)).toEqual({
    about: ABOUT,
    id: "s21",
    number: 21,
    title: "Uniform Examples Revisited",
    start: "2026-06-15T13:00:00-04:00",
    end: "2026-06-15T14:30:00-04:00",
    time_zone: "America/New_York",
    all_day: false,
    status: "scheduled",
    presenters: [
      { name: "Grace Example", affiliation: "Example University", url: "https://grace.example", x: "grace" },
    ],
    papers: [{ title: "Uniform Examples", arxiv: "2601.00001", url: "https://arxiv.org/abs/2601.00001" }],
    join: JOIN,
    location: "Room 1",
  });
});

test("its page, where `about` leads, names every member that a feed has", () => {
  const { items } = JSON.parse(textOf("json", PUBLICATION));
  const sessions: Record<string, unknown>[] = items
    .map((item: Record<string, object>) => item["_session"])
    .filter((session: object | undefined) => session !== undefined);
  const page = textOf("session-extension", PUBLICATION);
  const named = [...page.matchAll(/^ {2}(\w+) +/gm)].map(([, name = ""]) => name);
  expect([
    new Set(sessions.map(({ about }) => about)),
    new Set(named),
    page.includes("Items of https://feeds.example.org/feed.json (Example & Friends Reading Group)\n"),
  ]).toEqual([
    new Set(["https://feeds.example.org/session-extension.txt"]),
    new Set(sessions.flatMap((session) => Object.keys(session))),
    true,
  ]);
});

describe("join, live, recorded and replay", () => {
  const watchUrl = "https://www.youtube.com/watch?v=videoAAAAA0";
  test.each([
    ["before", aPublishedSession({ join: JOIN }), { join: JOIN }],
    [
      "live",
      aPublishedSession({ join: JOIN }, { recording: aRecording({ state: "live" }) }),
      { join: JOIN, live: watchUrl },
    ],
    ["with a replay", aReplayedSession({ join: JOIN }), { replay: watchUrl }],
    ["cancelled", aPublishedSession({ join: JOIN, status: "cancelled" }), {}],
    ["not recorded", aPublishedSession({ replay: "none" }), { recorded: false }],
  ])("%s", (_name, published, expected) => {
    const { join, live, recorded, replay } = toSessionExtension(published, ABOUT);
    expect({ join, live, recorded, replay }).toEqual(expected);
  });
});

describe("start and end", () => {
  test.each([
    ["Asia/Kolkata", "2026-06-15T22:30:00+05:30", "2026-06-16T00:00:00+05:30"],
    ["Europe/London", "2026-06-15T18:00:00+01:00", "2026-06-15T19:30:00+01:00"],
    ["UTC", "2026-06-15T17:00:00Z", "2026-06-15T18:30:00Z"],
  ])("have the offset of %s", (timeZone, start, end) => {
    const extension = toSessionExtension(aPublishedSession({ timeZone }), ABOUT);
    expect([extension.start, extension.end]).toEqual([start, end]);
  });

  test("are dates where the time is to be announced", () => {
    const published = aPublishedSession({
      isAllDay: true,
      startsAt: Date.UTC(2026, 5, 15, 4),
      endsAt: Date.UTC(2026, 5, 16, 4),
    });
    const extension = toSessionExtension(published, ABOUT);
    expect([extension.start, extension.end]).toEqual(["2026-06-15", "2026-06-16"]);
  });
});
