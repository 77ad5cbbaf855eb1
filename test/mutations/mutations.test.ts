/** The places that `npm run test:mutations` breaks are there to be broken. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MUTATIONS } from "./mutations.ts";

const ROOT = join(import.meta.dirname, "../..");

test("every place that is broken stands in its file exactly once", () => {
  const missed = MUTATIONS.filter(
    ({ file, from }) => readFileSync(join(ROOT, file), "utf8").split(from).length !== 2,
  );
  expect(missed.map(({ name, file }) => `${name}: ${file}`)).toEqual([]);
});

test("no two breaks have one name", () => {
  const names = MUTATIONS.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
