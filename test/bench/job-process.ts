/**
 * One job in a process of its own, so that its first call is a cold one: `node --expose-gc … SCENE JOB` prints what it took,
 * in milliseconds of the processor, compiling and collecting included: of what the job has made, not of what was made ready.
 */
import { readFileSync } from "node:fs";
import { deserialize } from "node:v8";
import { toTextMark } from "../../src/programme/shown-session.ts";
import { toJob } from "./jobs.ts";
import { toMedian } from "./measure.ts";
import type { Scene } from "./scene.ts";

/** So much of it makes a measurement: the clock is too coarse for less. */
const BATCH_MS = 20;
const BATCHES = 7;
/**
 * By then what is called often is compiled, for good: after less, V8 was at it in the middle of the measuring. A writer's last
 * functions are after about twenty thousand sessions (`--trace-opt`).
 */
const WARM_UP_MS = 1_500;
/** By the clock, as what is made ready may take longer than the job. */
const LONGEST_WARM_UP_MS = 2_000;
/** What takes seconds is warm after one. */
const LONG_MS = 500;
/** By the clock, for a batch with all that is made ready for it, which takes longer than some jobs do. */
const MOST_MS = 600;

const [, , path = "", name = ""] = process.argv;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parent process wrote it
const scene = deserialize(readFileSync(path)) as Scene;
// As the build does once, for every Publisher.
for (const session of scene.compiled.sessions) toTextMark(session);
const prepare = toJob(name, scene);

const cold = await time(1);
const begunAt = performance.now();
let calls = 0;
let spent = 0;
const mostSpent = cold < LONG_MS ? WARM_UP_MS : 0;
while (spent < mostSpent && performance.now() - begunAt < LONGEST_WARM_UP_MS) {
  spent += await time(1);
  calls += 1;
}
const once = calls === 0 ? cold : spent / calls;
const passed = (performance.now() - begunAt) / Math.max(1, calls);
const batch = Math.max(1, Math.ceil(Math.min(BATCH_MS / once, MOST_MS / passed)));
const times: number[] = [];
for (let left = cold < LONG_MS ? BATCHES : 1; left > 0; left -= 1) times.push((await time(batch)) / batch);
process.stdout.write(JSON.stringify({ cold, warm: toMedian(times) }));

async function time(count: number): Promise<number> {
  const jobs = Array.from({ length: count }, prepare);
  collectYoung();
  const before = process.cpuUsage();
  for (const job of jobs) await job();
  collectYoung();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Twice: what the first has found in use, the second need not look at again. */
function collectYoung(): void {
  globalThis.gc?.({ type: "minor" });
  globalThis.gc?.({ type: "minor" });
}
