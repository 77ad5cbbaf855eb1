/** Which channel an organiser means, and what a channel's page says of itself. Pure. */

export type ChannelWish = { channelId: string } | { pageUrl: string };

const CHANNEL_ID = /^UC[\w-]{22}$/;
const HANDLE = /^@?[\p{L}\p{N}][\p{L}\p{N}._·-]{2,29}$/u;
const YOUTUBE = /^(?:(?:www|m)\.)?youtube\.com$/;

/**
 * Read "@handle", the address of a channel's page, or "UC…"; null where it is none of them.
 *
 * @param origin of YouTube
 */
export function parseChannelWish(text: string, origin: string): ChannelWish | null {
  if (CHANNEL_ID.test(text)) return { channelId: text };
  if (HANDLE.test(text) && !text.includes("youtube.com"))
    return { pageUrl: `${origin}/@${encodeURIComponent(text.replace(/^@/, ""))}` };
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return YOUTUBE.test(url.hostname) ? readAddress(url, origin) : null;
}

function readAddress({ pathname, searchParams }: URL, origin: string): ChannelWish | null {
  const channelId = /^\/channel\/([\w-]+)/.exec(pathname)?.[1] ?? searchParams.get("channel_id");
  if (channelId !== null) return CHANNEL_ID.test(channelId) ? { channelId } : null;
  const page = /^\/(?:@[^/]+|c\/[^/]+|user\/[^/]+)/.exec(pathname)?.[0];
  return page === undefined ? null : { pageUrl: origin + page };
}

/** The channel id in the page's own alternate link to its feed, null where it has none. */
export function findChannelId(html: string): string | null {
  for (const [link] of html.matchAll(/<link\b[^>]*>/gi)) {
    if (!/\brel=["']?alternate\b/i.test(link)) continue;
    const id = /feeds\/videos\.xml\?channel_id=(UC[\w-]{22})/.exec(link)?.[1];
    if (id !== undefined) return id;
  }
  return null;
}
