/** What is uploaded: its size without the club's data, and that nothing is in it that only the build needs. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PackedSessions } from "../../src/publisher/unpack-data.ts";
import { copyProject, ROOT } from "../support/project-copy.ts";

/** Compressed. Features cost bytes; whoever adds some raises it knowingly, by what they cost. */
const MAX_BYTES = 122_600;
/** Packages that only the build needs, or whose place the Worker fills otherwise. */
const LEFT_OUT =
  /\/(?:feed|xml-js|ical-generator|yaml|timezones-ical-library|entities|xml2js|sax|xmlbuilder|temml|mdast-[\w-]+|micromark[\w-]*|chrono-node|html-to-text)\//;

/** A copy of the project, and in it what is uploaded. */
const project = mkdtempSync(join(tmpdir(), "journal-club-project-"));
const folder = join(project, "out");
const read = (name: string): Buffer => readFileSync(join(folder, name));

beforeAll(() => {
  copyProject(project);
  const wrangler = "node_modules/wrangler/bin/wrangler.js";
  const options = [
    "--dry-run",
    "--name",
    "bundle",
    "--outdir",
    folder,
    "--metafile",
    join(folder, "meta.json"),
  ];
  const { status, stderr } = spawnSync(process.execPath, [wrangler, "deploy", ...options], {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, DATA_DIR: join(ROOT, "test/fixtures/club"), WRANGLER_SEND_METRICS: "false" },
  });
  expect([status, stderr]).toEqual([0, expect.anything()]);
});
afterAll(() => rmSync(project, { recursive: true }));

test("the Worker's code stays small", () => {
  expect(gzipSync(read("index.js"), { level: 9 }).length).toBeLessThan(MAX_BYTES);
});

test("the club's sessions are no part of it", () => {
  const names = readdirSync(folder);
  const packed = names.find((name) => name.endsWith("-sessions.bin")) ?? "";
  const text = gunzipSync(read(packed)).toString();
  const { sessions }: PackedSessions = JSON.parse(text);
  const [title = ""] = sessions.map(({ before }) => before.title).toSorted((a, b) => b.length - a.length);
  expect([title.length > 0, read("index.js").includes(title)]).toEqual([true, false]);
});

test("what only the build needs is not in it", () => {
  const { inputs }: { inputs: Record<string, unknown> } = JSON.parse(read("meta.json").toString());
  const found = Object.keys(inputs).filter(
    (path) =>
      LEFT_OUT.test(path) ||
      /^src\/(?:build|commands)\/|^src\/(?:pages\/assets\/files|documents\/texts)\.ts$/.test(path),
  );
  expect(found).toEqual([]);
});
