/**
 * When to fetch the channel feed next: a pure function of the clock and what is known.
 */
import { DAY, HOUR, MINUTE, SECOND, type Instant } from "../programme/instant.ts";
import type { ProgrammeSession } from "../programme/programme.ts";
import { isOff } from "../programme/session.ts";
import { toQuiet } from "../push/retry.ts";
import { isMaybeOutdated, type SourceHealth } from "./source-health.ts";

/** As a rule; the feed changes a few times a week. */
const USUAL_INTERVAL: Instant = HOUR;
/** While a replay is awaited: YouTube's own copies live for 15 minutes, more often shows nothing new. */
const EAGER_INTERVAL: Instant = 15 * MINUTE;
/** How long after a session its replay is awaited eagerly; most are up within two days. */
const AWAITED_FOR: Instant = 3 * DAY;
/**
 * A failing source is asked less and less often, down to a quarter of the usual pace: outages last hours, and a replay
 * that is awaited should still be noticed within little more than an hour of the recovery.
 */
const LONGEST_BACK_OFF_INTERVALS = 4;
/** Share of a back-off by which it may be longer, so that clubs do not return all at once. */
const JITTER = 0.25;
/** How often the cron comes (wrangler.toml). */
const CRON_INTERVAL: Instant = 15 * MINUTE;
/** A cron that fires a moment early still counts as on time. */
const TOLERANCE: Instant = 30 * SECOND;

export interface RefreshState {
  health: SourceHealth;
  /** Known only from what is written, as the object has slept. */
  isRecalled: boolean;
  /** When the sessions ended whose replays are missing, see {@link toAwaited}. Asked for only where it counts. */
  awaited: () => readonly Instant[];
  /** For trials: the shortest time between two fetches, in place of this policy; null obeys the policy. */
  trialInterval: Instant | null;
}

/** Whether a fetch is due at `now`. */
export function isFetchDue(state: RefreshState, now: Instant): boolean {
  const { lastAttemptAt } = state.health;
  // After a clock that has jumped back nobody knows how long ago it was.
  if (lastAttemptAt === null || lastAttemptAt > now + TOLERANCE) return true;
  const elapsed = now - lastAttemptAt + (state.trialInterval === null ? TOLERANCE : 0);
  const interval = toInterval(state, lastAttemptAt, now);
  return elapsed >= interval && (!mayBeAsked(state, now) || isTurn(elapsed, interval));
}

/** Whether it may have been asked since, with nothing to write about it. */
function mayBeAsked({ health, isRecalled }: RefreshState, now: Instant): boolean {
  return isRecalled && isMaybeOutdated(health, now);
}

/**
 * Whether this is the first cron after a whole number of intervals: who does not know of the asks in between asks at the same
 * times as who does, and no cron but this one asks.
 */
function isTurn(elapsed: Instant, interval: Instant): boolean {
  return interval <= CRON_INTERVAL || elapsed % interval < CRON_INTERVAL;
}

/** Whether a source may be asked before its time, as something was pushed: not while it has asked for quiet. */
export function isAskable({ lastAttemptAt, retryAfterSeconds }: SourceHealth, now: Instant): boolean {
  return lastAttemptAt === null || now >= lastAttemptAt + toQuiet(retryAfterSeconds);
}

/** How long after an attempt the next one is due. */
function toInterval(
  { health, awaited, trialInterval }: RefreshState,
  lastAttemptAt: Instant,
  now: Instant,
): Instant {
  if (trialInterval !== null) return trialInterval;
  const interval = isReplayAwaited(awaited(), now) ? EAGER_INTERVAL : USUAL_INTERVAL;
  return health.consecutiveFailures === 0 ? interval : toBackOff(health, interval, lastAttemptAt);
}

/** Grows with the failures, is never shorter than the source asked for, and differs from club to club. */
function toBackOff(health: SourceHealth, interval: Instant, lastAttemptAt: Instant): Instant {
  const { consecutiveFailures, retryAfterSeconds } = health;
  const intervals = Math.min(2 ** (consecutiveFailures - 1), LONGEST_BACK_OFF_INTERVALS);
  const backOff = interval * intervals * (1 + JITTER * toFraction(lastAttemptAt));
  return Math.max(backOff, toQuiet(retryAfterSeconds));
}

/** A number in [0, 1) that looks random and follows from the instant (Knuth's multiplicative hash). */
function toFraction(instant: Instant): number {
  return (Math.imul(instant % 2 ** 32, 2_654_435_761) >>> 0) / 2 ** 32;
}

/** The ends of the sessions that have no replay but are to have one, past and to come, but for those given up. */
export function toAwaited(sessions: readonly ProgrammeSession[], now: Instant): Instant[] {
  return sessions
    .filter(
      ({ session, recording }) =>
        !isOff(session.status) &&
        session.replay === undefined &&
        recording?.state !== "replay" &&
        now < session.endsAt + AWAITED_FOR,
    )
    .map(({ session }) => session.endsAt);
}

/** Whether a session ended lately without a replay, and one is to be expected. */
export function isReplayAwaited(awaited: readonly Instant[], now: Instant): boolean {
  return awaited.some((endsAt) => endsAt <= now && now < endsAt + AWAITED_FOR);
}
