/**
 * A channel feed's text to videos.
 *
 * Accepts XML whose root is `feed` and whose identity is the expected one; everything else is refused with its reason.
 * Element quirks of YouTube are dealt with here and nowhere else.
 */
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
import { cut, readAtom, toDate, toHref, toTitle } from "./read-atom.ts";
import { findAll, toText, type XmlElement } from "./xml.ts";

/** YouTube's own limit, in characters; what is longer did not come from its form. */
const MAX_DESCRIPTION_CHARACTERS = 5_000;
/** YouTube's feeds hold 15; the archive keeps every one for ever. */
const MAX_ENTRIES = 100;

/**
 * Parse a channel feed.
 *
 * @param expected the identity the feed must have; null accepts any and leaves it to the caller to remember it
 */
export function parseChannelFeed(
  text: string,
  expected: FeedIdentity | null,
): Result<ChannelFeed, ChannelFeedFault> {
  const feed = readAtom(text);
  if (!feed.ok) return feed;
  const entries = findAll(feed.value, "entry");
  if (entries.length === 0) return fail({ reason: "no_entries" });

  const found = toIdentity(feed.value, entries);
  if (found === null) return fail({ reason: "malformed", message: "no entry names its channel" });
  if (expected !== null && found !== expected) return fail({ reason: "other_channel", expected, found });

  const videos = toVideos(entries, found.startsWith("playlist:"));
  if (videos.length === 0)
    return fail({ reason: "malformed", message: "no entry has a video id, title and date" });
  return succeed({ identity: found, videos });
}

function toIdentity(feed: XmlElement, entries: readonly XmlElement[]): FeedIdentity | null {
  const playlistId = toText(feed, "yt:playlistId");
  if (playlistId !== "") return `playlist:${playlistId}`;
  // The feed says it in full, cut or not at all; an entry may be of another channel that took part in it.
  const channelId = [feed, ...entries].map((part) => toText(part, "yt:channelId")).find((id) => id !== "");
  return channelId === undefined ? null : toChannelIdentity(channelId);
}

/** Each id once; an entry that lacks its id, title or date is passed over: the others are still true. */
function toVideos(entries: readonly XmlElement[], isPlaylist: boolean): Video[] {
  const videos = entries.slice(0, MAX_ENTRIES).flatMap((entry) => toVideo(entry, isPlaylist) ?? []);
  const ids = new Set<string>();
  return videos.filter(({ id }) => ids.size < ids.add(id).size);
}

function toVideo(entry: XmlElement, isPlaylist: boolean): Video | null {
  const id = toText(entry, "yt:videoId");
  const title = toText(entry, "title");
  const publishedAt = toDate(toText(entry, "published"));
  if (!isYouTubeId(id) || title === "" || Number.isNaN(publishedAt)) return null;
  return {
    id,
    title: toTitle(title, id),
    description: toDescription(entry),
    publishedAt,
    isShort: /\/shorts\/[\w-]+$/.test(toHref(entry, "alternate")),
    ...(isPlaylist && toOwner(entry)),
  };
}

/** Whose a video is, where the entry says so. */
function toOwner(entry: XmlElement): Pick<Video, "ownerId"> {
  const ownerId = toText(entry, "yt:channelId");
  return CHANNEL_ID.test(ownerId) ? { ownerId } : {};
}

/** Empty when the element is empty, or absent as in a push. */
function toDescription(entry: XmlElement): string {
  const [group] = findAll(entry, "media:group");
  return cut(toCleanText(toText(group, "media:description")), MAX_DESCRIPTION_CHARACTERS);
}
