/** A mark of the code that a build is made of: representations kept by an older build are rendered again. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Enough to tell two builds apart. */
const MARK_CHARACTERS = 8;
/** Runs in Node only and is no part of the Worker. */
const NOT_IN_WORKER = /^(?:build|commands)\//;

/**
 * SHA-256 over the Worker's sources and the versions of all packages, shortened; equal code gives equal marks, whenever and
 * wherever it is built.
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
