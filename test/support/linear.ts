/** Twice the input takes twice the time: nothing that anyone sends may hold the service up. */
import { expect } from "vitest";

/** Linear gives 2, quadratic 4. */
const MAX_GROWTH = 3;
const TRIES = 3;
/** What is over so soon need not be compared: the clock is too coarse for it, and no one would wait. */
const SOON_MS = 30;

/** The same text over and over, to this length. */
export function fill(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

/**
 * Runs over an input of a size and of twice that; each must end within a second. The best of some tries, of which the first that is
 * linear is enough.
 */
export async function expectLinear(run: (size: number) => unknown, size: number): Promise<void> {
  let [once, twice] = [Infinity, Infinity];
  for (let left = TRIES; left > 0; left -= 1) {
    twice = Math.min(twice, await toTime(() => run(2 * size)));
    // Then it is less than three times what is over soon, whatever the half of it takes: most need no more than this.
    if (twice < MAX_GROWTH * SOON_MS) return;
    once = Math.min(once, await toTime(() => run(size)));
    if (once < 1_000 && twice < MAX_GROWTH * Math.max(once, SOON_MS)) return;
  }
  expect.fail(`${once} ms, and ${twice} ms for twice as much`);
}

/** Milliseconds of this thread's CPU, which other work on the machine changes little. */
async function toTime(run: () => unknown): Promise<number> {
  const before = process.threadCpuUsage().user;
  await run();
  return (process.threadCpuUsage().user - before) / 1_000;
}
