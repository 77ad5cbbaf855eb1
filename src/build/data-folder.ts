/** The data folder on disk. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DataFile } from "./data-file.ts";

/** Where the club's files are, without a slash at its end. */
export const DATA_FOLDER = (process.env["DATA_DIR"] || "data").replace(/(?<=.)\/+$/, "");

/**
 * Read `club.yaml` and everything below `sessions/`.
 *
 * Dot files and editors' backups ("x.md~") are passed over, and so is what else lies beside `club.yaml`. A folder that
 * does not exist has no files. What is not UTF-8 is read with replacement characters, which the compiler refuses.
 */
export async function readDataFolder(folder: string): Promise<DataFile[]> {
  const names = ["club.yaml", ...(await listSessionFiles(join(folder, "sessions")))];
  const files = await Promise.all(names.map((name) => readDataFile(folder, name)));
  return files.flatMap((file) => file ?? []);
}

async function listSessionFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(whenMissing([]));
  return names
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join("sessions", join(entry.parentPath, entry.name).slice(folder.length + 1)).replaceAll("\\", "/"),
    )
    .filter((name) => !/\/\.|~$/.test(name));
}

async function readDataFile(folder: string, name: string): Promise<DataFile | null> {
  const text = await readFile(join(folder, name), "utf8").catch(whenMissing(null));
  return text === null ? null : { path: `${folder}/${name}`, text };
}

function whenMissing<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === "ENOENT") return instead;
    throw error;
  };
}
