/** The real workerd with a small configuration: any number of Workers and folders in one process, each on a port of its own. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Refreshed } from "../../src/publisher/protocol.ts";
import { findBinary, pause, readCompatibilityDate, readCpu } from "../load/service.ts";
import { findFreePort } from "../support/listen.ts";
import { refreshToEnd } from "../support/refresh.ts";
import { readLiveHeap } from "./inspector.ts";

const READY_WITHIN_MS = 60_000;
const POLL_MS = 5;
/** Idle for so long means that nothing goes on any more: an alarm fires at once where one is due. */
const QUIET_MS = 150;
const QUIET_SHARE = 0.02;

/** What Cloudflare gives to an isolate, for what is young and what is old: collecting then happens about as often as there. */
const ISOLATE_MEGABYTES = 128;

/** A module of a Worker, as it is uploaded. */
export interface Module {
  name: string;
  kind: "esModule" | "text" | "json" | "data";
  content: Uint8Array;
}

/** What answers on a port. */
export type Site = { name: string } & (
  | {
      kind: "worker";
      modules: readonly Module[];
      variables?: Record<string, string>;
      /** A class of Durable Objects that it has, under this name of its binding. */
      object?: { binding: string; className: string };
    }
  /** The service itself, with its Publisher. */
  | {
      kind: "service";
      modules: readonly Module[];
      assets: string;
      feedUrl: string;
    }
  /** Calls the Publisher of `service`, a step at a time. */
  | { kind: "steps"; service: string }
  | { kind: "folder"; path: string }
);

/** The folder of the store in which workerd keeps a file for each object. */
const UNIQUE_KEY = "objects";

/** Calls a method of the Publisher by the path, "/refresh", with the words that are posted; or runs the service's cron: "/cron". */
const STEPS = `export default {
  async fetch(request, { SERVICE, PUBLISHER, CLUB }) {
    const method = new URL(request.url).pathname.slice(1);
    const words = await request.json();
    const answer = method === "cron" ? SERVICE.scheduled() : PUBLISHER.getByName(CLUB)[method](...words);
    return Response.json((await answer) ?? null);
  },
};
`;

export class Workerd {
  readonly #folder = mkdtempSync(join(tmpdir(), "bench-workerd-"));
  readonly #ports = new Map<string, number>();
  readonly #clubDomain: string;
  readonly #sites: readonly Site[];
  #process: ChildProcess | null = null;
  /** The port of the inspector, where there is one. */
  #inspector: number | null = null;
  #said = "";

  private constructor(sites: readonly Site[], clubDomain: string) {
    this.#sites = sites;
    this.#clubDomain = clubDomain;
  }

