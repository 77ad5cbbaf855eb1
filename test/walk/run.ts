/** `npm run test:long`: many long walks, from another beginning each time; or one again. */
import { spawn } from "node:child_process";
import { EXIT, runCommand } from "../../src/commands/terminal/command-line.ts";

const HELP = `npm run test:long [-- OPTIONS]

Random walks over the real Publisher: steps at YouTube, in data/, of the clock and of the service, in any order; after each
step, what subscribers see must keep every promise of test/walk/invariants.ts. A failure is told as the shortest list of
steps found that shows it, with its seed and as JSON; each promise is told once.

  --runs N      walks (2000)
  --length N    steps in each (60)
  --seed N      of the first walk; each has the next (one of the clock)
  --list FILE   instead: one walk, a list of steps as a failure prints it
  --help        this text

Exit code 0: every promise was kept; 1: some was not; 2: wrong options.
`;

const OPTIONS = {
  runs: { type: "string", default: "2000" },
  length: { type: "string", default: "60" },
  seed: { type: "string" },
  list: { type: "string" },
} as const;

await runCommand(HELP, OPTIONS, async ({ values }) => {
  const seed = values.seed ?? String(Date.now() % 1_000_000_000);
  const variables = {
    WALK_RUNS: values.runs,
    WALK_LENGTH: values.length,
    WALK_SEED: seed,
    WALK_PATIENT: "1",
    ...(values.list === undefined ? {} : { WALK_LIST: values.list }),
  };
  const command = ["run", "--config", "test/vitest.worker.config.ts", "test/worker/walk.test.ts"];
  const child = spawn("vitest", command, {
    stdio: "inherit",
    env: { ...process.env, ...variables },
    shell: process.platform === "win32",
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  console.log(`seed ${seed}`);
  return code === 0 ? EXIT.fine : EXIT.mistakes;
});
