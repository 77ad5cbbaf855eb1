/** Searches over hours of invented speech, as a page of results shows them, beside looking through all of it. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { spell } from "../searching/large-past.ts";
import { runRounds, say, toComparison, toMedian, type Figure, type Keep } from "./measure.ts";
import type { Settings } from "./settings.ts";
import type { Stage } from "./stage.ts";
import { toModules, Workerd } from "./workerd.ts";

const QUERIES: [string, string][] = [
  ["a word of every passage", "the"],
  ["a word of many transcripts", spell("spaced", 3_000)],
  ["a rare word", spell("spaced", 30_000)],
  ["two common words", "the model"],
  ["a phrase", '"this is what we have"'],
  ["a sentence of common words", "so this is what we have and you can do it like that"],
  ["nothing", "zebra"],
];
/** So many searches make a measurement. */
const TIMES = 5;

export async function measureSearch(stage: Stage, { hours, rounds }: Settings, keep: Keep): Promise<void> {
  const workerd = await Workerd.start([
    {
      name: "search",
      kind: "worker",
      modules: toModules(bundle(stage.toFolder())),
      variables: { HOURS: String(hours), SCRIPT: "spaced" },
      object: { binding: "INDEX", className: "Index" },
    },
  ]);
  try {
    const ask = async (path: string) => await (await fetch(workerd.toAddress("search") + path)).json();
    say(`search: making the index of ${hours} hours`);
    const made = await workerd.time(async () => {
      while (await ask("/make?times=10"));
    });
    const read = await workerd.time(() => ask("/scan?q=x"));
    const figures: Figure[] = [
      {
        part: "search",
        name: `the index of ${hours} hours, made once`,
        sessions: null,
        unit: "ms",
        value: made,
        against: { name: "the same speech, invented and joined", value: read, ratio: made / read },
      },
    ];
    for (const [name, query] of QUERIES) {
      say(`search: ${name}`);
      const words = `?q=${encodeURIComponent(query)}&times=${TIMES}`;
      const time = (path: string) => async () => (await workerd.time(() => ask(path + words))) / TIMES;
      await ask(`/results${words}`);
      await ask(`/scan${words}`);
      const { ours, scan } = await runRounds(rounds, { ours: time("/results"), scan: time("/scan") });
      figures.push({
        part: "search",
        name: `${name}, in ${hours} hours`,
        sessions: null,
        unit: "ms",
        value: toMedian(ours),
        against: toComparison("`includes` in all that was said", ours, scan),
      });
    }
    keep(figures);
  } finally {
    await workerd.remove();
  }
}

function bundle(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, "search-worker.js");
  buildSync({
    entryPoints: [join(import.meta.dirname, "search-worker.ts")],
    bundle: true,
    format: "esm",
    external: ["cloudflare:workers"],
    outfile,
  });
  return readFileSync(outfile, "utf8");
}
