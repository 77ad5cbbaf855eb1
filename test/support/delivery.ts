/** Builds what YouTube's hub delivers, and signs it as the hub does. */
import { createHmac } from "node:crypto";
import { CHANNEL_ID } from "./channel-feed.ts";

export interface PushedEntry {
  id: string;
  title: string;
  /** RFC 3339. */
  published: string;
  updated: string;
}

export const toTopic = (channelId = CHANNEL_ID): string =>
  `https://www.youtube.com/xml/feeds/videos.xml?channel_id=${channelId}`;

export function aDelivery(entries: readonly PushedEntry[], channelId = CHANNEL_ID): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns="http://www.w3.org/2005/Atom"><link rel="hub" href="https://pubsubhubbub.appspot.com"/><link rel="self" href="${toTopic(channelId)}"/><title>YouTube video feed</title><updated>${entries[0]?.updated}</updated>${entries
    .map(
      ({ id, title, published, updated }) => `<entry>
  <id>yt:video:${id}</id>
  <yt:videoId>${id}</yt:videoId>
  <yt:channelId>${channelId}</yt:channelId>
  <title>${escape(title)}</title>
  <link rel="alternate" href="https://www.youtube.com/watch?v=${id}"/>
  <author>
   <name>Example Channel</name>
   <uri>https://www.youtube.com/channel/${channelId}</uri>
  </author>
  <published>${published}</published>
  <updated>${updated}</updated>
 </entry>`,
    )
    .join("")}</feed>
`;
}

/** X-Hub-Signature. */
export const toSignature = (text: string, secret: string, method = "sha1"): string =>
  `${method}=${createHmac(method, secret).update(text).digest("hex")}`;

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
