/** Days and times of day as a line names them: "June 15 (Mon)", "6/15", "1pm ET / 10am PT", "13:00–14:30 Europe/Paris". */
import { isClockTime } from "../../programme/civil-time.ts";
import { MONTHS, WEEKDAYS } from "../../wording/dates.ts";
import { isDate, spotDays, spotTimes, type Components, type Spotted } from "./chrono.ts";

interface Mention {
  /** As it stands in the text. */
  text: string;
  index: number;
  end: number;
}

/** A date as written. */
export interface DateMention extends Mention {
  /** The readings of its day and month: two where "6/8" could be either. */
  readings: { month: number; day: number }[];
  year?: number;
  /** 1 is Monday, 7 is Sunday. */
  weekday?: number;
  /** It goes on to a second day: "June 15-16", "June 15 and 16". */
  isSpan: boolean;
}

/** A time of day as written. */
export interface TimeMention extends Mention {
  /** "HH:MM". */
  start: string;
  /** "HH:MM", where the text gives an end. */
  until: string | null;
  /** As written: "ET", "Europe/Paris", "GMT-5". */
  zone: string | null;
}

const NUMERIC = /^(\d{1,2})([/.-])\s?(\d{1,2})(?!\d)(?!.*[a-z]{3})/i;
const FULL_YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/;
/** "June 15, 13" and "June 15, 1300": an hour, and no year. */
const NO_YEAR = /(?<=\d\D*)[\s,/-]+\d{1,4}\D*$/;
const RANGE = /(?<=\d(?:st|nd|rd|th)?)\s*(?:to|until|through|till|[-–])\s*\d.*$/i;
const SPAN = /^\s*(?:[-–—]|to|and|&|\/|or)\s*\d{1,2}(?:st|nd|rd|th)?\b(?!\s*(?:[ap]\.?m\b|:\d))/i;
const SPACED_DASH = /^\s+[-–—]\s/;
/** Between a weekday ("Tues") and its date; chrono's word ends before the "s". */
const BEFORE_DATE = /^s?[\s.,)\]]*(?:the\s+)?$/i;
const AFTER_DATE = /^[\s,([]*$/;
const LATE_YEAR = /^s?[.)\]]*(?:,?\s+((?:19|20)\d{2})\b)?/;

type Written = Omit<DateMention, "text">;

/** Every date in a text, in order. `numeric` also reads "6/15" and "15.6.", which in running text are fractions. */
export function findDates(text: string, numeric: boolean): DateMention[] {
  const spotted = spotDays(text);
  const mentions: DateMention[] = [];
  for (const [at, one] of spotted.entries()) {
    if (!isDate(one) || (!numeric && NUMERIC.test(one.text))) continue;
    const day = toWritten(one);
    const read = mentions.at(-1)?.end ?? 0;
    const date =
      withWeekdayBefore(text, day, spotted[at - 1], read) ?? withWeekdayAfter(text, day, spotted[at + 1]);
    const isSpan = date.isSpan || goesOn(text.slice(date.end));
    mentions.push({ ...date, text: text.slice(date.index, date.end).trim(), isSpan });
  }
  return mentions;
}

function goesOn(rest: string): boolean {
  return SPAN.test(rest) && !SPACED_DASH.test(rest);
}

function toWritten({ text, index, start, until }: Spotted): Written {
  const range = until === null ? null : RANGE.exec(text);
  const first = text.slice(0, range?.index);
  const whole = /[a-z]/i.test(first) ? first : text;
  const year =
    start.isCertain("year") && (FULL_YEAR.test(whole) || NUMERIC.test(whole)) ? start.get("year") : null;
  return {
    index,
    end: index + toDayWords(whole, year === null && start.isCertain("year")).length,
    readings: toReadings(text, start),
    isSpan: range !== null && !SPACED_DASH.test(range[0]),
    ...(year !== null && { year }),
  };
}

/** Without the time after "T", and without an hour that was read as a year. */
function toDayWords(words: string, hasHour: boolean): string {
  const day = words.replace(/(?<=\d)T.*$/, "");
  return hasHour ? day.replace(NO_YEAR, "") : day;
}

