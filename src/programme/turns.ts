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
  let [since, until] = [0, Infinity];
  for (const { startsAt, endsAt } of sessions) {
    for (const turn of [startsAt, endsAt]) {
      if (turn <= now) since = Math.max(since, turn);
      else until = Math.min(until, turn);
    }
  }
  return { since, until: until === Infinity ? null : until };
}
