/** What the Worker weighs without any data, and who is in it: exact, so that no package comes in unnoticed. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { bundleWorker, toSize, type BundleSize } from "../bench/bundle.ts";
import { writeClub } from "../bench/club.ts";

/** As wrangler counts it, compressed at the usual level. The aim is 110,000. */
const MAX_GZIP_BYTES = 212_000;
const MAX_BYTES = 652_000;
/** What packages of the Worker need themselves; the rest of it is in package.json. */
const OF_PACKAGES = ["entities", "sax", "xml-js", "xml2js", "xmlbuilder"];

const folder = mkdtempSync(join(tmpdir(), "bundle-"));
let size: BundleSize;

beforeAll(() => {
  const data = join(folder, "data");
  mkdirSync(data);
  writeClub(data, { sessions: [] });
  size = toSize(bundleWorker(join(folder, "work"), data));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test("the Worker's code weighs no more than it did", () => {
  const { raw, gzip } = size;
  expect([gzip <= MAX_GZIP_BYTES, raw <= MAX_BYTES], `${raw} bytes, ${gzip} compressed`).toEqual([
    true,
    true,
  ]);
});

test("it has no package that it does not name, and nothing that only the build needs", () => {
  const allowed = new Set([...Object.keys(manifest.dependencies), ...OF_PACKAGES]);
  const rooms = size.parts.map(([name]) => name);
  expect([
    rooms.filter((name) => !/^(?:src|\.build|what wrangler adds)/.test(name) && !allowed.has(name)),
    rooms.filter((name) => name === "src/build" || name === "src/commands"),
  ]).toEqual([[], []]);
});
