/** The local Worker as a process: wrangler behind a guard, and what an earlier start may have left behind. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { LocalSettings } from "./settings.ts";

const GUARD = join(import.meta.dirname, "guard.ts");
/** Holds the process group of the running Worker, beside its state. */
const GROUP_FILE = "worker-group";
/** Holds what the Worker may know and no list of processes may show. */
const SECRETS_FILE = "secrets.env";
/** A killed process frees its port within this. */
const RELEASE_MS = 2_000;
const POLL_MS = 100;

/**
 * Start wrangler; returns at once, the Worker needs about two seconds more.
 *
 * @param worker its name, under which its state is kept
 * @param root absolute path of the project's folder
 */
export function startWorker(
  { port, stateDir, variables, secrets }: LocalSettings,
  worker: string,
  root: string,
): ChildProcess {
  const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
  const options = "dev --local --test-scheduled --show-interactive-dev-session=false --log-level warn";
  const places = ["--name", worker, "--port", String(port), "--persist-to", stateDir];
  const given = Object.entries(variables).flatMap(([name, value]) => ["--var", `${name}:${value}`]);
  writeSecrets(join(stateDir, SECRETS_FILE), secrets);
  // Node takes the option too, wherever it stands, and wants each file to exist.
  const found = [join(root, ".dev.vars"), join(stateDir, SECRETS_FILE)].filter((path) => existsSync(path));
  const files = found.flatMap((path) => ["--env-file", path]);
  const words = [GUARD, process.execPath, wrangler, ...options.split(" "), ...places, ...given, ...files];
  const child = spawn(process.execPath, words, {
    cwd: root,
    detached: true,
    stdio: ["pipe", "inherit", "inherit"],
    env: { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: "false", WRANGLER_SEND_METRICS: "false" },
  });
  writeFileSync(join(stateDir, GROUP_FILE), String(child.pid));
  return child;
}

/**
 * Make sure the port is free. If the Worker of an earlier start holds it because that start was killed together with
 * its guard, end that Worker.
 *
 * @returns whether the port is free now
 */
export async function freePort({ port, stateDir }: LocalSettings): Promise<boolean> {
  if (await isFree(port)) return true;
  try {
    const group = Number(readFileSync(join(stateDir, GROUP_FILE), "utf8"));
    if (!Number.isInteger(group) || group <= 1) return false;
    process.kill(-group, "SIGKILL");
  } catch {
    return false;
  }
  for (let waited = 0; waited < RELEASE_MS; waited += POLL_MS) {
    await setTimeout(POLL_MS);
    if (await isFree(port)) return true;
  }
  return false;
}

/** Forget the group and the secrets once the Worker has ended in good order. */
export function forgetWorker(stateDir: string): void {
  for (const name of [GROUP_FILE, SECRETS_FILE]) rmSync(join(stateDir, name), { force: true });
}

/** Written anew, so that nobody but its owner may read it, whatever an earlier one allowed. */
function writeSecrets(path: string, secrets: Readonly<Record<string, string>>): void {
  rmSync(path, { force: true });
  const lines = Object.entries(secrets).map(([name, value]) => `${name}="${value}"\n`);
  writeFileSync(path, lines.join(""), { mode: 0o600 });
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, "127.0.0.1");
  try {
    await once(probe, "listening");
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}
