/** Figures and how they are come by: rounds of all that is compared, one after the other, and the median of each. */

/** What one thing costs, beside what it is compared with. */
export interface Figure {
  part: Part;
  /** What was measured, for example "/rss.xml 304". */
  name: string;
  /** How many sessions the programme had; null where it has nothing to do with them. */
  sessions: number | null;
  unit: "µs" | "ms" | "KB" | "MB";
  value: number;
  /** What it is compared with; null where there is nothing that does the same. */
  against: { name: string; value: number; ratio: number } | null;
}

/** Takes figures as soon as there are some: a run is long. */
export type Keep = (figures: readonly Figure[]) => void;

export const PARTS = ["serving", "rendering", "start", "search", "push"] as const;
export type Part = (typeof PARTS)[number];

/** The middle of some numbers, for an even number the higher of the two; NaN of none. */
export function toMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/**
 * Run each of these in every round, in an order that turns with the round, so that what else the machine does meets all alike.
 *
 * @returns what each run gave, round by round
 */
export async function runRounds<Runs extends Record<string, () => Promise<number>>>(
  rounds: number,
  runs: Runs,
): Promise<{ [Name in keyof Runs]: number[] }> {
  const all = Object.entries(runs).map(([name, run]) => ({ name, run, values: [] as number[] }));
  for (let round = 0; round < rounds; round += 1)
    for (const { run, values } of round % 2 === 0 ? all : all.toReversed()) values.push(await run());
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one list for each of the names
  return Object.fromEntries(all.map(({ name, values }) => [name, values])) as {
    [Name in keyof Runs]: number[];
  };
}

/** The ratio is the median of the rounds' own: what slows a round down slows both. */
export function toComparison(
  name: string,
  values: readonly number[],
  others: readonly number[],
): NonNullable<Figure["against"]> {
  const ratios = values.map((value, round) => value / (others[round] ?? Number.NaN));
  return { name, value: toMedian(others), ratio: toMedian(ratios) };
}

/** Tells what is being measured, on a terminal alone. */
export function say(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
}
