import { describe, expect, it, test } from "vitest";
import { toStartOfDay } from "../../src/programme/civil-time.ts";
import { toDateLine, toLongDate, toOffsetLabel } from "../../src/wording/dates.ts";
import { toLanguage } from "../../src/wording/language.ts";

const ENGLISH = toLanguage("en");

const NEW_YORK = "America/New_York";

describe("dates in words", () => {
  it("writes a date in full", () => {
    expect(toLongDate("2026-02-03", ENGLISH)).toBe("Tuesday 3 February 2026");
  });

  test.each([
    [NEW_YORK, "UTC−04:00"],
    ["Asia/Kolkata", "UTC+05:30"],
    ["Africa/Abidjan", "UTC+00:00"],
  ])("labels the offset of %s", (timeZone, expected) => {
    expect(toOffsetLabel(Date.UTC(2026, 5, 15, 17), timeZone)).toBe(expected);
  });

  const session = {
    startsAt: Date.UTC(2026, 5, 15, 17),
    endsAt: Date.UTC(2026, 5, 15, 18, 30),
    timeZone: NEW_YORK,
    isAllDay: false,
  };

  it("says when a session is, with its zone and offset", () => {
    expect(toDateLine(session, ENGLISH)).toBe(
      "Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00)",
    );
  });

  it("names both days of a session over midnight", () => {
    expect(toDateLine({ ...session, timeZone: "Asia/Kolkata" }, ENGLISH)).toBe(
      "Monday 15 June 2026, 22:30 – Tuesday 16 June 2026, 00:00 (Asia/Kolkata, UTC+05:30)",
    );
  });

  test.each([
    [1, 30, "01:30–02:30 (Europe/London, UTC+01:00, at the end UTC+00:00)"],
    // Without the offsets it would seem to take no time at all.
    [0, 30, "01:30–01:30 (Europe/London, UTC+01:00, at the end UTC+00:00)"],
  ])("names both offsets where the clocks change meanwhile (%i h %i min)", (hours, minutes, expected) => {
    const startsAt = Date.UTC(2026, 9, 25, 0, 30);
    const endsAt = Date.UTC(2026, 9, 25, 1 + hours, minutes);
    expect(toDateLine({ ...session, timeZone: "Europe/London", startsAt, endsAt }, ENGLISH)).toBe(
      `Sunday 25 October 2026, ${expected}`,
    );
  });

  it("does not repeat UTC", () => {
    expect(toDateLine({ ...session, timeZone: "UTC" }, ENGLISH)).toBe(
      "Monday 15 June 2026, 17:00–18:30 (UTC)",
    );
  });

  it("says that the time is to be announced", () => {
    const allDay = {
      startsAt: toStartOfDay("2026-06-15", NEW_YORK),
      endsAt: toStartOfDay("2026-06-16", NEW_YORK),
      timeZone: NEW_YORK,
      isAllDay: true,
    };
    expect(toDateLine(allDay, ENGLISH)).toBe("Monday 15 June 2026, time to be announced (America/New_York)");
  });
});
