/** What YouTube's hub delivers, to what it says of videos: new ones, changed ones, and tombstones (RFC 6721). */
import type Parser from "rss-parser";
import type { Instant } from "../programme/instant.ts";
import { succeed, type Result } from "../programme/result.ts";
import { isYouTubeId } from "../programme/video-site.ts";
import { CHANNEL_ID, toChannelIdentity, type ChannelFeedFault, type FeedIdentity } from "./channel-feed.ts";
import { isText, readAtom, toDate, toTitle } from "./read-atom.ts";

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

interface Item {
  title?: string;
  published?: string;
  updated?: string;
  "yt:videoId"?: string;
  "yt:channelId"?: string;
}
interface Tombstone {
  $?: { ref?: string; when?: string };
  "at:by"?: { uri?: unknown[] }[];
}
interface Fields {
  feedUrl?: string;
  "at:deleted-entry"?: Tombstone[];
}

const FIELDS: Parser.CustomFields<Fields, Item> = {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the package takes options for a feed's fields too
  feed: [["at:deleted-entry", "at:deleted-entry", { keepArray: true }] as unknown as "at:deleted-entry"],
  item: ["published", "updated", "yt:videoId", "yt:channelId"],
};

/**
 * Read a delivery. What lacks its id or date is passed over.
 *
 * @param identity whose lease it came for
 */
export async function parseDelivery(
  text: string,
  identity: FeedIdentity,
): Promise<Result<Delivery, ChannelFeedFault>> {
  const document = await readAtom<Fields, Item>(text, FIELDS);
  if (!document.ok) return document;
  const { feedUrl, items, "at:deleted-entry": tombstones = [] } = document.value;
  if (isOfOther(feedUrl, identity)) return succeed({ pushed: [], isOther: true });
  const own = items.filter(({ "yt:channelId": id = "" }) => isOf(id, identity));
  const ownStones = tombstones.filter((stone) => isOf(toOwner(stone), identity));
  const isOther = items.length + tombstones.length > 0 && own.length + ownStones.length === 0;
  const pushed = [...own.map(toPushed), ...ownStones.map(toGone)].filter((one) => one !== null);
  return succeed({ pushed: pushed.slice(0, MAX_ENTRIES), isOther });
}

/** Whether an address names a channel, and another than this one. */
export function isOfOther(topic: string | undefined, identity: FeedIdentity): boolean {
  const named = URL.parse(topic ?? "")?.searchParams.get("channel_id") ?? null;
  return named !== null && toChannelIdentity(named) !== identity;
}

/** An entry that names no channel came by the lease of this one. */
function isOf(channelId: unknown, identity: FeedIdentity): boolean {
  return typeof channelId !== "string" || !CHANNEL_ID.test(channelId) || `channel:${channelId}` === identity;
}

function toOwner(stone: Tombstone): string {
  return /\/channel\/(UC[\w-]{22})$/.exec(String(stone["at:by"]?.[0]?.uri?.[0]))?.[1] ?? "";
}

function toPushed(item: Item): Pushed | null {
  const videoId = item["yt:videoId"];
  const [publishedAt, updatedAt] = [toDate(item.published), toDate(item.updated)];
  if (!isId(videoId) || !isText(item.title) || Number.isNaN(publishedAt + updatedAt)) return null;
  return { videoId, title: toTitle(item.title, videoId), publishedAt, updatedAt };
}

function toGone({ $: { ref, when } = {} }: Tombstone): Pushed | null {
  const videoId = ref?.replace(/^yt:video:/, "");
  const updatedAt = toDate(when);
  if (!isId(videoId) || Number.isNaN(updatedAt)) return null;
  return { videoId, title: null, publishedAt: null, updatedAt };
}

function isId(value: unknown): value is string {
  return typeof value === "string" && isYouTubeId(value);
}
