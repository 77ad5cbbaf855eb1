/**
 * A lease, as a machine: what it is after a request, an answer, a verification. Pure.
 *
 * A lease that runs is renewed at half its time, and goes on until it ends whatever becomes of that: the hub delivers, and
 * we take it. Requests that the hub could not take are repeated by the outbox; here is when another one is asked for.
 */
import * as v from "valibot";
import { DAY, HOUR, MINUTE, SECOND, type Instant } from "../../programme/instant.ts";

export interface Lease {
  /** When the hub is to be asked, for the first time or again. */
  askAt: Instant;
  /** A verification is answered until then; null where none is awaited. */
  pendingUntil: Instant | null;
  /** Null where there is none, and where there was one when it has ended. */
  leaseUntil: Instant | null;
  /** How often in a row the hub took the request and did not verify it. */
  silences: number;
  /** What the hub last said, where that was no. */
  refusal: "refused" | "denied" | null;
  lastError: string | null;
  lastDeliveryAt: Instant | null;
  /** Deliveries that were not believed: not signed, of another channel, or rubbish. */
  ignored: number;
}

const AT = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const LEASE: v.GenericSchema<Lease> = v.object({
  askAt: AT,
  pendingUntil: v.nullable(AT),
  leaseUntil: v.nullable(AT),
  silences: AT,
  refusal: v.nullable(v.picklist(["refused", "denied"])),
  lastError: v.nullable(v.string()),
  lastDeliveryAt: v.nullable(AT),
  ignored: AT,
});

/** What is asked for: what YouTube's hub gives whatever is asked. */
export const LEASE_SECONDS = 432_000;
/** The hub's own word is taken within these. */
const SHORTEST_LEASE: Instant = MINUTE;
const LONGEST_LEASE: Instant = 30 * DAY;
/** A hub that is slow may still verify; it is asked again before. */
const PENDING_FOR: Instant = DAY;
/** After a request that was taken and never verified; the last repeats. */
const SILENCE_PAUSES: readonly Instant[] = [10 * MINUTE, HOUR, 6 * HOUR];
/** After a no that another request would hardly change. */
const DENIED_PAUSE: Instant = DAY;
/** Of what a hub says of its reasons. */
const MAX_REASON_CHARACTERS = 200;

/** What the hub answered to the request. */
export type Answer =
  /** It will verify. */
  | { outcome: "taken" }
  /** Not now. */
  | { outcome: "refused"; error: string }
  /** Not this one. */
  | { outcome: "rejected"; error: string }
  /** Nobody knows what it said. */
  | { outcome: "unknown"; error: string };

/** What the hub asks when it verifies (W3C WebSub 5.3), or says when it denies (5.2). */
export interface Intent {
  mode: string;
  /** As it was sent; null where it was not. */
  leaseSeconds: string | null;
  reason: string | null;
}

export function toNewLease(now: Instant): Lease {
  return {
    askAt: now,
    pendingUntil: null,
    leaseUntil: null,
    silences: 0,
    refusal: null,
    lastError: null,
    lastDeliveryAt: null,
    ignored: 0,
  };
}

/** The request is about to leave: from now on the hub may verify, some do so before they answer. */
export function toAsked(lease: Lease, now: Instant): Lease {
  const lastError = lease.silences > 0 ? `asked ${lease.silences} times, and not verified` : lease.lastError;
  return { ...lease, pendingUntil: now + PENDING_FOR, lastError };
}

/** An answer that comes after the verification, or the denial, changes nothing. */
export function toAnswered(lease: Lease, answer: Answer, now: Instant): Lease {
  if (lease.pendingUntil === null) return lease;
  switch (answer.outcome) {
    case "taken": {
      const pause = SILENCE_PAUSES[Math.min(lease.silences, SILENCE_PAUSES.length - 1)] ?? HOUR;
      return { ...lease, silences: lease.silences + 1, askAt: now + pause, refusal: null };
    }
    case "refused":
      return { ...lease, refusal: "refused", lastError: answer.error };
    case "rejected":
      return {
        ...lease,
        refusal: "refused",
        lastError: answer.error,
        pendingUntil: null,
        askAt: now + DENIED_PAUSE,
      };
    case "unknown":
      return { ...lease, lastError: answer.error };
  }
}

/**
 * The hub verifies, or denies.
 *
 * @returns null where nothing of the kind is awaited: it is then told that there is no such thing
 */
export function toVerified(lease: Lease, { mode, leaseSeconds, reason }: Intent, now: Instant): Lease | null {
  const isPending = lease.pendingUntil !== null && now < lease.pendingUntil;
  if (mode === "denied" && (isPending || isRunning(lease, now))) {
    return {
      ...lease,
      askAt: now + DENIED_PAUSE,
      pendingUntil: null,
      leaseUntil: null,
      silences: 0,
      refusal: "denied",
      lastError: `denied${reason === null || reason === "" ? "" : `: ${toReason(reason)}`}`,
    };
  }
  if (mode !== "subscribe" || !isPending) return null;
  const lasts = toLeaseTime(leaseSeconds);
  return {
    ...lease,
    askAt: now + lasts / 2,
    pendingUntil: null,
    leaseUntil: now + lasts,
    silences: 0,
    refusal: null,
    lastError: null,
  };
}

export function isRunning({ leaseUntil }: Lease, now: Instant): boolean {
  return leaseUntil !== null && now < leaseUntil;
}

export function toLeaseState(lease: Lease, now: Instant): "asking" | "leased" | "refused" | "denied" {
  return isRunning(lease, now) ? "leased" : (lease.refusal ?? "asking");
}

/** As long as the hub says, within bounds; what it usually gives where it says nothing that can be read. */
function toLeaseTime(leaseSeconds: string | null): Instant {
  const isNumber = leaseSeconds !== null && /^\d{1,10}$/.test(leaseSeconds);
  const lasts = (isNumber ? Number(leaseSeconds) : LEASE_SECONDS) * SECOND;
  return Math.min(Math.max(lasts, SHORTEST_LEASE), LONGEST_LEASE);
}

/** On one line, for an operator. */
function toReason(reason: string): string {
  return reason
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, MAX_REASON_CHARACTERS);
}
