import { describe, expect, test } from "vitest";
import { DAY, HOUR } from "../../src/programme/instant.ts";
import type { Match } from "../../src/programme/match/match.ts";
import {
  createProgramme,
  toNextTurn,
  type Programme,
  type ProgrammeInput,
} from "../../src/programme/programme.ts";
import type { Session } from "../../src/programme/session.ts";
import { aClub, anArchivedVideo, aSession } from "../support/builders.ts";

const { startsAt: START, endsAt: END } = aSession();
const VIDEO = anArchivedVideo({ title: "S21 | Uniform Examples Revisited" });

function aProgramme(input: Partial<ProgrammeInput>, now = END + 9 * DAY): Programme {
  const whole = { club: aClub(), sessions: [], archive: [VIDEO], previous: [], publicUrl: "", ...input };
  return createProgramme(whole, now);
}

/** "s21 videoAAAAA0 replay" for each session, then the ids of the videos that stand alone. */
const toLines = ({ sessions, standAloneVideos }: Programme) => [
  ...sessions.map(({ session, recording }) =>
    [session.id, ...(recording === null ? [] : [recording.videoId, recording.state])].join(" "),
  ),
  ...standAloneVideos.map(({ id }) => id),
];

const before = (sessionId: string, videoId = VIDEO.id): Match[] => [
  { sessionId, videoId, rule: "title", evidence: "as before" },
];
const curated: Partial<Session> = { replay: { videoId: VIDEO.id } };
const week = { startsAt: START + 7 * DAY, endsAt: END + 7 * DAY };
const { number: _number, ...UNNUMBERED } = aSession();

describe("a vanished session", () => {
  test.each<[string, Session[], Session, string[]]>([
    ["keeps its recording while nobody stands in for it", [], aSession(), ["s21 videoAAAAA0 replay"]],
    [
      "is not robbed of it by a session that is a little alike",
      [aSession({ id: "s20", number: 20, title: "Entropy of Examples", ...week })],
      aSession(),
      ["s21 videoAAAAA0 replay", "s20"],
    ],
    [
      "gives it up to one at the same time",
      [aSession({ id: "new", number: 22, title: "Uniform Examples, Revisited" })],
      aSession(),
      ["new videoAAAAA0 replay", "s21"],
    ],
    [
      "gives it up to one of the same title",
      [{ ...UNNUMBERED, id: "new", ...week }],
      aSession(),
      ["s21", "new videoAAAAA0 replay"],
    ],
    [
      "gives it up to one of the same number",
      [aSession({ id: "new", title: "Renamed", ...week })],
      aSession(),
      ["s21", "new videoAAAAA0 replay"],
    ],
    [
      "gives it up to one whose file names it",
      [aSession({ id: "new", number: 22, title: "Renamed", ...week, ...curated })],
      aSession(curated),
      ["s21", "new videoAAAAA0 replay"],
    ],
    [
      "keeps it beside another session of the same time",
      [aSession({ id: "new", number: 22, title: "Something Else", presenters: [], papers: [] })],
      aSession(curated),
      ["new", "s21 videoAAAAA0 replay"],
    ],
  ])("%s", (_name, sessions, vanished, lines) => {
    const programme = aProgramme({ sessions, vanished: [vanished], previous: before("s21") });
    expect(toLines(programme)).toEqual(lines);
    expect(programme.unmatched).toEqual([]);
  });

  test.each([
    ["before", "new", ["new videoAAAAA0 replay", "s21", "videoBBBBB0"]],
    ["after", "s21-new", ["s21", "s21-new videoAAAAA0 replay", "videoBBBBB0"]],
  ])("looks for no other video when it has given its own up to one that comes %s it", (_name, id, lines) => {
    const other = anArchivedVideo({ id: "videoBBBBB0", title: "S21 | Uniform Examples Revisited (again)" });
    const sessions = [aSession({ id, number: 22, title: "Renamed", ...curated })];
    const input = { sessions, vanished: [aSession(curated)], archive: [VIDEO, other] };
    expect(toLines(aProgramme(input))).toEqual(lines);
  });
});

test("a video that two people name is the replay of one session", () => {
  const sessions = [aSession(curated), aSession({ id: "s22", number: 22, ...week, ...curated })];
  const programme = aProgramme({ sessions });
  expect([toLines(programme), programme.matches.map(({ sessionId }) => sessionId)]).toEqual([
    ["s21 videoAAAAA0 replay", "s22"],
    ["s21"],
  ]);
});

test("a replay once published stays one, though its session is now to come; a stream published before it is not", () => {
  const input = { sessions: [aSession(week)], previous: before("s21") };
  const now = END + 2 * DAY;
  expect([
    toLines(aProgramme({ ...input, isReplayed: (id) => id === VIDEO.id }, now)),
    toLines(aProgramme({ ...input, isReplayed: (id) => id === "videoBBBBB0" }, now)),
  ]).toEqual([["s21 videoAAAAA0 replay"], ["s21 videoAAAAA0 live"]]);
});

describe("a stream that was scheduled for a session", () => {
  const stream = { ...VIDEO, publishedAt: START - DAY };
  test.each<[Session["status"], string, string]>([
    ["scheduled", "s21 videoAAAAA0 live", "s21 videoAAAAA0 replay"],
    ["tentative", "s21 videoAAAAA0 live", "s21 videoAAAAA0 replay"],
    ["cancelled", "s21", "s21"],
    ["postponed", "s21", "s21"],
  ])("while it is %s", (status, early, late) => {
    const of = (session: Partial<Session>, now: number) =>
      toLines(aProgramme({ sessions: [aSession({ status, ...session })], archive: [stream] }, now));
    expect([of({}, START), of({}, END), of(curated, START), of(curated, END)]).toEqual([
      [early],
      [late],
      [early],
      [late],
    ]);
  });

  test("is no replay before its session starts, though YouTube dates it after that", () => {
    const input = { sessions: [aSession()], archive: [{ ...VIDEO, publishedAt: START + HOUR }] };
    expect([START - 1, START + HOUR].map((now) => toLines(aProgramme(input, now)))).toEqual([
      ["s21 videoAAAAA0 live"],
      ["s21 videoAAAAA0 replay"],
    ]);
  });

  test.each<[Session["status"], string[]]>([
    ["cancelled", ["s21", "videoAAAAA0"]],
    ["postponed", ["s21", "videoAAAAA0"]],
    ["scheduled", ["s21 videoAAAAA0 live"]],
  ])("that was an entry of its own before anybody knew, while it is %s", (status, lines) => {
    const input = { sessions: [aSession({ status })], archive: [stream], isListed: () => true };
    expect(toLines(aProgramme(input, START))).toEqual(lines);
  });

  test("is the replay for good once it was published as such, whatever becomes of the session", () => {
    const sessions = [aSession({ status: "cancelled" })];
    expect(toLines(aProgramme({ sessions, archive: [stream], isReplayed: () => true }))).toEqual([
      "s21 videoAAAAA0 replay",
    ]);
  });
});

test("a live link may turn at its session's start and end, a replay never", () => {
  const input = { sessions: [aSession()], archive: [{ ...VIDEO, publishedAt: START - DAY }] };
  const turns = [START - 1, START, END].map((now) => toNextTurn(aProgramme(input, now), now));
  expect(turns).toEqual([START, END, null]);
});
