/**
 * The channel feed: the Atom document YouTube serves for a channel or a playlist, as this service reads it.
 */
import type { Video } from "../programme/video.ts";
import type { TooLarge } from "./read-bounded.ts";

/**
 * Whose feed it is: "channel:UC…" or "playlist:PL…". Taken from what the document says of itself and its entries, since
 * YouTube writes the channel id with "UC", without it, or not at all.
 */
export type FeedIdentity = `channel:${string}` | `playlist:${string}`;

/** A channel's own id, always with its "UC". */
export const CHANNEL_ID = /^UC[\w-]{22}$/;

export interface ChannelFeed {
  identity: FeedIdentity;
  /** In document order, each id once. */
  videos: Video[];
}

/** Why a fetch is not accepted. Nothing but the source's health changes then. */
export type ChannelFeedFault =
  | { reason: "timeout"; milliseconds: number }
  | { reason: "network"; message: string }
  | { reason: "status"; status: number; retryAfterSeconds: number | null }
  | TooLarge
  | { reason: "not_xml"; beginning: string }
  | { reason: "not_a_feed"; beginning: string }
  | { reason: "malformed"; message: string }
  | { reason: "no_entries" }
  | { reason: "other_channel"; expected: FeedIdentity; found: FeedIdentity };

/** One line for an operator, without addresses or stack traces. */
export function describeFault(fault: ChannelFeedFault): string {
  switch (fault.reason) {
    case "timeout":
      return `no complete answer within ${fault.milliseconds / 1_000} s`;
    case "network":
      return `the connection failed: ${fault.message}`;
    case "status":
      return `status ${fault.status}, expected 200`;
    case "too_large":
      return `larger than ${fault.maxBytes} bytes`;
    case "not_xml":
      return `not XML: begins with ${JSON.stringify(fault.beginning)}, expected "<?xml"`;
    case "not_a_feed":
      return `XML, but not an Atom feed: begins with ${JSON.stringify(fault.beginning)}, expected "<feed"`;
    case "malformed":
      return `not well-formed: ${fault.message}`;
    case "no_entries":
      return "a feed without entries";
    case "other_channel":
      return `the feed of ${fault.found}, expected ${fault.expected}`;
  }
}

/** "UC…" from a channel id that may lack its prefix; ids are 24 characters with it (a video id may begin with "UC" too). */
export function toChannelIdentity(channelId: string): FeedIdentity {
  return `channel:${channelId.length === 22 ? `UC${channelId}` : channelId}`;
}

export function toPlaylistIdentity(playlistId: string): FeedIdentity {
  return `playlist:${playlistId}`;
}

/** The identity that an address asks for (`channel_id=` or `playlist_id=`), or null when it does not say. */
export function toExpectedIdentity(feedUrl: string): FeedIdentity | null {
  const query = new URL(feedUrl).searchParams;
  const channelId = query.get("channel_id");
  if (channelId !== null) return toChannelIdentity(channelId);
  const playlistId = query.get("playlist_id");
  return playlistId === null ? null : toPlaylistIdentity(playlistId);
}

/** The address of the feed that YouTube serves. Handles (@name) are not accepted by YouTube here. */
export function toFeedUrl(identity: FeedIdentity): string {
  const parameter = identity.replace(":", "_id=");
  return `https://www.youtube.com/feeds/videos.xml?${parameter}`;
}
