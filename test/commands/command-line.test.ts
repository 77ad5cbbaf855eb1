/** A file that cannot be read or written is one plain line that names it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

function run(command: string, options: readonly string[], variables: Record<string, string> = {}) {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", "./src/commands/load-tsx.ts", `src/commands/${command}.ts`, ...options],
    { cwd: ROOT, encoding: "utf8", env: { ...process.env, ...variables } },
  );
  return [status, stderr];
}

test.each<[string, string[], string]>([
  ["announce", ["missing.txt"], "missing.txt: there is no such file or folder\n"],
  ["announce", ["test"], "test: is a folder, expected a file\n"],
  ["preview", ["--out", "package.json"], "package.json: is there already\n"],
  ["preview", ["--out", "package.json/out"], "package.json/out: is or lies in a file, expected a folder\n"],
  ["restore", ["https://feeds.example.org", "test"], "test: is a folder, expected a file\n"],
])("%s %j", { timeout: 30_000 }, (command, options, told) => {
  expect(run(command, options)).toEqual([1, told]);
});

test("a data folder that is none", { timeout: 30_000 }, () => {
  expect(run("validate", [], { DATA_DIR: "package.json" })).toEqual([
    1,
    "package.json/sessions: is or lies in a file, expected a folder\n",
  ]);
});

test("a folder where nothing can be made is named at once", { timeout: 30_000 }, () => {
  const options = ["--date", "2030-01-07"];
  expect(run("new", options, { DATA_DIR: "/proc/club" })[0]).toBe(1);
  expect(
    run("start", [], { STATE_DIR: "/proc/club", PORT: "18099", DATA_DIR: "test/fixtures/club" }),
  ).toEqual([1, "/proc/club: there is no such file or folder\n"]);
});

test("a README that is missing is named by what would write into it", { timeout: 30_000 }, () => {
  const elsewhere = mkdtempSync(join(tmpdir(), "no-readme-"));
  const words = ["--import", join(ROOT, "src/commands/load-tsx.ts"), join(ROOT, "src/commands/generate.ts")];
  const { status, stderr } = spawnSync(process.execPath, [...words, "--check"], {
    cwd: elsewhere,
    encoding: "utf8",
  });
  rmSync(elsewhere, { recursive: true });
  expect([status, stderr.split("\n").filter((line) => line.startsWith("README"))]).toEqual([
    1,
    ["README.md: is missing, or has no lines"],
  ]);
});
