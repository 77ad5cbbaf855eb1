/**
 * The environment of `npm start` to its settings; a bad value is named with what was expected.
 */
import { isAbsolute, resolve } from "node:path";

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

const DEFAULT_PORT = 8787;

/** @returns the settings, or every mistake as a line */
export function toLocalSettings(
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
): { settings: LocalSettings } | { mistakes: string[] } {
  const mistakes: string[] = [];
  const read = <T>(
    name: string,
    fallback: T,
    parse: (value: string) => T | undefined,
    expected: string,
  ): T => {
    const value = environment[name];
    if (value === undefined || value === "") return fallback;
    const parsed = parse(value);
    if (parsed === undefined) mistakes.push(`${name}: "${value}" cannot be used, expected ${expected}`);
    return parsed ?? fallback;
  };
  const port = read("PORT", DEFAULT_PORT, toPort, "a port from 1 to 65535");
  const settings: LocalSettings = {
    port,
    channelFeedUrl: read<string | null>("CHANNEL_FEED_URL", null, toHttpUrl, "an http(s) address"),
    publicUrl: read("PUBLIC_URL", `http://localhost:${port}`, toHttpUrl, "an http(s) address"),
    stateDir: read("STATE_DIR", resolve(root, ".wrangler/state"), (path) => toPath(path, root), "a path"),
    refreshSeconds: read<number | null>("REFRESH_SECONDS", null, toSeconds, "a whole number of seconds"),
    adminToken: environment["ADMIN_TOKEN"] || null,
  };
  return mistakes.length > 0 ? { mistakes } : { settings };
}

function toPort(value: string): number | undefined {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

function toHttpUrl(value: string): string | undefined {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) ? value : undefined;
}

function toPath(value: string, root: string): string {
  return isAbsolute(value) ? value : resolve(root, value);
}

function toSeconds(value: string): number | undefined {
  return /^\d{1,7}$/.test(value) ? Number(value) : undefined;
}
