/** VTIMEZONE components (RFC 5545 3.6.5), and which local times they give right. */
import { TIME_ZONES } from "#time-zones";
import { addDays, toWeekday } from "../../programme/civil-time.ts";
import type { Instant } from "../../programme/instant.ts";

export interface Vtimezone {
  /** The component, each line ended with CRLF; its TZID is the name asked for, also where that is an alias. */
  lines: string;
  /** One for each STANDARD and DAYLIGHT: a zone that never changes its clocks has one. */
  observances: Observance[];
}

/** From its onset in each year on, a zone's clocks are this far ahead of UTC. */
export interface Observance {
  offset: number;
  /** None where the clocks never change. */
  onset?: { month: string; week: number; weekday: number; time: string };
}

/** The VTIMEZONE of a zone; null for UTC, which needs none, and for a zone that is not known here. */
export function toVtimezone(timeZone: string): Vtimezone | null {
  return timeZone === "UTC" ? null : (TIME_ZONES.get(timeZone) ?? null);
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
