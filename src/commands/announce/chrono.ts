/**
 * chrono, set up for announcements: it spots days and times in a text and says which of their parts are written there.
 *
 * What it would guess beyond that (a year, the offset of a zone, the order of "6/8") is not taken from it.
 */
import { Chrono, configuration, type ParsedResult } from "chrono-node/en";

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
  [/—/g, "–"],
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
/** "1300 ET" and "1300h". */
const fourDigits = {
  pattern: () =>
    /(?<![\d/.:-])([01]\d|2[0-3])([0-5]\d)(?=\s?(?:h\b|hrs\b|Uhr\b|hours\b|[A-Z]{1,4}T\b|UTC\b))/,
  extract: (_context: unknown, [, hour, minute]: RegExpMatchArray) => ({
    hour: Number(hour),
    minute: Number(minute),
  }),
};
const { parsers } = configuration.createConfiguration(true);
/** Its own refiners guess what is one with what. */
const CHRONO = new Chrono({ parsers: [...parsers, dottedDate, fourDigits], refiners: [] });

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
  return spot(
    text,
    ({ start, text: words }) => start.isCertain("hour") && /\d[:.]\d{2}|\d\s*[ap]\.?m\b|^\d{4}$/i.test(words),
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
    toSeparate(CHRONO.parse(piece[0], ANY_DAY).filter(isWanted)).map((result) => {
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
