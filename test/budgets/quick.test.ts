/** What keeps `npm test` quick: of its tests two alone start anything that a call could not do. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const TESTS = join(import.meta.dirname, "..");
/** A process, a service, a browser. */
const STARTS = /from "[^"]*(?:child_process|local-service\.ts|\/visit\.ts)"|\bstart(?:Command|Node)\(/;

test("a walk through a real service and the deployment's bundle are all that is started; the rest is named whole", () => {
  const found = readdirSync(TESTS, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts") && !name.endsWith(".whole.test.ts"))
    .filter((name) => STARTS.test(readFileSync(join(TESTS, name), "utf8")));
  expect(found.toSorted()).toEqual(["browser/service.test.ts", "local/bundle.test.ts"]);
});
