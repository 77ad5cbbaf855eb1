/**
 * Rules 2 and 3: a video that names a session, alone, is its recording.
 */
import type { Candidate } from "./candidates.ts";
import type { MatchableSession, MatchRule } from "./match.ts";
import type { Video } from "../video.ts";
import { toOnly, type NameReader } from "./named-sessions.ts";
import { findOpen, pair, type Pairing } from "./pairing.ts";
import { compareParts, isTrailerOf, readTitle } from "./titles.ts";
import { MARGIN_LOG_ODDS } from "./weights.ts";

/** Rule 2: one session named in the description, by one video that is no trailer. */
export function pairIdentified(pairing: Pairing, reader: NameReader): void {
  const naming = findNaming(pairing, (video) => toOnly(reader.read(video).identified));
  pairUndisputed(pairing, naming, "identifier", "the description names the session");
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
  const naming = findNaming(pairing, (video) => {
    const session = findOpen(pairing, toOnly(reader.read(video).numbered) ?? "", video);
    if (session === undefined) return undefined;
    const doubt = findDoubt(session, video, candidates);
    if (doubt === undefined) return session.id;
    pairing.doubts.set(video.id, `carries the number of ${session.id} ${doubt}`);
    return undefined;
  });
  pairUndisputed(pairing, naming, "number", "the title carries the session's number");
}

/** Whether a side is no longer open, or the video names another open session: several videos may name one. */
export function isRuledOut({ session, video }: Candidate, pairing: Pairing, reader: NameReader): boolean {
  const isOpen = (id: string) => findOpen(pairing, id, video) !== undefined;
  if (!isOpen(session.id) || !pairing.videos.has(video.id)) return true;
  const { identified, numbered, isNumberExplicit } = reader.read(video);
  const open = [...identified].filter(isOpen);
  if (open.length > 0) return !open.includes(session.id);
  return isNumberExplicit && numbered.size > 0 && !numbered.has(session.id);
}

function findDoubt(
  { id, title }: MatchableSession,
  video: Video,
  candidates: readonly Candidate[],
): string | undefined {
  const parts = compareParts(readTitle(title).parts, readTitle(video.title).parts);
  if (parts === "other") return "but is only a part of it";
  const rivals = candidates.filter((candidate) => candidate.video.id === video.id);
  const own = rivals.find((rival) => rival.session.id === id)?.logOdds ?? 0;
  const other = rivals.find((rival) => rival.session.id !== id && isClearlyOf(rival, own));
  return other && `and the title of ${other.session.id}`;
}

/** Whether a video carries a session's whole title, and is far more likely its than the numbered one's. */
function isClearlyOf({ findings, logOdds }: Candidate, own: number): boolean {
  return findings.isWhole && logOdds >= own + MARGIN_LOG_ODDS;
}

/** Per open session, the open videos that name it; trailers do not count. */
function findNaming(
  pairing: Pairing,
  toNamed: (video: Video) => string | undefined,
): ReadonlyMap<string, readonly Video[]> {
  const bySession = new Map<string, Video[]>();
  for (const video of pairing.videos.values()) {
    const session = findOpen(pairing, toNamed(video) ?? "", video);
    if (session === undefined || isTrailerOf(readTitle(video.title), readTitle(session.title))) continue;
    bySession.set(session.id, [...(bySession.get(session.id) ?? []), video]);
  }
  return bySession;
}

/** Pair the sessions that one video names; note a doubt on the videos that name the same one. */
function pairUndisputed(
  pairing: Pairing,
  naming: ReadonlyMap<string, readonly Video[]>,
  rule: MatchRule,
  evidence: string,
): void {
  for (const [sessionId, videos] of naming) {
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
