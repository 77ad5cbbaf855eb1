/** `npm run preview`: all feeds and calendars into a folder, as a fresh deployment would publish them. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeDocument } from "../documents/addresses.ts";
import { DOCUMENTS } from "../documents/table.ts";
import { toPath } from "../programme/address.ts";
import type { Instant } from "../programme/instant.ts";
import { EMPTY_LEDGER } from "../programme/ledger.ts";
import { createProgramme, type ProgrammeInput } from "../programme/programme.ts";
import { revise } from "../programme/revise.ts";
import { WHOLE } from "../programme/selection.ts";
import type { Video } from "../programme/video.ts";
import { describeFault } from "../sources/channel-feed.ts";
import { parseChannelFeed } from "../sources/parse-channel-feed.ts";
import {
  isWebAddress,
  printJson,
  readInput,
  runCommand,
  UsageError,
  type Parsed,
} from "./terminal/command-line.ts";
import { readGoodData } from "./terminal/data-files.ts";

const HELP = `npm run preview: render every feed and calendar to a folder, to look at and to compare.

  npm run preview                                into .build/preview
  npm run preview -- --out before                then change data/, and
  npm run preview -- --out after && diff -r before after

  --out DIR    the folder (default: .build/preview)
  --feed FILE  a saved channel feed, so that replays are in (default: none)
  --now TIME   the instant it is rendered for, such as 2026-06-16T09:00:00Z (default: now)
  --url URL    the address self links say (default: the club's site)
  --json       print for programs
  --help       this text

The same data, feed and time give the same bytes. It is what a first deployment would publish: dates
that a running service remembers are not known here.
DATA_DIR names another folder than data.
Exit code: 0 rendered, 1 the data or the feed is wrong, 2 wrong options.
`;

const OPTIONS = {
  out: { type: "string", default: ".build/preview" },
  feed: { type: "string" },
  now: { type: "string" },
  url: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

async function run({ values, positionals }: Parsed<typeof OPTIONS>): Promise<void> {
  if (positionals.length > 0)
    throw new UsageError(`"${positionals[0]}" is no option; for a folder: --out DIR`);
  const now = toNow(values.now);
  const { compiled } = await readGoodData();
  const { club, sessions } = compiled;
  const videos = values.feed === undefined ? [] : await readVideos(values.feed);
  const publicUrl = toPublicUrl(values.url ?? club.siteUrl);
  const files = renderPreview({ club, sessions, videos, publicUrl }, now);
  for (const { name, text } of files) {
    const path = join(values.out, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  if (values.json) printJson({ folder: values.out, files: files.map(({ name }) => name) });
  else console.log(`${files.length} files in ${values.out}`);
}

function toNow(given: string | undefined): number {
  if (given === undefined) return Date.now();
  const now = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(given) ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(now))
    throw new UsageError(`--now: "${given}" is no instant, expected one such as 2026-06-16T09:00:00Z`);
  return now;
}

function toPublicUrl(given: string): string {
  if (!isWebAddress(given)) throw new UsageError(`--url: "${given}" is no web address`);
  return given.replace(/\/+$/, "");
}

async function readVideos(path: string): Promise<Video[]> {
  const feed = await parseChannelFeed((await readInput(path)).toString(), null);
  if (!feed.ok) throw new Error(`${path}: ${describeFault(feed.error)}`);
  return feed.value.videos;
}

/** What a first deployment has; the public address is without a slash at its end. */
type PreviewInput = Omit<ProgrammeInput, "archive" | "previous"> & { videos: readonly Video[] };

/** Every document that the clock does not change. Pure: now is given. */
export function renderPreview(
  { club, sessions, videos, publicUrl }: PreviewInput,
  now: Instant,
): { name: string; text: string }[] {
  const archive = videos.map((video) => ({ ...video, firstSeenAt: video.publishedAt }));
  const programme = createProgramme({ club, sessions, archive, previous: [], publicUrl }, now);
  const { published } = revise(programme, club, EMPTY_LEDGER, now);
  const publication = { club, programme: published, publicUrl, isSample: false, asOf: 0 };
  const allSessions = published.sessions.map(({ session }) => ({ ...WHOLE, session: session.id }));
  // Pages above all would differ at every look.
  const lasting = DOCUMENTS.filter(({ hasTurns }) => hasTurns !== true);
  return lasting.flatMap((document) =>
    (document.pattern.includes(":session") ? allSessions : [WHOLE]).flatMap((selection) => {
      const text = writeDocument(document, publication, selection);
      return text === null ? [] : [{ name: toPath(document.pattern, selection).slice(1), text }];
    }),
  );
}

if (import.meta.main) await runCommand(HELP, OPTIONS, run);
