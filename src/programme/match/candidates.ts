/**
 * The pairs of session and video worth a closer look, found by the words and names they share.
 */
import { DAY } from "../instant.ts";
import type { MatchableSession } from "./match.ts";
import type { Video } from "../video.ts";
import { compare, type Findings, type TitledSession, type TitledVideo } from "./findings.ts";
import { toNames, type Name } from "./presenters.ts";
import { readTitle, toTitleWords, type Title } from "./titles.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";
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

export interface CandidateInput {
  /** The whole programme: it says how rare words are. */
  sessions: readonly MatchableSession[];
  /** The videos that are no recording yet. */
  videos: readonly Video[];
  /** The videos that are: they too tell what this club writes before every title. */
  recordings: readonly Video[];
}

/** A scheduled stream is published when it is created: up to this long before it starts. */
export const MAX_DAYS_AHEAD = 45;

/** A video shares this part of its own or the session's words by weight, or it is not worth a look. */
const MIN_OVERLAP = 0.3;
/** And more than what every other title holds ("of", "the"). */
const MIN_TELLING = 0.5;

/** So many tell: what stood before titles years ago does not matter now. */
const LATEST_RECORDINGS = 200;

/** A session as it is looked up; its titles are read in full only to be compared. */
interface Entry {
  session: MatchableSession;
  /** Its own title, then those of its papers: videos may carry either. */
  texts: readonly string[];
  /** The words of each. */
  titles: readonly (readonly string[])[];
  names: readonly Name[];
}

export function findCandidates({ sessions, videos, recordings }: CandidateInput): Candidate[] {
  if (videos.length === 0) return [];
  const entries = sessions.map(toEntry);
  const titled = videos.map(toTitledVideo);
  const vocabulary = createVocabulary(
    entries.map(({ titles }) => titles),
    [
      ...titled.map(({ title }) => title.words),
      ...toLatest(recordings).map(({ title }) => toTitleWords(title)),
    ],
  );
  const findNear = createFinder(entries, titled, vocabulary);
  const readTitles = createTitleReader();
  return titled.flatMap((video) =>
    findNear(video.title)
      .filter(({ session }) => (session.startsAt - video.video.publishedAt) / DAY <= MAX_DAYS_AHEAD)
      .flatMap((entry) => toCandidate(readTitles(entry), video, vocabulary)),
  );
}

/** The candidate by whichever of the session's titles is likeliest; none when it has no words at all. */
function toCandidate(
  titles: readonly TitledSession[],
  titledVideo: TitledVideo,
  vocabulary: Vocabulary,
): Candidate[] {
  const { video } = titledVideo;
  const compared = titles.map((titled) => {
    const findings = compare(titled, titledVideo, vocabulary);
    const { session } = titled;
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
  videos: readonly TitledVideo[],
  vocabulary: Vocabulary,
): (title: Title) => Entry[] {
  const asked = new Set(videos.flatMap(({ title }) => title.words));
  const byTitle = findHolders(entries, asked, ({ titles }) => titles);
  const byName = findHolders(entries, asked, ({ names }) => names);
  const toTotal = createTotals(entries, vocabulary);
  return (title) => {
    const overlaps = addUp(title, byTitle, entries.length, vocabulary.toWeight);
    const named = addUp(title, byName, entries.length, () => 1);
    let total = 0;
    for (const word of title.distinct) total += vocabulary.toExtraWeight(word);
    const near = entries.filter((entry, at) => {
      const overlap = overlaps[at] ?? 0;
      const names = named[at] ?? 0;
      if (names > 0 && names >= toNamesExpected(entry, title)) return true;
      return overlap >= MIN_TELLING && overlap >= MIN_OVERLAP * Math.min(total, toTotal(at));
    });
    return near.length > 0 ? near : findNearest(entries, overlaps);
  };
}

/** Words of presenters' names: two are no chance; in another script one is as much as can be spelled the same. */
function toNamesExpected({ names }: Entry, title: Title): number {
  return title.otherScript > 0 ? 1 : Math.min(2, ...names.map((name) => name.length));
}

/** Per word that will be asked for, the positions of the sessions that hold it. */
function findHolders(
  entries: readonly Entry[],
  asked: ReadonlySet<string>,
  toTexts: (entry: Entry) => readonly (readonly string[])[],
): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  for (const [at, entry] of entries.entries()) {
    for (const words of toTexts(entry)) {
      for (const word of words) {
        if (!asked.has(word)) continue;
        const positions = holders.get(word);
        if (positions === undefined) holders.set(word, [at]);
        else if (positions.at(-1) !== at) positions.push(at);
      }
    }
  }
  return holders;
}

/** Per session, the sum over the words of a title that it holds. */
function addUp(
  title: Title,
  holders: ReadonlyMap<string, readonly number[]>,
  length: number,
  weigh: (word: string) => number,
): Float64Array {
  const sums = new Float64Array(length);
  for (const word of title.distinct) {
    const weight = weigh(word);
    for (const at of holders.get(word) ?? []) sums[at] = (sums[at] ?? 0) + weight;
  }
  return sums;
}

/** What to tell a host of a video that is like nothing. */
function findNearest(entries: readonly Entry[], overlaps: Float64Array): Entry[] {
  const most = overlaps.reduce((a, b) => Math.max(a, b), 0);
  const nearest = entries.filter((_, at) => most > 0 && overlaps[at] === most);
  return nearest.toSorted((a, b) => (a.session.id < b.session.id ? -1 : 1)).slice(0, 1);
}

/** The weight of all words of a session's title, of the lightest where it has several; computed when asked for. */
function createTotals(entries: readonly Entry[], vocabulary: Vocabulary): (at: number) => number {
  const totals: number[] = [];
  return (at) => {
    return (totals[at] ??= Math.min(
      ...(entries[at]?.titles ?? []).map((words) =>
        words.reduce((total, word) => total + vocabulary.toWeight(word), 0),
      ),
    ));
  };
}

/** The last that were published, in an order of their own. */
function toLatest(videos: readonly Video[]): Video[] {
  const sorted = videos.toSorted((a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1));
  return sorted.slice(0, LATEST_RECORDINGS);
}

function toEntry(session: MatchableSession): Entry {
  const texts = [...new Set([session.title, ...session.papers.map(({ title }) => title)])];
  return { session, texts, titles: texts.map(toTitleWords), names: toNames(session.presenters) };
}

function createTitleReader(): (entry: Entry) => readonly TitledSession[] {
  const known = new Map<Entry, TitledSession[]>();
  return (entry) => {
    const { session, texts, names } = entry;
    const titles = known.get(entry) ?? texts.map((text) => ({ session, title: readTitle(text), names }));
    known.set(entry, titles);
    return titles;
  };
}

function toTitledVideo(video: Video): TitledVideo {
  const readDescription = readOnce(() => new Set(toWords(video.description)));
  return { video, title: readTitle(video.title), readDescription };
}

function readOnce<T>(read: () => T): () => T {
  let known: { value: T } | undefined;
  return () => (known ??= { value: read() }).value;
}
