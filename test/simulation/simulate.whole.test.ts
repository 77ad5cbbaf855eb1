/** The simulated year, some weeks of it: nobody loses anything, nobody is told anything twice, replays are hardly late. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const IMPORTS = ["src/commands/load-tsx.ts", "test/simulation/stand-ins.ts"];

const folder = mkdtempSync(join(tmpdir(), "simulation-"));
const CHART = join(folder, "simulation.svg");
afterAll(() => rmSync(folder, { recursive: true }));

function simulate(...options: string[]) {
  const imports = IMPORTS.flatMap((file) => ["--import", join(ROOT, file)]);
  const command = [...imports, "test/simulation/simulate.ts", ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("npm run simulate", () => {
  test("finds every replay, and no reader loses anything or is told anything twice", () => {
    const { status, stdout, stderr } = simulate("--weeks", "4", "--chart", CHART);
    const together = /^ {2}together.*$/m.exec(stdout)?.[0].trim().split(/ {2,}/);
    expect([status, stderr, together?.slice(0, 2), together?.slice(-2)]).toEqual([
      0,
      "",
      ["together", "10000"],
      ["0", "0"],
    ]);
    // A session and a replay for each week, and rings and dots for the replays; the legend has one of each.
    const marks = readFileSync(CHART, "utf8").match(/<circle|fill="#2563eb"/g);
    expect(marks?.length).toBe(4 + 2 * 4 + 3);
  }, 60_000);

  test("refuses a number that is none", () => {
    expect(simulate("--weeks", "many")).toEqual({
      status: 2,
      stdout: "",
      stderr: '--weeks: "many", expected a whole number from 1\nSee --help.\n',
    });
  }, 60_000);
});
