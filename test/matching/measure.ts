/**
 * How good the pairs found are, against the pairs people have found.
 */
import type { Match } from "../../src/programme/match/match.ts";
import { matchRecordings } from "../../src/programme/match/match-recordings.ts";
import { toMatchInput, type Series } from "./series.ts";

/** Why a true pair was not returned. */
export type MissKind =
  | "video given to another session"
  | "session given another video"
  | "too close to call"
  | "unlike";

/** Why a returned pair is wrong. */
export type WrongKind =
  | "session has another video"
  | "video has another session"
  | "both have others"
  | "neither has any";

export interface Miss {
  kind: MissKind;
  series: string;
  sessionId: string;
  videoId: string;
  /** What matching said of the video. */
  reason: string;
}

export interface Wrong {
  kind: WrongKind;
  series: string;
  match: Match;
}

export interface Measure {
  returned: number;
  right: number;
  /** Pairs people have found. */
  known: number;
  misses: Miss[];
  wrongs: Wrong[];
}

/** Match one series and compare with its truth. */
export function measure(series: Series): Measure {
  const truth = series.truth ?? {};
  const { matches, unmatched } = matchRecordings(toMatchInput(series));
  const found = new Map(matches.map((match) => [match.sessionId, match]));
  const taken = new Map(matches.map((match) => [match.videoId, match]));
  const left = new Map(unmatched.map((one) => [one.videoId, one]));
  const known = Object.entries(truth);
  const misses = known.flatMap(([sessionId, videoId]) => {
    if (found.get(sessionId)?.videoId === videoId) return [];
    const taker = taken.get(videoId);
    const alone = left.get(videoId);
    const kind = toMissKind(taker !== undefined, found.has(sessionId), alone?.kind === "ambiguous");
    const reason = alone?.reason ?? `given to ${taker?.sessionId ?? "none"}: ${taker?.evidence ?? ""}`;
    return [{ kind, series: series.series, sessionId, videoId, reason }];
  });
  const paired = new Set(Object.values(truth));
  const wrongs = matches.flatMap((match) => {
    if (truth[match.sessionId] === match.videoId) return [];
    const kind = toWrongKind(truth[match.sessionId] !== undefined, paired.has(match.videoId));
    return [{ kind, series: series.series, match }];
  });
  const right = matches.length - wrongs.length;
  return { returned: matches.length, right, known: known.length, misses, wrongs };
}

/** All series together: every pair counts the same. */
export function toTotal(measures: readonly Measure[]): Measure {
  return {
    returned: sum(measures.map(({ returned }) => returned)),
    right: sum(measures.map(({ right }) => right)),
    known: sum(measures.map(({ known }) => known)),
    misses: measures.flatMap(({ misses }) => misses),
    wrongs: measures.flatMap(({ wrongs }) => wrongs),
  };
}

/** Right pairs of those returned; 1 when none was. */
export function toPrecision({ right, returned }: Measure): number {
  return returned === 0 ? 1 : right / returned;
}

/** Right pairs of those known; 1 when there are none. */
export function toRecall({ right, known }: Measure): number {
  return known === 0 ? 1 : right / known;
}

function toMissKind(isTaken: boolean, hasOther: boolean, isAmbiguous: boolean): MissKind {
  if (isTaken) return "video given to another session";
  if (hasOther) return "session given another video";
  return isAmbiguous ? "too close to call" : "unlike";
}

function toWrongKind(hasSessionOther: boolean, hasVideoOther: boolean): WrongKind {
  if (hasSessionOther && hasVideoOther) return "both have others";
  if (hasSessionOther) return "session has another video";
  return hasVideoOther ? "video has another session" : "neither has any";
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
