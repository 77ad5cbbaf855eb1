/** What is still to be matched, and what has been. One rule after the other takes from it. */
import type { Match, MatchableSession, MatchInput } from "../match.ts";
import type { Video } from "../video.ts";

export interface Board {
  /** Without a recording so far, by id. */
  sessions: Map<string, MatchableSession>;
  /** Not matched so far, by id. */
  videos: Map<string, Video>;
  matches: Match[];
  /** Why a video that names a session was not given to it by rule 2 or 3, by video id. */
  doubts: Map<string, string>;
}

/** All that an automatic rule may pair. */
export function createBoard(input: MatchInput): Board {
  const sessions = input.sessions.filter((session) => session.status !== "cancelled");
  const videos = input.videos.filter((video) => input.shorts || !video.isShort);
  return { sessions: toMap(sessions), videos: toMap(videos), matches: [], doubts: new Map() };
}

/** Make the match: neither side is open any more. */
export function pair(board: Board, match: Match): void {
  board.matches.push(match);
  board.sessions.delete(match.sessionId);
  board.videos.delete(match.videoId);
}

function toMap<T extends { id: string }>(things: readonly T[]): Map<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
