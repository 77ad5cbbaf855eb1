/**
 * Why a video was left alone, in words for a host, with its best candidates.
 */
import type { MatchInput, Unmatched } from "../match.ts";
import type { Video } from "../video.ts";
import { ACCEPTED_LOG_ODDS } from "./assign.ts";
import { toScoreText } from "./evidence.ts";
import type { RulesOutcome } from "./rules.ts";
import type { ScoredCandidate } from "./title-rule.ts";

/** What a host can take in at a glance. */
const NAMED_CANDIDATES = 3;

/** By video id. */
export function toUnmatched(input: MatchInput, { board, candidates }: RulesOutcome): Unmatched[] {
  const settled = new Set(board.matches.map(({ videoId }) => videoId));
  const byVideo = Map.groupBy(candidates, ({ videoId }) => videoId);
  const bySession = Map.groupBy(candidates, ({ sessionId }) => sessionId);
  const recordings = new Map(board.matches.map(({ sessionId, videoId }) => [sessionId, videoId]));
  const toState = (candidate: ScoredCandidate) => {
    const { sessionId } = candidate;
    if (board.sessions.has(sessionId)) return "";
    const videoId = recordings.get(sessionId);
    return videoId === undefined ? ", which has none" : `, which has ${videoId}`;
  };
  const left = input.videos.filter(({ id }) => !settled.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return left.map((video) => {
    const { id: videoId, title } = video;
    const best = (byVideo.get(videoId) ?? []).slice(0, NAMED_CANDIDATES);
    const names = best.map((candidate) => candidate.sessionId);
    const named = best.map(
      (candidate) => `${candidate.sessionId} ${toScoreText(candidate)}${toState(candidate)}`,
    );
    const verdict = toVerdict(video, input.shorts, board.doubts.get(videoId), best, bySession);
    return { videoId, title, ...verdict, reason: toReason(verdict.reason, named), candidates: names };
  });
}

function toReason(reason: string, named: readonly string[]): string {
  return named.length === 0 ? reason : `${reason}: best ${named.join("; ")}`;
}

function toVerdict(
  video: Video,
  shorts: boolean,
  doubt: string | undefined,
  [best]: readonly ScoredCandidate[],
  bySession: ReadonlyMap<string, readonly ScoredCandidate[]>,
): Pick<Unmatched, "kind" | "reason"> {
  if (video.isShort && !shorts) return { kind: "short", reason: "Shorts are left alone" };
  if (doubt !== undefined) return { kind: "ambiguous", reason: doubt };
  if (best === undefined) return { kind: "unlike", reason: "nothing alike" };
  if (best.logOdds < ACCEPTED_LOG_ODDS) return { kind: "unlike", reason: "nothing alike enough" };
  const rival = bySession.get(best.sessionId)?.find(({ videoId }) => videoId !== video.id);
  const next =
    rival === undefined ? "" : `, ${rival.videoId} has ${toScoreText(rival)} for ${best.sessionId}`;
  return { kind: "ambiguous", reason: `too close to call${next}` };
}
