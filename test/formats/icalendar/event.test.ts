import { describe, expect, test } from "vitest";
import { addAlarm } from "../../../src/formats/icalendar/alarm.ts";
import { createEvent } from "../../../src/formats/icalendar/event.ts";
import type { PublishedSession } from "../../../src/programme/publication.ts";
import type { Alarm } from "../../../src/programme/selection.ts";
import { aPublication, aPublishedSession, aRecording, aReplayedSession } from "../../support/builders.ts";

/** The event in full, not folded. */
const write = (published: PublishedSession, alarm?: Alarm) => {
  const publication = aPublication();
  const event = createEvent(published, publication, []);
  const whole = alarm === undefined ? event : addAlarm(event, published.session, publication.club, alarm);
  const { timeZone, before, after } = whole;
  return { timeZone, lines: (before + whole.describe("whole").lines + after).replaceAll("\r\n ", "") };
};
const linesOf = (published: PublishedSession, name: RegExp, alarm?: Alarm) =>
  write(published, alarm)
    .lines.split("\r\n")
    .filter((line) => name.test(line));

test("an event to come", () => {
  const published = aPublishedSession({
    join: "https://meet.example/1?a=1,2;3",
    location: "Room 1",
    tags: ["Theory", "a,b;c"],
    abstract: { html: "", text: "One; two, three.\n\nFour\\five" },
  });
  expect(write(published)).toEqual({
    timeZone: "America/New_York",
    lines: [
      "BEGIN:VEVENT",
      "UID:s21@example.org",
      "SEQUENCE:0",
      "DTSTAMP:20260608T120000Z",
      "DTSTART;TZID=America/New_York:20260615T130000",
      "DTEND;TZID=America/New_York:20260615T143000",
      "SUMMARY:ERG S21: Uniform Examples Revisited",
      "TRANSP:OPAQUE",
      String.raw`LOCATION:Room 1\, https://meet.example/1?a=1\,2\;3`,
      String.raw`DESCRIPTION:Join: https://meet.example/1?a=1\,2\;3\n\nPresented by\n- Grace Example (https://grace.example)\, Example University\, @grace (https://x.com/grace)\n\nOne\; two\, three.\n\nFour\\five\n\nPaper\n- Uniform Examples (https://arxiv.org/abs/2601.00001)\, arXiv:2601.00001\n\nSession page: https://feeds.example.org/sessions/s21`,
      String.raw`CATEGORIES:Theory,a\,b\;c`,
      "URL;VALUE=URI:https://feeds.example.org/sessions/s21",
      "STATUS:CONFIRMED",
      "CREATED:20260608T120000Z",
      "LAST-MODIFIED:20260608T120000Z",
      "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Join:https://meet.example/1?a=1,2;3",
      "END:VEVENT",
      "",
    ].join("\r\n"),
  });
});

test("the same event with its replay: no join link, the watch page as URL, dates of the change", () => {
  const published = aReplayedSession({ join: "https://meet.example/1", location: "Room 1" });
  expect(linesOf(published, /^(UID|SEQ|DTST|DTE|LOC|URL|CRE|LAST|CONF)/)).toEqual([
    "UID:s21@example.org",
    "SEQUENCE:1",
    "DTSTAMP:20260616T091500Z",
    "DTSTART;TZID=America/New_York:20260615T130000",
    "DTEND;TZID=America/New_York:20260615T143000",
    "LOCATION:Room 1",
    "URL;VALUE=URI:https://www.youtube.com/watch?v=videoAAAAA0",
    "CREATED:20260608T120000Z",
    "LAST-MODIFIED:20260616T091500Z",
  ]);
});

test("a stream is the conference where there is nowhere else to join", () => {
  const published = aPublishedSession({}, { recording: aRecording({ state: "live" }) });
  expect(linesOf(published, /^(CONFERENCE|URL|LOCATION)/)).toEqual([
    "URL;VALUE=URI:https://feeds.example.org/sessions/s21",
    "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Live stream:https://www.youtube.com/watch?v=videoAAAAA0",
  ]);
});

