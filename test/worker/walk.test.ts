/**
 * Random walks over the real Publisher: whatever happens at YouTube, in `data/`, to the clock and to the service, in any
 * order, what subscribers see keeps its promises (test/walk/invariants.ts).
 */
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import { memo } from "../../src/publisher/memo.ts";
import { findPublisher } from "../../src/publisher/read-representation.ts";
import { REGRESSIONS } from "../walk/regressions.ts";
import { FORMATS, type Observation } from "../walk/observation.ts";
import { createWalk, shrink, tell, walk, type Step } from "../walk/walk.ts";
import { compiled } from "./data.ts";
import { environment, readFeeds, startAfresh } from "./support.ts";

const { runs, length, seed, list, isPatient } = inject("walk");
const shipped = structuredClone(compiled);
/** Each run, with what it takes to make a failing one short. */
const TIMEOUT = 600_000 + runs * length * 1_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(async () => {
  Object.assign(compiled, shipped);
  await startAfresh();
});

interface Told {
  sentence: string;
  text: string;
}

/**
 * @param isShrunk whether a failing list is made short; one that somebody gives is played as it is
 * @returns what is wrong, as text; null when nothing is
 */
async function play(steps: readonly Step[], ofSeed: number, isShrunk = list === null): Promise<Told | null> {
  let last: string[] = [];
  const told = await playInside(steps, ofSeed, isShrunk, ({ documents }) => {
    last = FORMATS.map((format) => documents[format].hash);
  });
  if (told !== null) return told;
  await evictDurableObject(findPublisher(environment));
  memo.clear();
  const served = (await readFeeds()).map(({ etag }) => etag);
  if (served.join() === last.join()) return null;
  const sentence = "what the walk saw is served over HTTP after a real restart";
  return { sentence, text: `Not so: ${sentence}: ${last.join()}, then ${served.join()}; seed ${ofSeed}` };
}

function playInside(
  steps: readonly Step[],
  ofSeed: number,
  isShrunk: boolean,
  onSeen: (observation: Observation) => void,
): Promise<Told | null> {
  return runInDurableObject(findPublisher(environment), async (_publisher, state) => {
    const failure = await walk(state, steps, onSeen);
    if (failure === null) return null;
    const shortest = isShrunk ? await shrink(state, steps, failure) : steps;
    const again = (await walk(state, shortest)) ?? failure;
    return { sentence: failure.sentence, text: tell(again, ofSeed, shortest) };
  });
}

test.each(Object.entries(REGRESSIONS))("%s", async (_name, steps) => {
  expect(await play(steps, 0, false)).toBeNull();
});

const walks = list === null ? Array.from({ length: runs }, (_, index) => seed + index) : [seed];
test(
  `${walks.length} walks keep every promise`,
  async () => {
    const failures = new Map<string, string>();
    for (const ofSeed of walks) {
      const failure = await play(list ?? createWalk(ofSeed, length), ofSeed);
      if (failure === null || failures.has(failure.sentence)) continue;
      failures.set(failure.sentence, failure.text);
      if (!isPatient) break;
    }
    if (failures.size > 0) expect.fail([...failures.values()].join("\n\n"));
  },
  TIMEOUT,
);
