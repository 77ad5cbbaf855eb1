/**
 * `npm test`: format, lint, types and tests; every step runs even when one before it failed. It passes over files named
 * `*.whole.test.ts`; `npm run test:whole` does not, takes more walks, and tries a deployment. Four lanes run at a time, as services
 * wait more than they calculate. The last line counts checks and tests together: "N passed, N failed".
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./browser/support/find-chromium.ts";

interface Step {
  name: string;
  command: string[];
  /** Whether the step is a vitest run, whose tests are counted one by one. */
  isVitest?: boolean;
}

const isWhole = process.argv.includes("--whole");
/**
 * Where reports and tests write: nobody waits for a disk, which is a third of the time of tests with a database, and nothing of it
 * is left.
 */
const scratch = mkdtempSync(join(findMemory() ?? tmpdir(), "journal-club-feeds-"));
process.once("exit", () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
const vitest = (name: string, config: string): Step => ({
  name,
  command: [
    "vitest",
    "run",
    "--config",
    config,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${scratch}/${name}`,
  ],
  isVitest: true,
});

const chromium = findChromium();
/** One step after the other in each. Services are started and bundles are made in copies of the project: lanes may go on at a time. */
const LANES: Step[][] = [
  [
    { name: "binding types", command: ["wrangler", "types"] },
    { name: "types", command: ["tsc"] },
    { name: "lint", command: ["oxlint"] },
    { name: "format", command: ["oxfmt", "--check"] },
    ...(chromium === null ? [] : [vitest("browser tests", "test/vitest.browser.config.ts")]),
  ],
  [vitest("pure tests", "test/vitest.config.ts")],
  [vitest("worker tests", "test/vitest.worker.config.ts")],
  [
    vitest("local tests", "test/vitest.local.config.ts"),
    // It compiles into the project's own `.build`, what is there already.
    ...(isWhole ? [{ name: "deployment", command: ["node", "src/commands/deploy.ts", "--dry-run"] }] : []),
  ],
];
/** What every node has read of packages: some are started a hundred times, and reading wrangler takes half a second. */
const COMPILE_CACHE = join(process.cwd(), "node_modules/.cache/compiled");

let passed = 0;
let failed = 0;
// What all others read.
await runSteps([{ name: "data", command: ["node", "src/build/compile.ts"] }]);
await Promise.all(LANES.map(runSteps));
if (chromium === null) console.log("skipped browser tests: no Chromium found (CHROMIUM names one)");
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** One after the other. */
async function runSteps(steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const startedAt = performance.now();
    const { isOk, output } = await run(step.command);
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    const counts =
      step.isVitest === true ? readReport(step.name, isOk) : { passed: Number(isOk), failed: Number(!isOk) };
    passed += counts.passed;
    failed += counts.failed;
    const tests = step.isVitest === true ? `, ${counts.passed} passed, ${counts.failed} failed` : "";
    console.log(`${isOk ? "ok    " : "FAILED"} ${step.name} (${seconds} s${tests})`);
    if (!isOk) console.log(output);
  }
}

/** A run that ended badly has at least one failure, also when its report is missing or all its tests passed. */
function readReport(name: string, isOk: boolean): { passed: number; failed: number } {
  try {
    const report: unknown = JSON.parse(readFileSync(join(scratch, name), "utf8"));
    if (isReport(report) && report.numPassedTests > 0) {
      const { numPassedTests, numFailedTests } = report;
      return { passed: numPassedTests, failed: isOk ? numFailedTests : Math.max(1, numFailedTests) };
    }
  } catch {
    // No report: the run failed before its first test.
  }
  return { passed: 0, failed: 1 };
}

function isReport(value: unknown): value is { numPassedTests: number; numFailedTests: number } {
  return (
    typeof value === "object" && value !== null && "numPassedTests" in value && "numFailedTests" in value
  );
}

function run([command = "", ...commandArguments]: string[]): Promise<{ isOk: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        NODE_COMPILE_CACHE: COMPILE_CACHE,
        ...process.env,
        TMPDIR: scratch,
        ...(isWhole ? { WALK_RUNS: "30" } : { TESTS: "quick" }),
        NO_COLOR: "1",
        WRANGLER_SEND_METRICS: "false",
      },
      shell: process.platform === "win32",
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", (error) => resolve({ isOk: false, output: error.message }));
    child.on("close", (code) => resolve({ isOk: code === 0, output }));
  });
}

/** Linux's file system in memory, where it is large enough: containers have one of 64 MB. */
function findMemory(): string | null {
  try {
    const { bavail, bsize } = statfsSync("/dev/shm");
    return bavail * bsize > 2 ** 31 ? "/dev/shm" : null;
  } catch {
    return null;
  }
}
