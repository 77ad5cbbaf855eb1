/** `npm run simulate`: how late replays come, and what readers see, over a year of outages. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { EXIT, runCommand, UsageError, type Exit } from "../../src/commands/terminal/command-line.ts";
import { DAY, HOUR, MINUTE, type Instant } from "../../src/programme/instant.ts";
import { toChart } from "./chart.ts";
import { add, follow, NOTHING, READER_CLASSES, type Seen } from "./readers.ts";
import { simulateYear, type Year } from "./year.ts";

const HELP = `npm run simulate [-- OPTIONS]

A club's year in about a minute: a session a week, its replay one to five days later, a channel feed that fails for hours on
most days and now and then for days, the real service with its cron every quarter of an hour, and 10,000 readers who poll.
Prints how late the replays came, what the readers saw and what it cost, and draws a picture.

  --seed N       another year (4)
  --weeks N      sessions (52)
  --chart FILE   where the picture goes (.build/simulation.svg)
  --help         this text

Exit code 0: no reader lost anything or was told anything twice, and every replay came; 1: not so; 2: wrong options.
`;

function toCount(name: string, value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value))
    throw new UsageError(`--${name}: "${value}", expected a whole number from 1`);
  return Number(value);
}

function tell(year: Year, seen: readonly Seen[]): Exit {
  const { outages, replays, fetches, meetings } = year;
  const down = outages.reduce((sum, { from, until }) => sum + until - from, 0);
  const late = replays.flatMap(({ publishedAt, uploadedAt }) =>
    publishedAt === null ? [] : [publishedAt - uploadedAt],
  );
  const behind = replays.flatMap(({ publishedAt, idealAt }) =>
    publishedAt === null ? [] : [publishedAt - idealAt],
  );
  const ideal = replays.map(({ idealAt, uploadedAt }) => idealAt - uploadedAt);
  const days = (year.until - year.from) / DAY;
  const missing = replays.length - late.length;
  print([
    [`${meetings.length} sessions, ${replays.length} replays, ${missing} of them not found`],
    [`${outages.length} outages, ${(down / DAY).toFixed(0)} of ${days} days together`],
    [`${fetches.sent} fetches, ${(fetches.sent / days).toFixed(1)} a day; ${fetches.refused} of them failed`],
    [],
    ["replays after upload", "median", "worst"],
    ["  the ideal: first cron after the feed could show it", ...toSpread(ideal)],
    ["  this service", ...toSpread(late)],
    ["  behind the ideal", ...toSpread(behind)],
    [],
    ["readers", "number", "requests", "304", "MB", "new", "updated", "lost", "doubled"],
    ...READER_CLASSES.map(({ name, readers }, index) => toRow(name, readers, seen[index])),
    toRow(
      "together",
      READER_CLASSES.reduce((sum, { readers }) => sum + readers, 0),
      toSum(seen),
    ),
  ]);
  const { lost, doubled } = toSum(seen);
  return lost === 0 && doubled === 0 && missing === 0 ? EXIT.fine : EXIT.mistakes;
}

const toSum = (seen: readonly Seen[]): Seen => seen.reduce((sum, one) => add(sum, one), NOTHING);

/** Of the readers' entries: how many each of them was told, not all together. */
function toRow(name: string, readers: number, seen: Seen | undefined): string[] {
  if (seen === undefined) return [];
  const each = (count: number) => (count / readers).toFixed(0);
  return [
    `  ${name}`,
    String(readers),
    seen.requests.toFixed(0),
    `${((100 * seen.unchanged) / seen.requests).toFixed(1)} %`,
    (seen.bytes / 1e6).toFixed(0),
    each(seen.created),
    each(seen.updated),
    seen.lost.toFixed(0),
    seen.doubled.toFixed(0),
  ];
}

function toSpread(spans: readonly Instant[]): string[] {
  const sorted = spans.toSorted((a, b) => a - b);
  return [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((span) => toSpan(span ?? 0));
}

function toSpan(span: Instant): string {
  return span < 2 * HOUR ? `${Math.round(span / MINUTE)} min` : `${(span / HOUR).toFixed(1)} h`;
}

const FIRST_COLUMN = 52;
const COLUMN = 10;

function print(rows: readonly string[][]): void {
  for (const [first = "", ...cells] of rows) {
    const line =
      cells.length === 0
        ? first
        : first.padEnd(FIRST_COLUMN) + cells.map((cell) => cell.padStart(COLUMN)).join("");
    console.log(line.trimEnd());
  }
}

await runCommand(
  HELP,
  {
    seed: { type: "string", default: "4" },
    weeks: { type: "string", default: "52" },
    chart: { type: "string", default: ".build/simulation.svg" },
  },
  async ({ values }) => {
    const year = await simulateYear(toCount("seed", values.seed), toCount("weeks", values.weeks));
    const seen = READER_CLASSES.map((kind) => follow(kind, year.versions[kind.format], year.until));
    mkdirSync(dirname(values.chart), { recursive: true });
    writeFileSync(values.chart, toChart(year));
    const exit = tell(year, seen);
    console.log(`\n${values.chart} shows it`);
    return exit;
  },
);
