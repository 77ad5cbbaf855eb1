/**
 * What words say, learnt from every input afresh, never listed: rare words much, words of every other title little,
 * words of the videos' titles alone, as a series name before each of them, next to nothing.
 */
import { isUnspaced } from "./words.ts";

/** Longer words are not rarer for it (long words are rare in every language, up to about here). */
const MAX_LENGTH_WEIGHT = 8;
/** A pair of characters of an unspaced script says about as much as a short word. */
const UNSPACED_WEIGHT = 4;

export interface Vocabulary {
  /** What it says that both titles hold a word, or that only the session's does. */
  toWeight: (word: string) => number;
  /** What it says that only the video's title holds it: little, where most titles that hold it are videos'. */
  toExtraWeight: (word: string) => number;
}

/** In how many titles of either side a word is, and which was the last counted. */
interface Use {
  sessions: number;
  lastSession: number;
  videos: number;
  lastVideo: number;
}

const UNUSED: Readonly<Use> = { sessions: 0, lastSession: -1, videos: 0, lastVideo: -1 };

/**
 * @param sessions per session the words of each of its titles
 * @param videos per video the words of its title; one that shares no word with any session has no say
 */
export function createVocabulary(
  sessions: readonly (readonly (readonly string[])[])[],
  videos: readonly (readonly string[])[],
): Vocabulary {
  const uses = new Map<string, Use>();
  for (const [at, titles] of sessions.entries()) {
    for (const title of titles) {
      for (const word of title) {
        const use = findUse(uses, word);
        if (use.lastSession !== at) use.sessions++;
        use.lastSession = at;
      }
    }
  }
  const related = videos.filter((words) => words.some((word) => uses.has(word)));
  for (const [at, words] of related.entries()) {
    for (const word of words) {
      const use = findUse(uses, word);
      if (use.lastVideo !== at) use.videos++;
      use.lastVideo = at;
    }
  }
  const find = (word: string) => uses.get(word) ?? UNUSED;
  return {
    toWeight: (word) => toWeight(word, find(word)),
    toExtraWeight(word) {
      const use = find(word);
      return toWeight(word, use) * Math.min(1, (use.sessions + 1) / (use.videos + 1));
    },
  };
}

function findUse(uses: Map<string, Use>, word: string): Use {
  const known = uses.get(word);
  if (known !== undefined) return known;
  const use = { ...UNUSED };
  uses.set(word, use);
  return use;
}

/** Half for the second title that holds the word, a third for the fourth, a quarter for the eighth. */
function toWeight(word: string, { sessions, videos }: Use): number {
  const byLength = isUnspaced(word) ? UNSPACED_WEIGHT : Math.min(MAX_LENGTH_WEIGHT, word.length);
  return byLength / (1 + Math.log2(Math.max(1, sessions, videos)));
}
