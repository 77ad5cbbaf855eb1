/**
 * Words that are the same but for a typing slip, an ending, or the way a foreign name is spelled.
 */
import { isUnspaced } from "./words.ts";

/** Shorter words differ from their neighbours by one letter all the time: "test", "text". */
const MIN_CHARACTERS = 4;
/** One slip in a shorter word makes another word. */
const MIN_SLIP_CHARACTERS = 5;
/** "build", "building", "builders": endings up to this long, never longer than the stem without its last letter. */
const MAX_ENDING_CHARACTERS = 3;
const SPELLINGS: [RegExp, string][] = [
  [/kh/g, "h"],
  [/ck/g, "k"],
  [/w/g, "v"],
  [/[aeiouyj]/g, ""],
  [/(.)\1/g, "$1"],
];

/** Whether two different words may be one: an ending more, a letter wrong, missing or swapped. */
export function isAlike(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < MIN_CHARACTERS || isUncertain(a) || isUncertain(b)) return false;
  const stem = toSharedStart(a, b);
  const ending = Math.max(a.length, b.length) - stem;
  if (stem >= MIN_CHARACTERS && ending <= MAX_ENDING_CHARACTERS && stem > ending) return true;
  return Math.max(a.length, b.length) >= MIN_SLIP_CHARACTERS && isOneSlip(a.slice(stem), b.slice(stem));
}

/** A name without what spellings of it disagree on: vowels, doubled letters, "kh" and "h". */
export function toSkeleton(name: string): string {
  return SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), name);
}

/** Digits are exact, and pairs of characters are no words. */
function isUncertain(word: string): boolean {
  return (word >= "0" && word <= "9~") || isUnspaced(word);
}

function toSharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

/** Of two remainders that differ in their first letter: one letter more, less, other, or two swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  if (a.length > b.length) return a.slice(1) === b;
  if (a.length < b.length) return a === b.slice(1);
  return a.slice(1) === b.slice(1) || isSwapped(a, b);
}

function isSwapped(a: string, b: string): boolean {
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}
