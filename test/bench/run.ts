/** `npm run bench`: what everything costs on this machine, beside what it is compared with. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal, runCommand, UsageError } from "../../src/commands/terminal/command-line.ts";
import { describeMachine } from "./machine.ts";
import { PARTS, say, type Keep, type Part } from "./measure.ts";
import { measurePush } from "./push.ts";
import { measureRendering } from "./rendering.ts";
import { measureRefresh } from "./refresh.ts";
import { toMarkdown, type Results } from "./report.ts";
import { measureSearch } from "./search.ts";
import { measureServing } from "./serving.ts";
import { QUICK, WHOLE, type Settings } from "./settings.ts";
import { Stage } from "./stage.ts";
import { measureStart } from "./start.ts";

const README = join(import.meta.dirname, "README.md");
const USUAL_FOLDER = ".build/bench";

const HELP = `npm run bench [-- OPTIONS]

Measures the processor's time of what the service does, in the real workerd and in Node, each thing beside what it is
compared with, in turns. The table goes to standard output, and with all figures into .build/bench (results.md, results.json).

  --only PART   ${PARTS.join(", ")}; several with commas
  --quick       five documents, and less to search and to push: under half an hour; the whole takes longer
  --out FOLDER  where the results go, in place of .build/bench
  --readme      puts the table into test/bench/README.md, too
  --help        this text

Linux alone tells what a process has taken so exactly. Nothing else should run meanwhile.
Exit code: 0 measured, 1 something failed, 2 wrong options.
`;

const OPTIONS = {
  only: { type: "string" },
  quick: { type: "boolean", default: false },
  out: { type: "string", default: USUAL_FOLDER },
  readme: { type: "boolean", default: false },
} as const;

const MEASURE: Record<Part, (stage: Stage, settings: Settings, keep: Keep) => Promise<void>> = {
  serving: measureServing,
  rendering: async (stage, settings, keep) => {
    await measureRendering(stage, settings, keep);
    await measureRefresh(stage, settings, keep);
  },
  start: measureStart,
  search: measureSearch,
  push: measurePush,
};

await runCommand(HELP, OPTIONS, async ({ values, positionals: [extra] }) => {
  if (extra !== undefined) throw new UsageError(`"${extra}" is no option`);
  if (process.platform !== "linux") throw new Refusal("the processor's time is read as Linux tells it");
  const parts = readParts(values.only);
  const stage = new Stage();
  const results: Results = {
    date: new Date().toISOString().slice(0, 10),
    machine: describeMachine(),
    extent: values.quick ? "quick" : "whole",
    figures: [],
  };
  try {
    for (const part of parts)
      await MEASURE[part](stage, values.quick ? QUICK : WHOLE, (figures) => {
        results.figures.push(...figures);
        // At once: a long run that ends early has still found something.
        write(values.out, results);
      });
  } finally {
    stage.remove();
    say("");
  }
  const table = toMarkdown(results);
  if (values.readme) putIntoReadme(table);
  process.stdout.write(table);
});

function write(folder: string, results: Results): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(folder, "results.md"), toMarkdown(results));
}

function readParts(only: string | undefined): readonly Part[] {
  if (only === undefined) return PARTS;
  const wanted = only.split(",");
  const unknown = wanted.find((word) => !PARTS.some((part) => part === word));
  if (unknown !== undefined) throw new UsageError(`"${unknown}" is no part: ${PARTS.join(", ")}`);
  return PARTS.filter((part) => wanted.includes(part));
}

/** Between the two marks. */
function putIntoReadme(table: string): void {
  const text = readFileSync(README, "utf8");
  const marks = /(?<=<!-- figures -->\n)[^]*(?=<!-- end of figures -->)/;
  writeFileSync(
    README,
    text.replace(marks, () => `\n${table}\n`),
  );
}
