/**
 * The pairs of session and video worth a closer look, found by the words and names they share.
 */
import { DAY } from "../instant.ts";
import type { MatchableSession } from "./match.ts";
import type { Video } from "../video.ts";
import { compare, type Findings, type TitledSession, type TitledVideo } from "./findings.ts";
import { toNames, type Name } from "./presenters.ts";
import { readTitle, toTitleWords, type Title } from "./titles.ts";
import { createVocabulary, indexWords, type Vocabulary, type WordIndex } from "./vocabulary.ts";
import { toLogOdds } from "./weights.ts";
import { toWords } from "./words.ts";

export interface Candidate {
  sessionId: string;
  videoId: string;
  session: MatchableSession;
  video: Video;
  /** By the likeliest of the session's titles. */
  findings: Findings;
  logOdds: number;
}

/** A scheduled stream is published when it is created: up to this long before it starts. */
export const MAX_DAYS_AHEAD = 45;

/** A video shares this part of its words, by weight, with a session that is worth a look. */
const MIN_OVERLAP = 0.25;
/** So many recordings tell: what stood before titles years ago does not matter now. */
const LATEST_RECORDINGS = 100;

/** A session as it is looked up; its titles are read in full only to be compared. */
interface Entry {
  session: MatchableSession;
  /** Of its own title and those of its papers: videos may carry either. */
  words: readonly string[];
  names: readonly Name[];
  readTitles: () => readonly TitledSession[];
}

/**
 * @param sessions the whole programme: it says how rare words are
 * @param open those without a recording so far, by id: only they are looked up by their presenters
 * @param videos those that are no recording yet
 * @param recordings those that are: they too tell what this club writes before every title
 */
export function findCandidates(
  sessions: readonly MatchableSession[],
  open: ReadonlyMap<string, MatchableSession>,
  videos: readonly Video[],
  recordings: readonly Video[],
): Candidate[] {
  if (videos.length === 0) return [];
  const entries = sessions.map((session) => toEntry(session, open.has(session.id)));
  const titled = videos.map(toTitledVideo);
  const latest = recordings.toSorted(byPublication).slice(0, LATEST_RECORDINGS);
  const vocabulary = createVocabulary(
    entries.map(({ words }) => words),
    [...titled.map(({ title }) => title.words), ...latest.map(({ title }) => toTitleWords(title))],
  );
  const asked = new Set(titled.flatMap(({ title }) => title.words));
  const byName = indexWords(entries.map(({ names }) => names.flat().filter((word) => asked.has(word))));
  const findNear = createFinder(entries, vocabulary, byName);
  return titled.flatMap((video) =>
    findNear(video.title)
      .filter(({ session }) => session.startsAt - video.video.publishedAt <= MAX_DAYS_AHEAD * DAY)
      .flatMap((entry) => toCandidates(entry, video, vocabulary)),
  );
}

/** The candidate by whichever of the session's titles is likeliest, alone. */
function toCandidates(
  { session, readTitles }: Entry,
  titledVideo: TitledVideo,
  vocabulary: Vocabulary,
): Candidate[] {
  const { video } = titledVideo;
  const compared = readTitles().map((titled) => {
    const findings = compare(titled, titledVideo, vocabulary);
    return {
      sessionId: session.id,
      videoId: video.id,
      session,
      video,
      findings,
      logOdds: toLogOdds(findings, 0),
    };
  });
  return compared.toSorted((a, b) => b.logOdds - a.logOdds).slice(0, 1);
}

/** Finds the sessions whose titles a video's title overlaps enough, or whose presenters it names; else the nearest. */
function createFinder(
  entries: readonly Entry[],
  { sessions, toWeight, toExtraWeight }: Vocabulary,
  byName: WordIndex,
): (title: Title) => Entry[] {
  const add = (words: Iterable<string>, index: WordIndex, weigh: (word: string) => number) => {
    const sums = new Float64Array(entries.length);
    for (const word of words) {
      const weight = weigh(word);
      for (const at of index.get(word) ?? []) sums[at] = (sums[at] ?? 0) + weight;
    }
    return sums;
  };
  return (title) => {
    const overlaps = add(title.distinct, sessions, toWeight);
    const named = add(title.distinct, byName, () => 1);
    let total = 0;
    for (const word of title.distinct) total += toExtraWeight(word);
    const near = entries.filter((entry, at) => {
      const [overlap = 0, names = 0] = [overlaps[at], named[at]];
      if (names > 0 && names >= toNamesExpected(entry, title)) return true;
      return overlap > 0 && overlap >= MIN_OVERLAP * total;
    });
    return near.length > 0 ? near : findNearest(entries, overlaps);
  };
}

/** Words of presenters' names: two are no chance; in another script one is as much as can be spelled the same. */
function toNamesExpected({ names }: Entry, title: Title): number {
  return title.otherScript > 0 ? 1 : Math.min(2, ...names.map((name) => name.length));
}

/** What to tell a host of a video that is like nothing. */
function findNearest(entries: readonly Entry[], overlaps: Float64Array): Entry[] {
  const most = overlaps.reduce((a, b) => Math.max(a, b), 0);
  const nearest = entries.filter((_, at) => most > 0 && overlaps[at] === most);
  return nearest.toSorted((a, b) => (a.session.id < b.session.id ? -1 : 1)).slice(0, 1);
}

function toEntry(session: MatchableSession, isOpen: boolean): Entry {
  const texts = [session.title, ...session.papers.map(({ title }) => title)];
  const names = isOpen ? toNames(session.presenters) : [];
  const readTitles = () => {
    const read = toNames(session.presenters);
    return texts.map((text) => ({ session, title: readTitle(text), names: read }));
  };
  return { session, words: texts.flatMap(toTitleWords), names, readTitles: readOnce(readTitles) };
}

function toTitledVideo(video: Video): TitledVideo {
  const readDescription = readOnce(() => new Set(toWords(video.description)));
  return { video, title: readTitle(video.title), readDescription };
}

function readOnce<T extends object>(read: () => T): () => T {
  let known: T | undefined;
  return () => (known ??= read());
}

/** The last published first. */
function byPublication(a: Video, b: Video): number {
  return b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1);
}
