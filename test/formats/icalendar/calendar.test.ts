import { describe, expect, test } from "vitest";
import { findDocument, writePieces } from "../../../src/documents/addresses.ts";
import { findLeftOut } from "../../../src/formats/icalendar/calendar.ts";
import { MAX_CALENDAR_BYTES, MAX_EVENTS } from "../../../src/formats/icalendar/fit-events.ts";
import { toInstant } from "../../../src/programme/civil-time.ts";
import { DAY, HOUR } from "../../../src/programme/instant.ts";
import { WHOLE, type Selection } from "../../../src/programme/selection.ts";
import {
  aClub,
  aPublication,
  aPublishedProgramme,
  aPublishedSession,
  aRecording,
  aReplayedSession,
} from "../../support/builders.ts";
import { textOf } from "../../support/documents.ts";
import { linesOf, parseEvents, toContentLines } from "../../support/parse-calendar.ts";

const HEAD = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//example.org//journal-club-feeds//EN",
  "CALSCALE:GREGORIAN",
  "METHOD:PUBLISH",
];

const programme = aPublishedProgramme({
  sessions: [
    aReplayedSession({ id: "s1", tags: ["Theory"] }),
    aPublishedSession({ id: "s2", status: "cancelled" }),
    aPublishedSession({ id: "s3" }, { recording: aRecording({ state: "live" }) }),
    aPublishedSession({ id: "s4", timeZone: "Europe/London" }),
  ],
});

const write = (selection: Partial<Selection>) =>
  textOf("calendar", aPublication({ programme }), { ...WHOLE, ...selection });

/** Sessions a week apart with an abstract of so many characters. */
function aSeries(length: number, characters: number) {
  const first = Date.UTC(2010, 0, 4, 18);
  const sessions = Array.from({ length }, (_, index) => {
    const startsAt = first + index * 7 * DAY;
    const abstract = { html: "", text: "é".repeat(characters) };
    return aPublishedSession({ id: `s${index}`, startsAt, endsAt: startsAt + HOUR, abstract });
  });
  return aPublishedProgramme({ sessions });
}

test("a calendar says what it is, where it comes from and how often to ask", () => {
  expect(toContentLines(write({ show: "replays" })).slice(0, 14)).toEqual([
    ...HEAD,
    "NAME:Example Reading Group: replays",
    "X-WR-CALNAME:Example Reading Group: replays",
    "DESCRIPTION:A reading group about examples.",
    "X-WR-CALDESC:A reading group about examples.",
    "URL:https://feeds.example.org/",
    "SOURCE;VALUE=URI:https://feeds.example.org/calendar.ics?show=replays",
    "X-WR-TIMEZONE:America/New_York",
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
  ]);
});

test("name and description are escaped as text", () => {
  const club = aClub({ name: "A; B, C\\D", description: "x,\ny" });
  expect(
    linesOf(textOf("calendar", aPublication({ programme, club })), "(?:NAME|DESCRIPTION)").slice(0, 2),
  ).toEqual([String.raw`NAME:A\; B\, C\\D`, String.raw`DESCRIPTION:x\, y`]);
});

describe("events", () => {
  test.each<[string, Partial<Selection>, string[]]>([
    ["all, in order", {}, ["s1", "s2", "s3", "s4"]],
    ["every session where only sessions are asked for", { show: "sessions" }, ["s1", "s2", "s3", "s4"]],
    ["those with a replay", { show: "replays" }, ["s1"]],
    ["those not cancelled", { cancelled: false }, ["s1", "s3", "s4"]],
    ["the newest two", { limit: 2 }, ["s3", "s4"]],
    ["the newest two that are not cancelled", { limit: 3, cancelled: false }, ["s1", "s3", "s4"]],
    ["of a year", { year: 2026 }, ["s1", "s2", "s3", "s4"]],
    ["of a year without any", { year: 2025 }, []],
    ["of a tag", { tag: "theory" }, ["s1"]],
  ])("%s", (_name, selection, ids) => {
    expect(linesOf(write(selection), "UID")).toEqual(ids.map((id) => `UID:${id}@example.org`));
  });
});

