import { describe, expect, test } from "vitest";
import { Frames } from "../../src/formats/frame.ts";

/** A writer of a line, with how often it was asked. */
function countWrites() {
  let writes = 0;
  const frames = new Frames(
    ({ title, people }: { title: string; people: { name: string; at: string[] }[] }) => {
      writes += 1;
      return `<${title}> ${people.map(({ name, at }) => [name, ...at].join(" at ")).join(", ")} (${title})`;
    },
  );
  return { frames, readWrites: () => writes };
}

describe("texts are put into what was written once of their shape", () => {
  test.each([
    ["no list", { title: "A", people: [] }, "<A>  (A)"],
    ["a text of each", { title: "A", people: [{ name: "B", at: ["C"] }] }, "<A> B at C (A)"],
    [
      "more than ten texts",
      { title: "T", people: "a b c d e f g h i j k".split(" ").map((name) => ({ name, at: [] })) },
      "<T> a, b, c, d, e, f, g, h, i, j, k (T)",
    ],
    [
      "texts that look like places, or like patterns",
      { title: "place:0.", people: [{ name: "$&", at: ["$1"] }] },
      "<place:0.> $& at $1 (place:0.)",
    ],
    ["an empty text", { title: "", people: [{ name: "", at: [""] }] }, "<>  at  ()"],
  ])("%s", (_name, texts, expected) => {
    expect(countWrites().frames.fill(texts)).toBe(expected);
  });

  test("a shape is written once, whatever the texts are, and another by itself", () => {
    const { frames, readWrites } = countWrites();
    const counts = [
      { title: "A", people: [{ name: "B", at: [] }] },
      { title: "C", people: [{ name: "D", at: [] }] },
      { title: "A", people: [{ name: "B", at: ["E"] }] },
      {
        title: "A",
        people: [
          { name: "B", at: [] },
          { name: "D", at: [] },
        ],
      },
    ].map((texts) => [frames.fill(texts), readWrites()]);
    expect(counts).toEqual([
      ["<A> B (A)", 1],
      ["<C> D (C)", 1],
      ["<A> B at E (A)", 2],
      ["<A> B, D (A)", 3],
    ]);
  });
});
