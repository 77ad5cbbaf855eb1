/**
 * Whether a presenter is named: by the whole name in any order, by part of it, by a handle, or in another spelling.
 */
import type { Presenter } from "../session.ts";
import { isAlike, toSkeleton } from "./alike.ts";
import { toWords } from "./words.ts";

export interface PresenterName {
  /** The words of the name, without initials. */
  words: readonly string[];
  /** The name or the handle in one word, as addresses and mentions have it. */
  handles: readonly string[];
}

/** What stands where no presenter is known yet. */
const PLACEHOLDER = /^(?:tb[acd]|todo|n\/a|various)\b/iu;
/** Shorter ones are words of other meaning. */
const MIN_HANDLE_CHARACTERS = 5;
/** Shorter names have too little left without their vowels. */
const MIN_SPELLED_CHARACTERS = 3;

/** More presenters than a large club has; see title-text.ts. */
const MAX_KEPT_NAMES = 4_096;
const kept = new Map<string, PresenterName>();

export function toPresenterNames(presenters: readonly Presenter[]): PresenterName[] {
  return presenters.map(readName).filter((name) => name.words.length > 0);
}

/** Reading is a pure function of name and handle, kept for the next call. */
function readName({ name, x = "" }: Presenter): PresenterName {
  const key = x === "" ? name : `${name}@${x}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const all = PLACEHOLDER.test(name.trim()) ? [] : toWords(name);
  const words = [...new Set(all)].filter((word) => word.length > 1);
  const written = [all.join(""), toWords(x).join("")];
  const handles =
    words.length === 0 ? [] : written.filter((handle) => handle.length >= MIN_HANDLE_CHARACTERS);
  const read = { words, handles };
  if (kept.size >= MAX_KEPT_NAMES) kept.clear();
  kept.set(key, read);
  return read;
}

/**
 * The share of a name, 0 to 1, that a text holds.
 *
 * @param words of the text
 */
export function toNamedShare(name: PresenterName, words: ReadonlySet<string>): number {
  if (name.handles.some((handle) => words.has(handle))) return 1;
  return name.words.filter((word) => words.has(word)).length / name.words.length;
}

/**
 * The same for a title, where a name may also be misspelled or, in a title of another script, transliterated.
 *
 * @returns the share, and the words of the title that stand for the whole name
 */
export function findInTitle(
  name: PresenterName,
  words: ReadonlySet<string>,
  isOtherScript: boolean,
): { share: number; forms: string[] } {
  const exact = toNamedShare(name, words);
  if (exact === 1 || name.words.length === 1) return { share: exact, forms: [] };
  const forms = name.words.flatMap((word) => findForm(word, words, isOtherScript) ?? []);
  const isComplete = forms.length === name.words.length;
  return { share: forms.length / name.words.length, forms: isComplete ? forms : [] };
}

function findForm(word: string, words: ReadonlySet<string>, isOtherScript: boolean): string | undefined {
  if (words.has(word)) return word;
  for (const other of words) {
    if (isAlike(word, other) || (isOtherScript && isSpelledAlike(word, other))) return other;
  }
  return undefined;
}

function isSpelledAlike(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < MIN_SPELLED_CHARACTERS) return false;
  const skeleton = toSkeleton(a);
  return skeleton.length > 1 && skeleton === toSkeleton(b);
}