describe("time zones", () => {
  test("there is one VTIMEZONE for each zone that is used", () => {
    expect(linesOf(write({}), "TZID")).toEqual(["TZID:America/New_York", "TZID:Europe/London"]);
  });

  test("there is none for a zone that is not", () => {
    expect(linesOf(write({ limit: 1 }), "TZID")).toEqual(["TZID:Europe/London"]);
  });

  test.each([
    ["America/New_York", "America/New_York"],
    ["UTC", "Etc/UTC"],
  ])("a calendar without events has one, its club being in %s", (timeZone, expected) => {
    const calendar = textOf("calendar", aPublication({ programme, club: aClub({ timeZone }) }), {
      ...WHOLE,
      tag: "nothing",
    });
    expect([linesOf(calendar, "TZID"), linesOf(calendar, "UID")]).toEqual([[`TZID:${expected}`], []]);
  });

  test.each([
    ["America/New_York", "2026-03-02", ["18:00", "17:00"]],
    ["America/New_York", "2026-10-26", ["17:00", "18:00"]],
    ["Europe/London", "2026-03-23", ["13:00", "12:00"]],
    ["Europe/London", "2026-10-19", ["12:00", "13:00"]],
    ["Australia/Sydney", "2026-03-30", ["02:00", "03:00"]],
    ["Australia/Sydney", "2026-09-28", ["03:00", "02:00"]],
  ])("a series at 13:00 in %s holds over the change after %s", (timeZone, date, utc) => {
    const days = [date, new Date(Date.parse(date) + 7 * DAY).toISOString().slice(0, 10)];
    const sessions = days.map((day) => {
      const instant = toInstant(day, "13:00", timeZone);
      const startsAt = instant.ok ? instant.value : Number.NaN;
      return aPublishedSession({ id: day, date: day, timeZone, startsAt, endsAt: startsAt + HOUR });
    });
    const calendar = textOf("calendar", aPublication({ programme: aPublishedProgramme({ sessions }) }));
    const events = parseEvents(calendar).map(({ startDate }) => [
      startDate.toString(),
      startDate.toJSDate().toISOString().slice(11, 16),
    ]);
    expect([linesOf(calendar, "DTSTART").slice(-2), events]).toEqual([
      days.map((day) => `DTSTART;TZID=${timeZone}:${day.replaceAll("-", "")}T130000`),
      days.map((day, index) => [`${day}T13:00:00`, utc[index]]),
    ]);
  });
});

const toDescriptionLengths = (calendar: string) =>
  parseEvents(calendar).map(({ description }) => (description ?? "").length);

