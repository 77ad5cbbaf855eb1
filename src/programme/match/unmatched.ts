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
export function toUnmatched(input: MatchInput, outcome: RulesOutcome): Unmatched[] {
  const { board, candidates } = outcome;
  const settled = new Set(board.matches.map(({ videoId }) => videoId));
  const byVideo = Map.groupBy(candidates, ({ videoId }) => videoId);
  const toState = createStateTeller(outcome);
  const left = input.videos.filter(({ id }) => !settled.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return left.map((video) => {
    const best = (byVideo.get(video.id) ?? []).slice(0, NAMED_CANDIDATES);
    const { kind, why } = toVerdict(video, input.shorts, outcome, best);
    const named = best.map((candidate) => {
      return `${candidate.sessionId} ${toScoreText(candidate)}${toState(candidate)}`;
    });
    return {
      videoId: video.id,
      title: video.title,
      kind,
      reason: named.length === 0 ? why : `${why}: best ${named.join("; ")}`,
      candidates: best.map(({ sessionId }) => sessionId),
    };
  });
}

/** What a host should know of a candidate besides its score. */
function createStateTeller({ board }: RulesOutcome): (candidate: ScoredCandidate) => string {
  const recordings = new Map(board.matches.map(({ sessionId, videoId }) => [sessionId, videoId]));
  return ({ sessionId, session, comparison }) => {
    const recording = recordings.get(sessionId);
    if (recording !== undefined) return `, which has ${recording}`;
    if (session.replay === "none") return ", which was not recorded";
    if (session.status === "cancelled") return ", which was cancelled";
    return comparison.isExcerpt ? ", of which it looks like a trailer" : "";
  };
}

function toVerdict(
  video: Video,
  shorts: boolean,
  { board, candidates }: RulesOutcome,
  [best]: readonly ScoredCandidate[],
): { kind: Unmatched["kind"]; why: string } {
  const doubt = board.doubts.get(video.id);
  if (video.isShort && !shorts) return { kind: "short", why: "Shorts are left alone" };
  if (doubt !== undefined) return { kind: "ambiguous", why: doubt };
  if (best === undefined || best.logOdds < ACCEPTED_LOG_ODDS) return { kind: "unlike", why: "nothing alike" };
  if (!board.sessions.has(best.sessionId)) return { kind: "unlike", why: "like a session that is settled" };
  const rival = candidates.find((one) => one.sessionId === best.sessionId && one.videoId !== video.id);
  const next = rival === undefined ? "" : ` with ${rival.videoId} ${toScoreText(rival)}`;
  return { kind: "ambiguous", why: `too close to call${next}` };
}
