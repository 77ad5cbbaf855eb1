/** A backup as a file: written whole or not at all, for its owner's eyes only. */
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** What a backup holds, for a report: "11 sessions, 20 entries, 8 videos". Throws where it is none. */
export function describeState(text: string, from: string): string {
  const tables = readTables(text);
  if (tables === null) {
    throw new Error(
      `${from}: not a backup, expected a JSON document with "format": "journal-club-feeds state"`,
    );
  }
  const count = (name: string) => (Array.isArray(tables[name]) ? tables[name].length : 0);
  return `${count("session")} sessions, ${count("entry")} entries, ${count("video")} videos`;
}

export async function readState(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new Error(
      `${path}: ${error instanceof Error && "code" in error ? String(error.code) : "unreadable"}`,
      { cause: error },
    );
  }
}

/** @param isForced whether a file of that name may be replaced */
export async function writeState(path: string, text: string, isForced: boolean): Promise<void> {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    await writeFile(unfinished, text, { mode: 0o600, flag: "wx" });
    // A link, unlike a rename, never takes the place of a file that is there.
    await (isForced ? rename(unfinished, path) : link(unfinished, path));
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    throw isThere ? new Error(`${path}: is there already, --force replaces it`, { cause: error }) : error;
  } finally {
    await rm(unfinished, { force: true });
  }
}

function readTables(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || value["format"] !== "journal-club-feeds state") return null;
    return isRecord(value["tables"]) ? value["tables"] : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
