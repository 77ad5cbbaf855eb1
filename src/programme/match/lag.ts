/**
 * How long after its session a video is published, learnt from the pairs that are certain.
 *
 * A club publishes the sessions of one time in one go: what came out with the neighbours of a session is more likely
 * its recording than what came out years later.
 */
import { DAY, type Instant } from "../instant.ts";

export interface Anchor {
  sessionId: string;
  startsAt: Instant;
  publishedAt: Instant;
}

/** So many sessions nearest in time are asked; one is enough that agrees. */
const NEIGHBOURS = 7;
/** Added to every lag: between one day and two there is no difference that tells. */
const INDIFFERENT_DAYS = 3;

/**
 * How far a lag is from the nearest of its neighbours', as the natural logarithm of their ratio: 0 the same, 0.7
 * twice as long; undefined when no neighbour is known.
 */
export type LagDeviation = (sessionId: string, startsAt: Instant, publishedAt: Instant) => number | undefined;

export function createLagDeviation(anchors: readonly Anchor[]): LagDeviation {
  const sorted = anchors.toSorted((a, b) => a.startsAt - b.startsAt || (a.sessionId < b.sessionId ? -1 : 1));
  const starts = sorted.map(({ startsAt }) => startsAt);
  return (sessionId, startsAt, publishedAt) => {
    const own = toLogLag(startsAt, publishedAt);
    let nearest = Number.POSITIVE_INFINITY;
    for (const anchor of findNeighbours(sorted, starts, startsAt, sessionId)) {
      nearest = Math.min(nearest, Math.abs(own - toLogLag(anchor.startsAt, anchor.publishedAt)));
    }
    return Number.isFinite(nearest) ? nearest : undefined;
  };
}

function toLogLag(startsAt: Instant, publishedAt: Instant): number {
  return Math.log(Math.max(0, (publishedAt - startsAt) / DAY) + INDIFFERENT_DAYS);
}

/** The nearest in time, and all as near as the last of them, so that their order does not matter. */
function* findNeighbours(
  sorted: readonly Anchor[],
  starts: readonly Instant[],
  startsAt: Instant,
  sessionId: string,
): Iterable<Anchor> {
  let after = findFirst(starts, startsAt);
  let before = after - 1;
  let count = 0;
  let distance = 0;
  while (true) {
    const toBefore = startsAt - (starts[before] ?? Number.NEGATIVE_INFINITY);
    const toAfter = (starts[after] ?? Number.POSITIVE_INFINITY) - startsAt;
    const nearest = Math.min(toBefore, toAfter);
    if (nearest === Number.POSITIVE_INFINITY || (count >= NEIGHBOURS && nearest > distance)) return;
    const anchor = toBefore <= toAfter ? sorted[before--] : sorted[after++];
    if (anchor === undefined || anchor.sessionId === sessionId) continue;
    distance = nearest;
    count++;
    yield anchor;
  }
}

/** The first index not before an instant. */
function findFirst(starts: readonly Instant[], startsAt: Instant): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < startsAt) low = middle + 1;
    else high = middle;
  }
  return low;
}
