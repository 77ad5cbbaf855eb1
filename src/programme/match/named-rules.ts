/**
 * Rules 2 and 3: a video that names a session, alone, is its recording.
 */
import type { Candidate } from "./candidates.ts";
import type { MatchRule } from "./match.ts";
import type { Video } from "../video.ts";
import { toOnly, type NameReader } from "./named-sessions.ts";
import { pair, type Pairing } from "./pairing.ts";
import { compareParts, isTrailerOf, readTitle } from "./titles.ts";
import { ACCEPTED_LOG_ODDS, MARGIN_LOG_ODDS } from "./weights.ts";

/** Rule 2: one session named in the description, by one video that is no trailer. */
export function pairIdentified(pairing: Pairing, reader: NameReader): void {
  const claims = findClaims(pairing, (video) => toOnly(reader.read(video).identified));
  pairUndisputed(pairing, claims, "identifier", "the description names the session");
}

/**
 * Rule 3: one session's number in the title of one video.
 *
 * Not when the video is a part and the session is not, and not when its title is clearly another session's: then
 * number and title contradict each other.
 *
 * @param candidates to see whose title it is
 */
export function pairNumbered(pairing: Pairing, reader: NameReader, candidates: readonly Candidate[]): void {
  const claims = findClaims(pairing, (video) => {
    const session = pairing.sessions.get(toOnly(reader.read(video).numbered) ?? "");
    if (session === undefined) return undefined;
    const doubt = findDoubt(session.id, session.title, video, candidates);
    if (doubt === undefined) return session.id;
    pairing.doubts.set(video.id, `carries the number of ${session.id} ${doubt}`);
    return undefined;
  });
  pairUndisputed(pairing, claims, "number", "the title carries the session's number");
}

/** A video that names an open session may only become that one's: several videos may name it. */
export function isNamedElsewhere(
  pairing: Pairing,
  reader: NameReader,
  sessionId: string,
  video: Video,
): boolean {
  const { identified, numbered, isNumberExplicit } = reader.read(video);
  const open = [...identified].filter((id) => pairing.sessions.has(id));
  if (open.length > 0) return !open.includes(sessionId);
  return isNumberExplicit && numbered.size > 0 && !numbered.has(sessionId);
}

function findDoubt(
  sessionId: string,
  title: string,
  video: Video,
  candidates: readonly Candidate[],
): string | undefined {
  const parts = compareParts(readTitle(title).parts, readTitle(video.title).parts);
  if (parts === "other") return "but is only a part of it";
  const rivals = candidates.filter(({ videoId }) => videoId === video.id);
  const own = rivals.find((rival) => rival.sessionId === sessionId)?.logOdds ?? 0;
  const other = rivals.find((rival) => rival.sessionId !== sessionId && isClearlyOf(rival, own));
  return other && `and the title of ${other.sessionId}`;
}

/** Whether a video carries a session's whole title, and is far more likely its than the numbered one's. */
function isClearlyOf({ findings, logOdds }: Candidate, own: number): boolean {
  return findings.isWhole && logOdds >= ACCEPTED_LOG_ODDS && logOdds >= own + MARGIN_LOG_ODDS;
}

/** Per open session, the open videos that claim it; trailers claim nothing. */
function findClaims(
  pairing: Pairing,
  toClaim: (video: Video) => string | undefined,
): ReadonlyMap<string, readonly Video[]> {
  const bySession = new Map<string, Video[]>();
  for (const video of pairing.videos.values()) {
    const session = pairing.sessions.get(toClaim(video) ?? "");
    if (session === undefined || isTrailerOf(readTitle(video.title), readTitle(session.title))) continue;
    bySession.set(session.id, [...(bySession.get(session.id) ?? []), video]);
  }
  return bySession;
}

/** Pair the sessions that one video claims; note a doubt on the videos that claim the same one. */
function pairUndisputed(
  pairing: Pairing,
  claims: ReadonlyMap<string, readonly Video[]>,
  rule: MatchRule,
  evidence: string,
): void {
  for (const [sessionId, videos] of claims) {
    const [video, ...others] = videos;
    if (video !== undefined && others.length === 0) {
      pair(pairing, { sessionId, videoId: video.id, rule, evidence });
      continue;
    }
    for (const { id } of videos) {
      pairing.doubts.set(id, `one of ${videos.length} videos that name ${sessionId}`);
    }
  }
}
