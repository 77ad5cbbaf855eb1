/** Rule 4: title, presenters and date together, one session to one video over the whole programme. */
import { DAY } from "../instant.ts";
import type { Candidate } from "./candidates.ts";
import type { Settled } from "./pairing.ts";
import { ACCEPTED_LOG_ODDS, MARGIN_LOG_ODDS, toLogOdds } from "./weights.ts";

/** Sessions so near in time are published alike. */
const SEASON_DAYS = 90;
/** Added to every lag: between one day and two there is no difference that tells. */
const INDIFFERENT_DAYS = 3;

/**
 * @param found with their log-odds while no lag is known; see candidates.ts
 * @param settled the pairs that other rules have made
 * @param isAllowed whether a pair may still be made: both sides are open and nothing stronger speaks against it
 * @returns the pairs taken, and all candidates, allowed or not, the likeliest first
 */
export function matchTitles(
  found: readonly Candidate[],
  settled: readonly Settled[],
  isAllowed: (candidate: Candidate) => boolean,
): { taken: Candidate[]; candidates: Candidate[] } {
  const clear = takeClear(found.filter(isAllowed));
  const toDeviation = createLagDeviation([...settled, ...clear]);
  const weighed = found.map((one) => ({ ...one, logOdds: toLogOdds(one.findings, toDeviation(one)) }));
  const candidates = weighed.toSorted(byLikelihood);
  return { taken: takeClear(candidates.filter(isAllowed)), candidates };
}

/**
 * Take the pairs that are likely, and better by a margin than every other pair that either side could still be in.
 * What is taken leaves the field, and the rest is looked at again, until nothing more is clear.
 */
function takeClear(pairs: readonly Candidate[]): Candidate[] {
  const bestOfSession = toBestTwo(pairs, ({ sessionId }) => sessionId);
  const bestOfVideo = toBestTwo(pairs, ({ videoId }) => videoId);
  const clear = pairs.filter((pair) => {
    if (pair.logOdds < ACCEPTED_LOG_ODDS) return false;
    return isClear(pair, bestOfSession.get(pair.sessionId)) && isClear(pair, bestOfVideo.get(pair.videoId));
  });
  if (clear.length === 0) return [];
  const sessionIds = new Set(clear.map(({ sessionId }) => sessionId));
  const videoIds = new Set(clear.map(({ videoId }) => videoId));
  const rest = pairs.filter(({ sessionId, videoId }) => !sessionIds.has(sessionId) && !videoIds.has(videoId));
  return [...clear, ...takeClear(rest)];
}

/**
 * How far a lag is from the nearest of the sessions around, as the natural logarithm of their ratio: 0 the same, 0.7
 * twice as long; undefined when none is known.
 *
 * A club publishes the sessions of one time in one go: what came out with the neighbours of a session is more likely
 * its recording than what came out years later.
 */
function createLagDeviation(settled: readonly Settled[]): (candidate: Candidate) => number | undefined {
  const known = settled.map((pair) => ({
    id: pair.session.id,
    startsAt: pair.session.startsAt,
    logLag: toLogLag(pair),
  }));
  return ({ session, video }) => {
    const own = toLogLag({ session, video });
    let nearest = Infinity;
    for (const { id, startsAt, logLag } of known) {
      const isAround = Math.abs(startsAt - session.startsAt) <= SEASON_DAYS * DAY;
      if (isAround && id !== session.id) nearest = Math.min(nearest, Math.abs(own - logLag));
    }
    return nearest === Infinity ? undefined : nearest;
  };
}

function toLogLag({ session, video }: Settled): number {
  return Math.log(Math.max(0, (video.publishedAt - session.startsAt) / DAY) + INDIFFERENT_DAYS);
}

function isClear({ logOdds }: Candidate, [best, second] = [0, 0]): boolean {
  return logOdds === best && best - second >= MARGIN_LOG_ODDS;
}

/** The log-odds of the best pair and of the next, by the id of one side. */
function toBestTwo(
  pairs: readonly Candidate[],
  toKey: (pair: Candidate) => string,
): Map<string, [number, number]> {
  const bests = new Map<string, [number, number]>();
  for (const pair of pairs) {
    const [best, second] = bests.get(toKey(pair)) ?? [-Infinity, -Infinity];
    const { logOdds } = pair;
    bests.set(toKey(pair), logOdds > best ? [logOdds, best] : [best, Math.max(second, logOdds)]);
  }
  return bests;
}

function byLikelihood(a: Candidate, b: Candidate): number {
  if (a.logOdds !== b.logOdds) return b.logOdds - a.logOdds;
  return `${a.sessionId} ${a.videoId}` < `${b.sessionId} ${b.videoId}` ? -1 : 1;
}