  /** Write the configuration; nothing is started. */
  static async create(sites: readonly Site[], clubDomain = ""): Promise<Workerd> {
    const workerd = new Workerd(sites, clubDomain);
    for (const { name } of sites) workerd.#ports.set(name, await findFreePort());
    mkdirSync(join(workerd.#folder, "store"));
    workerd.#writeConfig();
    return workerd;
  }

  /** Write the configuration and start. */
  static async start(sites: readonly Site[], clubDomain = ""): Promise<Workerd> {
    const workerd = await Workerd.create(sites, clubDomain);
    await workerd.begin();
    return workerd;
  }

  /**
   * Start, and wait until every site answers something. What was stored before is there.
   *
   * @param isInspected whether {@link readLiveMemory} is to be asked
   */
  async begin(path = "/robots.txt", { isInspected = false } = {}): Promise<void> {
    this.#inspector = isInspected ? await findFreePort() : null;
    const child = this.#spawn();
    const deadline = Date.now() + READY_WITHIN_MS;
    for (const { name, kind } of this.#sites) {
      if (kind === "steps") continue;
      while (!(await isAnswering(this.toAddress(name) + path))) {
        if (Date.now() > deadline || child.exitCode !== null)
          throw new Error(`workerd does not start: ${this.#said}`);
        await pause(POLL_MS);
      }
    }
  }

  #spawn(): ChildProcess {
    const inspected = this.#inspector === null ? [] : [`--inspector-addr=127.0.0.1:${this.#inspector}`];
    const words = ["serve", "--experimental", "--binary", ...inspected, join(this.#folder, "config.bin")];
    const child = spawn(findBinary(), words, { cwd: this.#folder, stdio: ["ignore", "pipe", "pipe"] });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (this.#said += chunk.toString()));
    return child;
  }

  toAddress(name: string): string {
    return `http://127.0.0.1:${this.#ports.get(name)}`;
  }

  /** Call a method of the Publisher. */
  async call(method: string, ...words: unknown[]): Promise<unknown> {
    const body = JSON.stringify(words);
    const response = await fetch(`${this.toAddress("steps")}/${method}`, { method: "POST", body });
    if (!response.ok) throw new Error(`${method}: ${response.status} ${this.#said}`);
    return await response.json();
  }

  /** Run the cron of the service once. What alarms do afterwards is not in it. */
  async runCron(): Promise<void> {
    const ran = await this.call("cron");
    const isWell = typeof ran === "object" && ran !== null && "outcome" in ran && ran.outcome === "ok";
    if (!isWell) throw new Error(`the cron fails: ${JSON.stringify(ran)} ${this.#said}`);
  }

  /** One refresh, to its end. */
  async refresh(): Promise<void> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the Publisher's own answer
    await refreshToEnd({ refresh: async () => (await this.call("refresh")) as Refreshed });
  }

  /** The processor's time that this process has taken, in milliseconds. */
  readCpu(): number {
    return readCpu(this.#pid());
  }

  /** Resident memory, in megabytes of 1,000,000 bytes. */
  readMemory(): number {
    const status = readFileSync(`/proc/${this.#pid()}/status`, "utf8");
    return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1_024) / 1e6;
  }

  /** What of a Worker's memory is alive when everything else was collected, in megabytes. */
  async readLiveMemory(name: string): Promise<number> {
    if (this.#inspector === null) throw new Error("there is no inspector");
    return await readLiveHeap(this.#inspector, name, async () => {
      await isAnswering(`${this.toAddress(name)}/robots.txt`);
    });
  }

  /** What a run takes, to its end, in milliseconds of the processor. */
  async time(run: () => Promise<unknown>): Promise<number> {
    const before = this.readCpu();
    await run();
    return this.readCpu() - before;
  }

  /** Until nothing goes on any more, as alarms do after a request. */
  async settle(): Promise<void> {
    const before = this.readCpu();
    await pause(QUIET_MS);
    if (this.readCpu() - before > QUIET_MS * QUIET_SHARE) await this.settle();
  }

  /** The database of the one object that there is, while the process has ended. */
  findDatabase(): string {
    const folder = join(this.#folder, "store", UNIQUE_KEY);
    const [name] = readdirSync(folder).filter((file) => /^[\da-f]+\.sqlite$/.test(file));
    if (name === undefined) throw new Error("workerd has stored nothing");
    return join(folder, name);
  }

  /** End the process; the store stays. */
  async end(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child === null || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGKILL");
    await ended;
  }

  /** End, and leave nothing behind. */
  async remove(): Promise<void> {
    await this.end();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #pid(): number {
    return this.#process?.pid ?? 0;
  }

  /** Compiled, as a process that reads the text of one has every module in its memory several times. */
  #writeConfig(): void {
    const path = join(this.#folder, "config.capnp");
    writeFileSync(path, this.#toConfig());
    const words = ["compile", "--config-only", path];
    writeFileSync(
      join(this.#folder, "config.bin"),
      execFileSync(findBinary(), words, { maxBuffer: Infinity }),
    );
  }

  #toConfig(): string {
    const workers = this.#sites.flatMap((site, index) =>
      site.kind === "folder" ? [] : [`const w${index} :Workerd.Worker = (${this.#toWorker(site, index)}\n);`],
    );
    const services = this.#sites.map((site, index) =>
      site.kind === "folder"
        ? `(name = "${site.name}", disk = (path = "${site.path}"))`
        : `(name = "${site.name}", worker = .w${index})`,
    );
    const assets = this.#sites.flatMap((site) =>
      site.kind === "service" ? [`(name = "assets", disk = (path = "${site.assets}"))`] : [],
    );
    const sockets = this.#sites.map(
      ({ name }) =>
        `(name = "to-${name}", address = "127.0.0.1:${this.#ports.get(name)}", http = (), service = "${name}")`,
    );
    return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    ${[...services, ...assets].join(",\n    ")},
    (name = "network", network = (allow = ["private"])),
    (name = "store", disk = (path = "store", writable = true)),
  ],
  v8Flags = ["--max-heap-size=${ISOLATE_MEGABYTES}"],
  sockets = [
    ${sockets.join(",\n    ")},
  ],
);
${workers.join("\n")}
`;
  }

  #toWorker(site: Exclude<Site, { kind: "folder" }>, index: number): string {
    const date = `\n  compatibilityDate = "${readCompatibilityDate()}",`;
    if (site.kind === "steps")
      return `
  modules = [${this.#write({ name: "steps.js", kind: "esModule", content: Buffer.from(STEPS) }, index)}],${date}
  compatibilityFlags = ["service_binding_extra_handlers"],
  bindings = [
    (name = "SERVICE", service = "${site.service}"),
    (name = "PUBLISHER", durableObjectNamespace = (className = "Publisher", serviceName = "${site.service}")),
    (name = "CLUB", text = "${this.#clubDomain}"),
  ],`;
    const modules = site.modules.map((module) => this.#write(module, index)).join(",\n    ");
    const head = `\n  modules = [\n    ${modules},\n  ],${date}\n  globalOutbound = "network",`;
    if (site.kind === "worker") {
      const { variables = {}, object } = site;
      const bindings = Object.entries(variables).map(
        ([name, text]) => `(name = "${name}", text = "${text}")`,
      );
      if (object === undefined) return `${head}\n  bindings = [${bindings.join(", ")}],`;
      const { binding, className } = object;
      bindings.push(`(name = "${binding}", durableObjectNamespace = "${className}")`);
      return `${head}\n  bindings = [${bindings.join(", ")}],${toObjects(className)}`;
    }
    return `${head}
  bindings = [
    (name = "PUBLISHER", durableObjectNamespace = "Publisher"),
    (name = "ASSETS", service = "assets"),
    (name = "PUBLIC_URL", text = "https://feeds.example.org"),
    (name = "CHANNEL_FEED_URL", text = "${site.feedUrl}"),
    (name = "YOUTUBE_HUB_URL", text = "${site.feedUrl}"),
    (name = "REFRESH_SECONDS", text = "0"),
    (name = "ALLOW_PRIVATE_CALLBACKS", text = "1"),
  ],${toObjects("Publisher")}`;
  }

  #write({ name, kind, content }: Module, index: number): string {
    writeFileSync(join(this.#folder, `${index}-${name}`), content);
    return `(name = "${name}", ${kind} = embed "${index}-${name}")`;
  }
}

function toObjects(className: string): string {
  return `
  durableObjectNamespaces = [(className = "${className}", uniqueKey = "${UNIQUE_KEY}", enableSql = true)],
  durableObjectStorage = (localDisk = "store"),`;
}

export function toModules(text: string, others: readonly Module[] = []): Module[] {
  return [{ name: "index.js", kind: "esModule", content: Buffer.from(text) }, ...others];
}

/** What there is beside a start and what is remembered: the process itself, and a Worker that says nothing. */
export const EMPTY: readonly Site[] = [
  {
    name: "empty",
    kind: "worker",
    modules: toModules("export default { fetch: () => new Response(null) };"),
  },
];

async function isAnswering(address: string): Promise<boolean> {
  const response = await fetch(address).catch(() => null);
  await response?.arrayBuffer();
  return response !== null;
}
