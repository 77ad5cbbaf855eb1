/**
 * What words say, learnt from every input afresh, never listed: rare words much, words of every other title little,
 * words of the videos' titles alone, as a series name before each of them, next to nothing.
 */
import { isUnspaced } from "./words.ts";

/** Longer words are not rarer for it (long words are rare in every language, up to about here). */
const MAX_LENGTH_WEIGHT = 8;
/** A pair of characters of an unspaced script says about as much as a short word. */
const UNSPACED_WEIGHT = 4;

/** Per word, the positions of the texts that hold it, rising. */
export type WordIndex = ReadonlyMap<string, readonly number[]>;

export interface Vocabulary {
  /** The sessions whose titles hold a word. */
  sessions: WordIndex;
  /** What it says that both titles hold a word, or that only the session's does. */
  toWeight: (word: string) => number;
  /** What it says that only the video's title holds it: little, where most titles that hold it are videos'. */
  toExtraWeight: (word: string) => number;
}

/**
 * @param bySession of the words of each session's titles
 * @param videos per video the words of its title; one that shares no word with any session has no say
 */
export function createVocabulary(bySession: WordIndex, videos: readonly (readonly string[])[]): Vocabulary {
  const byVideo = indexWords(videos.filter((words) => words.some((word) => bySession.has(word))));
  // The video that is being weighed is one of those that hold the word: the others count.
  const countOthers = (word: string) => Math.max(0, count(byVideo, word) - 1);
  // Every pair that is compared asks for the same words.
  const weights = new Map<string, number>();
  const toWeight = (word: string): number => {
    const known = weights.get(word);
    if (known !== undefined) return known;
    const weight = toRareness(word, Math.max(count(bySession, word), countOthers(word)));
    weights.set(word, weight);
    return weight;
  };
  return {
    sessions: bySession,
    toWeight,
    toExtraWeight: (word) =>
      toWeight(word) * Math.min(1, (count(bySession, word) + 1) / (countOthers(word) + 1)),
  };
}

/** @param texts the words of each */
export function indexWords(texts: readonly (readonly string[])[]): WordIndex {
  const index = new Map<string, number[]>();
  for (const [at, words] of texts.entries()) {
    for (const word of words) {
      const positions = index.get(word);
      if (positions === undefined) index.set(word, [at]);
      else if (positions.at(-1) !== at) positions.push(at);
    }
  }
  return index;
}

function count(index: WordIndex, word: string): number {
  return index.get(word)?.length ?? 0;
}

/** Half for the second title that holds the word, a third for the fourth, a quarter for the eighth. */
function toRareness(word: string, titles: number): number {
  const byLength = isUnspaced(word) ? UNSPACED_WEIGHT : Math.min(MAX_LENGTH_WEIGHT, word.length);
  return byLength / (1 + Math.log2(Math.max(1, titles)));
}
