/** The options of an export to its settings. */
import { dirname, join, resolve } from "node:path";
import type { Instant } from "../../programme/instant.ts";
import { isWebAddress, UsageError, type Parsed } from "../terminal/command-line.ts";

export const OPTIONS = {
  out: { type: "string" },
  url: { type: "string" },
  ledger: { type: "string" },
  feed: { type: "string" },
  offline: { type: "boolean", default: false },
  now: { type: "string" },
} as const;

export interface Settings {
  out: string;
  /** Without a slash at the end. */
  url: string;
  ledgerPath: string;
  /** A file to read, the channel, or nobody is asked. */
  feed: { path: string } | "channel" | "ledger";
  now: Instant;
}

/** @throws UsageError that names an option and what was expected */
export function toSettings({ values, positionals }: Parsed<typeof OPTIONS>): Settings {
  if (positionals.length > 0)
    throw new UsageError(`"${positionals[0]}" is no option; for a folder: --out DIR`);
  const { out, feed, offline, ledger } = values;
  if (out === undefined || out === "") throw new UsageError("no --out, expected a folder");
  if (feed !== undefined && offline) throw new UsageError("--feed and --offline: expected one of them");
  return {
    out,
    url: toUrl(values.url),
    ledgerPath: ledger ?? join(dirname(resolve(out)), "ledger.json"),
    feed: feed === undefined ? (offline ? "ledger" : "channel") : { path: feed },
    now: toNow(values.now),
  };
}

function toUrl(given: string | undefined): string {
  if (given === undefined)
    throw new UsageError("no --url, expected the address where the folder will be found");
  const url = isWebAddress(given) ? URL.parse(given) : null;
  if (url === null || url.search !== "" || url.hash !== "" || url.username !== "")
    throw new UsageError(`--url: "${given}" cannot be used, expected a web address without a query`);
  return url.origin + url.pathname.replace(/\/+$/, "");
}

function toNow(given: string | undefined): Instant {
  if (given === undefined) return Date.now();
  const now = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(given) ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(now))
    throw new UsageError(`--now: "${given}" is no instant, expected one such as 2026-06-16T09:00:00Z`);
  return now;
}
