/** Writers, matching, revising: pure, so in Node, whose V8 is workerd's. Cold is the first call of a process. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";
import { buildSync } from "esbuild";
import { toFramesModule } from "../../src/build/frames-module.ts";
import { isWarmAlone, JOBS, toBeside } from "./jobs.ts";
import { runRounds, say, toComparison, toMedian, type Figure, type Keep } from "./measure.ts";
import type { Settings } from "./settings.ts";
import type { Stage } from "./stage.ts";

interface Times {
  cold: number;
  warm: number;
}

export async function measureRendering(
  stage: Stage,
  { writtenSizes, starts, documents }: Settings,
  keep: Keep,
): Promise<void> {
  const folder = stage.toFolder();
  mkdirSync(folder, { recursive: true });
  const program = bundle(folder);
  const jobs = JOBS.filter(
    (job) =>
      !job.startsWith("write ") ||
      (documents?.some((name) => job === `write ${name}` || job.startsWith(`write ${name},`)) ?? true),
  );
  for (const size of writtenSizes) {
    const scene = join(folder, `scene-${size}`);
    writeFileSync(scene, serialize(await stage.toScene(size)));
    for (const job of jobs) {
      say(`rendering, ${size} sessions: ${job}`);
      keep(await measureJob({ program, scene, size, starts }, job));
    }
  }
}

interface Place {
  program: string;
  scene: string;
  size: number;
  starts: number;
}

async function measureJob({ program, scene, size, starts }: Place, job: string): Promise<Figure[]> {
  const beside = toBeside(job);
  const warm: Record<string, number[]> = {};
  const start = (name: string) => () => {
    const times = run(program, scene, name);
    (warm[name] ??= []).push(times.warm);
    return Promise.resolve(times.cold);
  };
  const names = [job, ...beside.map((other) => other.job)];
  const cold = await runRounds(starts, Object.fromEntries(names.map((name) => [name, start(name)])));
  const found = { cold, warm };
  const states = isWarmAlone(job) ? (["warm"] as const) : (["cold", "warm"] as const);
  return states.flatMap((state): Figure[] => {
    const values = found[state][job] ?? [];
    const figure = {
      part: "rendering",
      name: `${job}, ${state}`,
      sessions: size,
      unit: "ms",
      value: toMedian(values),
    } as const;
    if (beside.length === 0) return [{ ...figure, against: null }];
    return beside.map((other) => ({
      ...figure,
      against: toComparison(other.name, values, found[state][other.job] ?? []),
    }));
  });
}

function run(program: string, scene: string, job: string): Times {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", program, scene, job], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${job}: ${stderr}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what job-process.ts prints
  return JSON.parse(stdout) as Times;
}

/** One file, so that starting it reads no sources. */
function bundle(folder: string): string {
  const outfile = join(folder, "job-process.mjs");
  const frames = join(folder, "frames.ts");
  writeFileSync(frames, toFramesModule());
  buildSync({
    entryPoints: [join(import.meta.dirname, "job-process.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "#jsx",
    // As the Worker has them.
    alias: { "#frames": frames },
    // Packages that are CommonJS ask for Node's own modules.
    banner: {
      js: 'import { createRequire as toRequire } from "node:module"; const require = toRequire(import.meta.url);',
    },
    outfile,
  });
  return outfile;
}
