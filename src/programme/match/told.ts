/**
 * What matching has found, in words for a host: "title 0.94, presenter named, 2 days after: 0.99; next best 0.41".
 */
import type { Candidate } from "./candidates.ts";
import type { Findings } from "./findings.ts";
import type { Match, MatchableSession, Unmatched } from "./match.ts";
import { findOpen, type Pairing } from "./pairing.ts";
import type { Video } from "../video.ts";
import { ACCEPTED_LOG_ODDS, toScore } from "./weights.ts";

/** What rule 4 looked at, the likeliest first. */
export interface Ranking {
  bySession: ReadonlyMap<string, readonly Candidate[]>;
  byVideo: ReadonlyMap<string, readonly Candidate[]>;
}

/** What a host can take in at a glance, and in one sitting. */
const NAMED_CANDIDATES = 3;
const EXPLAINED_CANDIDATES = 10;
/** In what a lag is told, how many days that is, and up to how many days: further on nobody counts them. */
const UNITS = [
  ["day", 1, 60],
  ["month", 30.44, 730],
  ["year", 365.25, Infinity],
] as const;
/** A share of a name from here is enough of it to mention. */
const PART_OF_NAME = 0.5;

export function toRanking(candidates: readonly Candidate[]): Ranking {
  return {
    bySession: Map.groupBy(candidates, ({ sessionId }) => sessionId),
    byVideo: Map.groupBy(candidates, ({ videoId }) => videoId),
  };
}

/** Why a candidate was taken, and how far behind the likeliest other of either side is. */
export function tellEvidence(candidate: Candidate, { bySession, byVideo }: Ranking): string {
  const { sessionId, videoId, findings } = candidate;
  const rivals = [...(bySession.get(sessionId) ?? []), ...(byVideo.get(videoId) ?? [])].filter((one) => {
    return one.sessionId !== sessionId || one.videoId !== videoId;
  });
  const [next] = rivals.toSorted((a, b) => b.logOdds - a.logOdds);
  const rest = next === undefined ? "no other candidate" : `next best ${tellScore(next)}`;
  return `${tellFindings(findings)}: ${tellScore(candidate)}; ${rest}`;
}

/** Why a video was left alone, with its best candidates. */
export function tellUnmatched(
  video: Video,
  isShortLeft: boolean,
  pairing: Pairing,
  ranking: Ranking,
): Unmatched {
  const best = (ranking.byVideo.get(video.id) ?? []).slice(0, NAMED_CANDIDATES);
  const { kind, why } = isShortLeft
    ? { kind: "short" as const, why: "Shorts are left alone" }
    : toVerdict(video, pairing, ranking, best);
  const named = best.map((one) => `${one.sessionId} ${tellScore(one)}${tellState(one, pairing)}`);
  return {
    videoId: video.id,
    title: video.title,
    kind,
    reason: named.length === 0 ? why : `${why}: best ${named.join("; ")}`,
    candidates: best.map(({ sessionId }) => sessionId),
  };
}

/** Why a session has the recording it has, or none, and every video considered; lines, each ended. */
export function tellSession(
  session: MatchableSession,
  titles: ReadonlyMap<string, string>,
  { matches }: Pairing,
  { bySession }: Ranking,
): string {
  const match = matches.find(({ sessionId }) => sessionId === session.id);
  const candidates = bySession.get(session.id) ?? [];
  const shown = candidates.slice(0, EXPLAINED_CANDIDATES);
  const day = new Date(session.startsAt).toISOString().slice(0, 10);
  const presenters = session.presenters.map(({ name }) => name);
  const toLine = (one: Candidate) => {
    const taker = matches.find(({ videoId }) => videoId === one.videoId);
    const fate =
      taker === undefined ? "" : taker === match ? " - taken" : ` - recording of ${taker.sessionId}`;
    return `  ${tellScore(one)} ${one.videoId} "${one.video.title}": ${tellFindings(one.findings)}${fate}`;
  };
  return [
    [`${session.id} "${session.title}"`, day, ...presenters].join(", "),
    `  ${tellRecording(match, titles, session, shown[0])}`,
    ...shown.map(toLine),
    ...(candidates.length > shown.length ? [`  and ${candidates.length - shown.length} less likely`] : []),
    "",
  ].join("\n");
}

