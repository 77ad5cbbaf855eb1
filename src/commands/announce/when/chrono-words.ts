/** What chrono does not know: forms of days and times as parsers of its own kind, and words that it reads when written otherwise. */
import type { Parser } from "chrono-node/en";

/** What chrono does not know or would take for something else, to words of the same length that it reads right. */
export const WORDS: readonly [RegExp, string][] = [
  [/\b12 noon\b/gi, "12:00pm"],
  [/\bnoon\b/gi, "12pm"],
  [/\b12 midnight\b/gi, "12:00:00 am"],
  [/\bmidnight\b/gi, "12:00 am"],
  [/(?<=\b\d{1,2})h(?=\d{2}\b)/gi, ":"],
  [/(?<=\b(?:at|from)\s+\d{1,2})\.(?=\d{2}\b(?!\.))/gi, ":"],
  [/(?<=\d\s?)p\.\sm\./gi, "p.m."],
  [/(?<=\d\s?)a\.\sm\./gi, "a.m."],
  [/—/g, "–"],
  // "13.00-14.30".
  [/(?<=(?<![\d.])\d{1,2})\.(?=[0-5]\d\s?[-–]\s?\d{1,2}\.[0-5]\d(?![.\d]))/g, ":"],
  [/(?<=\b\d{1,2}:\d{2}\s?[-–]\s?\d{1,2})\.(?=[0-5]\d(?![.\d]))/g, ":"],
  // Korean counts days and hours as Japanese does.
  [/(?<=\d\s?)년/g, "年"],
  [/(?<=\d\s?)월/g, "月"],
  [/(?<=\d\s?)일/g, "日"],
  [/(?<=\d\s?)시/g, "時"],
  [/(?<=\d\s?)분/g, "分"],
  [/오전(?=\s?\d)/g, "午前"],
  [/오후(?=\s?\d)/g, "午後"],
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
    ...(year !== undefined && { year: Number(year.padStart(4, "20")) }),
  }),
};
/** "1300 ET", "1300h" and "1300–1400 ET". */
const fourDigits = {
  pattern: () =>
    /(?<![\d/.:–-])([01]\d|2[0-3])([0-5]\d)(?:\s?[-–]\s?([01]\d|2[0-3])([0-5]\d))?(?=\s?(?:h\b|hrs\b|Uhr\b|hours\b|[A-Z]{1,4}T\b|UTC\b))/,
  extract: (context: Context, match: RegExpMatchArray) => {
    const [, hour, minute, untilHour, untilMinute] = match;
    const until = untilHour === undefined ? undefined : toParts(untilHour, untilMinute);
    return toResult(context, match, toParts(hour, minute), until);
  },
};
/** "15 Uhr", "14h", "14h30", "14h à 15h30", "15–16 Uhr". */
const hourWord = {
  pattern: () =>
    /(?<![\p{L}\d/.:-])(\d{1,2})(?:[.:h](\d{2}))?\s?(?:(h|Uhr|hrs)(?![\p{L}\d]))?(?:\s?(?:[-–~]|à|a|às|as|bis|to|y)\s?(\d{1,2})(?:[.:h](\d{2}))?\s?(?:(?:h|Uhr|hrs)(?![\p{L}\d]))?)?(?=[^\d]|$)/iu,
  extract: (context: Context, match: RegExpMatchArray) => {
    const [words, hour, minute = 0, , untilHour, untilMinute = 0] = match;
    if (!/\d\s?(?:h|Uhr|hrs)(?:\d{2})?(?![\p{L}\d])/iu.test(words)) return null;
    const until = untilHour === undefined ? undefined : toParts(untilHour, untilMinute);
    return toResult(context, match, toParts(hour, minute), until);
  },
};
/** "4-5 ET", "4 ET", "3:30-4:30 ET": which half of the day is for the rest to say. */
const bareHours = {
  pattern: () =>
    /(?<![\p{L}\d/.:–-])(?<!\d\s?[-–]\s?)(\d{1,2})(?::(\d{2}))?(?:\s?(?:[-–]|to)\s?(\d{1,2})(?::(\d{2}))?)?(?=\s?\(?(?:[ECMP][DS]?T|Eastern|Pacific|Central|UTC|GMT|CES?T|BST|IST|JST)(?![\p{L}\d]))/u,
  extract: (context: Context, match: RegExpMatchArray) => {
    const [, hour, minute = 0, untilHour, untilMinute = 0] = match;
    if (Number(hour) > 24) return null;
    const until = untilHour === undefined ? undefined : toParts(untilHour, untilMinute);
    return toResult(context, match, toParts(hour, minute), until);
  },
};
type Context = Parameters<Parser["extract"]>[0];
type Parts = { hour: number; minute: number };

function toParts(hour: unknown, minute: unknown): Parts {
  return { hour: Number(hour), minute: Number(minute) };
}

function toResult(context: Context, match: RegExpMatchArray, start: Parts, until: Parts | undefined) {
  return context.createParsingResult(match.index ?? 0, match[0].trimEnd(), start, until);
}

/** Parsers for these forms. */
export const PARSERS: readonly Parser[] = [dottedDate, fourDigits, hourWord, bareHours];
