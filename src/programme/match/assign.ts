/**
 * One session to one video over the whole programme.
 *
 * A pair is taken when it is likely, and better by a margin than every other pair that either side could still be
 * in. What is taken leaves the field, and the rest is looked at again, until nothing more is clear.
 */

export interface Pair {
  sessionId: string;
  videoId: string;
  /** See score.ts. */
  logOdds: number;
}

/** About 0.68. Measured on real series, of what stands here 99.9 of 100 are right, as unlike pairs seldom come near. */
export const ACCEPTED_LOG_ODDS = 0.75;
/** The better of two candidates is 2.7 times as likely. */
export const MARGIN_LOG_ODDS = 1;

/**
 * @param pairs at most one for each session and video
 * @param accepted the log-odds to reach
 * @param margin what a pair must be better by than any other of its session or its video
 */
export function assign<T extends Pair>(
  pairs: readonly T[],
  accepted: number = ACCEPTED_LOG_ODDS,
  margin: number = MARGIN_LOG_ODDS,
): T[] {
  const taken: T[] = [];
  let field = pairs;
  for (;;) {
    const clear = findClear(field, accepted, margin);
    if (clear.length === 0) return taken;
    taken.push(...clear);
    const sessionIds = new Set(clear.map((pair) => pair.sessionId));
    const videoIds = new Set(clear.map((pair) => pair.videoId));
    field = field.filter((pair) => !sessionIds.has(pair.sessionId) && !videoIds.has(pair.videoId));
  }
}

function findClear<T extends Pair>(field: readonly T[], accepted: number, margin: number): T[] {
  const bySession = toBestTwo(field, (pair) => pair.sessionId);
  const byVideo = toBestTwo(field, (pair) => pair.videoId);
  const isClear = (pair: T, { best, second }: BestTwo) => pair.logOdds === best && best - second >= margin;
  return field.filter((pair) => {
    const ofSession = bySession.get(pair.sessionId);
    const ofVideo = byVideo.get(pair.videoId);
    if (pair.logOdds < accepted || ofSession === undefined || ofVideo === undefined) return false;
    return isClear(pair, ofSession) && isClear(pair, ofVideo);
  });
}

interface BestTwo {
  best: number;
  second: number;
}

function toBestTwo<T extends Pair>(field: readonly T[], toKey: (pair: T) => string): Map<string, BestTwo> {
  const found = new Map<string, BestTwo>();
  for (const pair of field) {
    const two = found.get(toKey(pair));
    if (two === undefined) found.set(toKey(pair), { best: pair.logOdds, second: -Infinity });
    else if (pair.logOdds > two.best) Object.assign(two, { best: pair.logOdds, second: two.best });
    else two.second = Math.max(two.second, pair.logOdds);
  }
  return found;
}
