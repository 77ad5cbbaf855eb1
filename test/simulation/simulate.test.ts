/** The simulated year, some weeks of it: nobody loses anything, nobody is told anything twice, replays are hardly late. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { follow, type ReaderClass } from "./readers.ts";
import type { Version } from "./service.ts";

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

describe("npm run simulate", { tags: "whole" }, () => {
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

const aVersion = (from: number, ids: string[], fields: Partial<Version> = {}): Version => ({
  from,
  etag: `"${from}"`,
  lastModified: from,
  bytes: 100,
  told: new Map(ids.map((id) => [id, { words: id, subject: id }])),
  ...fields,
});

describe("a reader", () => {
  const HOURLY: ReaderClass = {
    name: "one",
    format: "rss",
    readers: 12,
    interval: 3_600_000,
    conditions: { tag: false, date: true },
  };
  const see = (...versions: Version[]) => {
    const { created, lost, doubled } = follow(HOURLY, versions, 10 * 3_600_000);
    return { created, lost, doubled };
  };
  const LATER = 4 * 3_600_000;

  test("is told what is new", () => {
    expect(see(aVersion(0, ["a"]), aVersion(LATER, ["a", "b"]))).toEqual({
      created: 24,
      lost: 0,
      doubled: 0,
    });
  });

  test("loses what is published without a later date, when it asks by date", () => {
    const undated = aVersion(LATER, ["a", "b"], { lastModified: 0 });
    expect(see(aVersion(0, ["a"]), undated)).toEqual({ created: 12, lost: 12, doubled: 0 });
  });

  test("loses what goes away, and has it twice when it is back", () => {
    const back = aVersion(2 * LATER, ["a", "b"]);
    expect(see(aVersion(0, ["a", "b"]), aVersion(LATER, ["a"]), back)).toEqual({
      created: 24,
      lost: 12,
      doubled: 12,
    });
  });

  test("has the same twice under another id", () => {
    const renamed = aVersion(LATER, []);
    const told = new Map([
      ["a", { words: "a", subject: "a" }],
      ["b", { words: "b", subject: "a" }],
    ]);
    expect(see(aVersion(0, ["a"]), { ...renamed, told })).toEqual({ created: 24, lost: 0, doubled: 12 });
  });
});
