/** The preview of a first deployment. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { renderPreview } from "../../src/commands/render-preview.ts";
import { aClub, aSession, aVideo } from "../support/builders.ts";

const INPUT = {
  club: aClub(),
  sessions: [aSession()],
  videos: [aVideo()],
  publicUrl: "https://feeds.example",
};
const NOW = Date.UTC(2026, 5, 20);

test("there is a file for every feed, the calendar and each session", () => {
  expect(renderPreview(INPUT, NOW).map(({ name }) => name)).toEqual([
    "rss.xml",
    "atom.xml",
    "feed.json",
    "calendar.ics",
    "opml.xml",
    "session-extension.txt",
    "sessions/s21.ics",
  ]);
});

test("the same data give the same bytes at another time", () => {
  expect(renderPreview(INPUT, NOW + 86_400_000)).toEqual(renderPreview(INPUT, NOW));
});

test("npm run preview writes them, in Node as it is", () => {
  const folder = mkdtempSync(join(tmpdir(), "preview-"));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "./src/commands/load-tsx.ts", "src/commands/preview.ts", "--out", folder],
    { cwd: join(import.meta.dirname, "../.."), encoding: "utf8" },
  );
  expect([status, stdout, stderr]).toEqual([0, `21 files in ${folder}\n`, ""]);
  expect(readFileSync(join(folder, "calendar.ics"), "utf8").slice(0, 15)).toBe("BEGIN:VCALENDAR");
});
