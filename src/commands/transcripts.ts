/** `npm run transcripts`: captions of the club's videos to transcripts of its sessions. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { TRANSCRIPTS_FOLDER } from "../build/transcripts.ts";
import { isYouTubeId } from "../programme/video-site.ts";
import { parseStatus } from "./matches.ts";
import {
  createAsker,
  isWebAddress,
  readInput,
  Refusal,
  runCommand,
  toRefusal,
  UsageError,
  type Parsed,
} from "./terminal/command-line.ts";
import { readGoodData, writeFiles } from "./terminal/data-files.ts";
import { parseCaptionName } from "./transcripts/caption-name.ts";
import { findSessions, planTranscripts, type Captions, type Plan } from "./transcripts/plan.ts";
import { signIn, toOAuthSettings } from "./transcripts/sign-in.ts";
import { fetchCaptions } from "./transcripts/youtube.ts";

const HELP = `npm run transcripts: captions of the club's videos to transcripts of its sessions.

  npm run transcripts -- FOLDER    caption files, as yt-dlp names them: "Title [VIDEOID].en.vtt" (or .srt)
  npm run transcripts -- --fetch   the captions of the club's own videos, from YouTube

For a folder:
  yt-dlp --skip-download --write-subs --write-auto-subs --sub-langs en CHANNEL

Which session a video is of, its file says ("replay"), else a running service (--from), else the
service's own rules over the videos of data/videos.json and the titles in the names. Captions in
the session's language are taken, once each, into data/transcripts/ID.vtt; of captions that roll,
every word once. A table shows what was found, then it asks. Twice the same changes nothing.

--fetch signs you in with your browser, as the owner of the videos: YouTube gives captions to
nobody else. It needs YOUTUBE_CLIENT_ID and YOUTUBE_CLIENT_SECRET; the sign-in is kept in
~/.config/journal-club-feeds, outside this project. YouTube lets some forty videos be asked a day:
the next run goes on.

  --from URL  a running service, to ask which video is of which session
  --replace   also write anew what is there and differs
  --dry-run   show, write nothing
  --yes       write without asking
  --help      this text

DATA_DIR names another folder than data.
Exit code: 0 done, 1 something could not be read or written, 2 wrong options.
`;

const OPTIONS = {
  fetch: { type: "boolean", default: false },
  from: { type: "string" },
  replace: { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  yes: { type: "boolean", default: false },
} as const;
type Wanted = Parsed<typeof OPTIONS>["values"];
type Data = Awaited<ReturnType<typeof readGoodData>>;
type SessionOf = ReadonlyMap<string, string>;

const DATA_API_URL = "https://www.googleapis.com/youtube/v3";
const TIMEOUT_MS = 10_000;

async function run({ values, positionals }: Parsed<typeof OPTIONS>): Promise<void> {
  const [folder, extra] = positionals;
  if (extra !== undefined || values.fetch === (folder !== undefined))
    throw new UsageError("expected a folder of caption files, or --fetch");
  const data = await readGoodData();
  const told = values.from === undefined ? new Map<string, string>() : await askService(values.from);
  const files = folder === undefined ? [] : await readFolder(folder);
  const sessionOf = findSessions(data.compiled, files, told, Date.now());
  const existing = await readExisting(data.folder, data.compiled.sessions);
  const fetched = values.fetch ? await fetchAll(data, sessionOf, existing, values) : [];
  const toBefore = (id: string) => existing.get(id) ?? { path: toPath(data.folder, id, "vtt"), before: null };
  const plan = planTranscripts([...files, ...fetched], data.compiled, sessionOf, toBefore, values.replace);
  process.stdout.write(toReport(plan));
  await write(plan, values);
}

/** @returns session by video */
async function askService(address: string): Promise<Map<string, string>> {
  if (!isWebAddress(address))
    throw new UsageError(
      `--from: "${address}" is no web address, expected one such as https://feeds.example.org`,
    );
  const url = new URL("/status.json", address).href;
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => null);
  const status = response?.ok === true ? parseStatus(await response.json().catch(() => null)) : null;
  if (status === null) throw new Refusal(`${url} is not the status of this service; nothing was written`);
  return new Map(status.matches.map(({ sessionId, videoId }) => [videoId, sessionId]));
}

