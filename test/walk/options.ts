/** How many walks, how long, and which: by the environment, so that `npm test` walks a little and `npm run test:long` far. */
import { readFileSync } from "node:fs";

export interface WalkOptions {
  runs: number;
  /** Steps in each. */
  length: number;
  /** Of the first; each walk has the next. */
  seed: number;
  /** One walk in place of all, from a file. */
  list: { do: string; a: number; b: number }[] | null;
  /** Whether to go on after a failure, until each sentence has failed once. */
  isPatient: boolean;
}

declare module "vitest" {
  interface ProvidedContext {
    walk: WalkOptions;
  }
}

/** `npm run test:whole` has more of them; `npm run test:long` two thousand of twice the length, and others each time. */
const DEFAULTS = { runs: 6, length: 30, seed: 1 };

export function readWalkOptions(variables: Record<string, string | undefined>): WalkOptions {
  const { WALK_RUNS, WALK_LENGTH, WALK_SEED, WALK_LIST } = variables;
  return {
    runs: Number(WALK_RUNS ?? DEFAULTS.runs),
    length: Number(WALK_LENGTH ?? DEFAULTS.length),
    seed: Number(WALK_SEED ?? DEFAULTS.seed),
    list: WALK_LIST === undefined ? null : JSON.parse(readFileSync(WALK_LIST, "utf8")),
    isPatient: variables["WALK_PATIENT"] === "1",
  };
}
