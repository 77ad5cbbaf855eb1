/** The club's folder on disk: which one it is, and what is in it. */
import { readFileSync, statSync } from "node:fs";
import { lstat, readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fail, succeed, type Result } from "../programme/result.ts";
import type { DataFile } from "./data-file.ts";

/** Kept in git by a fork, and never by the repository that it was forked from: so a merge cannot change it. */
export const FOLDER_FILE = ".data-dir";
/** Where neither the environment nor {@link FOLDER_FILE} names another. */
export const USUAL_FOLDER = "data";
/** A folder of this project, such as "club" or "clubs/paris". */
export const WITHIN_PROJECT = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\w.-]+(?:\/[\w.-]+)*$/;

/** A line for whoever wrote {@link FOLDER_FILE}. */
export type NoFolder = { reason: "no folder"; message: string };

/**
 * The club's folder, without a slash at its end: what `DATA_DIR` says, else what `.data-dir` says, else `data`.
 *
 * Paths are relative to the project's folder, where every command runs. What `DATA_DIR` names need not exist; the file
 * was written to name one that does.
 */
export function findDataFolder(): Result<string, NoFolder> {
  const given = process.env["DATA_DIR"];
  if (given) return succeed(withoutSlash(given));
  const text = readIfThere(FOLDER_FILE);
  if (text === null) return succeed(USUAL_FOLDER);
  const folder = withoutSlash(text.trim());
  const refuse = (problem: string) =>
    fail({
      reason: "no folder" as const,
      message: `${FOLDER_FILE}: ${problem}, expected the club's folder here, such as "club"`,
    });
  if (!WITHIN_PROJECT.test(folder)) return refuse(`"${folder.slice(0, 80)}" is no name of a folder`);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    return refuse(`there is no folder "${folder}"`);
  return succeed(folder);
}

function withoutSlash(path: string): string {
  return path.replace(/(?<=.)\/+$/, "");
}

/** Null where there is nothing of that name; what is no file holds no text. */
function readIfThere(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  return found.isFile() ? readFileSync(path, "utf8") : "";
}

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
