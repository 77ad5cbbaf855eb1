/**
 * `npm run match:speed`: what matching costs, warm, on a large invented club. The best run is what it costs on a machine that does
 * nothing else.
 */
import { matchRecordings } from "../../src/programme/match/match-recordings.ts";
import type { MatchInput } from "../../src/programme/match/match.ts";
import { toNewsInput } from "./large-club.ts";

const RUNS = 101;
const WARM_UP_RUNS = 300;

const CASES: [string, MatchInput][] = [
  ["1,000 sessions, nothing matched, 15 new videos", toNewsInput(1_000, 15, false)],
  ["1,000 sessions, 985 matched, 15 new videos", toNewsInput(1_000, 15, true)],
  ["2,000 sessions, 1,985 matched, 15 new videos", toNewsInput(2_000, 15, true)],
];

for (const [name, input] of CASES) {
  const { median, best, matched } = time(input);
  process.stdout.write(
    `${name}: median ${median.toFixed(2)} ms, best ${best.toFixed(2)} ms, ${matched} matches\n`,
  );
}

function time(input: MatchInput): { median: number; best: number; matched: number } {
  for (let run = 0; run < WARM_UP_RUNS; run++) matchRecordings(input);
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    matchRecordings(input);
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  const [best = Number.NaN] = times;
  return {
    best,
    median: times[Math.floor(RUNS / 2)] ?? Number.NaN,
    matched: matchRecordings(input).matches.length,
  };
}
