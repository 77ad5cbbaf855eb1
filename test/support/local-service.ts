/** `npm start` as a process of its own, in a copy of the project, with a folder for its state. */
import { spawn, type ChildProcess } from "node:child_process";
import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyProject, ROOT } from "./project-copy.ts";

export class LocalService {
  readonly stateDir: string;
  readonly #project: string;
  #running: ChildProcess | null = null;

  private constructor(stateDir: string, project: string) {
    this.stateDir = stateDir;
    this.#project = project;
  }

  static async create(): Promise<LocalService> {
    const project = await mkdtemp(join(tmpdir(), "journal-club-project-"));
    copyProject(project);
    // Of itself wrangler looks for a port for debuggers some time before it takes it: two that start at a time find the same.
    await appendFile(join(project, "wrangler.toml"), "\n[dev]\ninspector_port = 0\n");
    return new LocalService(await mkdtemp(join(tmpdir(), "journal-club-feeds-")), project);
  }

  /** Start and wait until it says that it is ready; answers its address and what it said. */
  async start(port: number, variables: Record<string, string>): Promise<{ address: string; said: string }> {
    const child = spawn("npm", ["start"], {
      cwd: this.#project,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        DATA_DIR: join(ROOT, "test/fixtures/club"),
        PORT: String(port),
        STATE_DIR: this.stateDir,
        ...variables,
      },
    });
    this.#running = child;
    let said = "";
    await new Promise<void>((resolve, reject) => {
      const listen = (chunk: Buffer): void => {
        said += chunk.toString();
        if (said.includes("Stop with Ctrl-C")) resolve();
      };
      child.stdout?.on("data", listen);
      child.stderr?.on("data", listen);
      child.on("exit", () => {
        this.#running = null;
        reject(new Error(said));
      });
    });
    return { address: `http://localhost:${port}`, said };
  }

  /** The whole tree at once, as a closed terminal or an operator's kill does. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    const child = this.#running;
    this.#running = null;
    if (child?.pid === undefined) return;
    const ended = new Promise((resolve) => child.once("close", resolve));
    process.kill(-child.pid, signal);
    await ended;
  }

  async remove(): Promise<void> {
    await this.kill("SIGKILL");
    await rm(this.stateDir, { recursive: true, force: true });
    await rm(this.#project, { recursive: true, force: true, maxRetries: 5 });
  }
}
