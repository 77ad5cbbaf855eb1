/** `npm run channel`: finds a channel or playlist of the club, checks its feed, and writes it into the club file. */
import { parseYouTubeSource } from "../build/youtube-source.ts";
import type { Video } from "../programme/video.ts";
import {
  describeFault,
  toChannelIdentity,
  toFeedUrl,
  toPlaylistIdentity,
  type FeedIdentity,
} from "../sources/channel-feed.ts";
import { fetchChannelFeed } from "../sources/fetch-channel-feed.ts";
import { parseChannelFeed } from "../sources/parse-channel-feed.ts";
import { addSource, replaceSource, type SourceField } from "./channel/club-text.ts";
import {
  type Parsed,
  Refusal,
  UsageError,
  createAsker,
  paint,
  printJson,
  runCommand,
} from "./terminal/command-line.ts";
import { checkFiles, readData, writeFiles, type ReadData } from "./terminal/data-files.ts";

const HELP = `npm run channel: name the club's YouTube channel, and playlists with its recordings.

  npm run channel -- @handle
  npm run channel -- https://www.youtube.com/@handle
  npm run channel -- UCxxxxxxxxxxxxxxxxxxxxxx
  npm run channel -- "https://www.youtube.com/playlist?list=PLxxxxxxxx"

Finds the channel's id on its page, fetches its feed, shows the latest videos and writes the id into
club.yaml, whose comments stay; a playlist goes under youtube.playlists. YouTube's feed is down
for hours on many days: the id is written all the same, and the service tries again by itself.

  --add          another channel beside the one that is there (else it is asked for)
  --replace      in the place of the one that is there
  --dry-run      write nothing
  --origin URL   where YouTube is, for trials (default: https://www.youtube.com)
  --json         print for programs
  --help         this text

The club's folder is data, or what .data-dir or DATA_DIR names.
Exit code: 0 written, 1 the channel was not found, 2 wrong options.
`;

const OPTIONS = {
  add: { type: "boolean", default: false },
  replace: { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  origin: { type: "string", default: "https://www.youtube.com" },
  json: { type: "boolean", default: false },
} as const;

const BY_HAND = `By hand: open the channel's page in a browser, choose "View page source", search for
"channel_id=" and copy what follows (UC and 22 more characters) into club.yaml:

  youtube:
    channels: [UC…]
    playlists: [PL…]`;
const TIMEOUT_MS = 10_000;
/** So many titles tell a channel from another. */
const SHOWN_VIDEOS = 5;

type Values = Parsed<typeof OPTIONS>["values"];

/** A channel or a playlist, and the list of the club file that it belongs to. */
interface Named {
  field: SourceField;
  id: string;
}

async function run({ values, positionals }: Parsed<typeof OPTIONS>): Promise<void> {
  const [text = "", second] = positionals;
  if (text === "" || second !== undefined)
    throw new UsageError("expected one channel or playlist: @handle, its address, UC… or PL…");
  if (values.add && values.replace) throw new UsageError("--add and --replace exclude each other");
  const origin = values.origin.replace(/\/+$/, "");
  const named = await find(text, origin);
  const { field, id } = named;
  const feed = await readFeed(named, origin);
  const path = await keep(named, values);
  if (values.json)
    printJson({ [field === "channels" ? "channelId" : "playlistId"]: id, ...feed, written: path });
  else show(named, feed, path);
}

async function find(text: string, origin: string): Promise<Named> {
  // A bare name is a handle, too.
  const wish = parseYouTubeSource(text) ?? parseYouTubeSource(`@${text}`);
  if (wish === null)
    throw new UsageError(
      `"${text}" is no channel or playlist, expected @handle, an address at youtube.com, UC and 22 more characters, or PL…`,
    );
  if (wish.kind === "page") return { field: "channels", id: await findChannel(origin + wish.path) };
  return { field: `${wish.kind}s`, id: wish.id };
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

async function readFeed(named: Named, origin: string): Promise<ReadFeed> {
  const identity = toIdentity(named);
  const url = toFeedUrl(identity).replace("https://www.youtube.com", origin);
  const text = await fetchChannelFeed(url, { aboutUrl: null });
  const feed = text.ok ? await parseChannelFeed(text.value, identity) : text;
  if (!feed.ok) return { latest: [], problem: describeFault(feed.error) };
  const newest = feed.value.videos.toSorted((a, b) => b.publishedAt - a.publishedAt).slice(0, SHOWN_VIDEOS);
  return { latest: newest.map(({ id, title }) => ({ id, title })), problem: null };
}

const toIdentity = ({ field, id }: Named): FeedIdentity =>
  field === "channels" ? toChannelIdentity(id) : toPlaylistIdentity(id);

/** @returns the path written, or null where nothing was */
async function keep(named: Named, values: Values): Promise<string | null> {
  const data = await readData();
  const path = `${data.folder}/club.yaml`;
  const before = data.files.find((file) => file.path === path)?.text;
  if (before === undefined)
    throw new Refusal(`${path} is missing, expected the club file; nothing was written`);
  const text = await change(before, named, toKnown(data)[named.field], values);
  if (text === null) throw new Refusal(`${path} could not be changed.\n${BY_HAND}`);
  if (values["dry-run"] || text === before) return null;
  if (data.compilation.ok) checkFiles(data, [{ path, text }]);
  await writeFiles([{ path, text, before }]);
  return path;
}

/** The ids in the club file; of one with mistakes nothing is known. */
function toKnown({ compilation }: ReadData): Record<SourceField, string[]> {
  return compilation.ok ? compilation.value.club.youtube : { channels: [], playlists: [] };
}

async function change(
  before: string,
  { field, id }: Named,
  known: readonly string[],
  { add, replace }: Values,
): Promise<string | null> {
  const [first] = known;
  if (known.includes(id)) return before;
  if (field === "playlists" || first === undefined || add) return addSource(before, field, id);
  if (replace) return known.length === 1 ? replaceSource(before, first, id) : null;
  const asker = await createAsker(false);
  const isMeant = await asker?.ask(`The club has ${known.join(", ")} already. Add ${id} as another channel?`);
  asker?.close();
  if (isMeant === true) return addSource(before, field, id);
  throw new Refusal(
    `the club has ${known.join(", ")} already: --add names ${id} beside it, --replace in its place; nothing was written`,
  );
}

function show({ field, id }: Named, { latest, problem }: ReadFeed, path: string | null): void {
  console.log(`${field.slice(0, -1)} ${paint("bold", id)}`);
  for (const { id: videoId, title } of latest) console.log(`  https://youtu.be/${videoId}  ${title}`);
  const unchecked = `its feed could not be checked (${problem}); if the id is right the service finds it later`;
  if (problem !== null) console.log(paint("yellow", unchecked));
  console.log(path === null ? "nothing written" : `wrote ${path}`);
}

/** The channel id in the page's own alternate link to its feed, null where it has none. */
export function findChannelId(html: string): string | null {
  const links = html.match(/<link\b[^>]*>/gi) ?? [];
  const own = links.filter((link) => /\brel=["']?alternate\b/i.test(link)).join("");
  return /feeds\/videos\.xml\?channel_id=(UC[\w-]{22})/.exec(own)?.[1] ?? null;
}

export const main = () => runCommand(HELP, OPTIONS, run);
if (import.meta.main) await main();
