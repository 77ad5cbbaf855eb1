/**
 * The pairs of session and video worth a closer look, found by the words and names they share.
 *
 * Learns from the whole programme what words say (see lexicon.ts); a video that resembles no session has no say in
 * it and is no candidate, so that adding one changes nothing.
 */
import { DAY } from "../instant.ts";
import type { MatchableSession } from "../match.ts";
import type { Video } from "../video.ts";
import { compare, type Comparison } from "./comparison.ts";
import { isExcerptOf } from "./excerpt.ts";
import { createLexicon, toLengthWeight, type Lexicon } from "./lexicon.ts";
import { toSessionProfile, toVideoProfile, type SessionProfile, type VideoProfile } from "./profile.ts";
import { readTitle, type TitleText } from "./title-text.ts";

export interface Candidate {
  session: MatchableSession;
  video: Video;
  comparison: Comparison;
}

export interface CandidateInput {
  /** The whole programme: it says how rare words are. */
  sessions: readonly MatchableSession[];
  /** The videos that are no recording yet. */
  videos: readonly Video[];
  /** The titles of the videos that are. */
  settledTitles: readonly string[];
}

/** A scheduled stream is published when it is created: up to this long before it starts. */
export const MAX_DAYS_AHEAD = 45;
/** A video shares at least this part of its own or the session's words by weight, or it is not worth a look. */
const MIN_OVERLAP = 0.3;
/** A video resembles a session that has this part of its words in the video's title. */
const MIN_RESEMBLANCE = 0.5;

/** The title of a session, or of one of its papers. */
interface Heading {
  profile: SessionProfile;
  title: TitleText;
}

export function findCandidates(input: CandidateInput): Candidate[] {
  const headings = input.sessions.flatMap((session) => {
    const profile = toSessionProfile(session);
    return profile.titles.map((title) => ({ profile, title }));
  });
  const index = createIndex(headings);
  const videos = input.videos.map(toVideoProfile);
  const lexicon = learn(input, headings, index, videos);
  const years = new Set(headings.flatMap(({ profile }) => [...profile.readDay().years]));
  const reach = createReach(headings, index, lexicon);
  return videos.flatMap((video) =>
    reach(video.title)
      .filter(({ profile, title }) => isPossible(profile, title, video))
      .map(({ profile, title }) => ({
        session: profile.session,
        video: video.video,
        comparison: compare(profile, title, video, lexicon, years),
      })),
  );
}

function isPossible(profile: SessionProfile, title: TitleText, video: VideoProfile): boolean {
  const daysAhead = (profile.session.startsAt - video.video.publishedAt) / DAY;
  return daysAhead <= MAX_DAYS_AHEAD && !isExcerptOf(video.title, title);
}

interface Index {
  /** Per word, the headings that hold it. */
  byWord: ReadonlyMap<string, readonly number[]>;
  /** The same per word of a presenter's name. */
  byName: ReadonlyMap<string, readonly number[]>;
}

function createIndex(headings: readonly Heading[]): Index {
  const byWord = new Map<string, number[]>();
  const byName = new Map<string, number[]>();
  for (const [at, { profile, title }] of headings.entries()) {
    for (const word of title.distinct) post(byWord, word, at);
    for (const name of profile.names)
      for (const word of [...name.words, ...name.handles]) post(byName, word, at);
  }
  return { byWord, byName };
}

function post(index: Map<string, number[]>, word: string, at: number): void {
  const posted = index.get(word);
  if (posted === undefined) index.set(word, [at]);
  else if (posted.at(-1) !== at) posted.push(at);
}

/** Learn the lexicon from all sessions, the settled videos and those open ones that resemble a session. */
function learn(
  input: CandidateInput,
  headings: readonly Heading[],
  index: Index,
  videos: readonly VideoProfile[],
): Lexicon {
  const weigh = (word: string) => toLengthWeight(word) / (1 + Math.log2(index.byWord.get(word)?.length ?? 1));
  const totals = headings.map(({ title }) => sum(title.distinct, weigh));
  const resembling = videos.filter(({ title }) => {
    const shared = new Float64Array(headings.length);
    for (const word of title.distinct) {
      for (const at of index.byWord.get(word) ?? []) shared[at] = (shared[at] ?? 0) + weigh(word);
    }
    return shared.some((weight, at) => weight > 0 && weight >= MIN_RESEMBLANCE * (totals[at] ?? 0));
  });
  const bySession = Map.groupBy(headings, ({ profile }) => profile);
  const sessionWords = [...bySession.values()].map(([first, ...others]) =>
    others.reduce<ReadonlySet<string>>(
      (all, { title }) => all.union(title.distinct),
      first?.title.distinct ?? new Set(),
    ),
  );
  const videoTitles = [...input.settledTitles.map(readTitle), ...resembling.map(({ title }) => title)];
  return createLexicon(
    sessionWords,
    videoTitles.map(({ distinct }) => distinct),
  );
}

/** Finds the headings that a video's title overlaps enough, or whose presenters it names. */
function createReach(
  headings: readonly Heading[],
  index: Index,
  lexicon: Lexicon,
): (title: TitleText) => Heading[] {
  const missingTotals = headings.map(({ title }) => sum(title.distinct, lexicon.missing));
  return (title) => {
    const extraTotal = sum(title.distinct, lexicon.extra);
    const shared = new Float64Array(headings.length);
    const found = new Float64Array(headings.length);
    const used = new Float64Array(headings.length);
    const isNamed = new Uint8Array(headings.length);
    for (const word of title.distinct) {
      for (const at of index.byName.get(word) ?? []) isNamed[at] = 1;
      const weights = [lexicon.shared(word), lexicon.missing(word), lexicon.extra(word)] as const;
      for (const at of index.byWord.get(word) ?? []) {
        shared[at] = (shared[at] ?? 0) + weights[0];
        found[at] = (found[at] ?? 0) + weights[1];
        used[at] = (used[at] ?? 0) + weights[2];
      }
    }
    return headings.filter((_, at) => {
      if (isNamed[at] === 1) return true;
      const both = shared[at] ?? 0;
      const missing = (missingTotals[at] ?? 0) - (found[at] ?? 0);
      const extra = extraTotal - (used[at] ?? 0);
      return both > 0 && both >= MIN_OVERLAP * (both + Math.min(missing, extra));
    });
  };
}

function sum(words: Iterable<string>, weigh: (word: string) => number): number {
  let total = 0;
  for (const word of words) total += weigh(word);
  return total;
}
