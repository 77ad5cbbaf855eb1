import { describe, expect, it, test, vi } from "vitest";
import {
  addDays,
  isCivilDate,
  isClockTime,
  isTimeZone,
  toCivil,
  toInstant,
  toOffset,
  toStartOfDay,
  toWeekday,
} from "../../src/programme/civil-time.ts";
import { toRfc3339 } from "../../src/programme/instant.ts";

const NEW_YORK = "America/New_York";

/** The instant as text, or what the clock shows instead. */
function toUtc(date: string, time: string, timeZone: string): string {
  const instant = toInstant(date, time, timeZone);
  if (instant.ok) return toRfc3339(instant.value);
  return `skipped: ${instant.error.shifted.date} ${instant.error.shifted.time}`;
}

describe("toInstant", () => {
  test.each([
    ["winter in New York", "2025-12-22", "10:00", NEW_YORK, "2025-12-22T15:00:00Z"],
    ["the Monday before the clocks go forward", "2026-03-02", "13:00", NEW_YORK, "2026-03-02T18:00:00Z"],
    ["the Monday after the clocks went forward", "2026-03-09", "13:00", NEW_YORK, "2026-03-09T17:00:00Z"],
    ["the last minute before the gap", "2026-03-08", "01:59", NEW_YORK, "2026-03-08T06:59:00Z"],
    ["the first minute after the gap", "2026-03-08", "03:00", NEW_YORK, "2026-03-08T07:00:00Z"],
    ["a time in the gap", "2026-03-08", "02:30", NEW_YORK, "skipped: 2026-03-08 03:30"],
    ["the Monday before the clocks go back", "2026-10-26", "13:00", NEW_YORK, "2026-10-26T17:00:00Z"],
    ["the Monday after the clocks went back", "2026-11-02", "13:00", NEW_YORK, "2026-11-02T18:00:00Z"],
    ["an hour that comes twice is its first coming", "2026-11-01", "01:30", NEW_YORK, "2026-11-01T05:30:00Z"],
    ["after the hour that comes twice", "2026-11-01", "02:00", NEW_YORK, "2026-11-01T07:00:00Z"],
    ["a time in Berlin's gap", "2026-03-29", "02:00", "Europe/Berlin", "skipped: 2026-03-29 03:00"],
    ["Berlin's double hour", "2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30:00Z"],
    ["a half-hour zone", "2026-06-15", "22:30", "Asia/Kolkata", "2026-06-15T17:00:00Z"],
    ["a quarter-hour zone", "2026-06-15", "22:45", "Asia/Kathmandu", "2026-06-15T17:00:00Z"],
    [
      "half an hour of summer time, skipped",
      "2026-10-04",
      "02:15",
      "Australia/Lord_Howe",
      "skipped: 2026-10-04 02:45",
    ],
    [
      "half an hour of summer time, twice",
      "2026-04-05",
      "01:45",
      "Australia/Lord_Howe",
      "2026-04-04T14:45:00Z",
    ],
    ["a midnight that was skipped", "2018-11-04", "00:00", "America/Sao_Paulo", "skipped: 2018-11-04 01:00"],
    [
      "the same zone since it gave up summer time",
      "2026-11-01",
      "00:00",
      "America/Sao_Paulo",
      "2026-11-01T03:00:00Z",
    ],
    ["a day that a zone left out", "2011-12-30", "12:00", "Pacific/Apia", "skipped: 2011-12-31 12:00"],
    ["as far east as clocks go", "2026-06-15", "07:00", "Pacific/Kiritimati", "2026-06-14T17:00:00Z"],
    ["UTC", "2026-06-15", "17:00", "UTC", "2026-06-15T17:00:00Z"],
  ])("%s", (_name, date, time, timeZone, expected) => {
    expect(toUtc(date, time, timeZone)).toBe(expected);
  });

  it("throws on a date or time without its shape, which callers check", () => {
    expect(() => toInstant("2026-02-30", "13:00", NEW_YORK)).toThrow("not a civil date: 2026-02-30");
    expect(() => toInstant("2026-02-28", "1pm", NEW_YORK)).toThrow("not a wall-clock time: 1pm");
  });
});

