/**
 * A title, a presenter's name or a description, read once for all comparisons.
 */
import { toCounts, type Counts } from "./counted.ts";
import { toOtherScriptShare, toWords } from "./words.ts";

export interface TitleText {
  /** In order, with repetitions. */
  words: readonly string[];
  /** The same with one space between, before and after, to look phrases up. */
  joined: string;
  /** The different words, in order of appearance. */
  list: readonly string[];
  distinct: ReadonlySet<string>;
  counts: Counts;
  /** The share, 0 to 1, of letters that are not Latin. */
  otherScript: number;
}

/** What is read of a description. */
export type DescriptionText = Pick<TitleText, "joined" | "distinct">;

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

/** A description: read as it stands, and not kept. */
export function readDescription(text: string): DescriptionText {
  const words = toWords(text);
  return { joined: ` ${words.join(" ")} `, distinct: new Set(words) };
}

/** Whether the words of one text stand together, in order, in another. */
export function isPhraseOf(part: TitleText, whole: Pick<TitleText, "joined">): boolean {
  return part.words.length > 0 && whole.joined.includes(part.joined);
}

function readText(text: string): TitleText {
  const words = toWords(text);
  const distinct = new Set(words);
  const counts = toCounts(words);
  const otherScript = toOtherScriptShare(text);
  return { counts, otherScript, words, joined: ` ${words.join(" ")} `, list: [...distinct], distinct };
}
