/** The preview of a first deployment. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DOCUMENTS } from "../../src/documents/table.ts";
import { renderPreview } from "../../src/commands/preview.ts";
import { aClub, aSession, aVideo } from "../support/builders.ts";

const INPUT = {
  club: aClub(),
  sessions: [aSession()],
  videos: [aVideo()],
  publicUrl: "https://feeds.example",
};
const NOW = Date.UTC(2026, 5, 20);

test("there is a file for every document that the clock does not change, and for each session", () => {
  const lasting = DOCUMENTS.filter(({ hasTurns }) => hasTurns !== true);
  expect(renderPreview(INPUT, NOW).map(({ name }) => `/${name}`)).toEqual(
    lasting.map(({ pattern }) => pattern.replace(":session", "s21")),
  );
});

test("the same data give the same bytes at another time", () => {
  expect(renderPreview(INPUT, NOW + 86_400_000)).toEqual(renderPreview(INPUT, NOW));
});

test("npm run preview writes them, in Node as it is", { timeout: 30_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "preview-"));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "./src/commands/load-tsx.ts", "src/commands/preview.ts", "--out", folder],
    {
      cwd: join(import.meta.dirname, "../.."),
      encoding: "utf8",
      env: { ...process.env, DATA_DIR: "test/fixtures/club" },
    },
  );
  expect([status, stdout.replace(/^\d+/, "N"), stderr]).toEqual([0, `N files in ${folder}\n`, ""]);
  expect(readFileSync(join(folder, "calendar.ics"), "utf8").slice(0, 15)).toBe("BEGIN:VCALENDAR");
});
