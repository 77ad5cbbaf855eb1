/**
 * The words of a programme and its videos, with where they occur and what they say: learnt afresh from every
 * input, never listed.
 *
 * Rare words say much, words of every other title little, and words that only one side uses, as a series name
 * before every video's title, next to nothing.
 */
import type { TitleText } from "./title-text.ts";
import { isUnspaced } from "./words.ts";

/** Longer words are not rarer for it (long words are rare in every language, up to about here). */
const MAX_LENGTH_WEIGHT = 8;
/** A pair of characters of an unspaced script says about as much as a short word. */
const UNSPACED_WEIGHT = 4;

/** The title of a session, or of one of its papers. */
export interface Heading {
  sessionId: string;
  title: TitleText;
}

/** A word with where it occurs. */
export interface WordUse {
  word: string;
  /** Position among the words of the vocabulary. */
  at: number;
  /** Positions of the headings that hold it, rising. */
  headings: number[];
  /** Sessions whose titles hold it: a session that says it in its title and its paper's says it once. */
  sessions: number;
  /** What it says before the videos have been asked; 0 until computed. */
  sessionWeight: number;
}

export interface WordWeights {
  /** What it says that both sides hold the word. */
  shared: number;
  /** What it says that a session's title holds it and the video's does not. */
  missing: number;
  /** What it says that a video's title holds it and the session's does not. */
  extra: number;
}

export interface Vocabulary {
  uses: ReadonlyMap<string, WordUse>;
  /** Per heading, its words. */
  headings: readonly (readonly WordUse[])[];
  sessionCount: number;
}

/** @param headings those of one session next to each other */
export function createVocabulary(headings: readonly Heading[]): Vocabulary {
  const uses = new Map<string, WordUse>();
  let sessionCount = 0;
  let sessionId: string | undefined;
  let firstOfSession = 0;
  const byHeading = headings.map((heading, at) => {
    if (heading.sessionId !== sessionId) {
      sessionId = heading.sessionId;
      firstOfSession = at;
      sessionCount++;
    }
    return heading.title.list.map((word) => {
      const use = findUse(uses, word);
      if ((use.headings.at(-1) ?? -1) < firstOfSession) use.sessions++;
      use.headings.push(at);
      return use;
    });
  });
  return { uses, headings: byHeading, sessionCount };
}

/** The weight of a word before the videos have been asked. */
export function toSessionWeight(use: WordUse): number {
  if (use.sessionWeight === 0) use.sessionWeight = toRareness(use.word, use.sessions);
  return use.sessionWeight;
}

/** The weights of words, once the titles of the videos that have a say in it are known. */
export interface Lexicon {
  weigh: (word: string) => WordWeights;
  /** The same for a word of the vocabulary, faster. */
  weighUse: (use: WordUse) => WordWeights;
}

export function createLexicon(
  { uses, sessionCount }: Vocabulary,
  videoTitles: readonly TitleText[],
): Lexicon {
  const inVideos = new Map<string, number>();
  for (const { list } of videoTitles) {
    for (const word of list) inVideos.set(word, (inVideos.get(word) ?? 0) + 1);
  }
  // Where there are far fewer videos than sessions, a word missing from them proves nothing, and the other way round.
  const perSession = Math.min(1, videoTitles.length / Math.max(1, sessionCount));
  const perVideo = Math.min(1, sessionCount / Math.max(1, videoTitles.length));
  const toWeights = (word: string, sessions: number) => {
    const videos = inVideos.get(word) ?? 0;
    const shared = toRareness(word, Math.max(sessions, videos));
    return {
      shared,
      missing: shared * Math.min(1, (videos + 1) / (sessions * perSession + 1)),
      extra: shared * Math.min(1, (sessions + 1) / (videos * perVideo + 1)),
    };
  };
  const known: (WordWeights | undefined)[] = Array.from({ length: uses.size });
  const weighUse = (use: WordUse) => (known[use.at] ??= toWeights(use.word, use.sessions));
  return {
    weighUse,
    weigh(word) {
      const use = uses.get(word);
      return use === undefined ? toWeights(word, 0) : weighUse(use);
    },
  };
}

/** Half for the second title that holds the word, a third for the fourth, a quarter for the eighth. */
function toRareness(word: string, titles: number): number {
  const byLength = isUnspaced(word) ? UNSPACED_WEIGHT : Math.min(MAX_LENGTH_WEIGHT, word.length);
  return byLength / (1 + Math.log2(Math.max(1, titles)));
}

function findUse(uses: Map<string, WordUse>, word: string): WordUse {
  const known = uses.get(word);
  if (known !== undefined) return known;
  const use = { word, at: uses.size, headings: [], sessions: 0, sessionWeight: 0 };
  uses.set(word, use);
  return use;
}
