/**
 * What is still open and what has been paired. One rule after the other takes from it; the first are here: a person's
 * word, and the matches made before.
 */
import type { Candidate } from "./candidates.ts";
import type { Match, MatchableSession, MatchInput } from "./match.ts";
import type { Video } from "../video.ts";
import { toOnly, type NameReader, type NamedSessions } from "./named-sessions.ts";

/** A session and the video that is its recording. */
export type Settled = Pick<Candidate, "session" | "video">;

export interface Pairing {
  /** Without a recording so far, by id. */
  sessions: Map<string, MatchableSession>;
  /** Not matched so far, by id. */
  videos: Map<string, Video>;
  matches: Match[];
  /** Both sides of the matches, where both were open: what to learn from. */
  settled: Settled[];
  /** Why a video that names a session was not given to it by rule 2 or 3, by video id. */
  doubts: Map<string, string>;
}

/** All that an automatic rule may pair. */
export function createPairing(input: MatchInput): Pairing {
  const videos = input.videos.filter((video) => input.shorts || !video.isShort);
  return {
    sessions: new Map(input.sessions.map((session) => [session.id, session])),
    videos: new Map(videos.map((video) => [video.id, video])),
    matches: [],
    settled: [],
    doubts: new Map(),
  };
}

/**
 * The session of an id, if an automatic rule may still give it this video.
 *
 * A cancelled one has no recording, but holds the stream that was scheduled for it, which is nothing by itself.
 */
export function findOpen(
  { sessions }: Pairing,
  sessionId: string | undefined,
  { publishedAt }: Video,
): MatchableSession | undefined {
  const session = sessionId === undefined ? undefined : sessions.get(sessionId);
  return session?.status === "cancelled" && session.startsAt <= publishedAt ? undefined : session;
}

/** Make the match: neither side is open any more. */
export function pair(pairing: Pairing, match: Match): void {
  const [session, video] = [pairing.sessions.get(match.sessionId), pairing.videos.get(match.videoId)];
  if (session !== undefined && video !== undefined) pairing.settled.push({ session, video });
  pairing.matches.push(match);
  pairing.sessions.delete(match.sessionId);
  pairing.videos.delete(match.videoId);
}

/** Rule 1: a person's word takes the session out, and the video, known or not. */
export function pairCurated(pairing: Pairing, sessions: readonly MatchableSession[]): void {
  const evidence = "the session file names it";
  for (const { id, replay } of sessions) {
    if (typeof replay === "object") {
      pair(pairing, { sessionId: id, videoId: replay.videoId, rule: "replay", evidence });
    }
    if (replay === "none") pairing.sessions.delete(id);
  }
}

/**
 * Matches made before stay, so that no later edit moves a replay under the eyes of its subscribers.
 *
 * One ends only when it has become impossible: its session or its video is gone, the session was cancelled and the video
 * is no stream that was scheduled for it, a person has given either of them away, or the video itself now names another session by a stricter rule than the one that
 * made the match (the session page in its description, the number in its title). That another video is alike, even
 * named, ends none: the recording that is known stays (a second upload, a trailer, a copy).
 */
export function keepPrevious(pairing: Pairing, previous: readonly Match[], reader: NameReader): void {
  for (const match of previous.toSorted(byIds)) {
    const video = pairing.videos.get(match.videoId);
    // A person's word stays only as long as the person says it.
    if (match.rule === "replay" || video === undefined) continue;
    if (findOpen(pairing, match.sessionId, video) === undefined) continue;
    if (!isNamedAway(match, reader.readFirm(video))) pair(pairing, match);
  }
}

function isNamedAway(
  { sessionId, rule }: Match,
  { identified, numbered, isNumberExplicit }: NamedSessions,
): boolean {
  const byNumber = isNumberExplicit && rule !== "identifier" ? toOnly(numbered) : undefined;
  const named = toOnly(identified) ?? byNumber;
  return named !== undefined && named !== sessionId;
}

/** Of two matches that exclude each other the first by id stays, in whatever order they come. */
export function byIds(a: Match, b: Match): number {
  if (a.sessionId !== b.sessionId) return a.sessionId < b.sessionId ? -1 : 1;
  return a.videoId < b.videoId ? -1 : 1;
}
