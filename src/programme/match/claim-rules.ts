/**
 * Rules 2 and 3: a video that names a session, alone, is its recording.
 */
import type { MatchRule } from "../match.ts";
import type { Video } from "../video.ts";
import { ACCEPTED_LOG_ODDS, MARGIN_LOG_ODDS } from "./assign.ts";
import { pair, type Board } from "./board.ts";
import { toOnly, type ClaimReader } from "./claims.ts";
import { compareCounts } from "./counted.ts";
import { isExcerptOf } from "./excerpt.ts";
import type { ScoredCandidate } from "./title-rule.ts";
import { readTitle } from "./title-text.ts";

/** Rule 2: one session named in the description, by one video that is no trailer. */
export function matchIdentifiers(board: Board, claims: ClaimReader): void {
  const bySession = toClaimants(board, (video) => toOnly(claims.read(video).named));
  settle(board, bySession, "identifier", "the description names the session");
}

/**
 * Rule 3: one session's number in the title of one video.
 *
 * Not when the video counts parts that the session does not have, and not when its title is clearly another
 * session's: then number and title contradict each other.
 *
 * @param candidates to see whose title it is
 */
export function matchNumbers(
  board: Board,
  claims: ClaimReader,
  candidates: readonly ScoredCandidate[],
): void {
  const byVideo = Map.groupBy(candidates, ({ videoId }) => videoId);
  const bySession = toClaimants(board, (video) => {
    const sessionId = toOnly(claims.read(video).numbered);
    const session = sessionId === undefined ? undefined : board.sessions.get(sessionId);
    if (session === undefined) return undefined;
    const counts = compareCounts(readTitle(session.title).counts, readTitle(video.title).counts);
    if (counts === "piece" || counts === "conflict") {
      board.doubts.set(video.id, `carries the number of ${session.id} but is only a part of it`);
      return undefined;
    }
    const other = findContradiction(byVideo.get(video.id) ?? [], session.id);
    if (other === undefined) return session.id;
    board.doubts.set(video.id, `carries the number of ${session.id} and the title of ${other}`);
    return undefined;
  });
  settle(board, bySession, "number", "the title carries the session's number");
}

/** The session whose title a video carries word for word, and far more likely than the numbered one's. */
function findContradiction(candidates: readonly ScoredCandidate[], numberedId: string): string | undefined {
  const own = candidates.find(({ sessionId }) => sessionId === numberedId)?.logOdds ?? 0;
  const other = candidates.find(({ sessionId, comparison }) => {
    return sessionId !== numberedId && comparison.likeness.isWhole;
  });
  if (other === undefined || other.logOdds < ACCEPTED_LOG_ODDS) return undefined;
  return other.logOdds >= own + MARGIN_LOG_ODDS ? other.sessionId : undefined;
}

/** Per open session, the open videos that claim it; trailers claim nothing. */
function toClaimants(board: Board, toClaim: (video: Video) => string | undefined): Map<string, Video[]> {
  const bySession = new Map<string, Video[]>();
  for (const video of board.videos.values()) {
    const sessionId = toClaim(video);
    const session = sessionId === undefined ? undefined : board.sessions.get(sessionId);
    if (session === undefined || isExcerptOf(readTitle(video.title), readTitle(session.title))) continue;
    bySession.set(session.id, [...(bySession.get(session.id) ?? []), video]);
  }
  return bySession;
}

/** Pair the sessions that one video claims; note a doubt on the videos that claim the same one. */
function settle(
  board: Board,
  bySession: ReadonlyMap<string, readonly Video[]>,
  rule: MatchRule,
  evidence: string,
): void {
  for (const [sessionId, videos] of bySession) {
    const [video, ...others] = videos;
    if (video !== undefined && others.length === 0)
      pair(board, { sessionId, videoId: video.id, rule, evidence });
    else
      for (const { id } of videos)
        board.doubts.set(id, `one of ${videos.length} videos that name ${sessionId}`);
  }
}
