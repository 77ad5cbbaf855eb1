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

/** Runs over an input of a size and of twice that; each must end within a second. */
export async function expectLinear(run: (size: number) => unknown, size: number): Promise<void> {
  // Then it is less than three times what is over soon, whatever the half of it takes: most need no more than this.
  if ((await toTime(() => run(2 * size), 1)) < MAX_GROWTH * SOON_MS) return;
  const [once, twice] = [await toTime(() => run(size)), await toTime(() => run(2 * size))];
  expect([twice / Math.max(once, SOON_MS) < MAX_GROWTH, once < 1_000]).toEqual([true, true]);
}

/** Milliseconds of this thread's CPU, which other work on the machine changes little; the best of some tries. */
async function toTime(run: () => unknown, tries = TRIES): Promise<number> {
  const times: number[] = [];
  for (let left = tries; left > 0; left -= 1) {
    const before = process.threadCpuUsage().user;
    await run();
    times.push((process.threadCpuUsage().user - before) / 1_000);
  }
  return Math.min(...times);
}
