/** The state of a running service, asked for and sent with the secret that ADMIN_TOKEN holds here and there; and its backup. */
import { link, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import * as z from "zod";
import { toRefusal, UsageError } from "./terminal/command-line.ts";

/** A state of many megabytes over a slow line. */
const PATIENCE_MS = 300_000;
const LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

const rows = z.array(z.unknown()).catch([]);
/** What this command reads of a backup. */
const backup = z.object({
  format: z.literal("journal-club-feeds state"),
  tables: z.object({ session: rows, entry: rows, video: rows }),
});
const answered = z.object({ rows: z.number() }).catch({ rows: 0 });

/** @returns how many rows the service has taken in */
export async function sendState(url: string, text: string, isReplacing: boolean): Promise<number> {
  const response = await ask(`${url}${isReplacing ? "?replace=1" : ""}`, { method: "PUT", body: text });
  return answered.parse(await response.json()).rows;
}

/** Where a service's state is; the secret goes over HTTPS only, but on this machine. */
export function toStateUrl(service: string | undefined): string {
  const url = URL.parse(service ?? "");
  const isLocal = url?.protocol === "http:" && LOCAL_HOSTS.includes(url.hostname);
  if (url?.protocol === "https:" || isLocal) return `${url.origin}/admin/state`;
  const given = service === undefined ? "no URL" : `URL: "${service}"`;
  throw new UsageError(`${given}, expected the address of the service, https://… (http://localhost too)`);
}

/** What a backup holds, for a report: "11 sessions, 20 entries, 8 videos". Throws where it is none. */
export function describeState(text: string, from: string): string {
  try {
    const { session, entry, video } = backup.parse(JSON.parse(text)).tables;
    return `${session.length} sessions, ${entry.length} entries, ${video.length} videos`;
  } catch (error) {
    const expected = 'expected a JSON document with "format": "journal-club-feeds state"';
    throw new Error(`${from}: not a backup, ${expected}`, { cause: error });
  }
}

/**
 * Written whole or not at all, for its owner's eyes only.
 *
 * @param isForced whether a file of that name may be replaced
 */
export async function writeState(path: string, text: string, isForced: boolean): Promise<void> {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    await writeFile(unfinished, text, { mode: 0o600, flag: "wx" });
    // A link, unlike a rename, never takes the place of a file that is there.
    await (isForced ? rename(unfinished, path) : link(unfinished, path));
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (isThere) throw new Error(`${path}: is there already, --force replaces it`, { cause: error });
    throw toRefusal(error, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Ask for the state, or send it; what the service refuses is an error that says why. */
export async function ask(url: string, init: RequestInit): Promise<Response> {
  const token = process.env["ADMIN_TOKEN"] ?? "";
  if (token === "") throw new UsageError("ADMIN_TOKEN is not set, expected the service's in the environment");
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const headers = { authorization: `Bearer ${token}` };
  const asked = fetch(url, { ...init, headers, redirect: "manual", signal });
  const response = await asked.catch((error: unknown) => {
    throw new Error(`${url}: ${describeError(error)}`, { cause: error });
  });
  if (response.ok) return response;
  throw new Error(`${url}: ${await describeRefusal(response)}`);
}

/** `fetch` says "fetch failed" and keeps the reason to its cause, whose message may be empty beside a code. */
function describeError(error: unknown): string {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  if (!(cause instanceof Error)) return message;
  return cause.message || ("code" in cause ? String(cause.code) : message);
}

const REFUSALS: Readonly<Record<number, string>> = {
  401: "ADMIN_TOKEN is not the one of the service",
  404: "the service has no ADMIN_TOKEN, or is not this service",
  405: "the service has no ADMIN_TOKEN, or is not this service",
  409: "the service has a state already: --replace puts the file in its place",
};

async function describeRefusal(response: Response): Promise<string> {
  const { status, headers } = response;
  const location = headers.get("location");
  const reason = REFUSALS[status] ?? (location === null ? null : `the service is at ${location}`);
  if (reason !== null) return `${status}, ${reason}`;
  const text = await response.text();
  return `${status}, ${/"detail": "(.*)"/.exec(text)?.[1]?.replaceAll('\\"', '"') ?? "no reason given"}`;
}
