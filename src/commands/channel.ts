/** `npm run channel`: finds the club's YouTube channel, checks its feed, and writes it into the club file. */
import { isMap, isScalar, parseDocument } from "yaml";
import type { Video } from "../programme/video.ts";
import { describeFault, toChannelFeedUrl, toChannelIdentity } from "../sources/channel-feed.ts";
import { fetchChannelFeed } from "../sources/fetch-channel-feed.ts";
import { parseChannelFeed } from "../sources/parse-channel-feed.ts";
import { type Parsed, Refusal, UsageError, paint, printJson, runCommand } from "./terminal/command-line.ts";
import { readData, writeFiles } from "./terminal/data-files.ts";

const HELP = `npm run channel: name the club's YouTube channel.

  npm run channel -- @handle
  npm run channel -- https://www.youtube.com/@handle
  npm run channel -- UCxxxxxxxxxxxxxxxxxxxxxx

Finds the channel's id on its page, fetches its feed, shows the latest videos and writes the id into
data/club.yaml, whose comments stay. YouTube's feed is down for hours on many days: the id is
written all the same, and the service tries again by itself.

  --dry-run      write nothing
  --origin URL   where YouTube is, for trials (default: https://www.youtube.com)
  --json         print for programs
  --help         this text

DATA_DIR names another folder than data.
Exit code: 0 written, 1 the channel was not found, 2 wrong options.
`;

const OPTIONS = {
  "dry-run": { type: "boolean", default: false },
  origin: { type: "string", default: "https://www.youtube.com" },
  json: { type: "boolean", default: false },
} as const;

const BY_HAND = `By hand: open the channel's page in a browser, choose "View page source", search for
"channel_id=" and copy what follows (UC and 22 more characters) into data/club.yaml:

  youtube:
    channelId: UC…`;
const TIMEOUT_MS = 10_000;
/** So many titles tell a channel from another. */
const SHOWN_VIDEOS = 5;

async function run({ values, positionals }: Parsed<typeof OPTIONS>): Promise<void> {
  const [text = "", second] = positionals;
  if (text === "" || second !== undefined)
    throw new UsageError("expected one channel: @handle, its address, or UC…");
  const origin = values.origin.replace(/\/+$/, "");
  const wish = parseChannelWish(text, origin);
  if (wish === null)
    throw new UsageError(
      `"${text}" is no channel, expected @handle, its address, or UC and 22 more characters`,
    );
  const channelId = "channelId" in wish ? wish.channelId : await findChannel(wish.pageUrl);
  const feed = await readFeed(channelId, origin);
  const path = await keep(channelId, values["dry-run"]);
  if (values.json) printJson({ channelId, ...feed, written: path });
  else show(channelId, feed, path);
}

async function findChannel(pageUrl: string): Promise<string> {
  const refuse = (problem: string): never => {
    throw new Refusal(`${pageUrl} ${problem}\n\n${BY_HAND}`);
  };
  const headers = { accept: "text/html", "accept-language": "en", cookie: "SOCS=CAI" };
  const asked = fetch(pageUrl, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
  const page = await asked
    .then(async (response) => ({ response, html: await response.text() }))
    .catch(() => refuse("cannot be reached from here"));
  if (!page.response.ok) return refuse(`answered ${page.response.status}: is the handle right?`);
  return findChannelId(page.html) ?? refuse("does not say its channel id");
}

interface ReadFeed {
  latest: Pick<Video, "id" | "title">[];
  /** Why the feed could not be checked; null when it is fine. */
  problem: string | null;
}

async function readFeed(channelId: string, origin: string): Promise<ReadFeed> {
  const url = toChannelFeedUrl(channelId).replace("https://www.youtube.com", origin);
  const text = await fetchChannelFeed(url, { aboutUrl: null });
  const feed = text.ok ? await parseChannelFeed(text.value, toChannelIdentity(channelId)) : text;
  if (!feed.ok) return { latest: [], problem: describeFault(feed.error) };
  const newest = feed.value.videos.toSorted((a, b) => b.publishedAt - a.publishedAt).slice(0, SHOWN_VIDEOS);
  return { latest: newest.map(({ id, title }) => ({ id, title })), problem: null };
}

/** @returns the path written, or null where nothing was */
async function keep(channelId: string, isDryRun: boolean): Promise<string | null> {
  const { files, folder } = await readData();
  const path = `${folder}/club.yaml`;
  const before = files.find((file) => file.path === path)?.text;
  if (before === undefined) throw new Error(`${path} is missing`);
  const text = setChannelId(before, channelId);
  if (text === null) throw new Refusal(`${path} could not be changed.\n${BY_HAND}`);
  if (isDryRun || text === before) return null;
  await writeFiles([{ path, text, before }]);
  return path;
}

function show(channelId: string, { latest, problem }: ReadFeed, path: string | null): void {
  console.log(`channel ${paint("bold", channelId)}`);
  for (const { id, title } of latest) console.log(`  https://youtu.be/${id}  ${title}`);
  const unchecked = `its feed could not be checked (${problem}); if the id is right the service finds it later`;
  if (problem !== null) console.log(paint("yellow", unchecked));
  console.log(path === null ? "nothing written" : `wrote ${path}`);
}

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
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  return url !== null && YOUTUBE.test(url.hostname) ? readAddress(url, origin) : null;
}

function readAddress({ pathname, searchParams }: URL, origin: string): ChannelWish | null {
  const channelId = /^\/channel\/([\w-]+)/.exec(pathname)?.[1] ?? searchParams.get("channel_id");
  if (channelId !== null) return CHANNEL_ID.test(channelId) ? { channelId } : null;
  const page = /^\/(?:@[^/]+|c\/[^/]+|user\/[^/]+)/.exec(pathname)?.[0];
  return page === undefined ? null : { pageUrl: origin + page };
}

/** The channel id in the page's own alternate link to its feed, null where it has none. */
export function findChannelId(html: string): string | null {
  const links = html.match(/<link\b[^>]*>/gi) ?? [];
  const own = links.filter((link) => /\brel=["']?alternate\b/i.test(link)).join("");
  return /feeds\/videos\.xml\?channel_id=(UC[\w-]{22})/.exec(own)?.[1] ?? null;
}

/** @returns the file's text with the id, or null where the file is too unusual to change by machine */
export function setChannelId(source: string, channelId: string): string | null {
  const document = parseDocument(source, { schema: "failsafe" });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  const node: unknown = document.getIn(["youtube", "channelId"], true);
  if (isScalar(node) && node.range) {
    const [start, end] = node.range;
    const gap = source.slice(0, start).endsWith(":") ? " " : "";
    return `${source.slice(0, start)}${gap}${channelId}${source.slice(end)}`;
  }
  if (!document.has("youtube")) return `${source.trimEnd()}\n\nyoutube:\n  channelId: ${channelId}\n`;
  const lines = source.split("\n");
  const at = lines.findIndex((line) => /^youtube:\s*(?:#.*)?$/.test(line));
  if (at === -1) return null;
  return [...lines.slice(0, at + 1), `  channelId: ${channelId}`, ...lines.slice(at + 1)].join("\n");
}

if (import.meta.main) await runCommand(HELP, OPTIONS, run);
