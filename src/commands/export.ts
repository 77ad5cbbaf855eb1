/** `npm run export`: the whole site as files, for a host that serves nothing else. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import manifest from "../../package.json" with { type: "json" };
import { toCodeMark, toCompiledData, toMarks } from "../build/data-module.ts";
import { findChanges, readFileIn, readOwned, replaceFile, writeFolder } from "./export/folder.ts";
import { isSameLedger } from "./export/ledger.ts";
import { OPTIONS, toSettings } from "./export/options.ts";
import { report } from "./export/report.ts";
import { renderSite, type Site, type SiteInput } from "./export/site.ts";
import { chooseSource } from "./export/source.ts";
import { collectPictures } from "./export/thumbnails.ts";
import { readInput, Refusal, runCommand, type Parsed } from "./terminal/command-line.ts";
import { readGoodData, readTranscripts } from "./terminal/data-files.ts";
import { makeFolder } from "./terminal/make-folder.ts";

const HELP = `npm run export: the whole site as files (feeds, calendars, pages, embed), for GitHub Pages and the like.

  npm run export -- --out site/docs --url https://name.github.io/repository/

  --out DIR      the folder; only what differs is written, only what an export wrote is removed
  --url URL      where the folder will be found; may have a path
  --ledger FILE  what is remembered from run to run: dates, ids, sequences, videos (ledger.json beside DIR).
                 Keep it as long as the site, in git for example: without it readers are told of everything anew
  --feed FILE    a saved channel feed in place of the channel
  --offline      ask nobody: replays and pictures are those known already
  --now TIME     the instant it is made for, such as 2026-06-16T09:00:00Z (now)
  --help         this text

Dates and sequences are those that the service would give, as it is the same code. What needs a server is missing:
parameters in addresses (show, tag, limit …), the forms that make them, /oembed, /status.json and redirects.
To see what a change of the club's files does: export to a folder with --offline before and after, and compare.
The club's folder is data, or what .data-dir or DATA_DIR names; CHANNEL_FEED_URL another channel feed.
Exit code: 0 exported, 1 nothing changed, as the data or a file are wrong, 2 called wrongly.
`;

async function run(parsed: Parsed<typeof OPTIONS>): Promise<void> {
  const { out, ledgerPath, feed, url, now } = toSettings(parsed);
  await checkFolder(out);
  const owned = await readOwned(out);
  const ledger = await readLedger(ledgerPath, out, owned);
  const { data, transcripts } = await compile();
  const source = await chooseSource(feed, ledger, data.club);
  console.error(`${source.isAsking ? "Asking for replays, writing" : "Writing"} the documents …`);
  const site = await render({ data, transcripts, url, ledger, now, ...source }, ledgerPath);
  if (source.isAsking && site.pictured.length > 0)
    console.error(`Collecting ${site.pictured.length} pictures …`);
  const pictures = await collectPictures(site.pictured, (name) => readFileIn(out, name), !source.isAsking);
  const files = new Map([...site.files, ...pictures.files]);
  const changes = await findChanges(out, files, owned);
  await makeFolder(out);
  const isNewLedger = ledger === null || !isSameLedger(ledger, site.ledger);
  // The ledger first: dates that were told must never be forgotten, and files that are missing come with the next run.
  if (isNewLedger) await replaceFile(ledgerPath, site.ledger);
  await writeFolder(out, files, changes);
  report(site, changes, { out, ledgerPath, isNewLedger, count: files.size, drawn: pictures.drawn });
}

async function render(input: SiteInput, ledgerPath: string): Promise<Site> {
  try {
    return await renderSite(input);
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(`${ledgerPath}: ${error.message}`) : error;
  }
}

async function checkFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() === false) throw new Refusal(`--out: ${path} is a file, expected a folder`);
}

/** Without its ledger a site would be told anew to all its subscribers: that must not happen by mistake. */
async function readLedger(
  path: string,
  out: string,
  owned: ReadonlySet<string> | null,
): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (found !== null) return (await readInput(path)).toString();
  if (owned === null) return null;
  throw new Refusal(
    `${path}: there is no ledger, but ${out} was exported with one. Give it with --ledger; to begin anew, remove the folder`,
  );
}

async function compile() {
  const { compiled, folder } = await readGoodData();
  const { transcripts, mistakes } = await readTranscripts(folder, compiled);
  if (mistakes.length > 0) throw new Error(`${folder} has mistakes, mend them first: npm run validate`);
  const project = join(import.meta.dirname, "../..");
  const version = `${manifest.version}+${await toCodeMark(project)}`;
  return { data: toCompiledData(compiled, version, toMarks(transcripts)), transcripts };
}

export const main = () => runCommand(HELP, OPTIONS, run);
if (import.meta.main) await main();
