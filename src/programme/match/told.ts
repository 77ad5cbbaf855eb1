/**
 * What matching has found, in words for a host: "title 0.94, presenter named, 2 days after: 0.99; next best 0.41".
 */
import type { Candidate } from "./candidates.ts";
import type { Findings } from "./findings.ts";
import type { MatchableSession, Unmatched } from "./match.ts";
import { findOpen, type Pairing } from "./pairing.ts";
import type { Ranking } from "./title-rule.ts";
import type { Video } from "../video.ts";
import { ACCEPTED_LOG_ODDS } from "./weights.ts";

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

/** Why a candidate was taken, and how far behind the likeliest other of either side is. */
export function tellEvidence(candidate: Candidate, ranking: Ranking): string {
  const { session, video, findings } = candidate;
  const [next] = [...ranking.ofSession(session.id), ...ranking.ofVideo(video.id)]
    .filter((one) => one !== candidate)
    .toSorted((a, b) => b.logOdds - a.logOdds);
  const rest = next === undefined ? "no other candidate" : `next best ${tellScore(next)}`;
  return `${tellFindings(findings)}: ${tellScore(candidate)}; ${rest}`;
}

/** Why a video was left alone, with its best candidates. */
export function tellUnmatched(video: Video, pairing: Pairing, ranking: Ranking): Unmatched {
  const best = ranking.ofVideo(video.id).slice(0, NAMED_CANDIDATES);
  const [kind, why] = toVerdict(video, pairing, ranking, best[0]);
  const named = best.map((one) => `${one.session.id} ${tellScore(one)}${tellState(one, pairing)}`);
  return {
    videoId: video.id,
    title: video.title,
    kind,
    reason: named.length === 0 ? why : `${why}: best ${named.join("; ")}`,
    candidates: best.map(({ session }) => session.id),
  };
}

/** Why a session has the recording it has, or none, and every video considered; lines, each ended. */
export function tellSession(
  session: MatchableSession,
  videos: readonly Video[],
  { matches }: Pairing,
  { ofSession }: Ranking,
): string {
  const match = matches.find(({ sessionId }) => sessionId === session.id);
  const candidates = ofSession(session.id);
  const shown = candidates.slice(0, EXPLAINED_CANDIDATES);
  const day = new Date(session.startsAt).toISOString().slice(0, 10);
  const recording = videos.find(({ id }) => id === match?.videoId);
  const toLine = (one: Candidate) => {
    const taker = matches.find(({ videoId }) => videoId === one.video.id);
    const fate =
      taker === undefined ? "" : taker === match ? " - taken" : ` - recording of ${taker.sessionId}`;
    return `  ${tellScore(one)} ${tellVideo(one.video)}: ${tellFindings(one.findings)}${fate}`;
  };
  return [
    [`${session.id} "${session.title}"`, day, ...session.presenters.map(({ name }) => name)].join(", "),
    match === undefined
      ? `  no recording: ${tellLack(session, candidates[0])}`
      : `  recording: ${recording === undefined ? match.videoId : tellVideo(recording)}, by ${match.rule}: ${match.evidence}`,
    ...shown.map(toLine),
    ...(candidates.length > shown.length ? [`  and ${candidates.length - shown.length} less likely`] : []),
    "",
  ].join("\n");
}

function toVerdict(
  video: Video,
  pairing: Pairing,
  { ofSession }: Ranking,
  best: Candidate | undefined,
): [kind: Unmatched["kind"], why: string] {
  if (!pairing.videos.has(video.id)) return ["short", "Shorts are left alone"];
  const doubt = pairing.doubts.get(video.id);
  if (doubt !== undefined) return ["ambiguous", doubt];
  if (best === undefined || best.logOdds < ACCEPTED_LOG_ODDS) return ["unlike", "nothing alike"];
  if (findOpen(pairing, best.session.id, video) === undefined) {
    return ["unlike", "like a session that is settled"];
  }
  const rival = ofSession(best.session.id).find((one) => one.video.id !== video.id);
  const next = rival === undefined ? "" : ` with ${rival.video.id} ${tellScore(rival)}`;
  return ["ambiguous", `too close to call${next}`];
}

/** What a host should know of a candidate besides its score. */
function tellState({ session, findings }: Candidate, { matches }: Pairing): string {
  const recording = matches.find(({ sessionId }) => sessionId === session.id);
  if (recording !== undefined) return `, which has ${recording.videoId}`;
  if (session.replay === "none") return ", which was not recorded";
  if (session.status === "cancelled") return ", which was cancelled";
  return findings.isTrailer ? ", of which it looks like a trailer" : "";
}

function tellVideo({ id, title }: Video): string {
  return `${id} "${title}"`;
}

/** Why a session has no recording. */
function tellLack({ status }: MatchableSession, best: Candidate | undefined): string {
  if (status === "cancelled") return "the session was cancelled";
  if (best === undefined) return "no video shares its words or presenters";
  return best.logOdds >= ACCEPTED_LOG_ODDS ? "too close to call" : "nothing alike";
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
  return told.filter(Boolean).join(", ");
}

/** Log-odds as a probability, "0.41"; never "1.00", as nothing is certain that no person has said. */
function tellScore({ logOdds }: Candidate): string {
  return Math.min(0.99, 1 / (1 + Math.exp(-logOdds))).toFixed(2);
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
