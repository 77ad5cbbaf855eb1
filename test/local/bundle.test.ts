/** What is uploaded: its size without the club's data, and that nothing is in it that only the build needs. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MAIN, squeeze } from "../../src/build/squeeze.ts";
import { DOCUMENTS } from "../../src/documents/table.ts";
import type { PackedSessions } from "../../src/publisher/unpack-data.ts";
import { toModules, Workerd, type Module } from "../bench/workerd.ts";
import { copyProject, ROOT } from "../support/project-copy.ts";

/** Compressed. Features cost bytes; whoever adds some raises it knowingly, by what they cost. */
const MAX_BYTES = 116_000;
/** Packages that only the build needs, or whose place the Worker fills otherwise. */
const LEFT_OUT =
  /\/(?:feed|xml-js|ical-generator|yaml|timezones-ical-library|entities|xml2js|sax|xmlbuilder|temml|mdast-[\w-]+|micromark[\w-]*|chrono-node|html-to-text)\//;

/** A copy of the project, and in it what is uploaded. */
const project = mkdtempSync(join(tmpdir(), "journal-club-project-"));
const folder = join(project, "out");
const read = (name: string): Buffer => readFileSync(join(folder, name));

/** As wrangler has written them, before they were squeezed. */
let bundled: Module[] = [];

function readModules(): Module[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".bin"));
  const data = names.map((name): Module => ({ name, kind: "data", content: read(name) }));
  return toModules(read(MAIN).toString(), data);
}

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
  bundled = readModules();
  squeeze(folder);
});
afterAll(() => rmSync(project, { recursive: true }));

test("the Worker's code stays small", () => {
  expect(gzipSync(read("index.js"), { level: 9 }).length).toBeLessThan(MAX_BYTES);
});

test("the club's sessions are no part of it", () => {
  const titles = readSessions().map(({ title }) => title);
  const [title = ""] = titles.toSorted((a, b) => b.length - a.length);
  expect([title.length > 0, read(MAIN).includes(title)]).toEqual([true, false]);
});

function readSessions() {
  const packed = readdirSync(folder).find((name) => name.endsWith("-sessions.bin")) ?? "";
  const { sessions }: PackedSessions = JSON.parse(gunzipSync(read(packed)).toString());
  return sessions.map(({ before }) => before);
}

test("what only the build needs is not in it", () => {
  const { inputs }: { inputs: Record<string, unknown> } = JSON.parse(read("meta.json").toString());
  const found = Object.keys(inputs).filter(
    (path) =>
      LEFT_OUT.test(path) ||
      /^src\/(?:build|commands)\/|^src\/(?:pages\/assets\/files|documents\/texts)\.ts$/.test(path),
  );
  expect(found).toEqual([]);
});

test("what is uploaded says what was bundled, and its source map leads to the sources", async () => {
  const [before, after] = [await answer(bundled), await answer(readModules())];
  expect(after).toEqual(before);
  expect(before.filter(([, status]) => status === 200).length).toBeGreaterThan(20);
  const { sources, sourceRoot }: { sources: string[]; sourceRoot?: string } = JSON.parse(
    read(`${MAIN}.map`).toString(),
  );
  expect([sources.some((path) => path.endsWith("src/publisher/publisher.ts")), sourceRoot]).toEqual([
    true,
    undefined,
  ]);
});

/** Every document of the table, and what is wrong: as a bare workerd gives it. */
async function answer(modules: Module[]): Promise<[path: string, status: number, text: string][]> {
  const site = { name: "service", kind: "service", feedUrl: "http://127.0.0.1:9/", modules } as const;
  const workerd = await Workerd.start([{ ...site, assets: join(project, ".build/assets") }]);
  try {
    const answers: [string, number, string][] = [];
    const [{ id } = { id: "" }] = readSessions();
    const paths = DOCUMENTS.map(({ pattern }) => pattern.replace(":session", id).replace(":year", "2026"));
    for (const path of [...paths, "/rss.xml?limit=x", "/nothing", "/healthz"]) {
      const response = await fetch(workerd.toAddress("service") + path);
      answers.push([path, response.status, await response.text()]);
    }
    return answers;
  } finally {
    await workerd.remove();
  }
}
