/** `npm run test:load`: the service under load, through refreshes, deployments, restarts and kills. */
import { EXIT, paint, runCommand, UsageError } from "../../src/commands/terminal/command-line.ts";
import { findFailures, MEMORY_BOUND, MEMORY_SECONDS, runLoad, toMegabytes, type Load } from "./load.ts";

const HELP = `npm run test:load [-- OPTIONS]

The Worker as it is deployed, in the real workerd, on this machine. Clients poll without a pause: conditionally, compressed,
selections. Meanwhile the channel feed changes and fails and crons run; in the first third the process is killed with -9,
restarted, and replaced by another build with other data. In the second it fills its heap, as large as Cloudflare's; in the
last its memory must be flat.

  --seconds N   how long (240)
  --pollers N   how many clients (20)
  --help        this text

Exit code 0: no 5xx, no answer lost while the process ran, every entity tag that of its bytes, no row unreadable, and, in a
run of at least ${MEMORY_SECONDS} seconds, at most ${toMegabytes(MEMORY_BOUND)} more in use at the end than after the warm-up; 1: not so; 2: wrong options.
`;

const OPTIONS = {
  seconds: { type: "string", default: "240" },
  pollers: { type: "string", default: "20" },
} as const;

await runCommand(HELP, OPTIONS, async ({ values }) => {
  const seconds = toCount("seconds", values.seconds, 8);
  const pollers = toCount("pollers", values.pollers, 1);
  const load = await runLoad({ seconds, pollers, report });
  const failures = findFailures(load);
  console.log(toTable(load, pollers));
  for (const failure of failures.slice(0, 20))
    console.error(`${paint("red", "FAILED", process.stderr)} ${failure}`);
  return failures.length === 0 ? EXIT.fine : EXIT.mistakes;
});

function report(line: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
}

function toCount(name: string, value: string, least: number): number {
  const count = /^\d{1,6}$/.test(value) ? Number(value) : 0;
  if (count < least) throw new UsageError(`--${name}: "${value}", expected a whole number from ${least}`);
  return count;
}

function toTable({ tally, seconds, events, memory, setAside }: Load, pollers: number): string {
  const { statuses, milliseconds, torn, lost, refused, bytes } = tally;
  const ordered = milliseconds.toSorted((a, b) => a - b);
  const quantile = (part: number): string =>
    `${(ordered[Math.floor(ordered.length * part)] ?? 0).toFixed(1)} ms`;
  const rows: [string, string][] = [
    ["clients", `${pollers}, for ${seconds.toFixed(0)} s`],
    ["answers", `${ordered.length} (${(ordered.length / seconds).toFixed(0)}/s), ${toMegabytes(bytes)}`],
    ...[...statuses]
      .toSorted(([a], [b]) => a - b)
      .map(([status, count]): [string, string] => [`status ${status}`, String(count)]),
    [
      "p50, p99, slowest",
      `${quantile(0.5)}, ${quantile(0.99)}, ${quantile(1 - 1 / Math.max(1, ordered.length))}`,
    ],
    ["kills -9, restarts, deployments", `${events.kills}, ${events.restarts}, ${events.deployments}`],
    ["crons, channel changes", `${events.crons}, ${events.channelChanges}`],
    ["refused or cut off while down", String(refused)],
    ["lost while up", String(lost.length)],
    ["torn", String(torn.length)],
    ["rows set aside", String(setAside)],
    [
      "memory after warm-up, most, end",
      [memory[0] ?? 0, Math.max(...memory), memory.at(-1) ?? 0].map(toMegabytes).join(", "),
    ],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return `\n${rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join("\n")}`;
}