function toVerdict(
  video: Video,
  pairing: Pairing,
  { bySession }: Ranking,
  [best]: readonly Candidate[],
): { kind: Unmatched["kind"]; why: string } {
  const doubt = pairing.doubts.get(video.id);
  if (doubt !== undefined) return { kind: "ambiguous", why: doubt };
  if (best === undefined || best.logOdds < ACCEPTED_LOG_ODDS) return { kind: "unlike", why: "nothing alike" };
  if (findOpen(pairing, best.sessionId, video) === undefined)
    return { kind: "unlike", why: "like a session that is settled" };
  const rival = bySession.get(best.sessionId)?.find(({ videoId }) => videoId !== video.id);
  const next = rival === undefined ? "" : ` with ${rival.videoId} ${tellScore(rival)}`;
  return { kind: "ambiguous", why: `too close to call${next}` };
}

/** What a host should know of a candidate besides its score. */
function tellState({ sessionId, session, findings }: Candidate, { matches }: Pairing): string {
  const recording = matches.find((match) => match.sessionId === sessionId);
  if (recording !== undefined) return `, which has ${recording.videoId}`;
  if (session.replay === "none") return ", which was not recorded";
  if (session.status === "cancelled") return ", which was cancelled";
  return findings.isTrailer ? ", of which it looks like a trailer" : "";
}

function tellRecording(
  match: Match | undefined,
  titles: ReadonlyMap<string, string>,
  { status }: MatchableSession,
  best: Candidate | undefined,
): string {
  if (match !== undefined) {
    const title = titles.get(match.videoId);
    const named = title === undefined ? match.videoId : `${match.videoId} "${title}"`;
    return `recording: ${named}, by ${match.rule}: ${match.evidence}`;
  }
  if (status === "cancelled") return "no recording: the session was cancelled";
  if (best === undefined) return "no recording: no video shares its words or presenters";
  const isLikely = best.logOdds >= ACCEPTED_LOG_ODDS;
  return isLikely ? "no recording: too close to call" : "no recording: nothing alike";
}

/** What was found, without the verdict: "title 0.94, presenter named, 2 days after". */
function tellFindings(findings: Findings): string {
  const { shared, missing, extra, parts, date, year, isOtherScript, isTrailer, days } = findings;
  const likeness = shared === 0 ? 0 : (2 * shared) / (2 * shared + missing + extra);
  const told = [
    `title ${likeness.toFixed(2)}`,
    isTrailer && "looks like a trailer",
    isOtherScript && "title in another script",
    { same: "the same part", other: "another part", silent: "says no part", none: "" }[parts],
    tellNames(findings),
    { same: "its date in the title", other: "another date in the title", none: "" }[date],
    year === "other" && "another year in the title",
    tellLag(days),
  ];
  return told.filter((finding) => finding !== false && finding !== "").join(", ");
}

/** "0.41"; never "1.00", as nothing is certain that no person has said. */
function tellScore({ logOdds }: Candidate): string {
  return Math.min(0.99, toScore(logOdds)).toFixed(2);
}

function tellNames({ inTitle, inDescription, hasPresenters }: Findings): string {
  if (!hasPresenters) return "";
  if (inTitle === 1) return "presenter named";
  if (inDescription === 1) return "presenter named in the description";
  return Math.max(inTitle, inDescription) >= PART_OF_NAME ? "presenter named in part" : "presenter not named";
}

function tellLag(days: number): string {
  const whole = Math.abs(Math.floor(days));
  if (whole === 0) return "the same day";
  const [unit, length] = UNITS.find(({ 2: upTo }) => whole <= upTo) ?? UNITS[0];
  const count = Math.round(whole / length);
  return `${count} ${unit}${count === 1 ? "" : "s"} ${days < 0 ? "before" : "after"}`;
}
