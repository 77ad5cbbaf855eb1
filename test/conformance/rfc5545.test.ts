/** iCalendar (RFC 5545), on the programme of test/golden, read with ical.js. */
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { WHOLE } from "../../src/programme/selection.ts";
import { isOff } from "../../src/programme/session.ts";
import { PROGRAMME, PUBLICATION } from "../golden/programme.ts";
import { aPublishedProgramme } from "../support/builders.ts";
import { textOf } from "../support/documents.ts";
import { linesOf, parseEvents, toContentLines, valueOf } from "../support/parse-calendar.ts";

const calendar = textOf("calendar", PUBLICATION, { ...WHOLE, alarm: 15 });
const lines = toContentLines(calendar);
const root = ICAL.Component.fromString(calendar);
const events = parseEvents(calendar);
const sessions = PROGRAMME.sessions;
const toBasic = (instant: number) => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, "");

/** The lines of each event, without its alarms. */
const eventLines = calendar
  .replaceAll("\r\n ", "")
  .split("BEGIN:VEVENT\r\n")
  .slice(1)
  .map((text) => text.replace(/BEGIN:VALARM[^]*END:VALARM\r\n/, "").split("\r\n"));
const countIn = (event: string[], name: string) =>
  event.filter((line) => new RegExp(`^${name}[:;]`).test(line)).length;

test("3.1: lines end with CRLF and nothing else does", () => {
  expect([calendar.endsWith("\r\n"), calendar.replaceAll("\r\n", "").match(/[\r\n]/g)]).toEqual([true, null]);
});

test("3.1: no line has more than 75 octets", () => {
  expect(calendar.split("\r\n").filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
});

test("3.1: each line is UTF-8 by itself", () => {
  expect(calendar.split("\r\n").filter((line) => !line.isWellFormed())).toEqual([]);
});

test("3.1: every line is a name, parameters and a value, without control characters", () => {
  const contentLine = /^[A-Z][A-Z0-9-]*(;[A-Z][A-Z0-9-]*=("[^"\p{Cc}]*"|[^":;,\p{Cc}]*))*:[^\p{Cc}]*$/u;
  expect(lines.filter((line) => !contentLine.test(line))).toEqual([]);
});

test("3.3.11: text comes back as it was", () => {
  const titles = sessions.map(({ session }) =>
    session.title.replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e]/gu, ""),
  );
  expect(
    events.map(({ summary }) => summary.replace(/^(Cancelled: |Postponed: )?ERG( S\d+)?: /, "")),
  ).toEqual(titles);
});

test("3.3.13: addresses are not escaped as text is", () => {
  expect(
    [...linesOf(calendar, "CONFERENCE"), ...linesOf(calendar, "URL")].filter((line) => line.includes("\\")),
  ).toEqual([]);
});

test("3.4 and 3.6: one VCALENDAR, with PRODID and VERSION once", () => {
  expect([lines[0], lines.at(-1), linesOf(calendar, "PRODID").length, linesOf(calendar, "VERSION")]).toEqual([
    "BEGIN:VCALENDAR",
    "END:VCALENDAR",
    1,
    ["VERSION:2.0"],
  ]);
});

test("3.6: a calendar without events has a component all the same", () => {
  const empty = textOf("calendar", { ...PUBLICATION, programme: aPublishedProgramme({ sessions: [] }) });
  expect(
    ICAL.Component.fromString(empty)
      .getAllSubcomponents()
      .map(({ name }) => name),
  ).toEqual(["vtimezone"]);
});

test("3.6.1: UID, DTSTAMP, DTSTART, DTEND, SUMMARY, SEQUENCE, STATUS, CREATED, LAST-MODIFIED, TRANSP and URL, once each", () => {
  const names = [
    "UID",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "SEQUENCE",
    "STATUS",
    "CREATED",
    "LAST-MODIFIED",
    "TRANSP",
    "URL",
  ];
  expect(eventLines.map((event) => names.map((name) => countIn(event, name)))).toEqual(
    eventLines.map(() => names.map(() => 1)),
  );
});

test("3.6.1: LOCATION, DESCRIPTION and CATEGORIES at most once, and none is empty", () => {
  const names = ["LOCATION", "DESCRIPTION", "CATEGORIES"];
  expect([
    eventLines.flatMap((event) => names.map((name) => countIn(event, name))).filter((count) => count > 1),
    lines.filter((line) => line.endsWith(":")),
  ]).toEqual([[], []]);
});

