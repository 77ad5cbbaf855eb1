/**
 * Civil dates and wall-clock times, and the way between them and instants.
 *
 * A civil date is "YYYY-MM-DD", a wall-clock time "HH:MM" (00:00 to 23:59), a time zone an IANA name. The zone rules
 * come from `Intl`. How dates are put into words is for `wording/dates.ts`.
 */
import { DAY, HOUR, MINUTE, SECOND, toRfc3339, type Instant } from "./instant.ts";
import { fail, succeed, type Result } from "./result.ts";

const DATE_SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const TIME_SHAPE = /^([01]\d|2[0-3]):([0-5]\d)$/;
/** "Europe/Paris", "America/Argentina/Buenos_Aires": never an abbreviation ("EST") or an offset ("+02:00"). */
const ZONE_SHAPE = /^[A-Z][\w+-]*(\/[A-Z][\w+-]*){1,2}$/;

/** As `Intl` writes it behind a date: "GMT-04:00", "GMT"; zones of long ago had seconds. */
const OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

/** An instant as clocks and calendars of a zone show it. */
export interface CivilTime {
  date: string;
  time: string;
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  weekday: number;
}

/** The clock jumped over this time; `shifted` is what the clock shows when it would have come. */
export type SkippedTime = { reason: "skipped_by_dst"; shifted: CivilTime };

/** Whether the text is a date of the calendar: "2026-02-28" is, "2026-02-30" is not. */
export function isCivilDate(text: string): boolean {
  const midnight = DATE_SHAPE.test(text) ? toMidnight(text) : Number.NaN;
  return !Number.isNaN(midnight) && toCivilDate(midnight) === text;
}

/** Whether the text is "HH:MM" from 00:00 to 23:59. */
export function isClockTime(text: string): boolean {
  return TIME_SHAPE.test(text);
}

/** Whether the text is "UTC" or an IANA Region/City name that the runtime knows, written as IANA writes it. */
export function isTimeZone(text: string): boolean {
  if (text === "UTC" || zones.has(text)) return true;
  if (!ZONE_SHAPE.test(text)) return false;
  try {
    const known = clockOf(text).resolvedOptions().timeZone;
    const isKnown = known === text || known.toLowerCase() !== text.toLowerCase();
    if (isKnown) zones.add(text);
    return isKnown;
  } catch {
    return false;
  }
}

/** A zone that the build has found good: asking `Intl` for the first time takes longer than all else that a refresh reads. */
export function keepTimeZone(text: string): void {
  zones.add(text);
}

/**
 * The instant at which a zone's clocks show this date and time.
 *
 * A time that comes twice in autumn is its first coming; one that a change of the clocks skips is an error.
 * A date, time or zone without its shape is a programmer's mistake and throws.
 */
export function toInstant(date: string, time: string, timeZone: string): Result<Instant, SkippedTime> {
  const { wall, before, after } = toCandidates(date, time, timeZone);
  const [first] = [wall - before, wall - after]
    .filter((instant) => instant + toOffset(instant, timeZone) === wall)
    .toSorted((a, b) => a - b);
  if (first !== undefined) return succeed(first);
  return fail({ reason: "skipped_by_dst", shifted: toCivil(wall - before, timeZone) });
}

/** The first instant of a date in a zone; where the clocks skip midnight, the instant at which they do. */
export function toStartOfDay(date: string, timeZone: string): Instant {
  const midnight = toInstant(date, "00:00", timeZone);
  if (midnight.ok) return midnight.value;
  // Clocks that skip midnight were put forward at midnight.
  const { wall, before } = toCandidates(date, "00:00", timeZone);
  return wall - before;
}

/** What the clocks and calendars of a zone show at an instant, cut to the minute. */
export function toCivil(instant: Instant, timeZone: string): CivilTime {
  const shown = new Date(instant + toOffset(instant, timeZone));
  const wall = shown.toISOString();
  return { date: wall.slice(0, 10), time: wall.slice(11, 16), weekday: shown.getUTCDay() || 7 };
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds; negative west of it. */
export function toOffset(instant: Instant, timeZone: string): number {
  if (timeZone === "UTC") return 0;
  const known = offsets.get(timeZone) ?? new Map<Instant, number>();
  const found = known.get(instant);
  if (found !== undefined) return found;
  // No club has so many sessions: whatever is asked for beside them does not pile up.
  if (known.size >= MOST_OFFSETS) known.clear();
  const offset = readOffset(instant, timeZone);
  offsets.set(timeZone, known.set(instant, offset));
  return offset;
}

/** By zone, as each start and end is asked for a dozen times and costs a microsecond each. */
const offsets = new Map<string, Map<Instant, number>>();
const MOST_OFFSETS = 20_000;

function readOffset(instant: Instant, timeZone: string): number {
  const shown = clockOf(timeZone).format(instant);
  const [found, sign, hours = 0, minutes = 0, seconds = 0] = OFFSET.exec(shown) ?? [];
  if (found === undefined) throw new RangeError(`no offset in "${shown}"`);
  const offset = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
  return sign === "-" ? -offset : offset;
}

/** The date so many days later, or earlier where `days` is negative. */
export function addDays(date: string, days: number): string {
  return toCivilDate(parseDate(date) + days * DAY);
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function toWeekday(date: string): number {
  return new Date(parseDate(date)).getUTCDay() || 7;
}

/**
 * The RFC 3339 form with the zone's offset ("2026-06-15T13:00:00-04:00"); where the zone is at UTC that is said as "Z"
 * (RFC 3339 4.3: "+00:00" would say the same, "-00:00" something else).
 */
export function toZonedRfc3339(instant: Instant, timeZone: string): string {
  const offset = toOffset(instant, timeZone);
  if (offset === 0) return toRfc3339(instant);
  const wall = toRfc3339(instant + offset).slice(0, -1);
  const ahead = toRfc3339(Math.abs(offset)).slice(11, 16);
  return `${wall}${offset < 0 ? "-" : "+"}${ahead}`;
}

/** The wall time as if it were UTC, and the zone's offsets safely before and after it: no zone is a day from UTC. */
function toCandidates(date: string, time: string, timeZone: string) {
  const [, hour, minute] = TIME_SHAPE.exec(time) ?? [];
  if (minute === undefined) throw new RangeError(`not a wall-clock time: ${time}`);
  const wall = parseDate(date) + Number(hour) * HOUR + Number(minute) * MINUTE;
  return { wall, before: toOffset(wall - DAY, timeZone), after: toOffset(wall + DAY, timeZone) };
}

function parseDate(date: string): Instant {
  if (!isCivilDate(date)) throw new RangeError(`not a civil date: ${date}`);
  return toMidnight(date);
}

/** In UTC; NaN, or the midnight of another date, where there is no such date. */
function toMidnight(date: string): Instant {
  return Date.parse(`${date}T00:00:00Z`);
}

function toCivilDate(midnight: Instant): string {
  return new Date(midnight).toISOString().slice(0, 10);
}

/** The zones found to be ones: a ledger names one a thousand times. */
const zones = new Set<string>();

/** Making a formatter costs a hundred times as much as using one. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  clocks.set(timeZone, clock);
  return clock;
}
