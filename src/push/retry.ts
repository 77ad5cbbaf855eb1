/** Pauses between attempts: growing, and never shorter than the other side asked for. Pure. */
import { DAY, HOUR, MINUTE, SECOND, type Instant } from "../programme/instant.ts";

/** After the first failed attempt, the second and so on; the last pause repeats. */
const PAUSES: readonly Instant[] = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR];
const LONGEST: Instant = 6 * HOUR;
/** No Retry-After is obeyed for longer. */
const LONGEST_RETRY_AFTER: Instant = DAY;

/**
 * How long to wait before the next attempt.
 *
 * @param failures how many attempts have failed, 1 or more
 */
export function toPause(failures: number, retryAfterSeconds: number | null): Instant {
  return Math.max(PAUSES[failures - 1] ?? LONGEST, toQuiet(retryAfterSeconds));
}

/** How long to leave the other side alone, as it asked; a mistaken Retry-After must not silence the club. */
export function toQuiet(retryAfterSeconds: number | null): Instant {
  return Math.min((retryAfterSeconds ?? 0) * SECOND, LONGEST_RETRY_AFTER);
}

/**
 * When to try again. Where that would be too late, in half of the time that is left, as far as the other side allows: what is of use for
 * an hour alone is tried until its end.
 *
 * @param failures how many attempts have failed, 1 or more
 */
export function toNextAt(
  failures: number,
  retryAfterSeconds: number | null,
  { now, expiresAt }: { now: Instant; expiresAt: Instant },
): Instant {
  const next = now + toPause(failures, retryAfterSeconds);
  if (next < expiresAt) return next;
  return now + Math.max(toQuiet(retryAfterSeconds), MINUTE, Math.floor((expiresAt - now) / 2));
}
