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
  const past = turns.filter((turn) => turn <= now);
  const future = turns.filter((turn) => turn > now);
  return { since: toLatest(past) ?? 0, until: toEarliest(future) };
}

// `Math.max(...turns)` would fail on very long lists.
function toLatest(turns: readonly Instant[]): Instant | null {
  return turns.reduce<Instant | null>(
    (latest, turn) => (latest === null ? turn : Math.max(latest, turn)),
    null,
  );
}

function toEarliest(turns: readonly Instant[]): Instant | null {
  return turns.reduce<Instant | null>(
    (earliest, turn) => (earliest === null ? turn : Math.min(earliest, turn)),
    null,
  );
}