test("3.6.1: alarms come after every property", () => {
  const misplaced = calendar
    .split("END:VALARM\r\n")
    .slice(1)
    .filter((rest) => !/^(END:VEVENT|BEGIN:VALARM)\r\n/.test(rest));
  expect(misplaced).toEqual([]);
});

test("3.6.5: each TZID has its VTIMEZONE, with a rule for either side of the year", () => {
  const used = new Set(lines.flatMap((line) => /^DT(?:START|END);TZID=([^:]+):/.exec(line)?.[1] ?? []));
  const zones = root.getAllSubcomponents("vtimezone");
  expect([
    zones.map((zone) => valueOf(zone, "tzid")),
    zones.map((zone) => zone.getAllSubcomponents().map(({ name }) => name)),
  ]).toEqual([[...used].toSorted(), zones.map(() => ["daylight", "standard"])]);
});

test("3.7.2: METHOD is PUBLISH, once; nobody is asked to answer", () => {
  expect([
    linesOf(calendar, "METHOD"),
    linesOf(calendar, "ATTENDEE"),
    linesOf(calendar, "ORGANIZER"),
  ]).toEqual([["METHOD:PUBLISH"], [], []]);
});

test("3.8.1.11: STATUS is TENTATIVE, CONFIRMED or CANCELLED", () => {
  const expected = {
    scheduled: "CONFIRMED",
    tentative: "TENTATIVE",
    postponed: "TENTATIVE",
    cancelled: "CANCELLED",
  };
  expect(events.map(({ component }) => valueOf(component, "status"))).toEqual(
    sessions.map(({ session }) => expected[session.status]),
  );
});

describe("3.8.2.2 and 3.8.2.4: DTSTART and DTEND", () => {
  test("are the session's instants, by the VTIMEZONE alone, on both sides of both changes of the clocks", () => {
    const timed = events.filter(({ startDate }) => !startDate.isDate);
    expect(
      timed.map(({ startDate, endDate }) => [startDate, endDate].map((time) => time.toJSDate().getTime())),
    ).toEqual(
      sessions
        .filter(({ session }) => !session.isAllDay)
        .map(({ session }) => [session.startsAt, session.endsAt]),
    );
  });

  test("are dates where the time is to be announced, the end exclusive", () => {
    const dates = events.filter(({ startDate }) => startDate.isDate);
    expect(dates.map(({ startDate, endDate }) => [startDate.toString(), endDate.toString()])).toEqual([
      ["2026-07-13", "2026-07-14"],
    ]);
  });

  test("are never floating, and never have both a TZID and a Z", () => {
    const times = [...linesOf(calendar, "DTEND"), ...lines.filter((line) => line.startsWith("DTSTART;"))];
    const shape = /^DT(START|END)(;TZID=[\w/]+:\d{8}T\d{6}|:\d{8}T\d{6}Z|;VALUE=DATE:\d{8})$/;
    expect(times.filter((line) => !shape.test(line))).toEqual([]);
  });
});

test("3.8.4.7: UIDs are the sessions' and no two are equal, in the calendar of one session too", () => {
  const uids = events.map(({ uid }) => uid);
  const single = sessions.map(
    ({ session }) =>
      parseEvents(textOf("session-calendar", PUBLICATION, { ...WHOLE, session: session.id }))[0]?.uid,
  );
  expect([uids, single, new Set(uids).size]).toEqual([
    sessions.map(({ session }) => `${session.id}@example.org`),
    uids,
    uids.length,
  ]);
});

test("3.8.6: an alarm shows itself so long before the start, on sessions that take place at a known time", () => {
  const alarms = events.map(({ component }) =>
    component
      .getAllSubcomponents("valarm")
      .map((alarm) => [valueOf(alarm, "action"), valueOf(alarm, "trigger")]),
  );
  expect(alarms).toEqual(
    sessions.map(({ session }) => (session.isAllDay || isOff(session.status) ? [] : [["DISPLAY", "-PT15M"]])),
  );
});

test("3.8.7: DTSTAMP, LAST-MODIFIED and CREATED are the revision's, in UTC", () => {
  expect(
    ["DTSTAMP", "LAST-MODIFIED", "CREATED"].map((name) =>
      eventLines.map((event) => event.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1)),
    ),
  ).toEqual([
    sessions.map(({ revision }) => toBasic(revision.lastChangedAt)),
    sessions.map(({ revision }) => toBasic(revision.lastChangedAt)),
    sessions.map(({ revision }) => toBasic(revision.firstSeenAt)),
  ]);
});

test("3.8.7.4: SEQUENCE is the revision's", () => {
  expect(events.map(({ sequence }) => sequence)).toEqual(sessions.map(({ revision }) => revision.sequence));
});
