import { describe, expect, test } from "vitest";
import { toFixedWriter } from "../../src/documents/fixed-text.ts";
import { TEXTS } from "../../src/documents/texts.ts";
import { toLinks } from "../../src/documents/addresses.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import { aClub, aPublication } from "../support/builders.ts";

const LINKS = toLinks("https://feeds.example.org");
const write = (texts: Record<string, string>) =>
  toFixedWriter("a")(aPublication({ club: aClub({ name: "A & {{self}}" }), texts }), WHOLE, LINKS);

test("the club's name and addresses stand in their places, and what is no place stays", () => {
  expect(write({ a: "{{club}} {{feed}} {{self}} {{other}} {a}", b: "another" })).toBe(
    "A & {{self}} https://feeds.example.org/feed.json https://feeds.example.org {{other}} {a}",
  );
});

test("a Worker without its assets writes no empty document", () => {
  expect(() => write({})).toThrow("the build has laid no text for a");
});

describe("the texts", () => {
  test.each(Object.entries(TEXTS))("of %s has no place that nothing is put into", (name, text) => {
    const written = toFixedWriter(name)(aPublication(), WHOLE, LINKS);
    expect([text.length > 1_000, /\{\{\w+\}\}/.test(written)]).toEqual([true, false]);
  });
});
