/** The folder that a site is exported to: only what differs is written, only what was exported before is removed. */
import { readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as z from "zod";
import { Refusal, toRefusal } from "../terminal/command-line.ts";
import { makeFolder } from "../terminal/make-folder.ts";

/** In the folder: the names of the files that are the export's own. */
export const LIST_NAME = ".exported.json";

const list = z.object({ files: z.array(z.string().regex(/^(?!\/)(?!.*\.\.)[\w./-]+$/)) });

export interface Changes {
  added: string[];
  changed: string[];
  removed: string[];
}

/** The names of the files that the last export left, null where there was none. */
export async function readOwned(folder: string): Promise<ReadonlySet<string> | null> {
  const path = join(folder, LIST_NAME);
  const text = await readFileIn(folder, LIST_NAME);
  if (text === null) return null;
  try {
    return new Set(list.parse(JSON.parse(text.toString())).files);
  } catch {
    throw new Refusal(`${path}: is no list of exported files, expected {"files": ["index.html", …]}`);
  }
}

/** What a file of the folder holds, null where there is none. */
export async function readFileIn(folder: string, name: string): Promise<Buffer | null> {
  return await readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

/**
 * What an export would change. Nothing is written.
 *
 * @param owned see {@link readOwned}
 * @throws Refusal that names a file which is somebody else's
 */
export async function findChanges(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  owned: ReadonlySet<string> | null,
): Promise<Changes> {
  const changes: Changes = { added: [], changed: [], removed: [] };
  for (const [name, bytes] of files) {
    const before = await readFileIn(folder, name);
    if (before === null) changes.added.push(name);
    else if (Buffer.compare(before, bytes) !== 0) {
      if (owned?.has(name) !== true)
        throw new Refusal(
          `${join(folder, name)}: is there already and was not exported; nothing was written`,
        );
      changes.changed.push(name);
    }
  }
  changes.removed = [...(owned ?? [])].filter((name) => !files.has(name));
  return changes;
}

/** Bring a folder up to date; a reader of it never sees half a file. */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  { added, changed, removed }: Changes,
): Promise<void> {
  // First what will be there: a run that is broken off leaves no file that nobody owns.
  await replaceFile(join(folder, LIST_NAME), toList([...files.keys(), ...removed]));
  for (const name of [...added, ...changed]) {
    const bytes = files.get(name);
    if (bytes !== undefined) await replaceFile(join(folder, name), bytes);
  }
  for (const name of removed) await removeFile(folder, name);
  await replaceFile(join(folder, LIST_NAME), toList([...files.keys()]));
}

/** Nothing is written where the file holds that already. */
export async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  const before = await readFile(path).catch(() => null);
  if (before !== null && Buffer.compare(before, Buffer.from(content)) === 0) return;
  await makeFolder(dirname(path));
  const unfinished = `${path}.${process.pid}`;
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, path);
  } catch (error) {
    throw toRefusal(error, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** With the folders that it leaves empty. */
async function removeFile(folder: string, name: string): Promise<void> {
  await rm(join(folder, name), { force: true });
  for (let parent = dirname(name); parent !== "."; parent = dirname(parent)) {
    const isGone = await rmdir(join(folder, parent)).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}

function toList(names: readonly string[]): string {
  return `${JSON.stringify({ files: names.toSorted((a, b) => (a < b ? -1 : 1)) }, null, 1)}\n`;
}
