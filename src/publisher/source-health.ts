/**
 * How the channel feed fares: kept over restarts, shown in `/status.json`.
 */
import * as z from "zod/mini";
import type { Instant } from "../programme/instant.ts";
import { describeFault, type ChannelFeedFault } from "../sources/channel-feed.ts";
import { COUNT, INSTANT } from "./store/stored-value.ts";

export interface SourceHealth {
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

export const SOURCE_HEALTH: z.ZodMiniType<SourceHealth> = z.object({
  lastAttemptAt: z.nullable(INSTANT),
  lastSuccessAt: z.nullable(INSTANT),
  consecutiveFailures: COUNT,
  failingSince: z.prefault(z.nullable(INSTANT), null),
  lastError: z.nullable(z.string()),
  retryAfterSeconds: z.nullable(z.number().check(z.gte(0))),
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
