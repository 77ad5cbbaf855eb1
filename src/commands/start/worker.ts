/**
 * The local Worker as a process: wrangler behind a guard, and what an earlier start may have left behind.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { LocalSettings } from "./settings.ts";

const GUARD = join(import.meta.dirname, "guard.ts");
/** Holds the process group of the running Worker, beside its state. */
const GROUP_FILE = "worker-group";
/** A killed process frees its port within this. */
const RELEASE_MS = 2_000;
const POLL_MS = 100;

/** Start wrangler; resolves at once, the Worker needs about two seconds more. */
export function startWorker(
  settings: LocalSettings,
  variables: Record<string, string>,
  root: string,
): ChildProcess {
  const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
  const options = `dev --local --test-scheduled --show-interactive-dev-session=false --log-level warn`.split(
    " ",
  );
  const places = ["--port", String(settings.port), "--persist-to", settings.stateDir];
  const given = Object.entries(variables).flatMap(([name, value]) => ["--var", `${name}:${value}`]);
  const child = spawn(
    process.execPath,
    [GUARD, process.execPath, wrangler, ...options, ...places, ...given],
    {
      cwd: root,
      detached: true,
      stdio: ["pipe", "inherit", "inherit"],
      env: { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: "false", WRANGLER_SEND_METRICS: "false" },
    },
  );
  mkdirSync(settings.stateDir, { recursive: true });
  writeFileSync(join(settings.stateDir, GROUP_FILE), String(child.pid));
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
  const group = readGroup(stateDir);
  if (group === null) return false;
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    return false;
  }
  for (let waited = 0; waited < RELEASE_MS; waited += POLL_MS) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    if (await isFree(port)) return true;
  }
  return false;
}

/** Forget the group once the Worker has ended in good order. */
export function forgetWorker(stateDir: string): void {
  rmSync(join(stateDir, GROUP_FILE), { force: true });
}

function readGroup(stateDir: string): number | null {
  try {
    const group = Number(readFileSync(join(stateDir, GROUP_FILE), "utf8"));
    return Number.isInteger(group) && group > 1 ? group : null;
  } catch {
    return null;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once("error", () => resolve(false))
      .once("listening", () => probe.close(() => resolve(true)))
      .listen(port, "127.0.0.1");
  });
}
