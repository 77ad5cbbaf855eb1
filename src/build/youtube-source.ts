/** Channels and playlists as hosts write them: an id, or the address of a page. */
import { succeed } from "../programme/result.ts";
import { CHANNEL_ID } from "../sources/channel-feed.ts";
import { field, wrong, type Reading } from "./field.ts";

/** Old ones have 16 characters after "PL", new ones 32. */
const PLAYLIST_ID = /^PL[\w-]{10,48}$/;
const UPLOADS = /^UU([\w-]{22})$/;
const YOUTUBE_HOST = /^(?:(?:www|m|music)\.)?youtube\.com$/;
/** Pages that show a channel by another name than its id. */
const NAMED_PAGE = /^\/(?:@[^/]+|c\/[^/]+|user\/[^/]+)/;

/** What a host meant; a page says which channel it is only to who fetches it. */
export type YouTubeSource =
  | { kind: "channel"; id: string }
  | { kind: "playlist"; id: string }
  | { kind: "page"; path: string };

/** Read an id, the address of a channel, a playlist or a feed, or "@handle"; null where it is none of them. */
export function parseYouTubeSource(text: string): YouTubeSource | null {
  const byId = readId(text);
  if (byId !== null) return byId;
  if (/^@[\p{L}\p{N}][\p{L}\p{N}._·-]{2,29}$/u.test(text))
    return { kind: "page", path: `/@${encodeURIComponent(text.slice(1))}` };
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  return url !== null && YOUTUBE_HOST.test(url.hostname) ? readAddress(url) : null;
}

function readId(text: string): YouTubeSource | null {
  if (CHANNEL_ID.test(text)) return { kind: "channel", id: text };
  if (PLAYLIST_ID.test(text)) return { kind: "playlist", id: text };
  const channelOfUploads = UPLOADS.exec(text)?.[1];
  return channelOfUploads === undefined ? null : { kind: "channel", id: `UC${channelOfUploads}` };
}

function readAddress({ pathname, searchParams }: URL): YouTubeSource | null {
  const playlistId = searchParams.get("list") ?? searchParams.get("playlist_id");
  const id = /^\/channel\/([\w-]+)/.exec(pathname)?.[1] ?? searchParams.get("channel_id") ?? playlistId;
  if (id !== null) return readId(id);
  const path = NAMED_PAGE.exec(pathname)?.[0];
  return path === undefined ? null : { kind: "page", path };
}

/** A channel of the club, kept as its id. */
export function channel(description: string) {
  return source("channel", "UC and 22 more characters, or https://www.youtube.com/channel/UC…", description);
}

/** A playlist of the club, kept as its id. */
export function playlist(description: string) {
  return source(
    "playlist",
    "PL and more characters, or https://www.youtube.com/playlist?list=PL…",
    description,
  );
}

function source(kind: "channel" | "playlist", expected: string, description: string) {
  return field(expected, { description }, (text): Reading<string> => {
    const found = parseYouTubeSource(text);
    if (found?.kind === kind) return succeed(found.id);
    if (found === null) return wrong(`is no ${kind} of YouTube`);
    if (found.kind === "page")
      return wrong("is a handle or a page", `${expected}: npm run channel -- ${text}`);
    return wrong(`is a ${found.kind}`, `it under ${found.kind}s: ${found.id}`);
  });
}
