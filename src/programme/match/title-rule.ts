/**
 * Rule 4: title, presenters and date together.
 *
 * Scores every candidate, takes the certain ones as a measure of how late this club publishes, scores all again with
 * that measure, and takes what is clear.
 */
import { assign, type Pair } from "./assign.ts";
import type { Candidate } from "./candidates.ts";
import { createLagDeviation, type Anchor } from "./lag.ts";
import { toLogOdds } from "./score.ts";

export interface ScoredCandidate extends Candidate, Pair {}

export interface TitleRuleInput {
  /** See candidates.ts. */
  found: readonly Candidate[];
  /** The pairs that other rules have settled. */
  settled: readonly Anchor[];
  /** Whether a pair may still be made: both sides are open and nothing stronger speaks against it. */
  isAllowed: (pair: Pair) => boolean;
}

export interface TitleRuleOutcome {
  taken: ScoredCandidate[];
  /** All candidates, allowed or not, the likeliest first. */
  candidates: ScoredCandidate[];
}

/** About 0.95 and 4.5 times as likely as any other: certain enough to learn from. */
const CERTAIN_LOG_ODDS = 3;
const CERTAIN_MARGIN = 1.5;

export function matchTitles({ found, settled, isAllowed }: TitleRuleInput): TitleRuleOutcome {
  const certain = assign(toScored(found).filter(isAllowed), CERTAIN_LOG_ODDS, CERTAIN_MARGIN);
  const deviate = createLagDeviation([...settled, ...certain.map(toAnchor)]);
  const candidates = toScored(found, ({ session, video }) =>
    deviate(session.id, session.startsAt, video.publishedAt),
  );
  return { taken: assign(candidates.filter(isAllowed)), candidates };
}

function toAnchor({ session, video }: Candidate): Anchor {
  return { sessionId: session.id, startsAt: session.startsAt, publishedAt: video.publishedAt };
}

/** One for each pair of session and video, by the best of the session's titles; the likeliest first. */
export function toScored(
  found: readonly Candidate[],
  toDeviation: (found: Candidate) => number | undefined = () => 0,
): ScoredCandidate[] {
  const best = new Map<string, ScoredCandidate>();
  for (const candidate of found) {
    const [sessionId, videoId] = [candidate.session.id, candidate.video.id];
    const logOdds = toLogOdds(candidate.comparison, toDeviation(candidate));
    const key = `${sessionId} ${videoId}`;
    if (logOdds > (best.get(key)?.logOdds ?? -Infinity))
      best.set(key, { ...candidate, sessionId, videoId, logOdds });
  }
  return [...best.values()].toSorted(byLikelihood);
}

function byLikelihood(a: Pair, b: Pair): number {
  if (a.logOdds !== b.logOdds) return b.logOdds - a.logOdds;
  return `${a.sessionId} ${a.videoId}` < `${b.sessionId} ${b.videoId}` ? -1 : 1;
}
