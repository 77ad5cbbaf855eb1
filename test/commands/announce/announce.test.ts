/** `npm run announce` as it is called: files, options, exit codes. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../../src/commands/announce.ts";
import { callCommand } from "../../support/call-command.ts";

const CLUB = `name: Example Reading Group
shortName: ERG
description: About examples.
siteUrl: https://example.org
uidDomain: example.org
firstYear: 2025
timeZone: America/New_York
usual: { weekday: Monday, start: 13:00, duration: 90 }
`;
const HAND_WRITTEN = `---
# A comment of the host.
id: s7
number: 7
title: Counting Sheep # by hand
date: 2026-06-08
presenters:
  - name: Ada Example
    affiliation: Uni A
papers:
  - title: Counting Sheep
    arxiv: 2601.00010
tags: [sheep, wool]
---

The host's own words.
`;
const MOVED =
  '📢 June 15 (Mon): Counting Sheep\n🐑 Others\' words.\nThis Monday, Ada Example (@ada) will present her paper "Counting Sheep".\n';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "announce-"));
  mkdirSync(join(folder, "sessions"));
  writeFileSync(join(folder, "club.yaml"), CLUB);
  writeFileSync(join(folder, "sessions/sheep.md"), HAND_WRITTEN);
  return folder;
}

const announce = (folder: string, input: string, ...options: string[]) =>
  callCommand(main, ["--today", "2026-06-12", ...options], { input, environment: { DATA_DIR: folder } });

const read = (folder: string, name: string) => readFileSync(join(folder, "sessions", name), "utf8");

test("a new session takes the next id and is written whole", async () => {
  const folder = aFolder();
  const input = MOVED.replaceAll("Counting Sheep", "Shearing").replace("June 15", "June 22");
  expect((await announce(folder, input, "--yes")).status).toBe(0);
  expect(read(folder, "2026-06-22-s8.md")).toBe(
    "---\nid: s8\nnumber: 8\ntitle: Shearing\ndate: 2026-06-22\npresenters:\n  - name: Ada Example\n    x: ada\npapers:\n  - title: Shearing\n---\n\nOthers' words.\n",
  );
  expect(readdirSync(join(folder, "sessions"))).toEqual(["2026-06-22-s8.md", "sheep.md"]);
});

test("without --update a session that is there stays as it is", async () => {
  const folder = aFolder();
  expect((await announce(folder, MOVED, "--yes")).status).toBe(0);
  expect(read(folder, "sheep.md")).toBe(HAND_WRITTEN);
});

test("--update moves the date under the same id, fills in the handle, and keeps everything written by hand", async () => {
  const folder = aFolder();
  const { status, stdout } = await announce(folder, MOVED, "--yes", "--update");
  expect(status).toBe(0);
  expect(
    stdout
      .split("\n")
      .filter((line) => line.startsWith("  ") && line.includes(":"))
      .slice(-3),
  ).toEqual([
    "  date: 2026-06-08 → 2026-06-15",
    "  presenters[Ada Example].x: + ada",
    "  abstract: the file's 21 characters differ from the announcement's 14 (kept unless you say so: --overwrite abstract)",
  ]);
  expect(read(folder, "sheep.md")).toBe(
    HAND_WRITTEN.replace("2026-06-08", "2026-06-15").replace("Uni A\n", "Uni A\n    x: ada\n"),
  );
});

test("--overwrite takes the announcement's word for a field", async () => {
  const folder = aFolder();
  expect((await announce(folder, MOVED, "--yes", "--update", "--overwrite", "abstract")).status).toBe(0);
  expect(read(folder, "sheep.md").split("---\n").at(-1)).toBe("\nOthers' words.\n");
});

test("a second run finds nothing to do", async () => {
  const folder = aFolder();
  await announce(folder, MOVED, "--yes", "--update");
  const before = read(folder, "sheep.md");
  expect((await announce(folder, MOVED, "--yes", "--update")).stdout.split("\n").at(-2)).toBe(
    "Nothing to write.",
  );
  expect(read(folder, "sheep.md")).toBe(before);
});

test("a cut copy is written only when asked for", async () => {
  const folder = aFolder();
  const cut = "📢 June 22 (Mon): Shearing\n🐑 Sheep are shorn, and\n";
  await announce(folder, cut, "--yes");
  expect(readdirSync(join(folder, "sessions"))).toEqual(["sheep.md"]);
  await announce(folder, cut, "--yes", "--incomplete");
  expect(readdirSync(join(folder, "sessions"))).toEqual(["2026-06-22-s8.md", "sheep.md"]);
});

test("one line that cannot be read keeps everything from being written", async () => {
  const folder = aFolder();
  const { status, stdout } = await announce(folder, `${MOVED}📢 June 31 (Mon): X\n`, "--yes", "--update");
  expect(status).toBe(1);
  expect(stdout.trimEnd().split("\n").at(-1)).toBe(
    'error: line 4: "June 31 (Mon)" is not in the calendar, June has 30 days',
  );
  expect(read(folder, "sheep.md")).toBe(HAND_WRITTEN);
});

test("where nobody can be asked nothing is written", async () => {
  const folder = aFolder();
  const { status, stderr } = await announce(folder, MOVED, "--update");
  expect([status, stderr]).toEqual([
    2,
    "nothing was written: there is no terminal to ask on, add --yes\nSee --help.\n",
  ]);
});

test("--json prints one document", async () => {
  const { stdout } = await announce(aFolder(), MOVED, "--dry-run", "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    sessions: [{ id: "s7", state: "differs", date: "2026-06-15" }],
    refused: [],
    written: [],
  });
});

test("an unknown option is a usage error", async () => {
  expect((await announce(aFolder(), "", "--whatever")).status).toBe(2);
});
