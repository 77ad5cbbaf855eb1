/** The data folder on disk. */
import { lstat, readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { DataFile } from "./data-file.ts";

/** Where the club's files are, without a slash at its end. */
export const DATA_FOLDER = (process.env["DATA_DIR"] || "data").replace(/(?<=.)\/+$/, "");

/**
 * Read `club.yaml`, `videos.json` and everything below `sessions/`.
 *
 * Dot files and editors' backups ("x.md~") are passed over, and so is what else lies beside `club.yaml`. A folder that
 * does not exist has no files. What is not UTF-8 is read with replacement characters, and links are not followed; the
 * compiler refuses both.
 */
export async function readDataFolder(folder: string): Promise<DataFile[]> {
  const names = ["club.yaml", "videos.json", ...(await listSessionFiles(folder))];
  const files = names.map(async (name): Promise<DataFile[]> => {
    const path = `${folder}/${name}`;
    const found = await lstat(path).catch(whenMissing(null));
    if (found === null) return [];
    return found.isFile()
      ? [{ path, text: await readFile(path, "utf8") }]
      : [{ path, text: "", isNoPlainFile: true }];
  });
  return (await Promise.all(files)).flat();
}

async function listSessionFiles(folder: string): Promise<string[]> {
  const sessions = join(folder, "sessions");
  const found = await lstat(sessions).catch(whenMissing(null));
  if (found !== null && !found.isDirectory()) return ["sessions"];
  const entries = await readdir(sessions, { recursive: true, withFileTypes: true }).catch(whenMissing([]));
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"))
    .filter((name) => !/\/\.|~$/.test(name));
}

function whenMissing<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === "ENOENT") return instead;
    throw error;
  };
}
