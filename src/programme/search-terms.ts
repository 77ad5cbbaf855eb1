/**
 * What a search asks for: words, and phrases between quotes. Nothing that anybody can type is an error. Pure.
 */
import { ONE_BY_ONE } from "./scripts.ts";

/** Longer than any sentence; the rest of what was pasted is not looked at. */
const MAX_QUERY_CHARACTERS = 200;
/** Of all terms together, as the index has words. Each is one more list to go through. */
const MAX_WORDS = 16;

/** Letters, digits and what belongs to them. */
const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;
const QUOTED = /["“”„«»「」『』]([^"“”„«»「」『』]*)["“”„«»「」『』]|([^\s"“”„«»「」『』]+)/gu;

/**
 * A search in its one form: composed, in small letters, single spaces, not too long. Two spellings that find the same are
 * one address.
 */
export function toQueryText(text: string): string {
  // Cut first: 5 KB need not be looked at to its end.
  const beginning = text.slice(0, 4 * MAX_QUERY_CHARACTERS);
  const line = beginning
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\p{Cc}\p{Cs}\p{Z}]+/gu, " ")
    .trim();
  if (line.length <= MAX_QUERY_CHARACTERS) return line;
  const cut = line.slice(0, MAX_QUERY_CHARACTERS);
  const space = cut.lastIndexOf(" ");
  return (space > 0 ? cut.slice(0, space) : cut).replace(/\p{Cs}/gu, "").trim();
}

/**
 * The terms of a search: each is words with a space between, which must stand one after the other. "don't" is two such
 * words, and so is what was quoted. No operators: "and" is a word, a minus is nothing.
 */
export function toTerms(query: string): string[] {
  const terms = [...query.matchAll(QUOTED)].flatMap(([, quoted, plain]) => {
    const words = toWords(quoted ?? plain ?? "");
    return words.length === 0 ? [] : words.join(" ");
  });
  let left = MAX_WORDS;
  return [...new Set(terms)].flatMap((term) => {
    const kept = toFirstWords(term, left);
    left = Math.max(0, left - countWords(term));
    return kept === "" ? [] : kept;
  });
}

/** The first words of a term, as the index has words. */
export function toFirstWords(term: string, words: number): string {
  return term.slice(0, [...term.matchAll(INDEXED_WORD)][words]?.index).trim();
}

/** How many words of the index a term is. */
export function countWords(term: string): number {
  return [...term.matchAll(INDEXED_WORD)].length;
}

function toWords(text: string): string[] {
  return [...text.matchAll(WORD)].map(([word]) => word);
}

/** Between the characters of scripts without spaces: neither a letter nor anything that text may hold. */
const PART = "\u001f";

/** Text as an index of words takes it: each character of a script without spaces is a word. */
export function toIndexed(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(PART, "")
    .replace(ONE_BY_ONE, `${PART}$&${PART}`)
    .replaceAll(PART + PART, PART);
}

/** Text as it was before {@link toIndexed}, but for its composition. */
export function fromIndexed(text: string): string {
  return text.replaceAll(PART, "");
}

/** A word as the index has it: each character of a script without spaces is one. */
export const INDEXED_WORD = new RegExp(
  `${ONE_BY_ONE.source}|(?:(?!${ONE_BY_ONE.source})[\\p{L}\\p{N}\\p{M}\\p{Co}])+`,
  "gu",
);
const NOT_ASCII = /[^\0-\u007f]/;
/** The same, of a text in which nothing else can be. */
const ASCII_WORD = /[a-z\d]+/g;
const IS_ONE = new RegExp(`^${ONE_BY_ONE.source}$`, "u");

/** Every word of a text once; of scripts without spaces also each two that stand together, as a character alone tells little. */
export function toWordSet(text: string): Set<string> {
  const words = listWords(text);
  return new Set([...words, ...toPairs(words)]);
}

/** What {@link toWordSet} of a text has, where that holds a term: the words of the term, and those pairs that make them up. */
export function toTelling(term: string): string[] {
  const words = listWords(term);
  const pairs = words.map((word, index) => toPair(word, words[index + 1]));
  const single = words.filter(
    (_word, index) => pairs[index]?.length === 0 && (pairs[index - 1] ?? []).length === 0,
  );
  return [...new Set([...single, ...pairs.flat()])];
}

/** Each two characters of a script without spaces that stand together, in their order. */
export function listPairs(text: string): string[] {
  return toPairs(listWords(text));
}

function toPairs(words: readonly string[]): string[] {
  return words.flatMap((word, index) => toPair(word, words[index + 1]));
}

function listWords(text: string): string[] {
  const small = text.normalize("NFC").toLowerCase();
  // Nearly all texts are of ASCII, and that expression goes through all scripts for each letter.
  return small.match(NOT_ASCII.test(small) ? INDEXED_WORD : ASCII_WORD) ?? [];
}

function toPair(word: string, next = ""): readonly string[] {
  return isOne(word) && isOne(next) ? [word + next] : NO_PAIR;
}

const NO_PAIR: readonly string[] = [];

/** Whether a word is a character of such a script; most are longer than any. */
function isOne(word: string): boolean {
  return word.length <= 2 && IS_ONE.test(word);
}
