import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { textOf } from "../support/documents.ts";
import { PUBLICATION } from "./programme.ts";


const DOCUMENTS = [
  ["programme.rss", textOf("rss", PUBLICATION)],
  ["programme.atom", textOf("atom", PUBLICATION)],
  ["programme.json", textOf("json", PUBLICATION)],
  ["programme.ics", textOf("calendar", PUBLICATION)],
] as const;

test.each(DOCUMENTS)("%s is what the writer makes of the programme", (name, document) => {
  const path = `${import.meta.dirname}/${name}`;
  // README.md says when.
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(path, document);
  expect(document).toBe(readFileSync(path, "utf8"));
});
