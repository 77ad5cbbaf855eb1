/** The kept JSON Schemas. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { toSchemaFiles } from "../../src/commands/schema/to-schema.ts";

test.each(toSchemaFiles())("$name is current: npm run schema", async ({ name, text }) => {
  expect(await readFile(join(import.meta.dirname, "../../data", name), "utf8")).toBe(text);
});
