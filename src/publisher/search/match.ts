/** What is asked of FTS5, in its language. Pure. */
import { ONE_BY_ONE } from "../../programme/scripts.ts";
import { countWords, listPairs, toFirstWords, toIndexed, toTelling } from "../../programme/search-terms.ts";

/** Spellings of which any will do, each as a term of a search. Most have one. */
export type Term = readonly string[];

/** What holds all terms. */
export function toAll(terms: readonly Term[]): string {
  return terms.map((term) => toAny([term])).join(" AND ");
}

/** What holds one of the terms. */
export function toAny(terms: readonly Term[]): string {
  return `(${terms.flat().map(toPhrase).join(" OR ")})`;
}

/** So many words of a search are enough to tell a passage: each is a list of passages to go through. */
const TELLING_WORDS = 5;

/**
 * The terms, as far as they can be looked for within a few milliseconds: of a long search the longest terms alone, and of
 * a long phrase its beginning. What a session must hold as a whole is for {@link toCoarse} to say.
 */
export function toMost(terms: readonly Term[]): Term[] {
  let left = TELLING_WORDS;
  const longest = terms.toSorted(([a = ""], [b = ""]) => b.length - a.length);
  return longest.flatMap((term): Term[] => {
    if (left <= 0) return [];
    const cut = term.map((spelling) => toFirstWords(spelling, left));
    left -= Math.max(...cut.map((spelling) => countWords(spelling)));
    return [cut];
  });
}

/** Of the table of every word: what holds the words of all terms, whatever stands between them. */
export function toCoarse(terms: readonly Term[]): string {
  return terms.map((term) => `(${term.map(toWords).join(" OR ")})`).join(" AND ");
}

function toWords(spelling: string): string {
  return `(${toTelling(spelling).map(quote).join(" AND ")})`;
}

/**
 * Whether a term is several words with spaces between them, which a table of words does not know to stand together. Of
 * scripts without spaces it knows pairs, which is nearly as much.
 */
export function isPhrase(term: Term): boolean {
  return term.some((spelling) => spelling.includes(" ") && countWords(spelling) > 1);
}

/** What holds all terms among pairs of characters; null where a term is none of several characters without spaces. */
export function toPairs(terms: readonly Term[]): string | null {
  const spellings = terms.flat();
  if (spellings.length > terms.length || !spellings.every((spelling) => UNSPACED.test(spelling))) return null;
  return spellings.map((spelling) => quote(listPairs(spelling).join(" "))).join(" AND ");
}

const UNSPACED = new RegExp(`^(?:${ONE_BY_ONE.source}){2,}$`, "u");

function toPhrase(spelling: string): string {
  return quote(toIndexed(spelling));
}

/** Between quotes nothing is an operator. */
function quote(text: string): string {
  return `"${text.replaceAll('"', " ")}"`;
}
