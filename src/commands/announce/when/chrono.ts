/**
 * chrono, set up for announcements: it spots days and times in a text and says which of their parts are written there.
 *
 * What it would guess beyond that (a year, the offset of a zone, the order of "6/8") is not taken from it.
 */
import { strict as german } from "chrono-node/de";
import { Chrono, configuration, type ParsedResult, type Parser } from "chrono-node/en";
import { strict as spanish } from "chrono-node/es";
import { strict as french } from "chrono-node/fr";
import { strict as italian } from "chrono-node/it";
import { strict as japanese } from "chrono-node/ja";
import { strict as dutch } from "chrono-node/nl";
import { strict as portuguese } from "chrono-node/pt";
import { hans, hant } from "chrono-node/zh";
import { MONTHS } from "../../../wording/dates.ts";

export type Components = ParsedResult["start"];

/** A day or a time, with its place in the text. */
export interface Spotted {
  /** As chrono was given it. */
  text: string;
  index: number;
  end: number;
  start: Components;
  until: Components | null;
}

/** Some of chrono's parsers look back over the whole text at each match, so it is given pieces, cut at spaces. */
const PIECE = /.{1,400}(?=\s|$)|.{1,400}/gs;
/** Nothing that is taken from a result depends on the day it is read. */
const ANY_DAY = { instant: new Date(0), timezone: 0 };

/** Words that chrono counts to a day or a time. */
const LEAD = /^(?:on|at|from)\s+/i;

/** What chrono does not know or would take for something else, to words of the same length that it reads right. */
const WORDS: readonly [RegExp, string][] = [
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

const { parsers } = configuration.createConfiguration(true);
/** Its own refiners guess what is one with what. */
const CHRONO = new Chrono({
  parsers: [...parsers, dottedDate, fourDigits, hourWord, bareHours],
  refiners: [],
});

/** Other languages, each asked only where a month of it is named; Japanese, Chinese and Korean where they count days or hours. */
const OTHERS: readonly { words: RegExp; chrono: Chrono }[] = [
  { words: toMonths("de"), chrono: withoutRefiners(german) },
  { words: toMonths("fr"), chrono: withoutRefiners(french) },
  { words: toMonths("es"), chrono: withoutRefiners(spanish) },
  { words: toMonths("pt"), chrono: withoutRefiners(portuguese) },
  { words: toMonths("it"), chrono: withoutRefiners(italian) },
  { words: toMonths("nl"), chrono: withoutRefiners(dutch) },
  { words: /\d\s?[日時]|[午前後]\d/u, chrono: withoutRefiners(japanese) },
  { words: /\d\s?[日号点时]|[上下]午/u, chrono: withoutRefiners(hans.strict) },
  { words: /\d\s?[日號點時]|[上下]午/u, chrono: withoutRefiners(hant.strict) },
];

function withoutRefiners({ parsers: known }: { parsers: Parser[] }): Chrono {
  return new Chrono({ parsers: known, refiners: [] });
}

/** The months of a language that English writes otherwise. */
function toMonths(language: string): RegExp {
  const format = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  const words = MONTHS.map((_, month) => format.format(Date.UTC(2026, month, 15)));
  const abbreviated = words.map((word) => `${word.slice(0, 3)}[.]`);
  return new RegExp(`(?<![\\p{L}])(?:${[...words, ...abbreviated].join("|")})(?![\\p{L}])`, "iu");
}

/** Days with their months, in order. Relative days ("2 days ago") are none; "may" and "march" are verbs. */
export function spotDays(text: string): Spotted[] {
  return spot(
    text,
    (result) =>
      result.start.isCertain("day") &&
      result.start.isCertain("month") &&
      !result.tags().has("result/relativeDate") &&
      !/\b(?:may|march)\b/.test(result.text),
  );
}

/** Times of day, in order; a bare number is none. */
export function spotTimes(text: string): Spotted[] {
  return spot(text, ({ start, text: words }) => start.isCertain("hour") && isTime(words));
}

/** A bare number is a time only where a word makes it one. */
function isTime(words: string): boolean {
  return /\d[:.h]\d{2}|\d\s*[ap]\.?m\b|^\d{4}(?:\s?[-–]\s?\d{4})?$|\d\s?(?:h|Uhr|hrs)$|\d\s?[時时點点]|^\d{1,2}(?:\s?(?:[-–]|to)\s?\d{1,2})?$/i.test(
    words,
  );
}

/** A text without digits has neither. */
function spot(text: string, isWanted: (result: ParsedResult) => boolean): Spotted[] {
  const known = WORDS.reduce(
    (rest, [word, other]) => rest.replace(word, (old) => other.padEnd(old.length)),
    text,
  );
  if (!/\d/.test(known)) return [];
  return [...known.matchAll(PIECE)].flatMap((piece) =>
    toSeparate(parse(piece[0]).filter(isWanted)).map((result) => {
      const lead = LEAD.exec(result.text)?.[0].length ?? 0;
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

function parse(text: string): ParsedResult[] {
  const foreign = OTHERS.filter(({ words }) => words.test(text)).flatMap(({ chrono }) =>
    // Numbers alone are read in one way, whatever the language around them.
    chrono.parse(text, ANY_DAY).filter((result) => /\p{L}/u.test(result.text)),
  );
  const results = CHRONO.parse(text, ANY_DAY);
  return foreign.length === 0 ? results : [...results, ...foreign].toSorted((a, b) => a.index - b.index);
}

/** Of results that overlap the first is kept, the longest where several begin at one place. */
function toSeparate(results: readonly ParsedResult[]): ParsedResult[] {
  const kept: ParsedResult[] = [];
  for (const result of results) {
    const last = kept.at(-1);
    if (last === undefined || result.index >= last.index + last.text.length) kept.push(result);
    else if (result.index === last.index && result.text.length > last.text.length) kept.splice(-1, 1, result);
  }
  return kept;
}
