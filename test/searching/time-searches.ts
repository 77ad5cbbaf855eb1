/**
 * `npm run search:speed`: what searches cost in the real workerd, over many hours of invented speech (300 unless told).
 * Exit code 1 where one takes longer than a free plan's request may. The best run is what it costs on a machine that does
 * nothing else; the first of all also compiles the code.
 */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildSync } from "esbuild";
import { findBinary, pause, readCpu } from "../load/service.ts";
import { findFreePort } from "../support/listen.ts";
import { spell, type Script } from "./large-past.ts";

const LIMIT_MS = 10;
const RUNS = 21;

const { values } = parseArgs({
  options: {
    hours: { type: "string", default: "300" },
    script: { type: "string", default: "" },
    /** Kept from run to run, so that the index need not be made again. */
    folder: { type: "string", default: "" },
  },
});

const rare = (script: Script, rank: number) => spell(script, rank);
const QUERIES: Record<Script, [string, string][]> = {
  spaced: [
    ["a word of every passage", "the"],
    ["a word of every transcript", "model"],
    ["a word of many transcripts", rare("spaced", 3_000)],
    ["a rare word", rare("spaced", 30_000)],
    ["two common words", "the model"],
    ["two others", "like just"],
    ["three common words", "what we have"],
    ["a common and a rarer word", `model ${rare("spaced", 1_000)}`],
    ["two rarer words", `${rare("spaced", 400)} ${rare("spaced", 700)}`],
    ["two words of some transcripts", `${rare("spaced", 2_000)} ${rare("spaced", 3_000)}`],
    ["a common and a rare word", `the ${rare("spaced", 30_000)}`],
    ["a sentence of common words", "so this is what we have and you can do it like that"],
    ["a phrase of common words", '"of the"'],
    ["a longer phrase", '"this is what we have"'],
    ["a phrase and a word", '"of the" model'],
    ["a word with a sign", "it's"],
    ["nothing", "zebra"],
    ["the beginning of a word", rare("spaced", 30_000).slice(0, -1)],
    ["words that are never together", `${rare("spaced", 25_000)} ${rare("spaced", 30_000)}`],
    ["words and one that is nowhere", "the model and the zebra"],
    ["5 KB of words", "the model of what we have ".repeat(200)],
    ["5 KB of letters", "x ".repeat(2_500)],
    ["5 KB of noise", "q7 (x) \"k* z' 9- ".repeat(300)],
  ],
  unspaced: [
    ["a common character", "の"],
    ["another", "学"],
    ["a rare one", rare("unspaced", 2_400)],
    ["a word of two", "学習"],
    ["a word of three", "モデル"],
    ["two words", "拡散 モデル"],
    ["a sentence", "拡散言語モデルの学習"],
    ["a rare and a common one", `${rare("unspaced", 2_000)} の`],
    ["5 KB", "言語生成の学習です".repeat(200)],
    ["nothing", "ꙮ"],
  ],
};

const SCRIPTS: readonly Script[] = ["spaced", "unspaced"];
for (const script of SCRIPTS.filter((name) => values.script === "" || values.script === name))
  await timeScript(script, Number(values.hours));

async function timeScript(script: Script, hours: number): Promise<void> {
  const base = values.folder === "" ? join(tmpdir(), `searches-${process.pid}`) : values.folder;
  const folder = join(base, script);
  mkdirSync(join(folder, "store"), { recursive: true });
  const port = await findFreePort();
  writeWorker(folder, port, { script, hours });
  const child = spawn(findBinary(), ["serve", "--experimental", join(folder, "config.capnp")], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const service = { pid: child.pid ?? 0, address: `http://127.0.0.1:${port}` };
  try {
    await makeIndex(service, `${script}, ${hours} hours`);
    for (const path of ["/results", "/find"])
      for (const [name, query] of QUERIES[script])
        await timeSearch(service, name, `${path}?q=${encodeURIComponent(query)}`);
  } finally {
    child.kill();
    if (values.folder === "") rmSync(base, { recursive: true });
  }
}

interface Service {
  pid: number;
  address: string;
}

async function ask({ address }: Service, path: string): Promise<unknown> {
  return await (await fetch(address + path)).json();
}

async function makeIndex(service: Service, name: string): Promise<void> {
  for (let tries = 0; tries < 100 && (await ask(service, "/size").catch(() => null)) === null; tries++)
    await pause(100);
  const costs: number[] = [];
  let isMore = true;
  while (isMore) {
    const { cpu, value } = await time(service.pid, () => ask(service, "/make"));
    costs.push(cpu);
    isMore = value === true;
  }
  const megabytes = (Number(await ask(service, "/size")) / 1e6).toFixed(0);
  const sorted = costs.toSorted((a, b) => a - b);
  const [median = 0, most = 0] = [sorted[sorted.length >> 1], sorted.at(-1)];
  console.log(
    `${name}: ${megabytes} MB, ${costs.length} slices of ${median.toFixed(1)} ms, ${most.toFixed(1)} at most`,
  );
  console.log("first, median, best, one of many");
}

async function timeSearch(service: Service, name: string, path: string): Promise<void> {
  const run = () => time(service.pid, () => ask(service, path));
  const first = await run();
  const times: number[] = [];
  for (let index = 0; index < RUNS; index++) times.push((await run()).cpu);
  const sorted = times.toSorted((a, b) => a - b);
  const [best = Number.NaN, median = Number.NaN] = [sorted[0], sorted[RUNS >> 1]];
  const many = await time(service.pid, () => ask(service, `${path}&times=${RUNS}`));
  const columns = [first.cpu, median, best, many.cpu / RUNS].map((ms) => ms.toFixed(1).padStart(6)).join("");
  const isTooLong = best > LIMIT_MS;
  if (isTooLong) process.exitCode = 1;
  const end = `${JSON.stringify(first.value)}${isTooLong ? "  TOO LONG" : ""}`;
  console.log(`${path.slice(0, path.indexOf("?")).padEnd(9)}${columns} ms  ${name}: ${end}`);
}

/** The processor's time that the process takes meanwhile, in milliseconds. */
async function time<T>(pid: number, run: () => Promise<T>): Promise<{ cpu: number; value: T }> {
  const before = readCpu(pid);
  const value = await run();
  return { cpu: readCpu(pid) - before, value };
}

function writeWorker(
  folder: string,
  port: number,
  { script, hours }: { script: Script; hours: number },
): void {
  buildSync({
    entryPoints: [join(import.meta.dirname, "worker.ts")],
    bundle: true,
    format: "esm",
    external: ["cloudflare:workers"],
    outfile: join(folder, "worker.js"),
  });
  const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main), (name = "store", disk = (path = "${folder}/store", writable = true))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2026-10-01",
  bindings = [
    (name = "INDEX", durableObjectNamespace = "Index"),
    (name = "HOURS", text = "${hours}"),
    (name = "SCRIPT", text = "${script}"),
  ],
  durableObjectNamespaces = [(className = "Index", uniqueKey = "index", enableSql = true)],
  durableObjectStorage = (localDisk = "store"),
);
`;
  writeFileSync(join(folder, "config.capnp"), config);
}
