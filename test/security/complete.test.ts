/** Each line of SECURITY.md has a test of its title, and each of those tests has its line. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** "Y1 XML bombs": what stands between "- **" and ".**". */
const titlesOf = (document: string) =>
  [...document.matchAll(/^- \*\*(.+)\.\*\* /gm)].map(([, title]) => title);
const testsOf = (text: string) => [...text.matchAll(/^test\("([A-Z]\d+ [^"]+)"/gm)].map(([, title]) => title);

const files = [
  ...readdirSync(import.meta.dirname).map((name) => `test/security/${name}`),
  "test/worker/security.test.ts",
];

test("each line has a test, and each test a line", () => {
  const titles = titlesOf(read("SECURITY.md"));
  expect(titles.length).toBeGreaterThan(30);
  expect(new Set(files.flatMap((path) => testsOf(read(path))))).toEqual(new Set(titles));
});

test("lines are numbered without a gap", () => {
  const names = titlesOf(read("SECURITY.md")).map((title) => title?.split(" ")[0] ?? "");
  const counts = new Map<string, number>();
  const expected = names.map(([letter = ""]) => {
    const count = (counts.get(letter) ?? 0) + 1;
    counts.set(letter, count);
    return `${letter}${count}`;
  });
  expect(names).toEqual(expected);
});

test("every item of a list is such a line", () => {
  const items = read("SECURITY.md").match(/^[-*] .*/gm) ?? [];
  expect(items.filter((item) => titlesOf(item).length === 0)).toEqual([]);
});
