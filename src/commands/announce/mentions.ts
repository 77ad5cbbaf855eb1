/**
 * Days and times of day as a line names them: "June 15 (Mon)", "6/15", "1pm ET / 10am PT", "13:00–14:30 Europe/Paris".
 *
 * chrono finds them. What it would guess beyond what is written (a year, the offset of a zone, the order of "6/8") is not
 * taken from it: that is for `which-day.ts` and `which-time.ts`.
 */
import { Chrono, configuration, type ParsedResult } from "chrono-node/en";
import { isClockTime, MONTHS, WEEKDAYS } from "../../programme/civil-time.ts";

type Components = ParsedResult["start"];

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
  until?: string;
  /** As written: "ET", "Europe/Paris", "GMT-5". */
  zone?: string;
}

/** chrono's time grows with the square of a text's length, so it is given pieces, cut at spaces. */
const PIECE = /.{1,400}(?=\s|$)|.{1,400}/gs;
/** Nothing that is taken from a result depends on the day it is read. */
const ANY_DAY = { instant: new Date(0), timezone: 0 };

/** What chrono does not know or would take for something else, to words of the same length that it reads right. */
const WORDS: readonly [RegExp, string][] = [
  [/\b12 noon\b/gi, "12:00pm"],
  [/\bnoon\b/gi, "12pm"],
  [/\b12 midnight\b/gi, "12:00am"],
  [/\bmidnight\b/gi, "12:00 am"],
  [/(?<=\b\d{1,2})h(?=\d{2}\b)/gi, ":"],
  [/—/g, "–"],
  [/\btues\b/gi, "tue"],
  [/\bweds\b/gi, "wed"],
  // Offsets of ISO 8601: the zone is read where the time ends.
  [/(?<=\d:\d{2}(?:\.\d+)?)(?:Z|\+\d{2}:?\d{2})\b|(?<=T[\d:.]+)-\d{2}:?\d{2}\b/g, ""],
];

/** "15.6." and "15. 6. 2026". */
const dottedDate = {
  pattern: () =>
    /(?<![\d/.])(\d{1,2})\.\s?(\d{1,2})\.(?:\s?((?:19|20)\d{2}|\d{2})\b(?!\s*(?:[:.h]\d|uhr|[ap]\.?m)))?(?!\d)/i,
  extract: (_context: unknown, [, day, month, year]: RegExpMatchArray) => ({
    day: Number(day),
    month: Number(month),
    ...(year !== undefined && { year: year.length === 2 ? 2_000 + Number(year) : Number(year) }),
  }),
};
/** "1300 ET" and "1300h". */
const fourDigits = {
  pattern: () =>
    /(?<![\d/.:-])([01]\d|2[0-3])([0-5]\d)(?=\s?(?:h\b|hrs\b|Uhr\b|hours\b|[A-Z]{1,4}T\b|UTC\b))/,
  extract: (_context: unknown, [, hour, minute]: RegExpMatchArray) => ({
    hour: Number(hour),
    minute: Number(minute),
  }),
};

/** Relative days ("2 days ago") are no dates; "may" and "march" in small letters are verbs. */
const DAYS = createChrono(
  (result) =>
    (isDate(result) || result.start.isCertain("weekday")) &&
    !result.tags().has("result/relativeDate") &&
    !/\b(?:may|march)\b/.test(result.text),
);
/** A bare number is no time. */
const TIMES = createChrono(
  ({ start, text }) => start.isCertain("hour") && /\d[:.]?\d{2}|\d\s*[ap]\.?m\b/i.test(text),
);

/** Of results that overlap the longest is kept, and only those of a kind. */
function createChrono(isWanted: (result: ParsedResult) => boolean): Chrono {
  const { parsers } = configuration.createConfiguration(true);
  return new Chrono({
    parsers: [...parsers, dottedDate, fourDigits],
    refiners: [{ refine: (_context, results) => toLongest(results.filter(isWanted)) }],
  });
}

function toLongest<T extends ParsedResult>(results: readonly T[]): T[] {
  const kept: T[] = [];
  for (const result of results) {
    const last = kept.at(-1);
    if (last === undefined || result.index >= last.index + last.text.length) kept.push(result);
    else if (result.text.length > last.text.length) kept.splice(-1, 1, result);
  }
  return kept;
}

interface Found extends Mention {
  start: Components;
  until: Components | null;
}

/** What chrono finds, with its place in the whole text. A text without digits has neither date nor time. */
function find(chrono: Chrono, text: string): Found[] {
  const known = WORDS.reduce(
    (rest, [word, other]) => rest.replace(word, (old) => other.padEnd(old.length)),
    text,
  );
  if (!/\d/.test(known)) return [];
  return [...known.matchAll(PIECE)].flatMap((piece) =>
    chrono.parse(piece[0], ANY_DAY).map((result) => {
      const lead = /^(?:on|at|from|this|next)\s+|/i.exec(result.text)?.[0].length ?? 0;
      const index = piece.index + result.index + lead;
      const words = result.text.slice(lead).trimEnd();
      return {
        text: words,
        index,
        end: index + words.length,
        start: result.start,
        until: result.end ?? null,
      };
    }),
  );
}

function isDate({ start }: { start: Components }): boolean {
  return start.isCertain("day") && start.isCertain("month");
}

