/**
 * The YouTube Data API (v3): what is asked of it, what it costs, and how it fails. Only for clubs that have a key.
 */
import type { Instant } from "../programme/instant.ts";
import { addDays, toCivil, toStartOfDay } from "../programme/civil-time.ts";
import type { FeedIdentity } from "./channel-feed.ts";
import type { TooLarge } from "./read-bounded.ts";

export const DATA_API_URL = "https://www.googleapis.com/youtube/v3";
/** So many videos are in a page of a playlist, and may be asked for at once. */
export const PAGE_SIZE = 50;

/** Faults that say all there is to say. */
const WORDS = {
  network: "the connection failed",
  // The units of the day.
  quota_exceeded: "the project's quota of the day is used up; asked again after midnight in California",
  too_fast: "asked too often in a short time",
  key_invalid: "YOUTUBE_API_KEY is not valid: put a new one with npx wrangler secret put YOUTUBE_API_KEY",
  // Of a channel without videos as well.
  not_found: "a playlist is private or does not exist",
  // Its token is of another time.
  page_gone: "a page is gone; the playlist is read anew",
} as const;

type PlainFault = { reason: keyof typeof WORDS };

type MeasuredFault =
  | { reason: "timeout"; milliseconds: number }
  | { reason: "server"; status: number }
  | TooLarge
  | { reason: "malformed"; message: string }
  /** The key may not: restricted to something else, or the API is not enabled in its project. */
  | { reason: "forbidden"; word: string }
  | { reason: "refused"; status: number; word: string };

/** Why an answer is not accepted, each with a behaviour of its own; see `publisher/api-state.ts`. */
export type DataApiFault = PlainFault | MeasuredFault;

/** One line for an operator; never holds the key, an address or a text of the answer. */
export function describeApiFault(fault: DataApiFault): string {
  return isPlain(fault) ? WORDS[fault.reason] : describeMeasured(fault);
}

function isPlain(fault: DataApiFault): fault is PlainFault {
  return Object.hasOwn(WORDS, fault.reason);
}

function describeMeasured(fault: MeasuredFault): string {
  switch (fault.reason) {
    case "timeout":
      return `no complete answer within ${fault.milliseconds / 1_000} s`;
    case "server":
      return `status ${fault.status}, expected 200`;
    case "too_large":
      return `larger than ${fault.maxBytes} bytes`;
    case "malformed":
      return `not in the form expected: ${fault.message}`;
    case "forbidden":
      return `YOUTUBE_API_KEY may not ask (${fault.word}): enable YouTube Data API v3 in its project, and restrict the key to that API alone`;
    case "refused":
      return `status ${fault.status} (${fault.word})`;
  }
}

/** The playlist to read: of a channel that of its uploads, whose id has UU in place of UC. */
export function toPlaylistId(identity: FeedIdentity): string {
  const id = identity.replace(/^\w+:/, "");
  return identity.startsWith("channel:") ? `UU${id.slice(2)}` : id;
}

/** YouTube counts quota by days of California. */
const QUOTA_ZONE = "America/Los_Angeles";

/** The date by which quota is counted at an instant. */
export function toQuotaDay(now: Instant): string {
  return toCivil(now, QUOTA_ZONE).date;
}

/** When the quota begins anew. */
export function toNextQuotaDay(now: Instant): Instant {
  return toStartOfDay(addDays(toQuotaDay(now), 1), QUOTA_ZONE);
}