/** @param read where the date before ends: its weekday is not this one's */
function withWeekdayBefore(
  text: string,
  day: Written,
  before: Spotted | undefined,
  read: number,
): Written | null {
  if (before === undefined || before.index < read || isDate(before)) return null;
  if (!BEFORE_DATE.test(text.slice(before.end, day.index))) return null;
  const bracket = /[([]/.test(text.charAt(before.index - 1)) ? 1 : 0;
  return { ...day, index: before.index - bracket, weekday: toWeekday(before) };
}

/** A year may follow the weekday. */
function withWeekdayAfter(text: string, day: Written, after: Spotted | undefined): Written {
  const isBeside = after !== undefined && !isDate(after) && AFTER_DATE.test(text.slice(day.end, after.index));
  if (!isBeside) return day;
  const [late, year] = LATE_YEAR.exec(text.slice(after.end)) ?? [""];
  return {
    ...day,
    end: after.end + late.length,
    weekday: toWeekday(after),
    ...(year !== undefined && { year: Number(year) }),
  };
}

/** Sunday is 0 for chrono. */
function toWeekday({ start }: Spotted): number {
  return start.get("weekday") || WEEKDAYS.length;
}

/** "6/8" is month first or day first, "8.6." is day first. */
function toReadings(text: string, start: Components): DateMention["readings"] {
  const [, first, sign, second] = NUMERIC.exec(text) ?? [];
  if (first === undefined) return [{ month: start.get("month") ?? 0, day: start.get("day") ?? 0 }];
  const dayFirst = { month: Number(second), day: Number(first) };
  const monthFirst = { month: Number(first), day: Number(second) };
  if (sign === ".") return [dayFirst];
  return [monthFirst, dayFirst]
    .slice(0, first === second ? 1 : 2)
    .filter(({ month }) => month >= 1 && month <= MONTHS.length);
}

const ZONE_NAME =
  "(?:UTC|GMT)[+−-]\\d{1,2}(?::?\\d{2})?(?!\\d|\\s*[ap]\\.?m)|Etc/GMT[+-]\\d{1,2}|[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?|(?:New York|Eastern|Central|Mountain|Pacific|London|Paris|Berlin|Zurich|India|Beijing|Tokyo)(?=\\s+[Tt]ime\\b|[\\s),./|]|$)|[A-Z]{1,5}T\\b|UTC\\b|UK\\b";
/** What may follow a time: a name, or the offset of ISO 8601. */
const ZONE = new RegExp(
  `^(?:\\s*Uhr\\b)?\\s*\\(?(Z\\b|[+-]\\d{2}:?\\d{2}\\b|${ZONE_NAME})(?:\\s+[Tt]ime\\b)?`,
);
const ISO_DATE = /^\d{4}-\d{1,2}-\d{1,2}T/;

/** Every time of day in a text, in order, but none that is part of a date ("15.06."). */
export function findTimes(text: string): TimeMention[] {
  const dates = findDates(text, true);
  return spotTimes(text)
    .flatMap((spotted) => toTime(text, spotted) ?? [])
    .filter((time) => !dates.some(({ index, end }) => time.index < end && time.end > index));
}

function toTime(
  text: string,
  { index: at, end: last, text: words, ...spotted }: Spotted,
): TimeMention | null {
  const index = at + (ISO_DATE.exec(words)?.[0].length ?? 0);
  const start = toClock(spotted.start);
  if (start === null || /[\d/.:+-]/.test(text.charAt(index - 1))) return null;
  const until = spotted.until === null ? null : toClock(spotted.until);
  const [zoned, zone = null] = ZONE.exec(text.slice(last)) ?? [""];
  const end = last + zoned.length;
  return {
    text: text.slice(index, end).replace(/[(\s]+$/, ""),
    index,
    end,
    start: until === null ? start : toEarlier(start, spotted.start, until),
    until,
    zone,
  };
}

/** The zone a text begins with, as written. */
export function findZone(text: string): string | null {
  return new RegExp(`^(?:${ZONE_NAME})`).exec(text)?.[0] ?? null;
}

/** "11-1pm" begins in the morning: the end's half of the day is taken only where that comes before the end. */
function toEarlier(clock: string, start: Components, until: string): string {
  const isBorrowed = !start.isCertain("meridiem") && clock >= "12:00" && clock >= until;
  return isBorrowed ? `${String(Number(clock.slice(0, 2)) - 12).padStart(2, "0")}${clock.slice(2)}` : clock;
}

function toClock(time: Components): string | null {
  const [hour, minute] = [time.get("hour"), time.get("minute")].map((part) => String(part).padStart(2, "0"));
  const clock = `${hour}:${minute}`;
  return isClockTime(clock) ? clock : null;
}

/** The end of "no date that can be read": the weekday, where there is one. */
export function toOnlyWeekday(weekday: number | null | undefined): string {
  return weekday ? ` (only the weekday ${WEEKDAYS[weekday - 1]})` : "";
}

/** The first weekday named in a text, 1 to 7, or null. */
export function findWeekday(text: string): number | null {
  const word = /\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b|\((mon|tue|wed|thu|fri|sat|sun)[a-z]*\)/i.exec(
    text,
  );
  const name = word?.[1] ?? word?.[2];
  if (name === undefined) return null;
  return WEEKDAYS.findIndex((known) => known.toLowerCase().startsWith(name.slice(0, 3).toLowerCase())) + 1;
}