const NUMERIC = /^(\d{1,2})([/.-])\s?(\d{1,2})(?!\d)(?!.*[a-z]{3})/i;
const FULL_YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/;
/** "June 15, 13" and "June 15, 1300": an hour, and no year. */
const NO_YEAR = /(?<=\d\D*)[\s,/-]+\d{1,4}\D*$/;
const RANGE = /(?<=\d(?:st|nd|rd|th)?)\s*(?:to|until|through|till|[-–])\s*\d.*$/i;
const SPAN = /^\s*(?:[-–—]|to|and|&|\/|or)\s*\d{1,2}(?:st|nd|rd|th)?\b(?!\s*(?:[ap]\.?m\b|:\d))/i;
const SPACED_DASH = /^\s+[-–—]\s/;
const BEFORE_DATE = /^[\s.,)\]]*(?:the\s+)?$/i;
const AFTER_DATE = /^[\s,([]*$/;
const LATE_YEAR = /^[.)\]]*(?:,?\s+((?:19|20)\d{2})\b)?/;

/** Every date in a text, in order. `numeric` also reads "6/15" and "15.6.", which in running text are fractions. */
export function findDates(text: string, numeric: boolean): DateMention[] {
  const found = find(DAYS, text);
  const mentions: DateMention[] = [];
  for (const [at, date] of found.entries()) {
    if (!isDate(date) || (!numeric && NUMERIC.test(date.text))) continue;
    const isFree = (found[at - 1]?.index ?? 0) >= (mentions.at(-1)?.end ?? 0);
    mentions.push(toDateMention(text, date, isFree ? found[at - 1] : undefined, found[at + 1]));
  }
  return mentions;
}

function toDateMention(text: string, date: Found, before?: Found, after?: Found): DateMention {
  const { words, isRange } = toDayWords(date);
  let { index } = date;
  let end = index + words.length;
  let year = FULL_YEAR.test(words) || NUMERIC.test(words) ? toYear(date) : undefined;
  let weekday = toWeekdayBeside(before, text.slice(before?.end, index), BEFORE_DATE);
  if (weekday !== null) index = before?.index ?? index;
  else weekday = toWeekdayBeside(after, text.slice(end, after?.index), AFTER_DATE);
  if (weekday !== null && index === date.index) {
    end = after?.end ?? end;
    const [late, lateYear] = LATE_YEAR.exec(text.slice(end)) ?? [""];
    end += late.length;
    year ??= lateYear === undefined ? undefined : Number(lateYear);
  }
  const rest = text.slice(end);
  return {
    text: text.slice(index, end).trim(),
    index,
    end,
    readings: toReadings(date),
    isSpan: isRange || (SPAN.test(rest) && !SPACED_DASH.test(rest)),
    ...(year !== undefined && { year }),
    ...(weekday !== null && { weekday }),
  };
}

/** The words of the day itself, without a time after "T", a second day, or an hour that was read as a year. */
function toDayWords({ text, start, until }: Found): { words: string; isRange: boolean } {
  const range = until === null ? null : RANGE.exec(text);
  const first = range === null ? text : text.slice(0, range.index);
  const isRange = range !== null && !SPACED_DASH.test(range[0]);
  const words = /[a-z]/i.test(first) ? first : text;
  if (start.isCertain("hour")) return { words: words.replace(/T.*$/i, ""), isRange };
  const isYear = !start.isCertain("year") || FULL_YEAR.test(words) || NUMERIC.test(words);
  return { words: isYear ? words : words.replace(NO_YEAR, ""), isRange };
}

function toYear({ start }: Found): number | undefined {
  return start.isCertain("year") ? (start.get("year") ?? undefined) : undefined;
}

function toWeekdayBeside(found: Found | undefined, gap: string, pattern: RegExp): number | null {
  if (found === undefined || isDate(found) || !pattern.test(gap)) return null;
  return found.start.get("weekday") || 7;
}

/** "6/8" is month first or day first, "8.6." is day first. */
function toReadings({ text, start }: Found): DateMention["readings"] {
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
/** Directly after a time the offset of ISO 8601, else a name. */
const ZONE = new RegExp(
  `^(?:(Z|[+-]\\d{2}:?\\d{2})\\b|(?:\\s*Uhr\\b)?\\s*\\(?(${ZONE_NAME})(?:\\s+[Tt]ime\\b)?)`,
);

/** Every time of day in a text, in order, but none that is part of a date ("15.06."); a bare number is no time. */
export function findTimes(text: string): TimeMention[] {
  const dates = findDates(text, true);
  return find(TIMES, text).flatMap((found): TimeMention[] => {
    const lead = /^\d{4}-\d{1,2}-\d{1,2}T/.exec(found.text)?.[0].length ?? 0;
    const index = found.index + lead;
    const clock = toClock(found.start);
    const isPart = dates.some((date) => index < date.end && found.end > date.index);
    if (clock === null || isPart || /[\d/.:+-]/.test(text.charAt(index - 1))) return [];
    const last = found.until === null ? null : toClock(found.until);
    const [zoned, offset, name] = ZONE.exec(text.slice(found.end)) ?? [""];
    const zone = offset ?? name;
    const end = found.end + zoned.length;
    return [
      {
        text: text.slice(index, end).replace(/[(\s]+$/, ""),
        index,
        end,
        start: last === null ? clock : toEarlier(clock, found.start, last),
        ...(last !== null && { until: last }),
        ...(zone !== undefined && { zone }),
      },
    ];
  });
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

/** The first weekday named in a text, 1 to 7, or null. */
export function findWeekday(text: string): number | null {
  const word = /\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b|\((mon|tue|wed|thu|fri|sat|sun)[a-z]*\)/i.exec(
    text,
  );
  const name = word?.[1] ?? word?.[2];
  if (name === undefined) return null;
  return WEEKDAYS.findIndex((known) => known.toLowerCase().startsWith(name.slice(0, 3).toLowerCase())) + 1;
}
