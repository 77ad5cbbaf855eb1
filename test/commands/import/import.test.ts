/** `npm run import` as it is called: files, options, exit codes. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../../src/commands/import.ts";
import { callCommand } from "../../support/call-command.ts";
import { A_CLUB_FILE } from "./support.ts";

const SHEET = "Date,Title,Speaker\n2024-03-07,#3: Knots,Ada Lovelace (MIT)\nsoon,Braids,Emmy Noether\n";

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "import-"));
  mkdirSync(join(folder, "sessions"));
  writeFileSync(join(folder, "club.yaml"), A_CLUB_FILE);
  writeFileSync(join(folder, "talks.csv"), SHEET);
  writeFileSync(
    join(folder, "videos.txt"),
    '{"id":"aaaaaaaaaaA","title":"Knots","upload_date":"20240308"}\n',
  );
  return folder;
}

const importFile = (folder: string, name: string, ...options: string[]) =>
  callCommand(main, ["--today", "2026-11-25", join(folder, name), ...options], {
    environment: { DATA_DIR: folder },
  });

test("a sheet is written once, and a second run finds nothing to do", async () => {
  const folder = aFolder();
  expect(await importFile(folder, "talks.csv", "--yes")).toEqual({
    status: 0,
    stdout: `2024-03-07 usual time  S3  Knots  Ada Lovelace  (line 2 → s3; new)
Passed over: 1
  line 3: "soon" is no date that can be read
1 new, 0 to fill in, 0 that differ, 0 the same
wrote ${folder}/sessions/2024-03-07-s3.md
`,
    stderr: "",
  });
  expect(readFileSync(join(folder, "sessions/2024-03-07-s3.md"), "utf8")).toBe(
    "---\nid: s3\nnumber: 3\ntitle: Knots\ndate: 2024-03-07\npresenters:\n  - name: Ada Lovelace\n    affiliation: MIT\nannounced: 2024-03-07\n---\n",
  );
  expect((await importFile(folder, "talks.csv", "--yes")).stdout.split("\n").slice(-3)).toEqual([
    "0 new, 0 to fill in, 0 that differ, 1 the same",
    "Nothing to write.",
    "",
  ]);
});

test("where nobody can be asked nothing is written", async () => {
  const folder = aFolder();
  expect([(await importFile(folder, "talks.csv")).status, readdirSync(join(folder, "sessions"))]).toEqual([
    2,
    [],
  ]);
});

test("a dump of videos becomes data/videos.json", async () => {
  const folder = aFolder();
  const printed: unknown = JSON.parse((await importFile(folder, "videos.txt", "--yes", "--json")).stdout);
  expect([printed, readFileSync(join(folder, "videos.json"), "utf8")]).toEqual([
    { kind: "videos", videos: 1, added: 1, changed: 0, passedOver: [], written: [`${folder}/videos.json`] },
    '{ "videos": [\n{"id":"aaaaaaaaaaA","title":"Knots","publishedAt":"2024-03-08T00:00:00Z"}\n] }\n',
  ]);
});

test("a file that is not there, and one of no known kind, are named in one line", async () => {
  const folder = aFolder();
  expect((await importFile(folder, "none.ics")).stderr).toBe(
    `${folder}/none.ics: there is no such file or folder\n`,
  );
  expect((await importFile(folder, "club.yaml")).stderr).toBe(
    `${folder}/club.yaml has no row that names a column of dates and one of titles; say which they are: --map title=COLUMN,date=COLUMN; nothing was written\n`,
  );
});
