import { DAY } from "./instant.ts";
import { createBoard, pair, type Board } from "./match/board.ts";
import { findNamedSessions } from "./match/identifier.ts";
import { findNumbers } from "./match/number.ts";
import { toAccepted, toCandidates } from "./match/title.ts";
import type { Session } from "./session.ts";
import type { Video } from "./video.ts";

/** Which rule made a match, in the order they are tried (first hit wins). */
export type MatchRule = "replay" | "identifier" | "number" | "title";

/** The pairing of a session and a video. */
export interface Match {
  sessionId: string;
  videoId: string;
  rule: MatchRule;
  /** For a host: "title 0.94, presenter named, 2 days after; next best 0.41". */
  evidence: string;
}

/** A video left alone, and why. */
export interface Unmatched {
  videoId: string;
  title: string;
  kind: "short" | "ambiguous" | "unlike";
  /** For a host; names the best candidates. */
  reason: string;
}

/** What matching reads of a session. */
export type MatchableSession = Pick<
  Session,
  "id" | "number" | "title" | "startsAt" | "endsAt" | "status" | "presenters" | "papers" | "replay"
>;

export interface MatchInput {
  sessions: readonly MatchableSession[];
  videos: readonly Video[];
  /** Matches made before; kept unless they became impossible. */
  previous: readonly Match[];
  /** Session pages are `${pagesUrl}/sessions/ID`; rule 2 looks for them in descriptions. Without a slash at the end. */
  pagesUrl: string;
  /** Whether Shorts may be recordings. */
  shorts: boolean;
}

export interface MatchOutcome {
  /** By session id. */
  matches: Match[];
  /** By video id. */
  unmatched: Unmatched[];
}

/** Scheduled streams are created at most this long before they start. */
const EARLIEST_DAYS = 45;

/**
 * Pair sessions with their recordings. First hit wins: a person's word, what was matched before, an identifier in the
 * description, the number in the title, then title, presenters and date together. Pure; the order of the input does
 * not matter.
 */
export function matchRecordings(input: MatchInput): MatchOutcome {
  const board = createBoard(input);
  matchCurated(board, input.sessions);
  const claims = findClaims(board, input);
  keepPrevious(board, input.previous, claims);
  matchClaims(board, claims.identifier, "identifier", "the description names the session");
  matchClaims(board, claims.number, "number", "the title carries the session's number");
  matchTitles(board);
  return {
    matches: board.matches.toSorted((a, b) => compare(a.sessionId, b.sessionId)),
    unmatched: toUnmatched(board, input),
  };
}

/** Which sessions each video names, by video id. */
interface Claims {
  identifier: Map<string, Set<string>>;
  number: Map<string, Set<string>>;
}

function matchCurated(board: Board, sessions: readonly MatchableSession[]): void {
  for (const session of sessions) {
    if (session.replay === undefined) continue;
    board.sessions.delete(session.id);
    if (session.replay === "none") continue;
    const { videoId } = session.replay;
    pair(board, { sessionId: session.id, videoId, rule: "replay", evidence: "named in the session file" });
  }
}

function findClaims(board: Board, input: MatchInput): Claims {
  const ids = new Set(input.sessions.map((session) => session.id));
  const numbered = Map.groupBy(input.sessions, (session) => session.number);
  const claims: Claims = { identifier: new Map(), number: new Map() };
  for (const video of board.videos.values()) {
    claims.identifier.set(video.id, findNamedSessions(video.description, ids, input.pagesUrl));
    const sessions = [...findNumbers(video.title)].flatMap((number) => numbered.get(number) ?? []);
    const possible = sessions.filter((session) => isAfterCreation(video, session));
    claims.number.set(video.id, new Set(possible.map((session) => session.id)));
  }
  return claims;
}

function isAfterCreation(video: Video, session: MatchableSession): boolean {
  return video.publishedAt >= session.startsAt - EARLIEST_DAYS * DAY;
}

/** A match made before stays, unless one side is gone or taken, or the video itself now names another session. */
function keepPrevious(board: Board, previous: readonly Match[], claims: Claims): void {
  for (const match of previous) {
    if (match.rule === "replay") continue;
    if (!board.sessions.has(match.sessionId) || !board.videos.has(match.videoId)) continue;
    const stricter = match.rule === "identifier" ? [claims.identifier] : [claims.identifier, claims.number];
    const isNamedOther = stricter.some((claim) => {
      const named = claim.get(match.videoId) ?? new Set();
      return named.size === 1 && !named.has(match.sessionId);
    });
    if (!isNamedOther) pair(board, match);
  }
}

/** Pair the videos that name one session, which no other video names. */
function matchClaims(
  board: Board,
  claims: Map<string, Set<string>>,
  rule: MatchRule,
  evidence: string,
): void {
  const bySession = Map.groupBy(board.videos.keys(), (videoId) => toOnly(claims.get(videoId)));
  for (const [sessionId, videoIds] of bySession) {
    if (sessionId === undefined || !board.sessions.has(sessionId)) continue;
    const videoId = toOnly(new Set(videoIds));
    if (videoId !== undefined) pair(board, { sessionId, videoId, rule, evidence });
    else for (const id of videoIds) board.ambiguous.set(id, `several videos name ${sessionId}`);
  }
}

function toOnly<T>(values: ReadonlySet<T> = new Set()): T | undefined {
  const [only] = values;
  return values.size === 1 ? only : undefined;
}

function matchTitles(board: Board): void {
  const accepted = toAccepted(toCandidates([...board.sessions.values()], [...board.videos.values()]));
  for (const { session, video, title, isPresenterNamed, days } of accepted) {
    const presenter = isPresenterNamed ? ", presenter named" : "";
    const evidence = `title ${title.toFixed(2)}${presenter}, ${days} days after`;
    pair(board, { sessionId: session.id, videoId: video.id, rule: "title", evidence });
  }
}

function toUnmatched(board: Board, input: MatchInput): Unmatched[] {
  const taken = new Set(board.matches.map((match) => match.videoId));
  return input.videos
    .filter((video) => !taken.has(video.id))
    .map((video) => toReason(board, video, input.shorts))
    .toSorted((a, b) => compare(a.videoId, b.videoId));
}

function toReason(board: Board, video: Video, shorts: boolean): Unmatched {
  const { id: videoId, title } = video;
  if (video.isShort && !shorts) return { videoId, title, kind: "short", reason: "Shorts are left out" };
  const reason = board.ambiguous.get(videoId);
  if (reason !== undefined) return { videoId, title, kind: "ambiguous", reason };
  return { videoId, title, kind: "unlike", reason: "no session without a replay is alike enough" };
}

/** By code units: the same on every machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
