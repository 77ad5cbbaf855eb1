/** `npm start`'s service with an invented club, in a copy of the project, on a free port, with state of its own. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../../support/listen.ts";
import { copyProject } from "../../support/project-copy.ts";

const ROOT = join(import.meta.dirname, "../../..");

export interface Service {
  origin: string;
  stop: () => Promise<void>;
}

export async function startService(): Promise<Service> {
  const stateDir = await mkdtemp(join(tmpdir(), "journal-club-pages-"));
  const project = await copyProject();
  const port = await findFreePort();
  const child = spawn(process.execPath, ["src/commands/start.ts"], {
    cwd: project.root,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      DATA_DIR: join(ROOT, "test/fixtures/club"),
      PORT: String(port),
      STATE_DIR: stateDir,
    },
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
    await project.remove();
  };
  return { origin: `http://localhost:${port}`, stop };
}
