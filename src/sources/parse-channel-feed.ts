/**
 * A channel feed's text to videos.
 *
 * Accepts XML whose root is `feed` and whose identity is the expected one; everything else is refused with its reason.
 * Element quirks of YouTube are dealt with here and nowhere else.
 */
import { fail, succeed, type Result } from "../programme/result.ts";
import type { Video } from "../programme/video.ts";
import { isReadable, toCleanText } from "../wording/text.ts";
import {
  toChannelIdentity,
  type ChannelFeed,
  type ChannelFeedFault,
  type FeedIdentity,
} from "./channel-feed.ts";

const XML_DECLARATION = /^\uFEFF?<\?xml\s[^>]*\?>\s*/;
const COMMENTS = /^(?:<!--[\s\S]*?-->\s*)+/;
/** YouTube's ids: eleven characters of base64url. */
const VIDEO_ID = /^[A-Za-z0-9_-]{11}$/;
const CHANNEL_ID = /^UC[\w-]{22}$/;
/** YouTube's own limits, in characters; what is longer did not come from its forms. */
const MAX_TITLE_CHARACTERS = 100;
const MAX_DESCRIPTION_CHARACTERS = 5_000;
/** YouTube's feeds hold 15; the archive keeps every one for ever. */
const MAX_ENTRIES = 100;
/** RFC 3339, from YouTube's beginning on: other years cannot be written in every format. */
const PUBLISHED = /^20(?:0[5-9]|[1-9]\d)-\d\d-\d\dT/;
/** How much of a refused document an operator is shown. */
const BEGINNING_CHARACTERS = 40;

/**
 * Parse a channel feed.
 *
 * @param expected the identity the feed must have; null accepts any and leaves it to the caller to remember it
 */
export async function parseChannelFeed(
  text: string,
  expected: FeedIdentity | null,
): Promise<Result<ChannelFeed, ChannelFeedFault>> {
  const refused = refuseOpening(text);
  if (refused !== null) return fail(refused);
  const document = await readDocument(text);
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

/** Cheap checks on the first characters, so that an outage's HTML never reaches the parser, and no DOCTYPE does. */
function refuseOpening(text: string): ChannelFeedFault | null {
  if (!XML_DECLARATION.test(text))
    return { reason: "not_xml", beginning: text.slice(0, BEGINNING_CHARACTERS) };
  const root = text.replace(XML_DECLARATION, "").replace(COMMENTS, "");
  if (/^<feed[\s>]/.test(root)) return null;
  return { reason: "not_a_feed", beginning: root.slice(0, BEGINNING_CHARACTERS) };
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

/**
 * rss-parser costs 30 ms of CPU to load, so only a refresh loads it.
 *
 * Line ends become LF first (XML 1.0 2.11), which the parser leaves undone: descriptions hold raw CR.
 */
async function readDocument(text: string): Promise<Result<ParsedFeed, ChannelFeedFault>> {
  const { default: Parser } = await import("rss-parser");
  const parser = new Parser<ParsedFields, ParsedItem>({
    customFields: {
      feed: ["yt:channelId", "yt:playlistId"],
      item: ["published", "yt:videoId", "yt:channelId", "media:group"],
    },
  });
  try {
    return succeed(await parser.parseString(text.replace(/\r\n?/g, "\n")));
  } catch (error) {
    const message = error instanceof Error ? error.message.replaceAll("\n", " ").slice(0, 200) : "unreadable";
    return fail({ reason: "malformed", message });
  }
}

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
  const published = String(item.published);
  const publishedAt = PUBLISHED.test(published) ? Date.parse(published) : NaN;
  if (!VIDEO_ID.test(id) || !isText(item.title) || Number.isNaN(publishedAt)) return null;
  const title = cut(toCleanText(item.title), MAX_TITLE_CHARACTERS);
  return {
    id,
    // Something has to be shown: readers drop or invent a title that is empty.
    title: isReadable(title) ? title : id,
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

/** The first characters of a text: as people count, so that one of two UTF-16 units is one and never halved. */
function cut(text: string, limit: number): string {
  return new RegExp(`^.{0,${limit}}`, "su").exec(text)?.[0] ?? "";
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
