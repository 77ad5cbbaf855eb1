/** `npm start`: the whole service on this machine. Compiles the data, runs the Worker, and is its cron. */
import { spawnSync } from "node:child_process";
import { readdirSync, watch, type FSWatcher } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { serveSampleChannel } from "./start/sample-channel.ts";
import { toLocalSettings } from "./start/settings.ts";
import { forgetWorker, freePort, startWorker } from "./start/worker.ts";
import { Refusal, runCommand } from "./terminal/command-line.ts";
import { readGoodData, toDataFolder } from "./terminal/data-files.ts";
import { makeFolder } from "./terminal/make-folder.ts";

const ROOT = join(import.meta.dirname, "../..");
/** As in wrangler.toml; nothing fires crons locally but this command. */
const CRON_SECONDS = 900;
/** A slow machine's first start takes half a minute. */
const READY_WITHIN_MS = 120_000;
const POLL_MS = 200;
const PARENT_POLL_MS = 500;
/** Editors write a file in several steps. */
const SETTLED_MS = 300;
const GONE_MS = 1_000;
/** Until wrangler serves what was compiled. */
const RELOADED_MS = 2_000;

const HELP = `npm start: the whole service on this machine, with no account and no network.

Environment:
  PORT              port on localhost (8787)
  CHANNEL_FEED_URL  whole address of a channel feed to use in place of the club's own
  PUBLIC_URL        what self links say (http://localhost:PORT)
  STATE_DIR         folder where local state is kept (.wrangler/state)
  REFRESH_SECONDS   for trials: the shortest time between two fetches; 0 fetches at every cron
  YOUTUBE_API_KEY   asks the YouTube Data API too
  YOUTUBE_API_URL   for trials: where that API is
  YOUTUBE_HUB_URL   for trials: the hub that is asked for pushes in place of YouTube's, also with an http PUBLIC_URL
  HOOK_…            addresses and secrets of hooks, see "npm run hooks -- --help"
  ALLOW_PRIVATE_CALLBACKS
                    for trials: 1 lets readers on this machine and in your network subscribe at /hub, and hooks be http
                    addresses of this machine
  DNS_URL           for trials: the resolver (DNS over HTTPS) that is asked where callbacks are
  ADMIN_TOKEN       the secret for "npm run backup" and "npm run restore"

The cron runs every 15 minutes. To run it now:
  curl http://localhost:8787/cdn-cgi/handler/scheduled
`;

async function run(): Promise<void> {
  const settings = toLocalSettings(process.env, ROOT);
  const { variables, port, stateDir } = settings;
  process.chdir(ROOT);
  const folder = toDataFolder();
  if (!compile("start")) throw new Refusal(`${folder} has mistakes: nothing was started`);
  if (!(await freePort(settings)))
    throw new Refusal(`PORT: ${port} is in use, stop what listens there or set another`);
  const { compiled } = await readGoodData();
  const { channels, playlists } = compiled.club.youtube;
  if (variables["CHANNEL_FEED_URL"] === undefined && channels.length + playlists.length === 0) {
    const sample = await serveSampleChannel(compiled.sessions);
    if (sample !== null) Object.assign(variables, { CHANNEL_FEED_URL: sample, CHANNEL_FEED_KIND: "sample" });
  }
  await makeFolder(stateDir);
  const worker = startWorker(settings, compiled.deployment.worker, ROOT);
  worker.on("exit", (code) => process.exit(code ?? 1));
  stopWith(worker.stdin, stateDir);

  const address = `http://localhost:${port}`;
  if (!(await isReady(address))) throw new Refusal(`the Worker did not answer at ${address}`);
  // A watch of a whole folder takes a moment to begin: before anybody is told that changes are seen.
  watchData(folder, address);
  await runCron(address);
  sayReady(address, toReplaySource(variables, folder, channels.length + playlists.length > 0));
  const interval = Math.min(Number(variables["REFRESH_SECONDS"]) || CRON_SECONDS, CRON_SECONDS);
  setInterval(() => void runCron(address), interval * 1_000);
}

/** Compile the data, telling every mistake. While the Worker runs, the last good data stay in spite of a mistake. */
function compile(moment: "start" | "dev"): boolean {
  const { status } = spawnSync(process.execPath, ["src/build/compile.ts"], {
    cwd: ROOT,
    stdio: "inherit",
    env: moment === "dev" ? { ...process.env, WRANGLER_COMMAND: "dev" } : process.env,
  });
  return status === 0;
}

/** Compile the data whenever they change; wrangler sees the new module, and serves it. Who asks first makes it known to subscribers. */
function watchData(folder: string, address: string): void {
  let timer: NodeJS.Timeout | undefined;
  let watchers: FSWatcher[] = [];
  const begin = (): void => {
    for (const watcher of watchers) watcher.close();
    watchers = [];
    try {
      for (const path of listFolders(resolve(ROOT, folder))) watchers.push(watch(path, settle));
    } catch {
      // A folder has gone, maybe for a moment: git and editors move them about.
      setTimeout(settle, GONE_MS);
    }
  };
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      begin();
      if (compile("dev")) setTimeout(() => void fetch(`${address}/healthz`).catch(() => null), RELOADED_MS);
    }, SETTLED_MS);
  };
  begin();
}

/** Each by itself: a recursive watch follows files, and loses one that an editor has put another in the place of. */
function listFolders(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  return [folder, ...folders.map(({ parentPath, name }) => join(parentPath, name))];
}

/** End the Worker with this process, however it ends. */
function stopWith(workerInput: NodeJS.WritableStream | null, stateDir: string): void {
  const end = (): void => {
    workerInput?.end();
    forgetWorker(stateDir);
    process.exit();
  };
  process.on("SIGINT", end).on("SIGTERM", end).on("SIGHUP", end);
  // npm killed without a word leaves this process behind: notice that the parent is another one.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(), PARENT_POLL_MS).unref();
}

async function isReady(address: string): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const response = await fetch(`${address}/robots.txt`).catch(() => null);
    if (response?.ok) return true;
    await sleep(POLL_MS);
  }
  return false;
}

async function runCron(address: string): Promise<void> {
  const response = await fetch(`${address}/cdn-cgi/handler/scheduled`).catch(() => null);
  if (!response?.ok) console.error("The cron failed; the next one is tried all the same.");
}

/** Where replays come from, in words. */
function toReplaySource(variables: Record<string, string>, folder: string, hasChannel: boolean): string {
  const none = `${folder}/club.yaml names no channel yet`;
  if (variables["CHANNEL_FEED_KIND"] === "sample") return `a SAMPLE channel feed: ${none}`;
  return variables["CHANNEL_FEED_URL"] ?? (hasChannel ? "YouTube" : `session files alone: ${none}`);
}

function sayReady(address: string, replaySource: string): void {
  console.log(`
Ready on ${address}

  ${address}/               the page for people
  ${address}/calendar.ics   calendar
  ${address}/rss.xml        RSS
  ${address}/atom.xml       Atom
  ${address}/feed.json      JSON Feed
  ${address}/status.json    source, matches, what was left alone

Replays come from ${replaySource}.
Stop with Ctrl-C.`);
}

await runCommand(HELP, {}, run);
