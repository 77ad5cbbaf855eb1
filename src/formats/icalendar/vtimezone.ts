/** VTIMEZONE components (RFC 5545 3.6.5), from the IANA data that `timezones-ical-library` carries. */
import { tzlib_get_ical_block, tzlib_get_timezones } from "timezones-ical-library";
import { addDays, toWeekday } from "../../programme/civil-time.ts";
import { HOUR, MINUTE, type Instant } from "../../programme/instant.ts";

export interface Vtimezone {
  /** The component, each line ended with CRLF; its TZID is the name asked for, also where that is an alias. */
  lines: string;
  /** One for each STANDARD and DAYLIGHT: a zone that never changes its clocks has one. */
  observances: Observance[];
}

/** From its onset in each year on, a zone's clocks are this far ahead of UTC. */
interface Observance {
  offset: number;
  /** None where the clocks never change. */
  onset?: { month: string; week: number; weekday: number; time: string };
}

/** The library looks through its whole table for each question. */
const known = new Map<string, Vtimezone | null>();

/** The VTIMEZONE of a zone; null for UTC, which needs none, and for a zone the library does not know. */
export function toVtimezone(timeZone: string): Vtimezone | null {
  const found = known.get(timeZone);
  if (found !== undefined) return found;
  const isListed = timeZone !== "UTC" && tzlib_get_timezones().includes(timeZone);
  const vtimezone = isListed ? readVtimezone(timeZone) : null;
  known.set(timeZone, vtimezone);
  return vtimezone;
}

/** What a zone's clocks show. */
export interface LocalTime {
  /** As the clocks show it: the instant at which those of UTC would. */
  wall: Instant;
  /** How far ahead of UTC they are, in milliseconds. */
  offset: number;
}

/**
 * Whether every client that reads the VTIMEZONE gets the right instant from this local time. The component holds only
 * the rules of today, so a time before a country changed its rules is not covered. Nor is a local time that comes twice
 * in autumn: RFC 5545 3.3.5 reads it as its first coming, and Thunderbird, libical and sabre as its second. Such times
 * are written in UTC.
 */
export function isCovered(vtimezone: Vtimezone, { wall, offset }: LocalTime): boolean {
  const ordered = toOrdered(vtimezone, new Date(wall).getUTCFullYear());
  // Before the year's first onset the last one of the year before still holds.
  const current = ordered.findLast(({ from }) => from <= wall) ?? ordered.at(-1);
  if (current?.offset !== offset) return false;
  const next = ordered.find(({ from }) => from > wall);
  // Where the clocks go back at the onset, the time up to it comes again.
  return next === undefined || wall + offset - next.offset < next.from;
}

/** From an onset on, as the zone's clocks show it, they are so far ahead. */
interface Turn {
  from: Instant;
  offset: number;
}

/** By year: the sessions of a year ask for the same. */
const turns = new WeakMap<Vtimezone, Map<number, Turn[]>>();

/** The onsets of a year, in order. */
function toOrdered(vtimezone: Vtimezone, year: number): Turn[] {
  const byYear = turns.get(vtimezone) ?? new Map<number, Turn[]>();
  const found = byYear.get(year);
  if (found !== undefined) return found;
  const ordered = vtimezone.observances
    .map((observance) => ({ offset: observance.offset, from: toOnset(observance, year) }))
    .toSorted((a, b) => a.from - b.from);
  turns.set(vtimezone, byYear.set(year, ordered));
  return ordered;
}

/** On the zone's clocks; before all others where the clocks never change. */
function toOnset({ onset }: Observance, year: number): Instant {
  if (onset === undefined) return Number.NEGATIVE_INFINITY;
  const { month, week, weekday, time } = onset;
  const first = `${String(year).padStart(4, "0")}-${month}-01`;
  // Negative weeks count back from the first of the next month, in which 31 days after a first one is.
  const start = week > 0 ? first : `${addDays(first, 31).slice(0, 7)}-01`;
  const days = ((weekday - toWeekday(start) + 7) % 7) + 7 * (week > 0 ? week - 1 : week);
  return Date.parse(`${addDays(start, days)}T${time}Z`);
}

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
