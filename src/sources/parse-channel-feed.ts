/**
 * A channel feed's text to videos.
 *
 * Accepts XML whose root is `feed` and whose identity is the expected one; everything else is refused with its reason.
 * Element quirks of YouTube are dealt with here and nowhere else.
 */
import type Parser from "rss-parser";
import { fail, succeed, type Result } from "../programme/result.ts";
import { isYouTubeId } from "../programme/video-site.ts";
import type { Video } from "../programme/video.ts";
import { toCleanText } from "../wording/text.ts";
import {
  CHANNEL_ID,
  toChannelIdentity,
  type ChannelFeed,
  type ChannelFeedFault,
  type FeedIdentity,
} from "./channel-feed.ts";
import { cut, isText, readAtom, toDate, toTitle } from "./read-atom.ts";

/** YouTube's own limit, in characters; what is longer did not come from its form. */
const MAX_DESCRIPTION_CHARACTERS = 5_000;
/** YouTube's feeds hold 15; the archive keeps every one for ever. */
const MAX_ENTRIES = 100;
/**
 * Parse a channel feed.
 *
 * @param expected the identity the feed must have; null accepts any and leaves it to the caller to remember it
 */
export async function parseChannelFeed(
  text: string,
  expected: FeedIdentity | null,
): Promise<Result<ChannelFeed, ChannelFeedFault>> {
  const document = await readAtom<ParsedFields, ParsedItem>(text, FIELDS);
  if (!document.ok) return document;
  const { items } = document.value;
  if (items.length === 0) return fail({ reason: "no_entries" });

  const found = toIdentity(document.value);
  if (found === null) return fail({ reason: "malformed", message: "no entry names its channel" });
  if (expected !== null && found !== expected) return fail({ reason: "other_channel", expected, found });

  const videos = toVideos(items, found.startsWith("playlist:"));
  if (videos.length === 0)
    return fail({ reason: "malformed", message: "no entry has a video id, title and date" });
  return succeed({ identity: found, videos });
}

/** What rss-parser is asked for, beside title and link. */
interface ParsedItem {
  title?: string;
  link?: string;
  published?: string;
  "yt:videoId"?: string;
  "yt:channelId"?: string;
  "media:group"?: { "media:description"?: unknown[] };
}
interface ParsedFields {
  "yt:channelId"?: string;
  "yt:playlistId"?: string;
}
type ParsedFeed = ParsedFields & { items: ParsedItem[] };

const FIELDS: Parser.CustomFields<ParsedFields, ParsedItem> = {
  feed: ["yt:channelId", "yt:playlistId"],
  item: ["published", "yt:videoId", "yt:channelId", "media:group"],
};

function toIdentity(feed: ParsedFeed): FeedIdentity | null {
  const playlistId = feed["yt:playlistId"];
  if (isText(playlistId)) return `playlist:${playlistId}`;
  // The feed says it in full, cut or not at all; an entry may be of another channel that took part in it.
  const channelId = [feed, ...feed.items].map((part) => part["yt:channelId"]).find(isText);
  return channelId === undefined ? null : toChannelIdentity(channelId);
}

/** Each id once; an entry that lacks its id, title or date is passed over: the others are still true. */
function toVideos(items: ParsedItem[], isPlaylist: boolean): Video[] {
  const videos = items.slice(0, MAX_ENTRIES).flatMap((item) => toVideo(item, isPlaylist) ?? []);
  const ids = new Set<string>();
  return videos.filter(({ id }) => ids.size < ids.add(id).size);
}

function toVideo(item: ParsedItem, isPlaylist: boolean): Video | null {
  const id = item["yt:videoId"] ?? "";
  const publishedAt = toDate(item.published);
  if (!isYouTubeId(id) || !isText(item.title) || Number.isNaN(publishedAt)) return null;
  return {
    id,
    title: toTitle(item.title, id),
    description: toDescription(item),
    publishedAt,
    isShort: /\/shorts\/[\w-]+$/.test(item.link ?? ""),
    ...(isPlaylist && toOwner(item)),
  };
}

/** Whose a video is, where the item says so. */
function toOwner({ "yt:channelId": owner = "" }: ParsedItem): Pick<Video, "ownerId"> {
  return CHANNEL_ID.test(owner) ? { ownerId: owner } : {};
}

/** Empty when the element is empty, or absent as in a push. */
function toDescription(item: ParsedItem): string {
  const description = item["media:group"]?.["media:description"]?.[0];
  return isText(description) ? cut(toCleanText(description), MAX_DESCRIPTION_CHARACTERS) : "";
}
