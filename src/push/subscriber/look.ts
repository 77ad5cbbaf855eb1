/**
 * Looks: when the channel is fetched because of what was pushed, and until when. Pure.
 *
 * A push is a ping. It often precedes the feed, and YouTube's copies of that live for 15 minutes; so the channel is looked at
 * at once and again after growing pauses, until it shows what was pushed, or cannot show it.
 */
import * as v from "valibot";
import { HOUR, MINUTE, type Instant } from "../../programme/instant.ts";
import type { Video } from "../../programme/video.ts";
import type { Pushed } from "../../sources/parse-delivery.ts";

/** What was pushed of a video, and what the looks at its channel have brought. */
export interface Ping extends Pushed {
  /** Whether the archive had the video already: then a change of it was pushed. */
  isKnown: boolean;
  seenAt: Instant;
  looks: number;
  /** Null when there is nothing more to look for. */
  nextLookAt: Instant | null;
}

const AT = v.pipe(v.number(), v.safeInteger());
export const PING: v.GenericSchema<Ping> = v.object({
  videoId: v.string(),
  title: v.nullable(v.string()),
  publishedAt: v.nullable(AT),
  updatedAt: AT,
  isKnown: v.boolean(),
  seenAt: AT,
  looks: AT,
  nextLookAt: v.nullable(AT),
});

/** After the first look, the second and so on. */
const PAUSES: readonly Instant[] = [1, 3, 7, 15, 15, 30, 60].map((minutes) => minutes * MINUTE);
const LOOKED_FOR: Instant = 3 * HOUR;
/** As long as YouTube's copies of a feed live: before, an old one may look like the new one. */
const COPY_LIVES: Instant = 15 * MINUTE;
/** A feed of so many may hide older ones. */
const FULL_FEED = 15;

/** @returns null where it is old: the same was pushed before, or something newer */
export function toPing(pushed: Pushed, before: Ping | null, isKnown: boolean, now: Instant): Ping | null {
  if (before !== null && pushed.updatedAt <= before.updatedAt) return null;
  return { ...pushed, isKnown, seenAt: now, looks: 0, nextLookAt: now };
}

export function isDue({ nextLookAt }: Ping, now: Instant): boolean {
  return nextLookAt !== null && nextLookAt <= now;
}

/**
 * After the channel was looked at, for whatever reason.
 *
 * @param videos what it shows; null where its feed could not be had
 * @param now when the look began: what was pushed since waits for the next
 */
export function toLooked(ping: Ping, videos: readonly Video[] | null, now: Instant): Ping {
  if (ping.nextLookAt === null || ping.seenAt > now) return ping;
  const looked = { ...ping, looks: ping.looks + 1 };
  const end = videos === null ? "open" : toEnd(ping, videos);
  if (end === "over") return { ...looked, nextLookAt: null };
  // It may be an old copy that agrees: one more look, when there is none left.
  if (end === "shown") {
    const isLast = now >= ping.seenAt + COPY_LIVES;
    return { ...looked, nextLookAt: isLast ? null : ping.seenAt + COPY_LIVES };
  }
  return isDue(ping, now) ? { ...looked, nextLookAt: toNextLook(ping, now) } : ping;
}

/** After one in vain; null when it has lasted too long. */
function toNextLook({ looks, seenAt }: Ping, now: Instant): Instant | null {
  const pause = PAUSES[looks];
  return pause === undefined || now + pause > seenAt + LOOKED_FOR ? null : now + pause;
}

/** shown: the feed agrees with what was pushed, though an old copy might too. */
function toEnd(
  { videoId, title, publishedAt, isKnown }: Ping,
  videos: readonly Video[],
): "over" | "shown" | "open" {
  const video = videos.find(({ id }) => id === videoId);
  if (title === null) return video === undefined ? "over" : "shown";
  if (video !== undefined && video.title === title) return isKnown ? "shown" : "over";
  // A new video is there, under a title that is not the pushed one any more, or not yet.
  if (video !== undefined) return isKnown ? "open" : "shown";
  return isBeyond(publishedAt, videos) ? "over" : "open";
}

/** Whether a video is too old for a feed that shows the newest. */
function isBeyond(publishedAt: Instant | null, videos: readonly Video[]): boolean {
  const oldest = Math.min(...videos.map((video) => video.publishedAt));
  return publishedAt !== null && videos.length >= FULL_FEED && publishedAt < oldest;
}

/** How many looks a channel has left, whatever is pushed. */
export interface Bucket {
  looks: number;
  at: Instant;
}

export const BUCKET: v.GenericSchema<Bucket> = v.object({ looks: v.pipe(v.number(), v.minValue(0)), at: AT });

const BURST = 3;
const REFILL: Instant = 5 * MINUTE;

/** The bucket as it is now: one look more every five minutes. A clock that has jumped back gives none. */
export function toRefilled(bucket: Bucket | null, now: Instant): Bucket {
  if (bucket === null) return { looks: BURST, at: now };
  return { looks: Math.min(BURST, bucket.looks + Math.max(0, now - bucket.at) / REFILL), at: now };
}

export function mayLook(bucket: Bucket | null, now: Instant): boolean {
  return toRefilled(bucket, now).looks >= 1;
}

/** A look was taken; beyond the last one there is no debt. */
export function toSpent(bucket: Bucket | null, now: Instant): Bucket {
  const { looks, at } = toRefilled(bucket, now);
  return { looks: Math.max(0, looks - 1), at };
}

/** When the bucket gives a look. */
export function toLookableAt(bucket: Bucket | null, now: Instant): Instant {
  const { looks } = toRefilled(bucket, now);
  return looks >= 1 ? now : now + Math.ceil((1 - looks) * REFILL);
}
