/**
 * A title, a presenter's name or a description, read once for all comparisons.
 */
import { toWords } from "./words.ts";

export interface TitleText {
  text: string;
  /** In order, with repetitions. */
  words: readonly string[];
  /** The same with one space between, before and after, to look phrases up. */
  joined: string;
  /** The different words, in order of appearance. */
  distinct: ReadonlySet<string>;
}

/** More texts than a large club has; keeps what one call has read for the next, at some 500 bytes a title. */
const MAX_KEPT_TEXTS = 8_192;
/** Reading is a pure function of the text, so keeping what it gave changes nothing but the time it takes. */
const kept = new Map<string, TitleText>();

/** "3. Title" and "#3) Title" are places in a playlist, no part of the title. */
const PLACE = /^\s*#?\d{1,3}\s*[.)]\s/;

export function readTitle(text: string): TitleText {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const read = readText(text.replace(PLACE, ""));
  if (kept.size >= MAX_KEPT_TEXTS) kept.clear();
  kept.set(text, read);
  return read;
}

/** The same for a description, which is read as it stands and not kept. */
export function readText(text: string): TitleText {
  const words = toWords(text);
  return { text, words, joined: ` ${words.join(" ")} `, distinct: new Set(words) };
}

/** Whether the words of one text stand together, in order, in another. */
export function isPhraseOf(part: TitleText, whole: TitleText): boolean {
  return part.words.length > 0 && whole.joined.includes(part.joined);
}
