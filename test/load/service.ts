/** The Worker as `wrangler deploy` would upload it, in the real workerd: started, replaced by another build, killed. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { PackedSessions } from "../../src/publisher/unpack-data.ts";
import { findFreePort } from "../support/listen.ts";
import { copyProject, ROOT } from "../support/project-copy.ts";

const READY_WITHIN_MS = 60_000;
/** A process that does not end by itself when asked is ended. */
const DRAIN_MS = 1_000;
const POLL_MS = 20;

/** workerd by itself fires no cron: here it is an address. */
const ENTRY = `import worker, { Publisher } from "./index.js";
export { Publisher };
export default {
  async fetch(request, environment, context) {
    if (new URL(request.url).pathname !== "/cron") return worker.fetch(request, environment, context);
    await worker.scheduled({}, environment, context);
    return new Response("done");
  },
};
`;

/** With the memory that Cloudflare gives to an isolate: more ends the process. */
const toConfig = (
  port: number,
  feedUrl: string,
  data: readonly string[],
): string => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "network", network = (allow = ["public", "private"])),
    (name = "store", disk = (path = "store", writable = true)),
    (name = "assets", disk = (path = "assets")),
  ],
  v8Flags = ["--max-old-space-size=128"],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [
    (name = "entry.js", esModule = embed "entry.js"),
    (name = "index.js", esModule = embed "index.js"),
${data.map((name) => `    (name = "${name}", data = embed "${name}"),\n`).join("")}  ],
  compatibilityDate = "${readCompatibilityDate()}",
  bindings = [
    (name = "PUBLISHER", durableObjectNamespace = "Publisher"),
    (name = "ASSETS", service = "assets"),
    (name = "PUBLIC_URL", text = "https://feeds.example.org"),
    (name = "CHANNEL_FEED_URL", text = "${feedUrl}"),
    (name = "REFRESH_SECONDS", text = "0"),
  ],
  durableObjectNamespaces = [(className = "Publisher", uniqueKey = "publisher", enableSql = true)],
  durableObjectStorage = (localDisk = "store"),
  globalOutbound = "network",
);
`;

/** The Worker's modules as they would be uploaded. */
interface Build {
  bundle: string;
  /** Folder of a copy of the project that they were made in. */
  project: string;
  /** Those of bytes, by name. */
  data: ReadonlyMap<string, Buffer>;
}

/** Of an invented club. */
function bundleWorker(): Build {
  const project = mkdtempSync(join(tmpdir(), "journal-club-project-"));
  copyProject(project);
  const out = join(project, "out");
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      join(ROOT, "node_modules/wrangler/bin/wrangler.js"),
      "deploy",
      "--dry-run",
      "--name",
      "load",
      "--outdir",
      out,
    ],
    {
      cwd: project,
      encoding: "utf8",
      env: { ...process.env, DATA_DIR: join(ROOT, "test/fixtures/club"), WRANGLER_SEND_METRICS: "false" },
    },
  );
  if (status !== 0) throw new Error(`the Worker cannot be bundled: ${stderr}`);
  const bundle = readFileSync(join(out, "index.js"), "utf8");
  const names = readdirSync(out).filter((name) => name.endsWith(".bin"));
  const data = new Map(names.map((name) => [name, readFileSync(join(out, name))]));
  return { bundle, project, data };
}

export class Service {
  readonly #folder = mkdtempSync(join(tmpdir(), "journal-club-feeds-load-"));
  readonly #bundle: string;
  readonly #port: number;
  readonly #data: Build["data"];
  #process: ChildProcess | null = null;
  #build = 0;
  /** Rises with each start and each end: a request during which it did not change met a running service. */
  turn = 0;
  isUp = false;
  /** What workerd said on its own: nothing, as long as all is well. */
  said = "";

  private constructor(port: number, feedUrl: string, { bundle, project, data }: Build) {
    this.#port = port;
    this.#bundle = bundle;
    this.#data = data;
    mkdirSync(join(this.#folder, "store"));
    cpSync(join(project, ".build/assets"), join(this.#folder, "assets"), { recursive: true });
    rmSync(project, { recursive: true });
    writeFileSync(join(this.#folder, "entry.js"), ENTRY);
    writeFileSync(join(this.#folder, "config.capnp"), toConfig(port, feedUrl, [...data.keys()]));
    this.#writeBuild();
  }

  static async create(feedUrl: string): Promise<Service> {
    return new Service(await findFreePort(), feedUrl, bundleWorker());
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    const config = ["serve", "--experimental", join(this.#folder, "config.capnp")];
    const child = spawn(findBinary(), config, { cwd: this.#folder, stdio: ["ignore", "pipe", "pipe"] });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (this.said += chunk.toString()));
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await this.#answers())) {
      if (Date.now() > deadline || child.exitCode !== null)
        throw new Error(`workerd does not start: ${this.said}`);
      await pause(POLL_MS);
    }
    this.turn += 1;
    this.isUp = true;
  }

  /** At once and without a word, as when a machine goes; or asked to, as for a deployment. */
  async end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.#process;
    if (child === null) return;
    this.#process = null;
    this.isUp = false;
    this.turn += 1;
    const ended = new Promise((resolve) => child.once("close", resolve));
    child.kill(signal);
    const timer = setTimeout(() => child.kill("SIGKILL"), DRAIN_MS);
    await ended;
    clearTimeout(timer);
  }

  /** Other data and another name of the build, from the next start on. */
  replaceBuild(): void {
    this.#build += 1;
    this.#writeBuild();
  }

  async runCron(): Promise<void> {
    await fetch(`${this.address}/cron`).catch(() => null);
  }

  /** Resident memory of the process, in bytes. */
  readMemory(): number {
    const { stdout } = spawnSync("ps", ["-o", "rss=", "-p", String(this.#process?.pid ?? 0)], {
      encoding: "utf8",
    });
    return Number(stdout.trim()) * 1_024;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Another title of a session, and what tells one build and its data from another. */
  #writeBuild(): void {
    const mark = String(this.#build);
    const text = this.#bundle
      .replace(/(?<=\bfingerprint: ?"[\da-f]{60})[\da-f]{4}(?=")/, mark.padStart(4, "0"))
      .replace(/(?<=\bbuild: ?"[^"]+)(?=")/, `.${mark}`);
    writeFileSync(join(this.#folder, "index.js"), text);
    for (const [name, bytes] of this.#data)
      writeFileSync(
        join(this.#folder, name),
        name.endsWith("sessions.bin") ? toRetitled(bytes, mark) : bytes,
      );
  }

  async #answers(): Promise<boolean> {
    const response = await fetch(`${this.address}/robots.txt`).catch(() => null);
    return response?.ok === true;
  }
}

/** With marks of the build another title would be no change. */
function toRetitled(bytes: Buffer, mark: string): Buffer {
  const packed: PackedSessions = JSON.parse(gunzipSync(bytes).toString());
  const sessions = packed.sessions.map(({ before, after }, at) => {
    return { before: at === 0 ? { ...before, title: `${before.title} ${mark}` } : before, after };
  });
  return gzipSync(JSON.stringify({ ...packed, sessions }));
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The package's own script starts the binary and waits: the process to kill would be another. */
export function findBinary(): string {
  const { default: path }: { default: string } = createRequire(join(ROOT, "node_modules/wrangler/"))(
    "workerd",
  );
  return path;
}

/** The processor's time that a process has taken, in milliseconds: what others do on the machine is not in it. */
export function readCpu(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const times = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]),
  );
  return times.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6;
}

/** Of wrangler.toml: what every workerd is told here, too. */
export function readCompatibilityDate(): string {
  return /compatibility_date = "([^"]+)"/.exec(readFileSync(join(ROOT, "wrangler.toml"), "utf8"))?.[1] ?? "";
}
