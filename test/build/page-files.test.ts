import { expect, test } from "vitest";
import { listFixedAssets, toPageFilesModule } from "../../src/build/page-files.ts";
import { PAGE_FILES } from "../../src/pages/assets/files.ts";
import { toTextPath } from "../../src/documents/fixed-text.ts";
import { DOCUMENTS } from "../../src/documents/table.ts";
import { ASSETS, STYLE_PATH } from "../../src/pages/assets/paths.ts";

/** The JSON of what the Worker imports, by name. */
function readModule(): Record<string, string> {
  const constants = toPageFilesModule().matchAll(/^export const (\w+) = (.*?);$/gms);
  return Object.fromEntries(Array.from(constants, ([, name, json]) => [name, json]));
}

test("the Worker's table says of each file what pages and routes say elsewhere, and has none of its content", () => {
  const { PAGE_FILES: json = "" } = readModule();
  const told = Object.entries(ASSETS).map(([path, { contentType, version }]) => [
    path,
    { contentType, version },
  ]);
  expect(JSON.parse(json)).toEqual(Object.fromEntries(told));
});

test("files lie under the names by which they are asked for", () => {
  const asked = [
    ...Object.keys(ASSETS),
    ...DOCUMENTS.filter(({ needs }) => needs === "text").map(({ name }) => toTextPath(name)),
  ];
  expect(new Set(listFixedAssets().map(([name]) => `/${name}`))).toEqual(new Set(asked));
});

test("a picture is its bytes, a text is UTF-8", () => {
  const { "/share.png": picture, "/style.css": style } = PAGE_FILES;
  expect([
    Buffer.from(picture.bytes.slice(0, 8)).toString("latin1"),
    Buffer.from(style.bytes).toString().startsWith(":root {"),
  ]).toEqual(["\x89PNG\r\n\x1a\n", true]);
});

test("an address names the version of the content", () => {
  expect(STYLE_PATH).toBe(`/style.css?v=${PAGE_FILES["/style.css"].version}`);
});
