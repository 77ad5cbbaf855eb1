/**
 * The environment of `npm start` to its settings; a bad value is named with what was expected.
 */
import { resolve } from "node:path";

export interface LocalSettings {
  port: number;
  /** The whole address of a channel feed, or null for the club's own. */
  channelFeedUrl: string | null;
  /** What self links say. */
  publicUrl: string;
  /** Absolute path of the folder where local state is kept. */
  stateDir: string;
  /** The shortest time between two fetches, or null for the refresh policy. */
  refreshSeconds: number | null;
  /** The secret that opens /admin/state, or null for none. */
  adminToken: string | null;
}

export const START_HELP = `npm start: the whole service on this machine, with no account and no network.

Environment:
  PORT              port on localhost (8787)
  CHANNEL_FEED_URL  whole address of a channel feed to use in place of the club's own
  PUBLIC_URL        what self links say (http://localhost:PORT)
  STATE_DIR         folder where local state is kept (.wrangler/state)
  REFRESH_SECONDS   for trials: the shortest time between two fetches; 0 fetches at every cron
  ADMIN_TOKEN       the secret for "npm run backup" and "npm run restore"

The cron runs every 15 minutes. To run it now:
  curl http://localhost:8787/cdn-cgi/handler/scheduled
`;

/** What a variable may hold where it is set. */
const EXPECTED: readonly [name: string, isFit: (value: string) => boolean, expected: string][] = [
  ["PORT", isPort, "a port from 1 to 65535"],
  ["CHANNEL_FEED_URL", isHttpUrl, "an http(s) address"],
  ["PUBLIC_URL", isHttpUrl, "an http(s) address"],
  ["REFRESH_SECONDS", (value) => /^\d{1,7}$/.test(value), "a whole number of seconds"],
];

/** @returns the settings, or every mistake as a line */
export function toLocalSettings(
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
): { settings: LocalSettings } | { mistakes: string[] } {
  const mistakes = EXPECTED.flatMap(([name, isFit, expected]) => {
    const value = environment[name] || null;
    if (value === null || isFit(value)) return [];
    return [`${name}: "${value}" cannot be used, expected ${expected}`];
  });
  if (mistakes.length > 0) return { mistakes };
  const port = environment["PORT"] || "8787";
  const refreshSeconds = environment["REFRESH_SECONDS"] || null;
  const settings: LocalSettings = {
    port: Number(port),
    channelFeedUrl: environment["CHANNEL_FEED_URL"] || null,
    publicUrl: environment["PUBLIC_URL"] || `http://localhost:${Number(port)}`,
    stateDir: resolve(root, environment["STATE_DIR"] || ".wrangler/state"),
    refreshSeconds: refreshSeconds === null ? null : Number(refreshSeconds),
    adminToken: environment["ADMIN_TOKEN"] || null,
  };
  return { settings };
}

function isPort(value: string): boolean {
  return /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535;
}

function isHttpUrl(value: string): boolean {
  return /^https?:$/.test(URL.parse(value)?.protocol ?? "");
}