describe("toCivil", () => {
  test.each([
    ["2026-06-15T17:00:59Z", NEW_YORK, { date: "2026-06-15", time: "13:00", weekday: 1 }],
    ["2026-06-15T03:59:00Z", NEW_YORK, { date: "2026-06-14", time: "23:59", weekday: 7 }],
    ["2026-11-01T06:30:00Z", NEW_YORK, { date: "2026-11-01", time: "01:30", weekday: 7 }],
    ["2026-06-15T18:30:00Z", "Asia/Kolkata", { date: "2026-06-16", time: "00:00", weekday: 2 }],
    ["2026-02-28T23:59:59Z", "UTC", { date: "2026-02-28", time: "23:59", weekday: 6 }],
  ])("%s in %s", (instant, timeZone, expected) => {
    expect(toCivil(Date.parse(instant), timeZone)).toEqual(expected);
  });
});

describe("toStartOfDay", () => {
  test.each([
    ["an ordinary day", "2026-06-15", NEW_YORK, "2026-06-15T04:00:00Z"],
    ["a day on which midnight is skipped", "2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z"],
    ["a day on which midnight comes twice", "2026-11-01", "America/Havana", "2026-11-01T04:00:00Z"],
    ["a day left out begins where the next does", "2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00Z"],
  ])("%s", (_name, date, timeZone, expected) => {
    expect(toRfc3339(toStartOfDay(date, timeZone))).toBe(expected);
  });
});

describe("dates", () => {
  test.each([
    ["2026-06-15", true],
    ["2024-02-29", true],
    ["2026-02-29", false],
    ["2026-02-30", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-6-15", false],
    ["15 June 2026", false],
    ["2026-06-15T00:00", false],
    ["", false],
  ])("isCivilDate(%j) is %j", (text, expected) => {
    expect(isCivilDate(text)).toBe(expected);
  });

  test.each([
    ["00:00", true],
    ["23:59", true],
    ["24:00", false],
    ["9:00", false],
    ["13:60", false],
    ["13:00:00", false],
  ])("isClockTime(%j) is %j", (text, expected) => {
    expect(isClockTime(text)).toBe(expected);
  });

  test.each([
    ["2026-02-28", 1, "2026-03-01"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2026-03-08", 7, "2026-03-15"],
    ["0099-12-31", 1, "0100-01-01"],
  ])("addDays(%j, %j) is %j", (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  it("counts weekdays from Monday", () => {
    const week = [
      "2026-06-15",
      "2026-06-16",
      "2026-06-17",
      "2026-06-18",
      "2026-06-19",
      "2026-06-20",
      "2026-06-21",
    ];
    expect(week.map(toWeekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe("isTimeZone", () => {
  test.each([
    ["America/New_York", true],
    ["America/Argentina/Buenos_Aires", true],
    ["America/Port-au-Prince", true],
    ["Asia/Kolkata", true],
    ["Asia/Calcutta", true],
    ["UTC", true],
    ["EST", false],
    ["CET", false],
    ["GMT", false],
    ["+02:00", false],
    ["utc", false],
    ["america/new_york", false],
    ["America/New_york", false],
    ["America/New York", false],
    ["America/Boston", false],
    ["", false],
  ])("isTimeZone(%j) is %j", (text, expected) => {
    expect(isTimeZone(text)).toBe(expected);
  });
});

it("never takes an offset that Intl writes in a way of its own for UTC", () => {
  vi.stubGlobal("Intl", {
    DateTimeFormat: class {
      format = () => "1/5/2026, GMT\u22125";
    },
  });
  expect(() => toOffset(Date.UTC(2026, 0, 5), "Antarctica/Vostok")).toThrow(
    'no offset in "1/5/2026, GMT\u22125"',
  );
  vi.unstubAllGlobals();
});
