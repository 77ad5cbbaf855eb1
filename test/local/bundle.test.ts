/** What is uploaded: its size without the club's data, and that nothing is in it that only the build needs. */
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MAIN, squeeze } from "../../src/build/squeeze.ts";
import { BundledProject } from "../support/bundled-project.ts";

/** Compressed. Features cost bytes; whoever adds some raises it knowingly, by what they cost. */
const MAX_BYTES = 116_000;
/** Packages that only the build needs, or whose place the Worker fills otherwise. */
const LEFT_OUT =
  /\/(?:feed|xml-js|ical-generator|yaml|timezones-ical-library|entities|xml2js|sax|xmlbuilder|temml|mdast-[\w-]+|micromark[\w-]*|chrono-node|html-to-text)\//;

let bundled: BundledProject;
beforeAll(() => {
  bundled = new BundledProject();
  squeeze(bundled.folder);
});
afterAll(() => bundled.remove());

test("the Worker's code stays small", () => {
  expect(gzipSync(bundled.read(MAIN), { level: 9 }).length).toBeLessThan(MAX_BYTES);
});

test("the club's sessions are no part of it", () => {
  const titles = bundled.readSessions().map(({ title }) => title);
  const [title = ""] = titles.toSorted((a, b) => b.length - a.length);
  expect([title.length > 0, bundled.read(MAIN).includes(title)]).toEqual([true, false]);
});

test("what only the build needs is not in it", () => {
  const { inputs }: { inputs: Record<string, unknown> } = JSON.parse(bundled.read("meta.json").toString());
  const found = Object.keys(inputs).filter(
    (path) =>
      LEFT_OUT.test(path) ||
      /^src\/(?:build|commands)\/|^src\/(?:pages\/assets\/files|documents\/texts)\.ts$/.test(path),
  );
  expect(found).toEqual([]);
});
