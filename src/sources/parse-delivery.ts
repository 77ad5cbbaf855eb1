/** What YouTube's hub delivers, to what it says of videos: new ones, changed ones, and tombstones (RFC 6721). */
import type { Instant } from "../programme/instant.ts";
import { succeed, type Result } from "../programme/result.ts";
import { isYouTubeId } from "../programme/video-site.ts";
import { CHANNEL_ID, toChannelIdentity, type ChannelFeedFault, type FeedIdentity } from "./channel-feed.ts";
import { readAtom, toDate, toHref, toTitle } from "./read-atom.ts";
import { findAll, toText, toValue, type XmlElement } from "./xml.ts";

/** What was pushed of a video. */
export interface Pushed {
  videoId: string;
  /** The title it is to have; null of a tombstone. */
  title: string | null;
  /** Null of a tombstone. */
  publishedAt: Instant | null;
  /** The entry's `updated`, a tombstone's `when`: of two pushes of a video the later one is the newer. */
  updatedAt: Instant;
}

export interface Delivery {
  /** What is said of the channel's own videos; of others nothing is believed. */
  pushed: Pushed[];
  /** Whether all of it is of another channel. */
  isOther: boolean;
}

/** The hub sends one or two. */
const MAX_ENTRIES = 100;

/**
 * Read a delivery. What lacks its id or date is passed over.
 *
 * @param identity whose lease it came for
 */
export function parseDelivery(text: string, identity: FeedIdentity): Result<Delivery, ChannelFeedFault> {
  const feed = readAtom(text);
  if (!feed.ok) return feed;
  if (isOfOther(toHref(feed.value, "self"), identity)) return succeed({ pushed: [], isOther: true });
  const entries = findAll(feed.value, "entry");
  const tombstones = findAll(feed.value, "at:deleted-entry");
  const own = entries.filter((entry) => isOf(toText(entry, "yt:channelId"), identity));
  const ownStones = tombstones.filter((stone) => isOf(toOwner(stone), identity));
  const isOther = entries.length + tombstones.length > 0 && own.length + ownStones.length === 0;
  const pushed = [...own.map(toPushed), ...ownStones.map(toGone)].filter((one) => one !== null);
  return succeed({ pushed: pushed.slice(0, MAX_ENTRIES), isOther });
}

/** Whether an address names a channel, and another than this one. */
export function isOfOther(topic: string | undefined, identity: FeedIdentity): boolean {
  const named = URL.parse(topic ?? "")?.searchParams.get("channel_id") ?? null;
  return named !== null && toChannelIdentity(named) !== identity;
}

/** An entry that names no channel came by the lease of this one. */
function isOf(channelId: string, identity: FeedIdentity): boolean {
  return !CHANNEL_ID.test(channelId) || `channel:${channelId}` === identity;
}

function toOwner(stone: XmlElement): string {
  return /\/channel\/(UC[\w-]{22})$/.exec(toText(findAll(stone, "at:by")[0], "uri"))?.[1] ?? "";
}

function toPushed(entry: XmlElement): Pushed | null {
  const videoId = toText(entry, "yt:videoId");
  const title = toText(entry, "title");
  const [publishedAt, updatedAt] = [toDate(toText(entry, "published")), toDate(toText(entry, "updated"))];
  if (!isYouTubeId(videoId) || title === "" || Number.isNaN(publishedAt + updatedAt)) return null;
  return { videoId, title: toTitle(title, videoId), publishedAt, updatedAt };
}

function toGone(stone: XmlElement): Pushed | null {
  const videoId = toValue(stone, "ref").replace(/^yt:video:/, "");
  const updatedAt = toDate(toValue(stone, "when"));
  if (!isYouTubeId(videoId) || Number.isNaN(updatedAt)) return null;
  return { videoId, title: null, publishedAt: null, updatedAt };
}
