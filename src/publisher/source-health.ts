/**
 * How the channel feed fares: kept over restarts, shown in `/status.json`.
 */
import * as v from "valibot";
import { HOUR, type Instant } from "../programme/instant.ts";
import { describeFault, type ChannelFeedFault } from "../sources/channel-feed.ts";
import { COUNT, INSTANT } from "./store/stored-value.ts";

/** That a source is still well is no news, and written this seldom: a refresh that brings nothing writes nothing. */
const WRITTEN_AGAIN_AFTER: Instant = 3 * HOUR;

export interface SourceHealth {
  /** After a sleep, while all was well, these two are those last written: see {@link isWrittenAlready}. */
  lastAttemptAt: Instant | null;
  lastSuccessAt: Instant | null;
  consecutiveFailures: number;
  /** The first of these failures; null after a success, and where a version before this one did not keep it. */
  failingSince: Instant | null;
  /** Of the latest attempt; null after a success. */
  lastError: string | null;
  /** What the source asked for with its latest failure. */
  retryAfterSeconds: number | null;
}

export const SOURCE_HEALTH: v.GenericSchema<unknown, SourceHealth> = v.object({
  lastAttemptAt: v.nullable(INSTANT),
  lastSuccessAt: v.nullable(INSTANT),
  consecutiveFailures: COUNT,
  failingSince: v.optional(v.nullable(INSTANT), null),
  lastError: v.nullable(v.string()),
  retryAfterSeconds: v.nullable(v.pipe(v.number(), v.minValue(0))),
});

export const UNTRIED: SourceHealth = {
  lastAttemptAt: null,
  lastSuccessAt: null,
  consecutiveFailures: 0,
  failingSince: null,
  lastError: null,
  retryAfterSeconds: null,
};

/** After an accepted fetch. */
export function toHealthAfterSuccess(attemptAt: Instant): SourceHealth {
  return { ...UNTRIED, lastAttemptAt: attemptAt, lastSuccessAt: attemptAt };
}

/** After a refused or failed one: the last success stays. */
export function toHealthAfterFailure(
  health: SourceHealth,
  fault: ChannelFeedFault,
  attemptAt: Instant,
): SourceHealth {
  return {
    lastAttemptAt: attemptAt,
    lastSuccessAt: health.lastSuccessAt,
    consecutiveFailures: health.consecutiveFailures + 1,
    failingSince: health.failingSince ?? attemptAt,
    lastError: describeFault(fault),
    retryAfterSeconds: fault.reason === "status" ? fault.retryAfterSeconds : null,
  };
}

/** Whether what is written says the same but for a while: a failure and a recovery never are, so that both are exact. */
export function isWrittenAlready(written: SourceHealth, health: SourceHealth): boolean {
  const since = (health.lastAttemptAt ?? 0) - (written.lastAttemptAt ?? 0);
  return isWell(written) && isWell(health) && since >= 0 && since < WRITTEN_AGAIN_AFTER;
}

/** Whether a source may have been asked since this was written, and was well; then for so long at most. */
export function isMaybeOutdated(written: SourceHealth, now: Instant): boolean {
  return isWell(written) && now - (written.lastAttemptAt ?? 0) < WRITTEN_AGAIN_AFTER;
}

function isWell({ lastSuccessAt, consecutiveFailures }: SourceHealth): boolean {
  return lastSuccessAt !== null && consecutiveFailures === 0;
}
