/**
 * All rules, one after the other, on one board.
 */
import type { MatchableSession, MatchInput } from "../match.ts";
import type { Pair } from "./assign.ts";
import { createBoard, pair, type Board } from "./board.ts";
import { findCandidates } from "./candidates.ts";
import { matchIdentifiers, matchNumbers } from "./claim-rules.ts";
import { createClaimReader, type ClaimReader } from "./claims.ts";
import { toEvidence } from "./evidence.ts";
import type { Anchor } from "./lag.ts";
import { keepPrevious } from "./previous.ts";
import { matchTitles, toScored, type ScoredCandidate } from "./title-rule.ts";

export interface RulesOutcome {
  board: Board;
  /** What rule 4 looked at, the likeliest first. */
  candidates: ScoredCandidate[];
}

export function applyRules(input: MatchInput): RulesOutcome {
  const board = createBoard(input);
  const claims = createClaimReader(input);
  matchCurated(board, input.sessions);
  keepPrevious(board, input.previous, claims);
  matchIdentifiers(board, claims);
  const found = findCandidates({
    sessions: input.sessions,
    videos: [...board.videos.values()],
    settledTitles: toSettledTitles(board, input),
  });
  matchNumbers(board, claims, toScored(found));
  const settled = toAnchors(board, input);
  const { taken, candidates } = matchTitles({ found, settled, isAllowed: toIsAllowed(board, claims) });
  for (const candidate of taken) {
    const { sessionId, videoId } = candidate;
    const evidence = toEvidence(candidate, findNextBest(candidate, candidates));
    pair(board, { sessionId, videoId, rule: "title", evidence });
  }
  return { board, candidates };
}

/** Rule 1: a person's word takes the session out, and the video, known or not. */
function matchCurated(board: Board, sessions: readonly MatchableSession[]): void {
  for (const session of sessions) {
    if (session.replay === undefined) continue;
    board.sessions.delete(session.id);
    if (session.replay === "none") continue;
    const { videoId } = session.replay;
    pair(board, { sessionId: session.id, videoId, rule: "replay", evidence: "the session file names it" });
  }
}

/** A video that names an open session may only become that one's: several videos may name it. */
function toIsAllowed(board: Board, claims: ClaimReader): (pair: Pair) => boolean {
  return ({ sessionId, videoId }) => {
    const video = board.videos.get(videoId);
    if (video === undefined || !board.sessions.has(sessionId)) return false;
    const { named, numbered, isNumberExplicit } = claims.read(video);
    const open = [...named].filter((id) => board.sessions.has(id));
    if (open.length > 0) return open.includes(sessionId);
    return !isNumberExplicit || numbered.size === 0 || numbered.has(sessionId);
  };
}

function toSettledTitles(board: Board, { videos }: MatchInput): string[] {
  const settled = new Set(board.matches.map(({ videoId }) => videoId));
  return settled.size === 0 ? [] : videos.filter(({ id }) => settled.has(id)).map(({ title }) => title);
}

function toAnchors(board: Board, { sessions, videos }: MatchInput): Anchor[] {
  if (board.matches.length === 0) return [];
  const starts = new Map(sessions.map(({ id, startsAt }) => [id, startsAt]));
  const publications = new Map(videos.map(({ id, publishedAt }) => [id, publishedAt]));
  return board.matches.flatMap(({ sessionId, videoId }) => {
    const [startsAt, publishedAt] = [starts.get(sessionId), publications.get(videoId)];
    return startsAt === undefined || publishedAt === undefined ? [] : [{ sessionId, startsAt, publishedAt }];
  });
}

function findNextBest(
  { sessionId, videoId }: Pair,
  candidates: readonly ScoredCandidate[],
): ScoredCandidate | undefined {
  return candidates.find((other) => (other.sessionId === sessionId) !== (other.videoId === videoId));
}
