/** How much the hub takes on, so that strangers can neither fill it nor have it knock at somebody's door all day. Pure. */
import { HOUR, SECOND, type Instant } from "../../programme/instant.ts";

/** A reader that many people share has one callback for each feed, and a club has a few feeds. */
const SUBSCRIPTIONS_OF_HOST = 50;
/** At a change each costs a request and six written rows, of which the free plan has 100,000 a day. */
const SUBSCRIPTIONS = 5_000;
/** A verification is at most three requests to the host, so no host is asked more than sixty times in an hour. */
const ASKS_OF_HOST = 20;
/** Whatever hosts somebody owns: a few requests a minute. */
const ASKS = 200;
/** So long an ask counts. */
export const ASKS_WITHIN: Instant = HOUR;

/** What there is, before one more is asked for. */
export interface Load {
  /** Live ones, and those asked for within the hour that are not live. */
  subscriptions: number;
  subscriptionsOfHost: number;
  /** When the asks of the last hour came, the first of them first. */
  asks: readonly Instant[];
  asksOfHost: readonly Instant[];
}

export type Refused = {
  reason: "too_many" | "full";
  detail: string;
  retryAfterSeconds: number;
};

/**
 * The bound that one more would break; null for none.
 *
 * @param isNew whether it would be one subscription more
 * @param isHostFree for trials: whether its host may have any number
 */
export function findBound(
  { subscriptions, subscriptionsOfHost, asks, asksOfHost }: Load,
  { isNew, isHostFree }: { isNew: boolean; isHostFree: boolean },
  now: Instant,
): Refused | null {
  if (!isHostFree && asksOfHost.length >= ASKS_OF_HOST)
    return refuse(
      "too_many",
      `At most ${ASKS_OF_HOST} requests an hour for one callback host`,
      asksOfHost,
      now,
    );
  if (!isHostFree && isNew && subscriptionsOfHost >= SUBSCRIPTIONS_OF_HOST)
    return refuse("too_many", `At most ${SUBSCRIPTIONS_OF_HOST} subscriptions of one callback host`, [], now);
  if (asks.length >= ASKS) return refuse("full", `At most ${ASKS} requests an hour`, asks, now);
  if (isNew && subscriptions >= SUBSCRIPTIONS)
    return refuse("full", `At most ${SUBSCRIPTIONS} subscriptions`, [], now);
  return null;
}

/** It is worth trying again when the first ask no longer counts, or an hour later. */
function refuse(
  reason: Refused["reason"],
  detail: string,
  [first]: readonly Instant[],
  now: Instant,
): Refused {
  const wait = first === undefined ? HOUR : first + ASKS_WITHIN - now;
  return { reason, detail, retryAfterSeconds: Math.max(1, Math.ceil(wait / SECOND)) };
}
