/** The build's first step, as a process. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

test("every mistake is said on standard error, without colours in a log, and it fails", () => {
  const folder = mkdtempSync(join(tmpdir(), "club-data-"));
  cpSync("test/fixtures/session-file", folder, { recursive: true });
  writeFileSync(
    join(folder, "sessions/complete.md"),
    "---\nid: s21\ntitle: T\ndate: soon\nstart: noon\n---\n",
  );
  const { status, stdout, stderr } = spawnSync("node", ["src/build/compile.ts"], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], DATA_DIR: `${folder}/` },
  });
  rmSync(folder, { recursive: true });
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: "",
    stderr: [
      `${folder}/sessions/complete.md:4 date: "soon" is not a date, expected YYYY-MM-DD`,
      `${folder}/sessions/complete.md:5 start: "noon" is not a time of day, expected HH:MM, 00:00 to 23:59, or "tba"`,
      "2 errors: nothing was built",
      "",
    ].join("\n"),
  });
});
