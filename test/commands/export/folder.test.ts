/** The folder of an export: what is written, what is left alone, what is removed. */
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import {
  findChanges,
  LIST_NAME,
  readOwned,
  replaceFile,
  writeFolder,
} from "../../../src/commands/export/folder.ts";
import { makeFolder } from "../../../src/commands/terminal/make-folder.ts";

let folder = "";
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "export-")), "site");
});

async function write(files: Record<string, string>) {
  const bytes = new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));
  const changes = await findChanges(folder, bytes, await readOwned(folder));
  await writeFolder(folder, bytes, changes);
  return changes;
}

const listFiles = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .toSorted();

test("what is gone is removed with its empty folder, and what others put there stays", async () => {
  await write({ "index.html": "a", "sessions/s1/index.html": "b", "sessions/s2/index.html": "c" });
  writeFileSync(join(folder, "CNAME"), "feeds.example");
  const changes = await write({ "index.html": "d", "sessions/s2/index.html": "c", "new.txt": "e" });
  expect([changes, listFiles(), readdirSync(join(folder, "sessions"))]).toEqual([
    { added: ["new.txt"], changed: ["index.html"], removed: ["sessions/s1/index.html"] },
    [LIST_NAME, "CNAME", "index.html", "new.txt", "sessions/s2/index.html"],
    ["s2"],
  ]);
});

const times = () => [LIST_NAME, "index.html"].map((name) => statSync(join(folder, name)).mtimeMs);

test("a file that is as it should be is not written again", async () => {
  await write({ "index.html": "a" });
  for (const name of [LIST_NAME, "index.html"]) utimesSync(join(folder, name), 1, 1);
  await write({ "index.html": "a" });
  expect(times()).toEqual([1_000, 1_000]);
});

test("a file that was not exported is not overwritten, and nothing is", async () => {
  await makeFolder(folder);
  writeFileSync(join(folder, "index.html"), "mine");
  await expect(write({ "a.txt": "a", "index.html": "b" })).rejects.toThrow(
    `${folder}/index.html: is there already and was not exported; nothing was written`,
  );
  expect([listFiles(), readFileSync(join(folder, "index.html"), "utf8")]).toEqual([["index.html"], "mine"]);
});

test.each(["{}", '{"files": ["../../etc/passwd"]}', '{"files": ["/etc/passwd"]}', "no JSON"])(
  "a list that is none removes nothing: %s",
  async (text) => {
    await makeFolder(folder);
    writeFileSync(join(folder, LIST_NAME), text);
    await expect(write({})).rejects.toThrow(
      `${join(folder, LIST_NAME)}: is no list of exported files, expected {"files": ["index.html", …]}`,
    );
  },
);

test("a file that cannot be written is named as it was asked for", async () => {
  await makeFolder(join(folder, "ledger.json"));
  await expect(replaceFile(join(folder, "ledger.json"), "{}")).rejects.toThrow(
    `${folder}/ledger.json: is a folder, expected a file`,
  );
});

test.runIf(existsSync("/proc"))(
  "a folder that cannot be made is an error, not an endless attempt",
  async () => {
    await expect(makeFolder("/proc/none/site")).rejects.toThrow("/proc/none");
  },
);
