/** What is made from the code and kept in git. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { GENERATED_FILES } from "../../src/commands/generate.ts";

test.each(GENERATED_FILES)("$path is current: npm run generate", async ({ path, toText }) => {
  const kept = await readFile(join(import.meta.dirname, "../..", path), "utf8");
  expect(kept).toBe(toText(kept));
});
