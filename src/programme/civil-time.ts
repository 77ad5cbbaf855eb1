/**
 * Civil dates and wall-clock times, and the way between them and instants.
 *
 * A civil date is "YYYY-MM-DD", a wall-clock time "HH:MM" (00:00 to 23:59), a time zone an IANA name. The zone rules
 * come from `Intl`. How dates are put into words is for `wording/dates.ts`.
 */
import { DAY, HOUR, MINUTE, SECOND, toRfc3339, type Instant } from "./instant.ts";
import { fail, succeed, type Result } from "./result.ts";

const DATE_SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME_SHAPE = /^([01]\d|2[0-3]):([0-5]\d)$/;
/** "Europe/Paris", "America/Argentina/Buenos_Aires": never an abbreviation ("EST") or an offset ("+02:00"). */
const ZONE_SHAPE = /^[A-Z][\w+-]*(\/[A-Z][\w+-]*){1,2}$/;

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
  const [, year, month, day] = DATE_SHAPE.exec(text) ?? [];
  if (day === undefined) return false;
  return toCivilDate(toUtcMidnight(Number(year), Number(month), Number(day))) === text;
}

/** Whether the text is "HH:MM" from 00:00 to 23:59. */
export function isClockTime(text: string): boolean {
  return TIME_SHAPE.test(text);
}

/** Whether the text is "UTC" or an IANA Region/City name that the runtime knows, written as IANA writes it. */
export function isTimeZone(text: string): boolean {
  if (text === "UTC") return true;
  if (!ZONE_SHAPE.test(text)) return false;
  try {
    const known = clockOf(text).resolvedOptions().timeZone;
    return known === text || known.toLowerCase() !== text.toLowerCase();
  } catch {
    return false;
  }
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
  const { wall, before, after } = toCandidates(date, "00:00", timeZone);
  let [old, changed] = [wall - after, wall - before];
  while (changed - old > 1) {
    const middle = Math.floor((old + changed) / 2);
    if (toOffset(middle, timeZone) === before) old = middle;
    else changed = middle;
  }
  return changed;
}

/** What the clocks and calendars of a zone show at an instant, cut to the minute. */
export function toCivil(instant: Instant, timeZone: string): CivilTime {
  const wall = new Date(instant + toOffset(instant, timeZone)).toISOString();
  const date = wall.slice(0, 10);
  return { date, time: wall.slice(11, 16), weekday: toWeekday(date) };
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds; negative west of it. */
export function toOffset(instant: Instant, timeZone: string): number {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of clockOf(timeZone).formatToParts(instant)) shown[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = shown;
  const wall = toUtcMidnight(year, month, day) + hour * HOUR + minute * MINUTE + second * SECOND;
  return wall - Math.floor(instant / SECOND) * SECOND;
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
  return Date.parse(`${date}T00:00:00Z`);
}

function toCivilDate(midnight: Instant): string {
  return new Date(midnight).toISOString().slice(0, 10);
}

/** `Date.UTC` would read the years 0 to 99 as 1900 to 1999. */
function toUtcMidnight(year: number, month: number, day: number): Instant {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** Making a formatter costs a hundred times as much as using one. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  clocks.set(timeZone, clock);
  return clock;
}