describe("status", () => {
  test.each([
    ["scheduled", "TRANSP:OPAQUE", "STATUS:CONFIRMED"],
    ["tentative", "TRANSP:OPAQUE", "STATUS:TENTATIVE"],
    ["postponed", "TRANSP:TRANSPARENT", "STATUS:TENTATIVE"],
    ["cancelled", "TRANSP:TRANSPARENT", "STATUS:CANCELLED"],
  ] as const)("%s", (status, ...expected) => {
    expect(linesOf(aPublishedSession({ status }), /^(STATUS|TRANSP)/)).toEqual(expected);
  });
});

const toUtc = (instant: number) => new Date(instant).toISOString().replace(/[-:]|\.000/g, "");

describe("times", () => {
  test("a time to be announced is a date with an exclusive end, and takes up no time", () => {
    const published = aPublishedSession({
      isAllDay: true,
      startsAt: Date.UTC(2026, 5, 15, 4),
      endsAt: Date.UTC(2026, 5, 16, 4),
    });
    expect([linesOf(published, /^(DTSTART|DTEND|TRANSP)/), write(published).timeZone]).toEqual([
      ["DTSTART;VALUE=DATE:20260615", "DTEND;VALUE=DATE:20260616", "TRANSP:TRANSPARENT"],
      null,
    ]);
  });

  test.each([
    ["a club in UTC", { timeZone: "UTC" }],
    // 01:30 on 1 November.
    [
      "a start that comes twice, the first time",
      { startsAt: Date.UTC(2026, 10, 1, 5, 30), endsAt: Date.UTC(2026, 10, 1, 8) },
    ],
    [
      "a start that comes twice, the second time",
      { startsAt: Date.UTC(2026, 10, 1, 6, 30), endsAt: Date.UTC(2026, 10, 1, 8) },
    ],
    ["an end that comes twice", { startsAt: Date.UTC(2026, 10, 1, 4), endsAt: Date.UTC(2026, 10, 1, 5, 30) }],
    [
      "a zone without a VTIMEZONE that is right",
      { timeZone: "Africa/Casablanca", startsAt: Date.UTC(2025, 6, 1) },
    ],
  ])("%s is written in UTC", (_name, session) => {
    const published = aPublishedSession(session);
    const { lines, timeZone } = write(published);
    expect([lines.split("\r\n").slice(4, 6), timeZone]).toEqual([
      [`DTSTART:${toUtc(published.session.startsAt)}`, `DTEND:${toUtc(published.session.endsAt)}`],
      null,
    ]);
  });

  test("the process's own zone does not matter", () => {
    const before = process.env["TZ"];
    const published = aPublishedSession({
      timeZone: "Europe/London",
      startsAt: Date.UTC(2026, 2, 8, 2, 30),
      endsAt: Date.UTC(2026, 2, 8, 3),
    });
    const written = ["UTC", "America/New_York", "Pacific/Kiritimati"].map((timeZone) => {
      process.env["TZ"] = timeZone;
      return linesOf(published, /^(DTSTART|DTEND)/);
    });
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
    const expected = [
      "DTSTART;TZID=Europe/London:20260308T023000",
      "DTEND;TZID=Europe/London:20260308T030000",
    ];
    expect(written).toEqual([expected, expected, expected]);
  });
});

describe("alarm", () => {
  test.each<[Alarm, string]>([
    [5, "-PT5M"],
    [15, "-PT15M"],
    [60, "-PT1H"],
    [120, "-PT2H"],
    [1440, "-P1D"],
  ])("%s minutes before, after every property", (alarm, trigger) => {
    expect(write(aPublishedSession(), alarm).lines.split("\r\n").slice(-7)).toEqual([
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `TRIGGER:${trigger}`,
      "DESCRIPTION:ERG S21: Uniform Examples Revisited",
      "END:VALARM",
      "END:VEVENT",
      "",
    ]);
  });

  test.each([
    ["nobody asks for one", {}, undefined],
    ["the session is cancelled", { status: "cancelled" }, 15],
    ["the session is postponed", { status: "postponed" }, 15],
    ["the time is to be announced", { isAllDay: true }, 15],
  ] as const)("there is none where %s", (_name, session, alarm) => {
    expect(linesOf(aPublishedSession(session), /VALARM/, alarm)).toEqual([]);
  });
});

test("an address cannot end its line", () => {
  const published = aPublishedSession({ join: "https://meet.example/1\r\nATTENDEE:x" });
  expect(linesOf(published, /^(CONFERENCE|ATTENDEE)/)).toEqual([
    "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Join:https://meet.example/1%0AATTENDEE:x",
  ]);
});
