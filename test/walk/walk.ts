/** A walk: a list of steps, taken one after the other, each invariant held against what is seen. */
import * as fc from "fast-check";
import { vi } from "vitest";
import { MINUTE } from "../../src/programme/instant.ts";
import type { Actions } from "./action.ts";
import { CHANNEL_ACTIONS } from "./channel-actions.ts";
import { DATA_ACTIONS } from "./data-actions.ts";
import { INVARIANTS } from "./invariants.ts";
import { remember, toChanged, toKnown, type History, type Moment } from "./moment.ts";
import { observe, type Observation } from "./observation.ts";
import { Service } from "./service.ts";
import { SERVICE_ACTIONS } from "./service-actions.ts";
import { aWorld, tellInstant, type World } from "./world.ts";

/** Plain data, so that a list can be kept in a file and played again. */
export interface Step {
  /** An action's name. */
  do: string;
  a: number;
  b: number;
}

export interface Failure {
  sentence: string;
  wrongs: string[];
  /** What was done, the last the one that shows it. */
  told: string[];
}

const ACTIONS: Actions = { ...SERVICE_ACTIONS, ...CHANNEL_ACTIONS, ...DATA_ACTIONS };
/** Enough to make a list short; each is a walk. */
const MAX_SHRINKS = 400;

/** So many steps, the same for the same seed. */
export function createWalk(seed: number, length: number): Step[] {
  const name = fc.oneof(
    ...Object.entries(ACTIONS).map(([value, { weight }]) => ({ weight, arbitrary: fc.constant(value) })),
  );
  const step = fc.record({ do: name, a: fc.nat({ max: 40 }), b: fc.nat({ max: 40 }) });
  const [steps = []] = fc.sample(fc.array(step, { minLength: length, maxLength: length }), {
    seed,
    numRuns: 1,
  });
  return steps;
}

/** @returns the first thing that is wrong, or null; then `onSeen` is told what was seen last */
export async function walk(
  state: DurableObjectState,
  steps: readonly Step[],
  onSeen: (observation: Observation) => void = () => {},
): Promise<Failure | null> {
  await state.storage.deleteAll();
  const world = aWorld();
  vi.setSystemTime(world.now);
  const walker: Walker = {
    world,
    service: new Service(state, world),
    history: { entries: new Map(), events: new Map() },
    before: null,
    told: [],
  };
  for (const step of [null, ...steps]) {
    const wrong = await go(walker, step).catch(toWrong);
    if (wrong !== null) return { ...wrong, told: walker.told };
  }
  if (walker.before !== null) onSeen(walker.before);
  return null;
}

interface Walker {
  world: World;
  service: Service;
  history: History;
  before: Observation | null;
  told: string[];
}

type Wrong = Omit<Failure, "told">;

/** @param step null for the start */
async function go(walker: Walker, step: Step | null): Promise<Wrong | null> {
  const { world, service, history, before, told } = walker;
  const known = toKnown(world);
  const { damages } = world;
  told.push(`${tellInstant(world.now)}  ${step?.do ?? "the service starts"}`);
  const said = step === null ? "the service starts" : await take(world, service, step);
  told.pop();
  if (said === null) return null;
  told.push(`${tellInstant(world.now)}  ${said}`);
  vi.setSystemTime(world.now);
  const after = await observe(service, world.now, before);
  // What a damaged row held may be lost: from here on it counts as never seen.
  const isDamage = world.damages !== damages;
  if (isDamage) for (const seen of Object.values(history)) seen.clear();
  const changed = toChanged(known, toKnown(world));
  const wrong = check({ world, before, after, history, changed, isDamage });
  remember(history, after);
  walker.before = after;
  return wrong;
}

function toWrong(error: unknown): Wrong {
  const wrongs = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  return { sentence: "nothing throws, and every cron asks the channel", wrongs };
}

async function take(world: World, service: Service, step: Step): Promise<string | null> {
  const action = ACTIONS[step.do];
  if (action === undefined) throw new Error(`no action is called "${step.do}"`);
  world.now += MINUTE;
  vi.setSystemTime(world.now);
  return await action.take(world, service, step.a, step.b);
}

function check(moment: Moment): Wrong | null {
  for (const { sentence, survives, findWrongs } of INVARIANTS) {
    if (moment.world.damages > 0 && !survives) continue;
    const wrongs = findWrongs(moment);
    if (wrongs.length > 0) return { sentence, wrongs };
  }
  return null;
}

/** The shortest list found that fails in the same way: parts are left out, halves first, as long as it still does. */
export async function shrink(
  state: DurableObjectState,
  steps: readonly Step[],
  { sentence }: Failure,
): Promise<Step[]> {
  let shortest = [...steps];
  let tries = 0;
  for (let size = shortest.length; size >= 1;) {
    const { length } = shortest;
    for (let start = 0; start < shortest.length && tries < MAX_SHRINKS; tries += 1) {
      const shorter = shortest.toSpliced(start, size);
      const failure = await walk(state, shorter);
      if (failure?.sentence === sentence) shortest = shorter;
      else start += size;
    }
    const isShortest = size === 1 && shortest.length === length;
    size = isShortest || tries >= MAX_SHRINKS ? 0 : Math.ceil(size / 2);
  }
  return shortest;
}

/** A failure as a list to read, and as one to play again. */
export function tell(failure: Failure, seed: number, steps: readonly Step[]): string {
  return [
    `Not so: ${failure.sentence}.`,
    ...failure.wrongs.map((wrong) => `   ${wrong}`),
    ...failure.told.map((line, index) => `${String(index).padStart(3)}. ${line}`),
    `seed ${seed}; to play again: ${JSON.stringify(steps)}`,
  ].join("\n");
}
