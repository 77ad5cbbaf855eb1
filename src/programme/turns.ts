/**
 * The turns of the programme: the instants at which a session starts or ends, and with it what pages call next, coming
 * and past. Feeds and calendars do not depend on them.
 */
import type { Instant } from "./instant.ts";
import type { Session } from "./session.ts";

/** A span of time in which no session starts or ends: every page is the same at any instant within. */
export interface Span {
  /** The last turn, or 0 before the first. Included. */
  since: Instant;
  /** The next turn, or null after the last. Excluded. */
  until: Instant | null;
}

/** The span around `now`. */
export function toSpan(sessions: readonly Pick<Session, "startsAt" | "endsAt">[], now: Instant): Span {
  const turns = sessions.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]);
  // `Math.max(...turns)` would fail on very long lists.
  const since = turns.reduce((last, turn) => (turn <= now ? Math.max(last, turn) : last), 0);
  const until = turns.reduce((next, turn) => (turn > now ? Math.min(next, turn) : next), Infinity);
  return { since, until: until === Infinity ? null : until };
}
