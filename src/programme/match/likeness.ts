/**
 * How alike two titles are, in weighed words: what they share, what is missing, what is extra.
 */
import { isAlike } from "./alike.ts";
import type { Lexicon } from "./vocabulary.ts";
import { isPhraseOf, type TitleText } from "./title-text.ts";

/** Weights as {@link Lexicon} gives them. */
export interface Likeness {
  shared: number;
  /** In the session's title only. */
  missing: number;
  /** In the video's title only, and not a presenter's name or the session's date. */
  extra: number;
  /** The whole session title, word for word, stands in the video's. */
  isWhole: boolean;
}

/** A word that is the same but for an ending or a slip counts this much of a word: it is a guess. */
const ALIKE_SHARE = 0.8;
/** Two words are written as one only when the one is at least this long: "ruby" is not "ru by". */
const MIN_JOINED_CHARACTERS = 4;

/**
 * @param isExplained whether a word of the video's title is no part of a title here: a presenter, the date
 */
export function compareTitles(
  session: TitleText,
  video: TitleText,
  lexicon: Lexicon,
  isExplained: (word: string) => boolean,
): Likeness {
  let shared = 0;
  let missing = 0;
  const extras = new Set<string>();
  for (const word of video.list) {
    if (!session.distinct.has(word) && !isExplained(word)) extras.add(word);
  }
  for (const word of session.list) {
    const share = video.distinct.has(word) ? 1 : findAlike(word, session, video, extras);
    shared += share * lexicon.weigh(word).shared;
    if (share < 1) missing += (1 - share) * lexicon.weigh(word).missing;
  }
  let extra = 0;
  for (const word of extras) extra += lexicon.weigh(word).extra;
  return { shared, missing, extra, isWhole: session.words.length > 1 && isPhraseOf(session, video) };
}

/** The share of a word that the video's title holds in another form; takes that form from the extras. */
function findAlike(word: string, session: TitleText, video: TitleText, extras: Set<string>): number {
  for (const extra of extras) {
    if (!isAlike(word, extra)) continue;
    extras.delete(extra);
    return ALIKE_SHARE;
  }
  const forms = findJoined(word, session.words, extras) ?? findParted(word, video.words);
  for (const form of forms ?? []) extras.delete(form);
  return forms === undefined ? 0 : 1;
}

/** "life cycle" in the session's title, "lifecycle" in the video's. */
function findJoined(word: string, words: readonly string[], extras: Set<string>): string[] | undefined {
  const at = words.indexOf(word);
  const joined = [word + (words[at + 1] ?? ""), (words[at - 1] ?? "") + word];
  const form = joined.find((one) => one !== word && extras.has(one));
  return form === undefined ? undefined : [form];
}

/** "lifecycle" in the session's title, "life cycle" in the video's. */
function findParted(word: string, words: readonly string[]): string[] | undefined {
  if (word.length < MIN_JOINED_CHARACTERS) return undefined;
  for (let at = 1; at < words.length; at++) {
    const [first = "", second = ""] = [words[at - 1], words[at]];
    if (first.length + second.length === word.length && first + second === word) return [first, second];
  }
  return undefined;
}
