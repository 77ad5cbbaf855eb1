import { tzlib_get_timezones } from "timezones-ical-library";
import { describe, expect, test } from "vitest";
import { isCovered, toVtimezone } from "../../../src/formats/icalendar/vtimezone.ts";
import { isTimeZone, toOffset } from "../../../src/programme/civil-time.ts";
import { DAY, HOUR } from "../../../src/programme/instant.ts";

function coverageAt(instant: number, timeZone: string): boolean {
  const vtimezone = toVtimezone(timeZone);
  if (vtimezone === null) throw new RangeError(timeZone);
  const offset = toOffset(instant, timeZone);
  return isCovered(vtimezone, { wall: instant + offset, offset });
}

describe("toVtimezone", () => {
  test("has both rules of a zone, under its IANA name", () => {
    const lines = toVtimezone("America/New_York")?.lines.replace(
      /LAST-MODIFIED:\d{8}T\d{6}Z/,
      "LAST-MODIFIED:",
    );
    expect(lines).toBe(
      [
        "BEGIN:VTIMEZONE",
        "TZID:America/New_York",
        "LAST-MODIFIED:",
        "BEGIN:DAYLIGHT",
        "TZNAME:EDT",
        "TZOFFSETFROM:-0500",
        "TZOFFSETTO:-0400",
        "DTSTART:19700308T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "TZNAME:EST",
        "TZOFFSETFROM:-0400",
        "TZOFFSETTO:-0500",
        "DTSTART:19701101T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
      ].join("\r\n"),
    );
  });

  test("names an alias as it was asked for", () => {
    expect(toVtimezone("Asia/Calcutta")?.lines.split("\r\n")[1]).toBe("TZID:Asia/Calcutta");
  });

  test.each(["UTC", "Nowhere/Atlantis"])("has none for %s", (timeZone) => {
    expect(toVtimezone(timeZone)).toBeNull();
  });
});

describe("isCovered", () => {
  test.each([
    ["America/New_York", "2026-03-08T06:59:00Z", true],
    ["America/New_York", "2026-03-08T07:00:00Z", true],
    ["America/New_York", "2026-11-01T04:59:00Z", true],
    // 01:00 to 01:59 come twice: clients disagree about which one is meant.
    ["America/New_York", "2026-11-01T05:00:00Z", false],
    ["America/New_York", "2026-11-01T05:30:00Z", false],
    ["America/New_York", "2026-11-01T06:30:00Z", false],
    ["America/New_York", "2026-11-01T07:00:00Z", true],
    // Until 2006 daylight saving began in April.
    ["America/New_York", "2006-03-20T17:00:00Z", false],
    ["Europe/London", "2026-03-29T01:00:00Z", true],
    ["Europe/London", "2026-10-24T23:59:00Z", true],
    ["Europe/London", "2026-10-25T00:59:00Z", false],
    ["Europe/London", "2026-10-25T01:59:00Z", false],
    ["Europe/London", "2026-10-25T02:00:00Z", true],
    // Half an hour goes back: 01:30 to 01:59 come twice.
    ["Australia/Lord_Howe", "2026-04-04T14:29:00Z", true],
    ["Australia/Lord_Howe", "2026-04-04T14:30:00Z", false],
    ["Australia/Lord_Howe", "2026-04-04T15:29:00Z", false],
    ["Australia/Lord_Howe", "2026-04-04T15:30:00Z", true],
    ["Australia/Sydney", "2026-01-15T00:00:00Z", true],
    ["Australia/Sydney", "2026-07-15T00:00:00Z", true],
    ["Asia/Kolkata", "2026-07-15T00:00:00Z", true],
  ])("%s at %s: %s", (timeZone, instant, expected) => {
    expect(coverageAt(Date.parse(instant), timeZone)).toBe(expected);
  });

  // Countries change their rules, and the library and the runtime learn of it at different times: these are the known ones.
  test("holds for a whole year in every zone that has yearly rules", () => {
    const zones = [tzlib_get_timezones()].flat().filter((zone) => zone.includes("/") && isTimeZone(zone));
    const instants = Array.from(
      { length: 73 },
      (_, index) => Date.UTC(2026, 0, 1) + index * 5 * DAY + 12 * HOUR,
    );
    const uncovered = zones.filter((zone) => !instants.every((instant) => coverageAt(instant, zone)));
    const known =
      /^Africa\/(Casablanca|El_Aaiun)|^America\/(Edmonton|Vancouver|Yellowknife)|^Asia\/(Gaza|Hebron)|^Canada\//;
    expect(uncovered.filter((zone) => !known.test(zone))).toEqual([]);
  });
});
