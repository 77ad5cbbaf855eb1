/** The data folder on disk. */
import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DataFile } from "./data-file.ts";

/** Where the club's files are unless `DATA_DIR` says otherwise. */
export const DATA_FOLDER = "data";

/**
 * Read `club.yaml` and everything below `sessions/`.
 *
 * Dot files and editors' backups ("x.md~") are passed over, and so is what else lies beside `club.yaml`. A folder that
 * does not exist has no files. What is not UTF-8 is read with replacement characters, and links are not followed; the
 * compiler refuses both.
 */
export async function readDataFolder(folder: string): Promise<DataFile[]> {
  const names = ["club.yaml", ...(await listSessionFiles(join(folder, "sessions")))];
  const files = await Promise.all(names.map((name) => readDataFile(folder, name)));
  return files.flatMap((file) => file ?? []);
}

async function listSessionFiles(folder: string): Promise<string[]> {
  const found = await orWhenMissing(lstat(folder), null);
  if (found !== null && !found.isDirectory()) return ["sessions"];
  const entries = await orWhenMissing(readdir(folder, { recursive: true, withFileTypes: true }), []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join("sessions", join(entry.parentPath, entry.name).slice(folder.length + 1)).replaceAll("\\", "/"),
    )
    .filter((name) => !/\/\.|~$/.test(name));
}

async function readDataFile(folder: string, name: string): Promise<DataFile | null> {
  const path = `${folder}/${name}`;
  const found = await orWhenMissing(lstat(path), null);
  if (found === null) return null;
  return found.isFile()
    ? { path, text: await readFile(path, "utf8") }
    : { path, text: "", isNoPlainFile: true };
}

async function orWhenMissing<T, F>(reading: Promise<T>, instead: F): Promise<T | F> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return instead;
    throw error;
  }
}
