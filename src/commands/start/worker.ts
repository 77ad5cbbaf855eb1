/** The local Worker as a process: wrangler behind a guard, and what an earlier start may have left behind. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { LocalSettings } from "./settings.ts";

const GUARD = join(import.meta.dirname, "guard.ts");
/** Holds the process group of the running Worker, beside its state. */
const GROUP_FILE = "worker-group";
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
  { port, stateDir, variables }: LocalSettings,
  worker: string,
  root: string,
): ChildProcess {
  const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
  const options = "dev --local --test-scheduled --show-interactive-dev-session=false --log-level warn";
  const places = ["--name", worker, "--port", String(port), "--persist-to", stateDir];
  const given = Object.entries(variables).flatMap(([name, value]) => ["--var", `${name}:${value}`]);
  const words = [GUARD, process.execPath, wrangler, ...options.split(" "), ...places, ...given];
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

/** Forget the group once the Worker has ended in good order. */
export function forgetWorker(stateDir: string): void {
  rmSync(join(stateDir, GROUP_FILE), { force: true });
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
