/** The data folder as commands read and write it. */
import { existsSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { compileData, type CompiledFiles } from "../../build/compile-data.ts";
import { findDataFolder, readDataFolder } from "../../build/data-folder.ts";
import type { DataFile } from "../../build/data-file.ts";
import { blameOn } from "../../build/file-reason.ts";
import { toMistakeReport } from "../../build/mistake.ts";
import {
  compileTranscripts,
  readTranscriptFolder,
  type CompiledTranscripts,
} from "../../build/transcripts.ts";
import { Refusal } from "./command-line.ts";
import { makeFolder } from "./make-folder.ts";

export interface ReadData {
  folder: string;
  files: DataFile[];
  compilation: ReturnType<typeof compileData>;
}

/** Read and check the club's folder. */
export async function readData(): Promise<ReadData> {
  const folder = toDataFolder();
  const files = await readDataFolder(folder);
  return { folder, files, compilation: compileData(files, folder) };
}

/** Read the folder's transcripts; their mistakes are the caller's to tell. */
export async function readTranscripts(
  folder: string,
  { sessions }: Pick<CompiledFiles, "sessions">,
): Promise<CompiledTranscripts> {
  const ids = new Set(sessions.map(({ id }) => id));
  return compileTranscripts(await readTranscriptFolder(folder), ids);
}

/** The club's folder; ends the command where nothing names it rightly. */
export function toDataFolder(): string {
  const folder = findDataFolder();
  if (folder.ok) return folder.value;
  throw new Refusal(folder.error.message);
}

/** Read the folder; its mistakes end the command. */
export async function readGoodData(): Promise<ReadData & { compiled: CompiledFiles }> {
  const data = await readData();
  if (data.compilation.ok) return { ...data, compiled: data.compilation.value };
  throw new Error(`${data.folder} has mistakes already, mend them first: npm run validate`);
}

export interface NewFile extends DataFile {
  /** What the file held before; null for a new file. */
  before: string | null;
}

/** Mistakes that files would have if these were written over them end the command. */
export function checkFiles({ files: before, folder }: ReadData, files: readonly DataFile[]): void {
  const paths = new Set(files.map(({ path }) => path));
  const kept = before.filter(({ path }) => !paths.has(path));
  const compilation = compileData([...kept, ...files], folder);
  if (compilation.ok) return;
  throw new Refusal(toMistakeReport(compilation.error.mistakes, "nothing was written", process.stderr));
}

/**
 * Write files by way of dot files beside them, which readers of the folder pass over.
 *
 * @throws what the file system says; every file is then as before
 */
export async function writeFiles(files: readonly NewFile[]): Promise<void> {
  const replaced: NewFile[] = [];
  try {
    for (const file of files) {
      await makeFolder(dirname(file.path));
      // A new file must not replace one that came meanwhile.
      if (file.before === null && existsSync(file.path)) throw new Error(`${file.path}: is there already`);
      await writeFile(toUnfinished(file.path), file.text).catch(blameOn(file.path));
    }
    for (const file of files) {
      await rename(toUnfinished(file.path), file.path).catch(blameOn(file.path));
      replaced.push(file);
    }
  } catch (error) {
    for (const { path, before } of replaced)
      await (before === null ? rm(path, { force: true }) : writeFile(path, before));
    throw error;
  } finally {
    for (const { path } of files) await rm(toUnfinished(path), { force: true }).catch(() => {});
  }
}

function toUnfinished(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}`);
}
