/**
 * Whether a presenter is named: by the whole name in any order, by part of it, or in another spelling.
 */
import type { Presenter } from "../session.ts";
import { isAlike, isSpelledAlike, toWords } from "./words.ts";

/** The different words of a name, without initials. */
export type Name = readonly string[];

export function toNames(presenters: readonly Presenter[]): Name[] {
  return presenters.map(({ name }) => toName(name)).filter((name) => name.length > 0);
}

/** The share of a name, 0 to 1, that a text of these words holds. */
export function toNamedShare(name: Name, words: ReadonlySet<string>): number {
  return name.filter((word) => words.has(word)).length / name.length;
}

/**
 * The words of a title that stand for those of a name, where they may also be misspelled or, when one of the two is in
 * another script, transliterated. A name of one word is too little for that.
 */
export function findNameForms(name: Name, words: ReadonlySet<string>, isOtherScript: boolean): string[] {
  if (name.length === 1 || toNamedShare(name, words) === 1) return name.filter((word) => words.has(word));
  return name.flatMap((word) => findForm(word, words, isOtherScript) ?? []);
}

function toName(name: string): string[] {
  return [...new Set(toWords(name))].filter((word) => word.length > 1);
}

function findForm(word: string, words: ReadonlySet<string>, isOtherScript: boolean): string | undefined {
  if (words.has(word)) return word;
  for (const other of words) {
    if (isAlike(word, other) || (isOtherScript && isSpelledAlike(word, other))) return other;
  }
  return undefined;
}
