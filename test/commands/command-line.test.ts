/** A file that cannot be read or written is one plain line that names it. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

const IMPORTS = ["load-tsx", "export/stand-ins"].flatMap((name) => ["--import", `./src/commands/${name}.ts`]);
const EXPORT = ["--url", "https://site.example"];

function run(command: string, options: readonly string[], variables: Record<string, string> = {}) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [...IMPORTS, `src/commands/${command}.ts`, ...options],
    { cwd: ROOT, encoding: "utf8", env: { ...process.env, ...variables } },
  );
  return [status, stderr];
}

test.each<[string, string[], string]>([
  ["announce", ["missing.txt"], "missing.txt: there is no such file or folder\n"],
  ["announce", ["test"], "test: is a folder, expected a file\n"],
  ["export", [...EXPORT, "--out", "package.json"], "--out: package.json is a file, expected a folder\n"],
  [
    "export",
    [...EXPORT, "--out", "package.json/out"],
    "package.json/out/.exported.json: is or lies in a file, expected a folder\n",
  ],
  [
    "export",
    [...EXPORT, "--out", ".nothing", "--feed", "missing.xml"],
    "missing.xml: there is no such file or folder\n",
  ],
  ["export", [...EXPORT, "--out", ".nothing", "--ledger", "test"], "test: is a folder, expected a file\n"],
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
