/** `npm start`'s service with an invented club, on a free port, with state of its own. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listen } from "../../support/listen.ts";

const ROOT = join(import.meta.dirname, "../../..");

export interface Service {
  origin: string;
  stop: () => Promise<void>;
}

export async function startService(): Promise<Service> {
  const stateDir = await mkdtemp(join(tmpdir(), "journal-club-pages-"));
  const { port } = new URL(await findFreeOrigin());
  const child = spawn(process.execPath, ["src/commands/start.ts"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, DATA_DIR: "test/fixtures/club", PORT: port, STATE_DIR: stateDir },
  });
  await new Promise<void>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("Stop with Ctrl-C")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`npm start ended with ${code}: ${said}`)));
  });
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
    await rm(stateDir, { recursive: true, force: true, maxRetries: 5 });
  };
  return { origin: `http://localhost:${port}`, stop };
}

async function findFreeOrigin(): Promise<string> {
  const probe = createServer();
  const origin = await listen(probe);
  await new Promise((resolve) => probe.close(resolve));
  return origin;
}
