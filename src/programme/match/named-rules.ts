/**
 * Rules 2 and 3: a video that names a session, alone, is its recording.
 */
import type { Candidate, CandidateFinder } from "./candidates.ts";
import { type Steps } from "../steps.ts";
import type { Match, MatchableSession, MatchRule } from "./match.ts";
import type { Video } from "../video.ts";
import { toOnly, type NameReader } from "./named-sessions.ts";
import { findOpen, pair, type Pairing } from "./pairing.ts";
import { compareParts, isTrailerOf, Title } from "./titles.ts";
import { MARGIN_LOG_ODDS } from "./weights.ts";
import { hasOtherTitle } from "./whole-titles.ts";

/** Videos whose titles are read in a step, a few milliseconds: of a first start all are new. */
const VIDEOS_A_STEP = 500;

/** Rule 2: one session named in the description, by one video that is no trailer. */
export function* pairIdentified(pairing: Pairing, reader: NameReader): Steps<void> {
  yield* pairNamed(pairing, {
    rule: "identifier",
    evidence: "the description names the session",
    toNamed: (video) => toOnly(reader.read(video).identified),
    findDoubt: () => undefined,
  });
}

/**
 * Rule 3: one session's number in the title of one video.
 *
 * Not when the video is a part and the session is not, and not when its title is clearly another session's: then
 * number and title contradict each other.
 *
 * @param finder to see whose title it is
 */
export function* pairNumbered(pairing: Pairing, reader: NameReader, finder: CandidateFinder): Steps<void> {
  yield* pairNamed(pairing, {
    rule: "number",
    evidence: "the title carries the session's number",
    toNamed: (video) => toOnly(reader.read(video).numbered),
    findDoubt: (naming) => findContradiction(naming, finder),
  });
}

/** Whether a side is no longer open, or the video names another open session: several videos may name one. */
export function isRuledOut({ session, video }: Candidate, pairing: Pairing, reader: NameReader): boolean {
  const isOpen = (id: string) => findOpen(pairing, id, video) !== undefined;
  if (!isOpen(session.id) || !pairing.videos.has(video.id)) return true;
  const { identified, numbered, isNumberExplicit } = reader.read(video);
  const open = identified.filter(isOpen);
  if (open.length > 0) return !open.includes(session.id);
  return isNumberExplicit && numbered.length > 0 && !numbered.includes(session.id);
}

/** A video and the open session that it names. */
interface Naming {
  session: MatchableSession;
  video: Video;
  /** Not remembered with them: most are paired at once, and of those nobody asks again. */
  titles: { session: Title; video: Title };
}

interface NamedRule {
  rule: MatchRule;
  evidence: string;
  /** The id of the session that a video names. */
  toNamed: (video: Video) => string | undefined;
  /** Why that may not be meant. */
  findDoubt: (naming: Naming) => string | undefined;
}

function findContradiction(
  { session: named, video, titles }: Naming,
  finder: CandidateFinder,
): string | undefined {
  const { id } = named;
  const parts = compareParts(titles.session.parts, titles.video.parts);
  if (parts === "other") return `carries the number of ${id} but is only a part of it`;
  if (!hasOtherTitle(finder.sessions, titles.video, named)) return undefined;
  const rivals = finder.find(video);
  const own = rivals.find(({ session }) => session.id === id)?.logOdds ?? 0;
  const other = rivals.find(({ session, findings, logOdds }) => {
    return session.id !== id && findings.isWhole && logOdds >= own + MARGIN_LOG_ODDS;
  });
  return other && `carries the number of ${id} and the title of ${other.session.id}`;
}

/** Pair each open session with the video that names it; where several do, trailers not counted, none can be told. */
function* pairNamed(pairing: Pairing, { rule, evidence, toNamed, findDoubt }: NamedRule): Steps<void> {
  const naming: Pick<Match, "sessionId" | "videoId">[] = [];
  let read = 0;
  for (const video of pairing.videos.values()) {
    const session = findOpen(pairing, toNamed(video), video);
    read += 1;
    if (read % VIDEOS_A_STEP === 0) yield;
    if (session === undefined) continue;
    const titles = { session: new Title(session.title), video: new Title(video.title) };
    const doubt = findDoubt({ session, video, titles });
    if (doubt !== undefined) pairing.doubts.set(video.id, doubt);
    else if (!isTrailerOf(titles.video, titles.session))
      naming.push({ sessionId: session.id, videoId: video.id });
  }
  for (const [sessionId, named] of Map.groupBy(naming, (one) => one.sessionId)) {
    for (const { videoId } of named) {
      if (named.length === 1) pair(pairing, { sessionId, videoId, rule, evidence });
      else pairing.doubts.set(videoId, `one of ${named.length} videos that name ${sessionId}`);
    }
  }
}
