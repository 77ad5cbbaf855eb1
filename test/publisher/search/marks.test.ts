import { describe, expect, test } from "vitest";
import { markTerms, readMarked } from "../../../src/publisher/search/marks.ts";

const write = (text: string, ...terms: string[]) =>
  markTerms(text, terms)
    .map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text))
    .join("");

describe("terms are marked as the index finds them", () => {
  test.each([
    [
      "by their stem",
      "Diffusing masks, and a diffusion.",
      ["diffusion", "mask"],
      "[Diffusing] [masks], and a [diffusion].",
    ],
    ["without accents", "A naïve Ünïcode", ["naive", "unicode"], "A [naïve] [Ünïcode]"],
    [
      "as a phrase",
      "block, diffusion block diffusion",
      ["diffusion block"],
      "block, [diffusion] [block] diffusion",
    ],
    ["with what stands within a word", "Don't say so", ["don t"], "[Don]'[t] say so"],
    [
      "character by character without spaces",
      "LLaDAの拡散モデル",
      ["拡散", "llada"],
      "[LLaDA]の[拡散]モデル",
    ],
    ["in Devanagari", "हिन्दी में भाषण", ["भाषण"], "हिन्दी में [भाषण]"],
    ["not at all", "Nothing here", ["zebra"], "Nothing here"],
    ["at the very end only as a whole", "rate", ["rate distortion"], "rate"],
  ])("%s", (_name, text, terms, expected) => {
    expect(write(text, ...terms)).toBe(expected);
  });
});

test("marks of FTS5 that touch are one", () => {
  expect(readMarked("\u0002拡\u001f散\u0003\u0002モ\u0003デ a\u0002b\u0003")).toEqual([
    { text: "拡散モ", isHit: true },
    { text: "デ a", isHit: false },
    { text: "b", isHit: true },
  ]);
});
