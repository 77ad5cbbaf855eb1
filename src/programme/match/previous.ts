/**
 * Matches made before stay, so that no later edit moves a replay under the eyes of its subscribers.
 *
 * One ends only when it has become impossible: its session or its video is gone, the session was cancelled, a person
 * has given either of them away, or the video itself now names another session by a stricter rule than the one that
 * made the match (the session page in its description, the number in its title). That another video is
 * alike, even named, ends none: the recording that is known stays (a second upload, a trailer, a copy).
 */
import type { Match } from "../match.ts";
import { pair, type Board } from "./board.ts";
import { toOnly, type ClaimReader, type Claims } from "./claims.ts";

export function keepPrevious(board: Board, previous: readonly Match[], claims: ClaimReader): void {
  const sorted = previous.toSorted(byIds);
  for (const match of sorted) {
    const video = board.videos.get(match.videoId);
    // A person's word stays only as long as the person says it.
    if (match.rule === "replay" || video === undefined || !board.sessions.has(match.sessionId)) continue;
    if (!isNamedAway(match, claims.readFirm(video))) pair(board, match);
  }
}

function isNamedAway(match: Match, { named, numbered, isNumberExplicit }: Claims): boolean {
  const byDescription = toOnly(named);
  if (byDescription !== undefined || match.rule === "identifier") return isOther(byDescription, match);
  return isNumberExplicit && isOther(toOnly(numbered), match);
}

function isOther(sessionId: string | undefined, match: Match): boolean {
  return sessionId !== undefined && sessionId !== match.sessionId;
}

/** Of two matches that exclude each other the first by id stays, in whatever order they come. */
function byIds(a: Match, b: Match): number {
  if (a.sessionId !== b.sessionId) return a.sessionId < b.sessionId ? -1 : 1;
  return a.videoId < b.videoId ? -1 : 1;
}
