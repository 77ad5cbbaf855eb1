/** Builds channel feeds in YouTube's shape, for tests that need one of their own. */

export interface FeedEntry {
  id: string;
  title: string;
  description?: string;
  /** RFC 3339. */
  published: string;
  isShort?: boolean;
  views?: number;
  /** Of another channel than the feed's. */
  channelId?: string;
}

export interface FeedOptions {
  channelId?: string;
  /** Makes it the feed of a playlist; `channelId` is then who made that. */
  playlistId?: string;
  entries: FeedEntry[];
}

export const CHANNEL_ID = "UCexampleexampleexampleA";

/** As YouTube writes it in 2026: the feed-level channel id without "UC", Shorts linked as such. */
export function aChannelFeed({ channelId = CHANNEL_ID, playlistId, entries }: FeedOptions): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom">
 <link rel="self" href="http://www.youtube.com/feeds/videos.xml?channel_id=${channelId}"/>
 <id>yt:channel:${channelId.slice(2)}</id>
 ${playlistId === undefined ? "" : `<yt:playlistId>${playlistId}</yt:playlistId>`}<yt:channelId>${channelId.slice(2)}</yt:channelId>
 <title>Example Channel</title>
 <published>2025-01-01T00:00:00+00:00</published>
${entries.map((entry) => toEntry(entry, channelId)).join("\n")}
</feed>`;
}

function toEntry(
  { id, title, description = "", published, isShort = false, views = 1, channelId }: FeedEntry,
  ownId: string,
): string {
  return ` <entry>
  <id>yt:video:${id}</id>
  <yt:videoId>${id}</yt:videoId>
  <yt:channelId>${channelId ?? ownId}</yt:channelId>
  <title>${escape(title)}</title>
  <link rel="alternate" href="https://www.youtube.com/${isShort ? "shorts/" : "watch?v="}${id}"/>
  <published>${published}</published>
  <updated>${published}</updated>
  <media:group>
   <media:title>${escape(title)}</media:title>
   <media:description>${escape(description)}</media:description>
   <media:community><media:statistics views="${views}"/></media:community>
  </media:group>
 </entry>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