describe("size", () => {
  test("the newest 999 events stay", () => {
    const uids = linesOf(textOf("calendar", aPublication({ programme: aSeries(1_200, 10) })), "UID");
    expect([uids.length, uids[0], uids.at(-1)]).toEqual([
      MAX_EVENTS,
      `UID:s${1_200 - MAX_EVENTS}@example.org`,
      "UID:s1199@example.org",
    ]);
  });

  test("no event goes where shorter descriptions are enough: the oldest are shortened first", () => {
    const calendar = textOf("calendar", aPublication({ programme: aSeries(300, 4_000) }));
    const bytes = Buffer.byteLength(calendar);
    const lengths = toDescriptionLengths(calendar);
    const shortened = lengths.filter((length) => length < 4_000).length;
    expect([
      bytes < MAX_CALENDAR_BYTES,
      bytes > 0.98 * MAX_CALENDAR_BYTES,
      lengths.length,
      shortened > 100 && shortened < 300,
      lengths.every((length, index) => (index < shortened ? length > 280 && length < 700 : length > 4_000)),
    ]).toEqual([true, true, 300, true, true]);
  });

  test("then the oldest lose theirs: a thousand of 5 KB keep all the events that clients take", () => {
    const publication = aPublication({ programme: aSeries(1_000, 2_500) });
    const calendar = textOf("calendar", publication);
    const lengths = toDescriptionLengths(calendar);
    const without = lengths.filter((length) => length === 0).length;
    expect([
      Buffer.byteLength(calendar) < MAX_CALENDAR_BYTES,
      lengths.length,
      without > 0 && without < MAX_EVENTS,
      lengths.slice(without).every((length) => length > 0),
      calendar === textOf("calendar", publication),
    ]).toEqual([true, MAX_EVENTS, true, true, true]);
  });

  const long = { ...aSeries(400, 10) };
  long.sessions = long.sessions.map((published) => ({
    ...published,
    session: { ...published.session, title: "A title ".repeat(500) },
  }));

  test("only then they go, and their years have them", () => {
    const publication = aPublication({ programme: long });
    const calendar = textOf("calendar", publication);
    const uids = linesOf(calendar, "UID");
    const leftOut = findLeftOut(publication, "https://feeds.example.org/calendar.ics");
    const [first = 0] = leftOut.years;
    const ofYear = linesOf(textOf("calendar", publication, { ...WHOLE, year: first }), "UID");
    expect([
      Buffer.byteLength(calendar) < MAX_CALENDAR_BYTES,
      uids.at(-1),
      leftOut.sessions,
      first,
      ofYear.length,
      ofYear[0],
    ]).toEqual([true, "UID:s399@example.org", 400 - uids.length, 2010, 52, "UID:s0@example.org"]);
  });

  test.each([
    [aSeries(999, 10), { sessions: 0, years: [] }],
    [aSeries(1_000, 10), { sessions: 1, years: [2010] }],
    [aSeries(1_000, 2_500), { sessions: 1, years: [2010] }],
  ])("what is left out is known (%#)", (series, expected) => {
    const publication = aPublication({ programme: series });
    expect(findLeftOut(publication, "https://feeds.example.org/calendar.ics")).toEqual(expected);
  });

  // Measured: 0.15 s. Its own `toString` takes ical-generator 3.8 s.
  test("a thousand sessions take less than a second and a half", () => {
    const series = aSeries(1_000, 300);
    const startedAt = performance.now();
    textOf("calendar", aPublication({ programme: series }));
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });
});

const fromZone = (document: string) => document.slice(document.indexOf("BEGIN:VTIMEZONE"));

describe("the calendar of one session", () => {
  const published = aPublishedSession();
  const publication = aPublication({ programme: aPublishedProgramme({ sessions: [published] }) });
  const calendar = textOf("session-calendar", publication, { ...WHOLE, session: "s21" });
  const sole = textOf("calendar", publication);

  test("has no name, for Outlook makes a calendar of a file that has one", () => {
    expect(toContentLines(calendar).slice(0, 8)).toEqual([
      ...HEAD,
      "URL:https://feeds.example.org/sessions/s21",
      "SOURCE;VALUE=URI:https://feeds.example.org/sessions/s21.ics",
      "BEGIN:VTIMEZONE",
    ]);
  });

  test("has the very event of the whole calendar", () => {
    expect(fromZone(calendar)).toBe(fromZone(sole));
  });
});

test("the calendar is in pieces, a year's events in one: a change is in the piece of its year alone", () => {
  const toPieces = (series: ReturnType<typeof aSeries>) =>
    [...writePieces(findDocument("calendar")!, aPublication({ programme: series }), WHOLE)!].filter(
      (piece) => piece !== undefined,
    );
  const series = aSeries(110, 10);
  const changed = series.sessions.with(60, { ...series.sessions[60]!, recording: aRecording() });
  const [before, after] = [series, { ...series, sessions: changed }].map(toPieces);
  const years = before?.map((piece) => new Set(piece.match(/(?<=^UID:[^]*^DTSTART\S*:)\d{4}/gm)));
  expect([
    years?.map((ofPiece) => [...ofPiece]),
    after?.map((piece, at) => piece === before?.[at]),
    [before?.join(""), after?.join("")],
  ]).toEqual([
    [["2010"], ["2011"], ["2012"]],
    [true, false, true],
    [series, { ...series, sessions: changed }].map((programmeOf) =>
      textOf("calendar", aPublication({ programme: programmeOf })),
    ),
  ]);
});