async function readFolder(folder: string): Promise<Captions[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw toRefusal(error, folder);
  });
  const named = names.toSorted().flatMap((name) => {
    const parsed = parseCaptionName(name);
    return parsed === null ? [] : [{ name, ...parsed }];
  });
  if (named.length === 0)
    throw new Refusal(`${folder}: has no caption files, expected names such as "Title [VIDEOID].en.vtt"`);
  return await Promise.all(
    named.map(async ({ name, ...parsed }) => ({
      from: name,
      text: (await readInput(join(folder, name))).toString(),
      ...parsed,
    })),
  );
}

function toPath(folder: string, sessionId: string, ending: string): string {
  return `${folder}/${TRANSCRIPTS_FOLDER}/${sessionId}.${ending}`;
}

/** The transcripts that are there, by session; one in SubRip is somebody's own and stays. */
async function readExisting(folder: string, sessions: readonly { id: string }[]) {
  const found = new Map<string, { path: string; before: string }>();
  for (const { id } of sessions) {
    for (const path of ["srt", "vtt"].map((ending) => toPath(folder, id, ending))) {
      const before = await readFile(path, "utf8").catch(() => null);
      if (before !== null) found.set(id, { path, before });
    }
  }
  return found;
}

/** Each as soon as it is there; what is there already is not asked for. */
async function fetchAll(
  { compiled: { club, sessions } }: Data,
  sessionOf: SessionOf,
  existing: ReadonlyMap<string, unknown>,
  { replace }: Wanted,
): Promise<Captions[]> {
  const wanted = [...sessionOf].filter(
    ([videoId, id]) => isYouTubeId(videoId) && (replace || !existing.has(id)),
  );
  if (wanted.length === 0) return [];
  const accessToken = await signIn(toOAuthSettings(process.env), (line) => console.error(line));
  const api = { url: process.env["YOUTUBE_API_URL"] || DATA_API_URL, accessToken };
  const languages = new Map(sessions.map(({ id, inLanguage }) => [id, inLanguage ?? club.language]));
  const fetched: Captions[] = [];
  for (const [index, [videoId, id]] of wanted.entries()) {
    const outcome = await fetchCaptions(api, videoId, languages.get(id) ?? club.language);
    if (outcome === "quota") {
      console.error("YouTube answers no more today; run it again tomorrow for the others.");
      break;
    }
    const place = `${index + 1} of ${wanted.length}: ${id}`;
    if ("reason" in outcome) console.error(`${place}: ${videoId} ${outcome.reason}`);
    else {
      console.error(place);
      fetched.push(outcome.captions);
    }
  }
  return fetched;
}

function toReport({ planned, unchanged, passedOver }: Plan): string {
  return [
    ...planned.map(
      ({ sessionId, from, before }) => `${before === null ? "new" : "changed"}  ${sessionId}  ${from}`,
    ),
    ...passedOver.map(({ from, reason }) => `passed over  ${from}: ${reason}`),
    `${planned.length} to write, ${unchanged.length} unchanged, ${passedOver.length} passed over`,
    "",
  ]
    .map((line) => line.replaceAll(/\p{Cc}/gu, " "))
    .join("\n");
}

async function write({ planned }: Plan, values: Wanted): Promise<void> {
  if (values["dry-run"] || planned.length === 0) return;
  if (!values.yes && !(await isWanted(planned.length))) {
    console.log("Nothing was written.");
    return;
  }
  await writeFiles(planned);
  console.log(planned.map(({ path }) => `wrote ${path}`).join("\n"));
}

async function isWanted(count: number): Promise<boolean> {
  const asker = await createAsker(false);
  if (asker === null) throw new UsageError("nothing was written: there is no terminal to ask on, add --yes");
  return await asker
    .ask(`Write ${count === 1 ? "1 transcript" : `${count} transcripts`}?`)
    .finally(asker.close);
}

export const main = () => runCommand(HELP, OPTIONS, run);
if (import.meta.main) await main();
