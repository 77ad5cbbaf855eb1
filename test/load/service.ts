/** The Worker as `wrangler deploy` would upload it, in the real workerd: started, replaced by another build, killed. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CompiledData } from "../../src/programme/compiled-data.ts";

const ROOT = join(import.meta.dirname, "../..");
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
const toConfig = (port: number, feedUrl: string): string => `using Workerd = import "/workerd/workerd.capnp";
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
  ],
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

/** The Worker's one file as it would be uploaded, and the data in it. */
interface Build {
  bundle: string;
  compiled: CompiledData;
}

/** Of an invented club. */
async function bundleWorker(): Promise<Build> {
  const out = mkdtempSync(join(tmpdir(), "journal-club-feeds-bundle-"));
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
      cwd: ROOT,
      encoding: "utf8",
      env: { ...process.env, DATA_DIR: "test/fixtures/club", WRANGLER_SEND_METRICS: "false" },
    },
  );
  if (status !== 0) throw new Error(`the Worker cannot be bundled: ${stderr}`);
  const bundle = readFileSync(join(out, "index.js"), "utf8");
  rmSync(out, { recursive: true });
  // The bundling has just compiled them.
  const { compiled } = await import("#data");
  return { bundle, compiled };
}

export class Service {
  readonly #folder = mkdtempSync(join(tmpdir(), "journal-club-feeds-load-"));
  readonly #bundle: string;
  readonly #port: number;
  readonly #compiled: CompiledData;
  #process: ChildProcess | null = null;
  #build = 0;
  /** Rises with each start and each end: a request during which it did not change met a running service. */
  turn = 0;
  isUp = false;
  /** What workerd said on its own: nothing, as long as all is well. */
  said = "";

  private constructor(port: number, feedUrl: string, { bundle, compiled }: Build) {
    this.#port = port;
    this.#bundle = bundle;
    this.#compiled = compiled;
    mkdirSync(join(this.#folder, "store"));
    cpSync(join(ROOT, ".build/assets"), join(this.#folder, "assets"), { recursive: true });
    writeFileSync(join(this.#folder, "entry.js"), ENTRY);
    writeFileSync(join(this.#folder, "config.capnp"), toConfig(port, feedUrl));
    this.#writeBuild();
  }

  static async create(feedUrl: string): Promise<Service> {
    return new Service(await findFreePort(), feedUrl, await bundleWorker());
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

  #writeBuild(): void {
    const compiled = this.#compiled;
    const title = compiled.sessions
      .map((session) => session.title)
      .find((text) => /^[\w ,:-]{8,}$/.test(text));
    let text = this.#bundle.replaceAll(compiled.build, `${compiled.build}.${this.#build}`);
    text = text.replaceAll(
      compiled.fingerprint,
      `${compiled.fingerprint.slice(0, -4)}${String(this.#build).padStart(4, "0")}`,
    );
    if (title !== undefined) text = text.replaceAll(title, `${title} ${this.#build}`);
    writeFileSync(join(this.#folder, "index.js"), text);
  }

  async #answers(): Promise<boolean> {
    const response = await fetch(`${this.address}/robots.txt`).catch(() => null);
    return response?.ok === true;
  }
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

function readCompatibilityDate(): string {
  return /compatibility_date = "([^"]+)"/.exec(readFileSync(join(ROOT, "wrangler.toml"), "utf8"))?.[1] ?? "";
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const place = probe.address();
      probe.close(() => resolve(typeof place === "object" ? (place?.port ?? 0) : 0));
    });
  });
}
