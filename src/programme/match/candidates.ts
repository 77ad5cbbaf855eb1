/**
 * The pairs of session and video worth a closer look, found by the words and names they share.
 */
import { DAY } from "../instant.ts";
import type { MatchableSession } from "./match.ts";
import { remember } from "../remember.ts";
import type { Video } from "../video.ts";
import {
  compare,
  toTitledSession,
  toTitledVideo,
  type Findings,
  type TitledSession,
  type TitledVideo,
} from "./findings.ts";
import { readTitleOf, Title, toTitles } from "./titles.ts";
import { createVocabulary, indexWords, type Vocabulary } from "./vocabulary.ts";
import { toLogOdds } from "./weights.ts";
import { toNames, toWords } from "./words.ts";

export interface Candidate {
  session: MatchableSession;
  video: Video;
  /** By the likeliest of the session's titles. */
  findings: Findings;
  logOdds: number;
}

/** A scheduled stream is published when it is created: up to this long before it starts. */
export const MAX_DAYS_AHEAD = 45;

/** What shares less than this part of what the nearest session shares, by weight, is not the one. */
const MIN_SHARE_OF_NEAREST = 0.5;
/** So many recordings tell: what stood before titles years ago does not matter now. */
const LATEST_RECORDINGS = 100;

/** Finds the candidates of a video when they are asked for: most videos are paired by what they name, and need none. */
export interface CandidateFinder {
  /** The whole programme. */
  sessions: readonly MatchableSession[];
  /** Those that are no recording yet. */
  videos: readonly Video[];
  find: (video: Video) => readonly Candidate[];
}

/**
 * @param sessions the whole programme: it says how rare words are
 * @param videos those that are no recording yet
 * @param recordings those that are: they too tell what this club writes before every title
 */
export function createCandidateFinder(
  sessions: readonly MatchableSession[],
  videos: readonly Video[],
  recordings: readonly Video[],
): CandidateFinder {
  let known: { vocabulary: Vocabulary; findNear: NearFinder } | null = null;
  const learn = () => {
    const vocabulary = createVocabulary(
      indexSessions(sessions),
      [...videos, ...findLatest(recordings)].map((video) => readTitleOf(video).words),
    );
    return { vocabulary, findNear: createNearFinder(sessions, vocabulary) };
  };
  const find = remember((video: Video) => {
    const { vocabulary, findNear } = (known ??= learn());
    const titled = readVideo(video);
    return findNear(titled.title)
      .filter(({ startsAt }) => startsAt - video.publishedAt <= MAX_DAYS_AHEAD * DAY)
      .map((session) => toCandidate(session, titled, vocabulary));
  });
  return { sessions, videos, find };
}

type NearFinder = (title: Title) => MatchableSession[];

/** Finds the sessions that share the most with a video's title, and those that share nearly as much, in their order. */
function createNearFinder(sessions: readonly MatchableSession[], vocabulary: Vocabulary): NearFinder {
  // By the place of a session, for all titles one after the other: most share nothing with a title.
  const shared = new Float64Array(sessions.length);
  return ({ distinct }) => {
    const sharing: number[] = [];
    let most = 0;
    for (const word of distinct) {
      const weight = vocabulary.toWeight(word);
      for (const at of vocabulary.sessions.get(word) ?? []) {
        const before = shared[at] ?? 0;
        if (before === 0) sharing.push(at);
        shared[at] = before + weight;
        most = Math.max(most, before + weight);
      }
    }
    const near = sharing.filter((at) => (shared[at] ?? 0) >= most * MIN_SHARE_OF_NEAREST);
    for (const at of sharing) shared[at] = 0;
    return near.toSorted((a, b) => a - b).flatMap((at) => sessions[at] ?? []);
  };
}

/** By whichever of the session's titles is likeliest. */
function toCandidate(session: MatchableSession, titled: TitledVideo, vocabulary: Vocabulary): Candidate {
  const compared = toTitledSessions(session).map((one) => {
    const findings = compare(one, titled, vocabulary);
    return { session, video: titled.video, findings, logOdds: toLogOdds(findings) };
  });
  return compared.reduce((best, other) => (other.logOdds > best.logOdds ? other : best));
}

/** A session by each of its titles. */
const toTitledSessions = remember((session: MatchableSession): TitledSession[] => {
  const names = toNames(session.presenters);
  return toTitles(session).map((title) => toTitledSession(session, new Title(title), names));
});

/** The words of a whole programme: most of it is the same, list and all, from one new video to the next. */
const indexSessions = remember((sessions: readonly MatchableSession[]) =>
  indexWords(sessions.map(toSessionWords)),
);

/** All that a video's title may share with a session. */
function toSessionWords(session: MatchableSession): string[] {
  return toWords([...toTitles(session), ...session.presenters.map(({ name }) => name)].join(" "));
}

const readVideo = remember((video: Video) =>
  toTitledVideo(video, readTitleOf(video), new Set(toWords(video.description))),
);

/** The last published, in no order. */
function findLatest(recordings: readonly Video[]): Video[] {
  const dates = Float64Array.from(recordings, ({ publishedAt }) => publishedAt).toSorted();
  const least = dates.at(-LATEST_RECORDINGS) ?? -Infinity;
  const latest = recordings.filter(({ publishedAt }) => publishedAt >= least);
  // Of those that share the least date the first by id.
  return latest.toSorted(byPublication).slice(0, LATEST_RECORDINGS);
}

/** The last published first. */
function byPublication(a: Video, b: Video): number {
  return b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1);
}
