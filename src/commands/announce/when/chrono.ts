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
import { PARSERS, WORDS } from "./chrono-words.ts";
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

const { parsers } = configuration.createConfiguration(true);
/** Its own refiners guess what is one with what. */
const CHRONO = new Chrono({
  parsers: [...parsers, ...PARSERS],
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
