/** The environment of `npm start` to its settings; a bad value is named with what was expected. */
import { resolve } from "node:path";
import { isWebAddress, Refusal } from "../terminal/command-line.ts";

/** Where the Worker listens, the absolute path of the folder where its state is kept, and what it is told. */
export type LocalSettings = ReturnType<typeof toLocalSettings>;

/** What a variable may hold where it is set. */
const EXPECTED: readonly [name: string, isFit: (value: string) => boolean, expected: string][] = [
  ["PORT", isPort, "a port from 1 to 65535"],
  ["CHANNEL_FEED_URL", isWebAddress, "an http(s) address"],
  ["PUBLIC_URL", isWebAddress, "an http(s) address"],
  ["REFRESH_SECONDS", (value) => /^\d{1,7}$/.test(value), "a whole number of seconds"],
];
/** Handed on to the Worker where they are set. */
const HANDED_ON = ["CHANNEL_FEED_URL", "PUBLIC_URL", "REFRESH_SECONDS", "ADMIN_TOKEN"];

/** The settings; every mistake is a line of the refusal. An empty variable is none. */
export function toLocalSettings(environment: NodeJS.ProcessEnv, root: string) {
  const mistakes = EXPECTED.flatMap(([name, isFit, expected]) => {
    const value = environment[name] ?? "";
    return value === "" || isFit(value) ? [] : [`${name}: "${value}" cannot be used, expected ${expected}`];
  });
  if (mistakes.length > 0) throw new Refusal(mistakes.join("\n"));
  const port = Number(environment["PORT"] || 8787);
  const stateDir = resolve(root, environment["STATE_DIR"] || ".wrangler/state");
  const variables: Record<string, string> = { PUBLIC_URL: `http://localhost:${port}` };
  for (const [name, value] of Object.entries(environment))
    if (HANDED_ON.includes(name) && value) variables[name] = value;
  return { port, stateDir, variables };
}

function isPort(value: string): boolean {
  return /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535;
}
