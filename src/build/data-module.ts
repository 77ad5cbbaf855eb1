/** A data folder on disk to the module that the Worker imports, and what the build is called. */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { CompiledData } from "../programme/compiled-data.ts";
import { fail, succeed, type Result } from "../programme/result.ts";
import { compileData, type DataMistakes } from "./compile-data.ts";
import { readDataFolder } from "./data-folder.ts";
import { toFramesModule } from "./frames-module.ts";
import { toMessagesModule } from "./messages-module.ts";
import { packData } from "./pack-data.ts";
import { listFixedAssets, toPageFilesModule } from "./page-files.ts";
import { toTimeZonesModule } from "./time-zones.ts";
import {
  compileTranscripts,
  readTranscriptFolder,
  TRANSCRIPTS_FOLDER,
  type CompiledTranscript,
} from "./transcripts.ts";

/** Enough of a hash to tell two builds apart. */
const MARK_CHARACTERS = 8;
/** Runs in Node only and is no part of the Worker. */
const NOT_IN_WORKER = /^(?:build|commands)\//;

/**
 * Compile `folder` into the module at `target`, and beside it all else that the Worker has in place of larger modules; its
 * transcripts, and what pages load, into `assets`.
 *
 * A mistake leaves the module as it is. It is replaced at once, and only when it changes, so that a watcher is not woken
 * for nothing; whether it was is the value.
 *
 * @param version of the package and mark of the code, for the name of the build
 */
export async function compileFolder(
  folder: string,
  target: string,
  version: string,
): Promise<Result<{ isChanged: boolean }, DataMistakes>> {
  const compilation = compileData(await readDataFolder(folder), folder);
  if (!compilation.ok) return compilation;
  const { transcripts, mistakes } = compileTranscripts(
    await readTranscriptFolder(folder),
    new Set(compilation.value.sessions.map(({ id }) => id)),
  );
  if (mistakes.length > 0) return fail({ reason: "mistakes", mistakes });
  const beside = dirname(target);
  // The data last, as a watcher takes them for the sign that all is done.
  await writeTranscripts(join(beside, "assets", TRANSCRIPTS_FOLDER), transcripts);
  for (const [name, bytes] of listFixedAssets()) await replaceFile(join(beside, "assets", name), bytes);
  const compiled = toCompiledData(compilation.value, version, toMarks(transcripts));
  const modules = {
    "messages.ts": toMessagesModule(compiled.club.language),
    "time-zones.ts": toTimeZonesModule(compiled),
    "page-files.ts": toPageFilesModule(),
    "frames.ts": toFramesModule(),
    ...packData(compiled),
  };
  for (const [name, content] of Object.entries(modules)) await replaceFile(join(beside, name), content);
  const isChanged = await replaceFile(target, toModule(compiled));
  return succeed({ isChanged });
}

/** The mark of each transcript, by session id. */
export function toMarks(transcripts: ReadonlyMap<string, CompiledTranscript>): CompiledData["transcripts"] {
  return Object.fromEntries([...transcripts].map(([id, { mark }]) => [id, mark]));
}

/** Before the module that names them; only what differs is written. */
async function writeTranscripts(folder: string, transcripts: ReadonlyMap<string, CompiledTranscript>) {
  await mkdir(folder, { recursive: true });
  const names = new Set([...transcripts.keys()].map((id) => `${id}.json`));
  for (const [id, { text }] of transcripts) await replaceFile(join(folder, `${id}.json`), text);
  for (const name of await readdir(folder))
    if (!names.has(name)) await rm(join(folder, name), { force: true });
}

/**
 * Club and sessions with the fingerprint of what they say and the name of the build. Transcripts are no part of either: no
 * feed and no calendar changes with them.
 */
export function toCompiledData(
  { club, sessions, videos, push }: Pick<CompiledData, "club" | "sessions" | "videos" | "push">,
  version: string,
  transcripts: CompiledData["transcripts"] = {},
): CompiledData {
  // Without a file of videos, and without hubs, data are what they were before there were any. Hooks show nowhere.
  const content = {
    club,
    sessions,
    ...(videos.length > 0 && { videos }),
    ...(push.hubs.length > 0 && { hubs: push.hubs }),
  };
  const fingerprint = createHash("sha256").update(toCanonicalJson(content)).digest("hex");
  return {
    club,
    sessions,
    videos,
    push,
    transcripts,
    fingerprint,
    build: `${version}.${fingerprint.slice(0, MARK_CHARACTERS)}`,
  };
}

/**
 * A mark of the code that a build is made of: representations kept by an older build are rendered again.
 *
 * SHA-256 over the Worker's sources and the versions of all packages, shortened; equal code gives equal marks, whenever
 * and wherever it is built.
 *
 * @param project absolute path of the project's folder
 */
export async function toCodeMark(project: string): Promise<string> {
  const sources = join(project, "src");
  const names = (await readdir(sources, { recursive: true }))
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.tsx?$/.test(name) && !NOT_IN_WORKER.test(name))
    .toSorted((a, b) => (a < b ? -1 : 1));
  const hash = createHash("sha256");
  for (const name of names) hash.update(`${name}\n`).update(await readFile(join(sources, name)));
  hash.update(await readFile(join(project, "package-lock.json")));
  return hash.digest("hex").slice(0, MARK_CHARACTERS);
}

/** The module's text; equal data give equal text. What grows with the club's past lies beside it, see `pack-data.ts`. */
function toModule({ sessions: _sessions, videos: _videos, ...head }: CompiledData): string {
  return `// Made from the club's folder by src/build/compile.ts: edit the files there.
import sessions from "./sessions.bin";
import abstracts from "./abstracts.bin";
import { unpackData } from "../src/publisher/unpack-data.ts";

export const compiled = unpackData(${JSON.stringify(head, null, 2)}, sessions, abstracts);
`;
}

/** JSON with the names of every group in order, so that the order in which a file gives its fields is no difference. */
function toCanonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Readers see the old content or the new, never half of it. */
async function replaceFile(path: string, content: string | Uint8Array): Promise<boolean> {
  if ((await readFile(path).catch(() => null))?.equals(Buffer.from(content))) return false;
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, content);
  await rename(unfinished, path);
  return true;
}
