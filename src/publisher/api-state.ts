/**
 * How the Data API fares, what it has cost today and how far each source was read: kept over restarts. Pure.
 */
import * as v from "valibot";
import { DAY, HOUR, MINUTE, type Instant } from "../programme/instant.ts";
import type { FeedIdentity } from "../sources/channel-feed.ts";
import { describeApiFault, toNextQuotaDay, toQuotaDay, type DataApiFault } from "../sources/data-api.ts";
import { COUNT, INSTANT } from "./store/stored-value.ts";

/** Of the 10,000 units that YouTube gives a project in a day. Ten channels of 2,000 videos take 800 a night. */
export const UNITS_A_DAY = 2_000;
/** A key that is refused is asked with again this often: somebody may have mended its restriction. */
const KEY_INTERVAL: Instant = 6 * HOUR;
const FIRST_BACK_OFF: Instant = 15 * MINUTE;
const LONGEST_BACK_OFF: Instant = 6 * HOUR;
/** A cron that fires a moment early still counts as on time. */
const TOLERANCE: Instant = MINUTE;
/** While the feed fails the newest videos are looked at as often as the feed would be. */
const LOOK_INTERVAL: Instant = HOUR;
/** A feed fails once on most days. */
const FAILURES_TO_LOOK = 2;

/** A reading of a whole source, page by page, over several refreshes where it is long. */
export interface Walk {
  beganAt: Instant;
  /** Null while it goes on. */
  endedAt: Instant | null;
  /** The next page, null for the first. */
  pageToken: string | null;
  /** When a walk came to its end the last time, null before the first: until then all it shows is of the past. */
  wholeAt: Instant | null;
  /** When the first page was read by itself. */
  lookedAt: Instant | null;
  /** Why the source could not be read, null where it could. */
  lastError: string | null;
}

export interface ApiState {
  /** By identity. */
  walks: Record<string, Walk>;
  /** The day of California that units are counted for. */
  day: string;
  units: number;
  /** Not asked before; null for at once. */
  waitsUntil: Instant | null;
  lastSuccessAt: Instant | null;
  failures: number;
  failingSince: Instant | null;
  lastError: string | null;
}

const WALK: v.GenericSchema<Walk> = v.object({
  beganAt: INSTANT,
  endedAt: v.nullable(INSTANT),
  pageToken: v.nullable(v.string()),
  wholeAt: v.nullable(INSTANT),
  lookedAt: v.nullable(INSTANT),
  lastError: v.nullable(v.string()),
});

export const API_STATE: v.GenericSchema<ApiState> = v.object({
  walks: v.record(v.string(), WALK),
  day: v.string(),
  units: COUNT,
  waitsUntil: v.nullable(INSTANT),
  lastSuccessAt: v.nullable(INSTANT),
  failures: COUNT,
  failingSince: v.nullable(INSTANT),
  lastError: v.nullable(v.string()),
});

export const UNASKED: ApiState = {
  walks: {},
  day: "",
  units: 0,
  waitsUntil: null,
  lastSuccessAt: null,
  failures: 0,
  failingSince: null,
  lastError: null,
};

/** What is spent of today's units. */
export function countUnits({ day, units }: ApiState, now: Instant): number {
  return day === toQuotaDay(now) ? units : 0;
}

/** Whether a number of units may be spent now. */
export function isAskable(state: ApiState, units: number, now: Instant): boolean {
  const { waitsUntil } = state;
  // After a clock that has jumped back nobody knows how long ago it was.
  const isWaiting = waitsUntil !== null && now < waitsUntil && waitsUntil - now <= DAY + HOUR;
  return !isWaiting && countUnits(state, now) + units <= UNITS_A_DAY;
}

/** One request more: counted before it is known how it ends, for YouTube counts those that fail as well. */
export function toStateAfterRequest(state: ApiState, now: Instant): ApiState {
  return { ...state, day: toQuotaDay(now), units: countUnits(state, now) + 1 };
}

export function toStateAfterAnswer(state: ApiState, now: Instant): ApiState {
  return { ...state, waitsUntil: null, lastSuccessAt: now, failures: 0, failingSince: null, lastError: null };
}

/** After a failure that is no matter of one source. */
export function toStateAfterFault(state: ApiState, fault: DataApiFault, now: Instant): ApiState {
  const failures = state.failures + 1;
  return {
    ...state,
    failures,
    failingSince: state.failingSince ?? now,
    lastError: describeApiFault(fault),
    waitsUntil: toWait(fault, failures, now),
  };
}

function toWait({ reason }: DataApiFault, failures: number, now: Instant): Instant {
  if (reason === "quota_exceeded") return toNextQuotaDay(now);
  if (reason === "key_invalid" || reason === "forbidden") return now + KEY_INTERVAL;
  return now + Math.min(FIRST_BACK_OFF * 2 ** (failures - 1), LONGEST_BACK_OFF);
}

/** A source that may be asked for, with the failures of its feed. */
export interface Asked {
  identity: FeedIdentity;
  feedFailures: number;
}

/** What to ask next: a page of a walk, or the first page by itself. */
export type Task =
  | { kind: "walk"; identity: FeedIdentity; walk: Walk; isBeginning: boolean }
  | { kind: "look"; identity: FeedIdentity; walk: Walk };

/**
 * Walks that go on, then those that are due (the first at once, then every day), then what a failing feed does not show: the
 * first page of a channel has its newest videos, of a playlist its first ones, so that one is read as a whole.
 */
export function findTask({ walks }: ApiState, sources: readonly Asked[], now: Instant): Task | null {
  const goesOn = sources.find(({ identity }) => walks[identity]?.endedAt === null);
  const tasks = (goesOn === undefined ? sources : [goesOn]).map((source) =>
    toTask(source, walks[source.identity], now),
  );
  return tasks.find((task) => task !== null) ?? null;
}

function toTask({ identity, feedFailures }: Asked, walk: Walk | undefined, now: Instant): Task | null {
  if (walk === undefined) return toBeginning(identity, walk, now);
  if (walk.endedAt === null) return { kind: "walk", identity, walk, isBeginning: false };
  if (isPast(walk.endedAt, DAY, now)) return toBeginning(identity, walk, now);
  const isLookDue = isPast(Math.max(walk.endedAt, walk.lookedAt ?? 0), LOOK_INTERVAL, now);
  if (feedFailures < FAILURES_TO_LOOK || !isLookDue) return null;
  return identity.startsWith("channel:")
    ? { kind: "look", identity, walk }
    : toBeginning(identity, walk, now);
}

function toBeginning(identity: FeedIdentity, before: Walk | undefined, now: Instant): Task {
  const { wholeAt = null, lookedAt = null } = before ?? {};
  const walk = { beganAt: now, endedAt: null, pageToken: null, wholeAt, lookedAt, lastError: null };
  return { kind: "walk", identity, walk, isBeginning: true };
}

/** An instant in the future is none that is known. */
function isPast(instant: Instant, interval: Instant, now: Instant): boolean {
  return instant > now + TOLERANCE || now + TOLERANCE >= instant + interval;
}
