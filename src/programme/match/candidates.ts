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
import { readTitle, readTitleOf, type Title } from "./titles.ts";
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

/**
 * @param sessions the whole programme: it says how rare words are
 * @param videos those that are no recording yet
 * @param recordings those that are: they too tell what this club writes before every title
 */
export function findCandidates(
  sessions: readonly MatchableSession[],
  videos: readonly Video[],
  recordings: readonly Video[],
): Candidate[] {
  if (videos.length === 0) return [];
  const titled = videos.map(readVideo);
  const vocabulary = createVocabulary(indexSessions(sessions), [
    ...titled.map(({ title }) => title.words),
    ...findLatest(recordings).map((video) => readTitleOf(video).words),
  ]);
  return titled.flatMap((video) =>
    findNear(video.title, sessions, vocabulary)
      .filter(({ startsAt }) => startsAt - video.video.publishedAt <= MAX_DAYS_AHEAD * DAY)
      .map((session) => toCandidate(session, video, vocabulary)),
  );
}

/** The sessions that share the most with a video's title, and those that share nearly as much. */
function findNear(
  { distinct }: Title,
  sessions: readonly MatchableSession[],
  vocabulary: Vocabulary,
): MatchableSession[] {
  const shared = new Float64Array(sessions.length);
  let most = 0;
  for (const word of distinct) {
    const weight = vocabulary.toWeight(word);
    for (const at of vocabulary.sessions.get(word) ?? []) {
      const sum = (shared[at] ?? 0) + weight;
      shared[at] = sum;
      if (sum > most) most = sum;
    }
  }
  if (most === 0) return [];
  return sessions.filter((_, at) => (shared[at] ?? 0) >= most * MIN_SHARE_OF_NEAREST);
}

/** By whichever of the session's titles is likeliest. */
function toCandidate(session: MatchableSession, titled: TitledVideo, vocabulary: Vocabulary): Candidate {
  const compared = toTitledSessions(session).map((one) => {
    const findings = compare(one, titled, vocabulary);
    return { session, video: titled.video, findings, logOdds: toLogOdds(findings) };
  });
  return compared.reduce((best, other) => (other.logOdds > best.logOdds ? other : best));
}

/** Its own and those of its papers: videos may carry either. */
function toTitles({ title, papers }: MatchableSession): string[] {
  return [title, ...papers.map((paper) => paper.title)];
}

/** A session by each of its titles. */
const toTitledSessions = remember((session: MatchableSession): TitledSession[] => {
  const names = toNames(session.presenters);
  return toTitles(session).map((title) => toTitledSession(session, readTitle(title), names));
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
