/**
 * How much a word says in this club: rare words much, words of every other title little, and words that only one
 * side uses, as a series name before every video's title, next to nothing. Learnt, never listed.
 */
import { isUnspaced } from "./words.ts";

/** Longer words are not rarer for it (long words are rare in every language, up to about here). */
const MAX_LENGTH_WEIGHT = 8;
/** A pair of characters of an unspaced script says about as much as a short word. */
const UNSPACED_WEIGHT = 4;

export interface Lexicon {
  /** What it says that both sides hold the word. */
  shared: (word: string) => number;
  /** What it says that a session's title holds it and the video's does not. */
  missing: (word: string) => number;
  /** What it says that a video's title holds it and the session's does not. */
  extra: (word: string) => number;
}

interface Usage {
  /** Sessions whose titles hold the word. */
  sessions: number;
  /** Videos that resemble a session and whose titles hold the word. */
  videos: number;
}

/**
 * @param sessions per session, the words of its titles
 * @param videos the same for the videos that resemble a session: unrelated ones have no say
 */
export function createLexicon(
  sessions: Iterable<ReadonlySet<string>>,
  videos: Iterable<ReadonlySet<string>>,
): Lexicon {
  const usage = new Map<string, Usage>();
  const sessionCount = count(sessions, usage, "sessions");
  const videoCount = count(videos, usage, "videos");
  // Where there are far fewer videos than sessions, a word missing from them proves nothing, and the other way round.
  const perSession = Math.min(1, videoCount / Math.max(1, sessionCount));
  const perVideo = Math.min(1, sessionCount / Math.max(1, videoCount));
  const find = (word: string) => usage.get(word) ?? { sessions: 0, videos: 0 };
  const shared = (word: string) => {
    const { sessions: inSessions, videos: inVideos } = find(word);
    return toLengthWeight(word) / (1 + Math.log2(Math.max(1, inSessions, inVideos)));
  };
  return {
    shared,
    missing(word) {
      const used = find(word);
      return shared(word) * Math.min(1, (used.videos + 1) / (used.sessions * perSession + 1));
    },
    extra(word) {
      const used = find(word);
      return shared(word) * Math.min(1, (used.sessions + 1) / (used.videos * perVideo + 1));
    },
  };
}

/** A word's weight before anything is known of the club: short words are common in every language. */
export function toLengthWeight(word: string): number {
  return isUnspaced(word) ? UNSPACED_WEIGHT : Math.min(MAX_LENGTH_WEIGHT, word.length);
}

function count(
  texts: Iterable<ReadonlySet<string>>,
  usage: Map<string, Usage>,
  side: "sessions" | "videos",
): number {
  let total = 0;
  for (const words of texts) {
    total++;
    for (const word of words) {
      const used = usage.get(word);
      if (used === undefined) usage.set(word, { sessions: 0, videos: 0, [side]: 1 });
      else used[side]++;
    }
  }
  return total;
}
