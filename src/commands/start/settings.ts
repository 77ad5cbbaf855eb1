/** The environment of `npm start` to its settings; a bad value is named with what was expected. */
import { resolve } from "node:path";
import { HOOK_SECRET } from "../../push/config.ts";
import { isWebAddress, Refusal } from "../terminal/command-line.ts";

/** Where the Worker listens, the absolute path of the folder where its state is kept, and what it is told. */
export type LocalSettings = ReturnType<typeof toLocalSettings>;

/** What stands in a file of variables as it is, within quotes. */
const PLAIN_SECRET = "letters, digits and signs, without blanks, quotes, dollars and backslashes";

/** What a variable may hold where it is set. */
const EXPECTED: readonly [name: string, isFit: (value: string) => boolean, expected: string][] = [
  ["PORT", isPort, "a port from 1 to 65535"],
  ["CHANNEL_FEED_URL", isWebAddress, "an http(s) address"],
  ["PUBLIC_URL", isWebAddress, "an http(s) address"],
  ["REFRESH_SECONDS", (value) => /^\d{1,7}$/.test(value), "a whole number of seconds"],
  ["YOUTUBE_API_URL", isWebAddress, "an http(s) address"],
  ["YOUTUBE_HUB_URL", isWebAddress, "an http(s) address"],
  ["ALLOW_PRIVATE_CALLBACKS", (value) => /^[01]$/.test(value), "1 or 0"],
  ["YOUTUBE_API_KEY", isPlainSecret, PLAIN_SECRET],
  ["ADMIN_TOKEN", isPlainSecret, PLAIN_SECRET],
  ["DNS_URL", isWebAddress, "an http(s) address"],
];
/** Handed on to the Worker where they are set. */
const VARIABLES = [
  "CHANNEL_FEED_URL",
  "PUBLIC_URL",
  "REFRESH_SECONDS",
  "YOUTUBE_API_URL",
  "YOUTUBE_HUB_URL",
  "ALLOW_PRIVATE_CALLBACKS",
  "DNS_URL",
];
/** The same, by a file that nobody else may read: a command line is everybody's to see. */
const SECRETS = ["YOUTUBE_API_KEY", "ADMIN_TOKEN"];

/** The settings; every mistake is a line of the refusal. An empty variable is none. */
export function toLocalSettings(environment: NodeJS.ProcessEnv, root: string) {
  const hooks = Object.keys(environment).filter((name) => HOOK_SECRET.test(name));
  const secrets = [...SECRETS, ...hooks];
  const all = [...EXPECTED, ...hooks.map((name) => [name, isPlainSecret, PLAIN_SECRET] as const)];
  const mistakes = all.flatMap(([name, isFit, expected]) => {
    const value = environment[name] ?? "";
    if (value === "" || isFit(value)) return [];
    const shown = secrets.includes(name) ? "what it holds" : `"${value}"`;
    return [`${name}: ${shown} cannot be used, expected ${expected}`];
  });
  if (mistakes.length > 0) throw new Refusal(mistakes.join("\n"));
  const port = Number(environment["PORT"] || 8787);
  const stateDir = resolve(root, environment["STATE_DIR"] || ".wrangler/state");
  const pick = (names: string[]): Record<string, string> =>
    Object.fromEntries(names.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
  const variables: Record<string, string> = { PUBLIC_URL: `http://localhost:${port}`, ...pick(VARIABLES) };
  return { port, stateDir, variables, secrets: pick(secrets) };
}

function isPort(value: string): boolean {
  return /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535;
}

function isPlainSecret(value: string): boolean {
  return /^[\x21-\x7e]+$/.test(value) && !/["'`$\\]/.test(value);
}
