/**
 * Dates and times in words. The words of English come from this file, so that the bytes of most clubs do not depend on the
 * runtime's language data; those of other languages come from `Intl`.
 */
import { toCivil, toOffset, toWeekday } from "../programme/civil-time.ts";
import type { Instant } from "../programme/instant.ts";
import type { NoticeTime } from "../programme/revision.ts";
import type { Language } from "./language.ts";

/** From Monday, as ISO 8601 counts them. */
export const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
export const MONTHS =
  "January February March April May June July August September October November December".split(" ");

/** "Monday 15 June 2026", for a civil date "2026-06-15". What commands say. */
export function toEnglishDate(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${WEEKDAYS[toWeekday(date) - 1]} ${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** "Monday 15 June 2026", "Montag, 15. Juni 2026". */
export function toLongDate(date: string, { locale }: Language): string {
  if (locale === null) return toEnglishDate(date);
  return toFormat(locale, LONG_DATE).format(Date.parse(`${date}T00:00:00Z`));
}

/** @param weekday 1 is Monday, 7 is Sunday */
export function toWeekdayName(weekday: number, { wordsLocale: locale }: Language): string {
  if (locale === null) return WEEKDAYS[weekday - 1] ?? "";
  // The first of January 2024 was a Monday.
  return toFormat(locale, WEEKDAY).format(Date.UTC(2024, 0, weekday));
}

/** "30 minutes", "1 day", for a number of minutes that is a whole number of a unit. */
export function toDuration(minutes: number, { wordsLocale: locale }: Language): string {
  const [count, unit] =
    minutes >= 1440 ? [minutes / 1440, "day"] : minutes >= 60 ? [minutes / 60, "hour"] : [minutes, "minute"];
  if (locale === null) return `${count} ${unit}${count === 1 ? "" : "s"}`;
  const options = { style: "unit", unit, unitDisplay: "long", numberingSystem: "latn" } as const;
  return new Intl.NumberFormat(locale, options).format(count);
}

/** At the beginning of a line or sentence: "Lundi 15 juin 2026". English dates begin with a capital anyway. */
export function toBeginning(text: string, { locale }: Language): string {
  if (locale === null) return text;
  const [first = "", ...rest] = text;
  return first.toLocaleUpperCase(locale) + rest.join("");
}

/** "UTC−04:00" for the offset of a zone at an instant. */
export function toOffsetLabel(instant: Instant, timeZone: string): string {
  const offset = toOffset(instant, timeZone);
  const ahead = new Date(Math.abs(offset)).toISOString().slice(11, 16);
  return `UTC${offset < 0 ? "−" : "+"}${ahead}`;
}

/**
 * When a session is, in words that fit into a sentence: "Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00)", or all
 * day "Monday 15 June 2026, time to be announced (America/New_York)". A session over midnight names both days, and one
 * during which the clocks change both offsets.
 */
export function toDateLine(time: NoticeTime, language: Language): string {
  const known = dateLines.get(time);
  if (known?.language === language) return known.line;
  const line = writeDateLine(time, language);
  dateLines.set(time, { language, line });
  return line;
}

/** Every document says each a few times; nothing changes a session in place. */
const dateLines = new WeakMap<NoticeTime, { language: Language; line: string }>();

function writeDateLine({ startsAt, endsAt, timeZone, isAllDay }: NoticeTime, language: Language): string {
  const { dates } = language.words;
  const [start, end] = [toCivil(startsAt, timeZone), toCivil(endsAt, timeZone)];
  const day = toLongDate(start.date, language);
  if (isAllDay) return dates.untimed(day, timeZone);
  const times =
    end.date === start.date
      ? dates.span(start.time, end.time)
      : dates.overMidnight(start.time, toLongDate(end.date, language), end.time);
  return dates.timed(day, times, toZoneLabel({ startsAt, endsAt, timeZone }, language));
}

function toZoneLabel(
  { startsAt, endsAt, timeZone }: Omit<NoticeTime, "isAllDay">,
  { words: { dates } }: Language,
): string {
  if (timeZone === "UTC") return timeZone;
  const [first, last] = [toOffsetLabel(startsAt, timeZone), toOffsetLabel(endsAt, timeZone)];
  return dates.zone(timeZone, first === last ? first : dates.offsets(first, last));
}

/** Of our calendar, and in the digits of the times and numbers around, whatever is usual in a language. */
const GREGORIAN = { timeZone: "UTC", calendar: "gregory", numberingSystem: "latn" } as const;
const LONG_DATE = { ...GREGORIAN, weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
const WEEKDAY = { ...GREGORIAN, weekday: "long" } as const;

/** Making a formatter costs a hundred times as much as using one. */
const formats = new Map<object, Map<string, Intl.DateTimeFormat>>();

function toFormat(locale: string, options: typeof LONG_DATE | typeof WEEKDAY): Intl.DateTimeFormat {
  const byLocale = formats.get(options) ?? new Map<string, Intl.DateTimeFormat>();
  formats.set(options, byLocale);
  const format = byLocale.get(locale) ?? new Intl.DateTimeFormat(locale, options);
  byLocale.set(locale, format);
  return format;
}
