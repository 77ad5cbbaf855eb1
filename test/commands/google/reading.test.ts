/** The club's calendar to events of Google's, and what of them is written: without a network. */
import { describe, expect, test } from "vitest";
import { toContent, type GoogleEvent } from "../../../src/commands/google/google-event.ts";
import { planGoogle } from "../../../src/commands/google/plan.ts";
import { readServiceCalendar, type ServiceCalendar } from "../../../src/commands/google/service-calendar.ts";
import { MAX_EVENTS } from "../../../src/formats/icalendar/fit-events.ts";
import type { Session } from "../../../src/programme/session.ts";
import { aPublishedSession } from "../../support/builders.ts";
import { toIcs } from "./support.ts";

function read(text: string): ServiceCalendar {
  const calendar = readServiceCalendar(text);
  if (!calendar.ok) throw new Error(calendar.error.message);
  return calendar.value;
}

function readOne(fields: Partial<Session>) {
  const [event] = read(toIcs([aPublishedSession(fields)])).events;
  if (event === undefined) throw new Error("no event");
  return event;
}

test("an event has its time with zone and offset, its sequence, and the page of its session", () => {
  const ics = toIcs([
    aPublishedSession(
      { status: "tentative" },
      { revision: { firstSeenAt: 0, lastChangedAt: 0, sequence: 3 } },
    ),
  ]);
  const { description: _description, ...event } = read(ics).events[0]!;
  expect(event).toEqual({
    uid: "s21@example.org",
    sessionId: "s21",
    sequence: 3,
    summary: "ERG S21: Uniform Examples Revisited",
    location: "",
    status: "tentative",
    isTransparent: false,
    start: { dateTime: "2026-06-15T13:00:00-04:00", timeZone: "America/New_York" },
    end: { dateTime: "2026-06-15T14:30:00-04:00", timeZone: "America/New_York" },
    page: "https://feeds.example.org/sessions/s21",
  });
});

describe("times", () => {
  test.each([
    ["in winter", "Europe/Berlin", Date.UTC(2026, 0, 5, 17), "2026-01-05T18:00:00+01:00", "Europe/Berlin"],
    [
      "in a zone of half hours",
      "Asia/Kolkata",
      Date.UTC(2026, 0, 5, 17),
      "2026-01-05T22:30:00+05:30",
      "Asia/Kolkata",
    ],
    ["in UTC", "UTC", Date.UTC(2026, 0, 5, 17), "2026-01-05T17:00:00Z", "UTC"],
    [
      "in an hour that comes twice",
      "Europe/Berlin",
      Date.UTC(2026, 9, 25, 1, 30),
      "2026-10-25T01:30:00Z",
      "UTC",
    ],
  ])("%s", (_name, timeZone, startsAt, dateTime, zone) => {
    expect(readOne({ timeZone, startsAt, endsAt: startsAt + 3_600_000 }).start).toEqual({
      dateTime,
      timeZone: zone,
    });
  });

  test.each(["UTC", "America/New_York", "Pacific/Kiritimati"])(
    "do not depend on the zone %s of this process",
    (zone) => {
      const before = process.env["TZ"];
      process.env["TZ"] = zone;
      const { start } = readOne({});
      const day = readOne({
        isAllDay: true,
        startsAt: Date.UTC(2026, 5, 15, 4),
        endsAt: Date.UTC(2026, 5, 16, 4),
      });
      if (before === undefined) delete process.env["TZ"];
      else process.env["TZ"] = before;
      expect([start, day.start, day.end]).toEqual([
        { dateTime: "2026-06-15T13:00:00-04:00", timeZone: "America/New_York" },
        { date: "2026-06-15" },
        { date: "2026-06-16" },
      ]);
    },
  );
});

test.each([
  ["a foreign UID", (ics: string) => ics.replace("UID:s21@example.org", "UID:s21@google.com")],
  [
    "a zone that nobody defines",
    (ics: string) => ics.replaceAll("TZID=America/New_York", "TZID=Atlantis/City"),
  ],
  ["no end", (ics: string) => ics.replace(/DTEND.*\r\n/, "")],
  ["a cut end", (ics: string) => ics.slice(0, -20)],
])("a calendar with %s is refused as a whole", (_name, toBroken) => {
  const calendar = readServiceCalendar(toBroken(toIcs([aPublishedSession()])));
  expect(calendar.ok ? null : calendar.error.reason).toBe("no service calendar");
});

describe("a description", () => {
  test("has no beginning of an element in it, for Google reads HTML", () => {
    const event = readOne({ abstract: { html: "", text: "p<q, 1 < 2, a</b>, <!-- and <3" } });
    expect(toContent(event).description).toContain("p< q, 1 < 2, a< /b>, < !-- and <3");
  });

  test("that is longer than Google's may be is cut at a word, and leads to the page", () => {
    const { description } = toContent(readOne({ abstract: { html: "", text: "word ".repeat(3_000) } }));
    expect([description.length <= 8_000, description.slice(-69)]).toEqual([
      true,
      "word word word…\n\nSession page: https://feeds.example.org/sessions/s21",
    ]);
  });

  test.each(["x", "xx"])("is cut between characters where there are no words, after %s", (first) => {
    const text = first + "𠮷".repeat(5_000);
    const { description } = toContent(readOne({ abstract: { html: "", text } }));
    expect([description.length > 7_990, description.isWellFormed()]).toEqual([true, true]);
  });
});

describe("a calendar that is full leaves its oldest sessions out", () => {
  const WEEK = 7 * 24 * 60 * 60_000;
  const toSession = (week: number) =>
    aPublishedSession({
      id: `w${week}`,
      startsAt: Date.UTC(2000, 0, 3, 17) + week * WEEK,
      endsAt: Date.UTC(2000, 0, 3, 18) + week * WEEK,
    });
  const toHeavy = (week: number) => {
    const { session, ...others } = toSession(week);
    return { ...others, session: { ...session, title: `${week} ${"long title ".repeat(400)}` } };
  };
  const toThere = (week: number): GoogleEvent => ({
    id: `e${week}`,
    iCalUID: `w${week}@example.org`,
    start: { dateTime: new Date(Date.UTC(2000, 0, 3, 17) + week * WEEK).toISOString() },
    extendedProperties: { private: { journalClubSent: "x" } },
  });
  const removedOf = (calendar: ServiceCalendar) =>
    planGoogle(calendar, [toThere(0), toThere(2_000)]).removals.map(({ sessionId }) => sessionId);

  test("and they stay in Google's, where one that was taken back goes", () => {
    const full = read(toIcs(Array.from({ length: MAX_EVENTS + 1 }, (_, week) => toSession(week))));
    expect([full.isFull, removedOf(full)]).toEqual([true, ["w2000"]]);
  });

  test("by its bytes too", () => {
    const full = read(toIcs(Array.from({ length: 300 }, (_, week) => toHeavy(week))));
    expect([full.events.length < 300, full.isFull]).toEqual([true, true]);
  });

  test("and one that is not full has everything", () => {
    const small = read(toIcs([toSession(1)]));
    expect([small.isFull, removedOf(small)]).toEqual([false, ["w0", "w2000"]]);
  });
});

test("of two events with one UID the one that is shown counts", () => {
  const calendar = read(toIcs([aPublishedSession()]));
  const there = ["confirmed", "cancelled"].map((status) => ({
    id: status,
    iCalUID: "s21@example.org",
    status,
  }));
  expect(planGoogle(calendar, there).writes.map((write) => write.there?.id)).toEqual(["confirmed"]);
});
