/**
 * Every zone's VTIMEZONE, from the IANA data that `timezones-ical-library` carries. The Worker, where this is imported as
 * `#time-zones`, has a module of the build's in its place (`wrangler.toml`), with the zones of its club alone.
 */
import { tzlib_get_ical_block, tzlib_get_timezones } from "timezones-ical-library";
import { HOUR, MINUTE } from "../../programme/instant.ts";
import type { Observance, Vtimezone } from "./vtimezone.ts";

/** The library looks through its whole table for each question. */
const known = new Map<string, Vtimezone | undefined>();

export const TIME_ZONES = {
  /** Undefined for a zone the library does not know. */
  get(timeZone: string): Vtimezone | undefined {
    if (!known.has(timeZone))
      known.set(timeZone, tzlib_get_timezones().includes(timeZone) ? readVtimezone(timeZone) : undefined);
    return known.get(timeZone);
  },
};

/** ISO 8601 numbers of the weekdays of RFC 5545 3.3.10. */
const WEEKDAY_CODES = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];

function readVtimezone(timeZone: string): Vtimezone {
  const [component = ""] = tzlib_get_ical_block(timeZone);
  // Without vzic's own second name for the zone.
  const lines = component.replace(/^X-LIC-LOCATION:.*\r\n/m, "").replace(/^TZID:.*/m, `TZID:${timeZone}`);
  const observances = component
    .split(/BEGIN:(?:STANDARD|DAYLIGHT)\r\n/)
    .slice(1)
    .map(readObservance);
  return { lines: `${lines}\r\n`, observances };
}

/** The library writes yearly rules of one shape, or none. */
function readObservance(lines: string): Observance {
  const [, sign, hours, minutes] = /^TZOFFSETTO:([+-])(\d\d)(\d\d)/m.exec(lines) ?? [];
  const ahead = Number(hours) * HOUR + Number(minutes) * MINUTE;
  const offset = sign === "-" ? -ahead : ahead;
  const [, month, week, weekday = ""] = /BYMONTH=(\d+);BYDAY=(-?\d)([A-Z]{2})/.exec(lines) ?? [];
  if (month === undefined) return { offset };
  const [, hour, minute] = /^DTSTART:\d{8}T(\d\d)(\d\d)/m.exec(lines) ?? [];
  return {
    offset,
    onset: {
      month: month.padStart(2, "0"),
      week: Number(week),
      weekday: WEEKDAY_CODES.indexOf(weekday),
      time: `${hour}:${minute}`,
    },
  };
}
