import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fromIndexed,
  listPairs,
  toIndexed,
  toQueryText,
  toTelling,
  toTerms,
  toWordSet,
} from "../../src/programme/search-terms.ts";

describe("the terms of a search", () => {
  test.each([
    ["words", "block diffusion", ["block", "diffusion"]],
    ["a phrase between quotes", 'by "block diffusion" only', ["by", "block diffusion", "only"]],
    [
      "a phrase between other quotes",
      "„block diffusion“ «rate distortion» 「拡散」",
      ["block diffusion", "rate distortion", "拡散"],
    ],
    ["an open quote: nothing but words", 'block "diffusion', ["block", "diffusion"]],
    ["what is written together", "don't d3pm-style C++", ["don t", "d3pm style", "c"]],
    [
      "operators: words, or nothing",
      "a AND b* NEAR(c) -d ^e {f}:g (",
      ["a", "and", "b", "near c", "d", "e", "f g"],
    ],
    ["a word once", "noise noise", ["noise"]],
    ["emoji and signs: nothing", "🎉 ❤️ … \u0000 --", []],
  ])("are %s", (_name, query, expected) => {
    expect(toTerms(toQueryText(query))).toEqual(expected);
  });

  test("are sixteen at most", () => {
    expect(toTerms(Array.from({ length: 40 }, (_, index) => `w${index}`).join(" ")).length).toBe(16);
  });
});

describe("the text of a search", () => {
  test("is the same for spellings that find the same", () => {
    expect(["Naïve  Noise", " nai\u0308ve\u00a0noise\u0000 ", "naïve\nNOISE"].map(toQueryText)).toEqual([
      "naïve noise",
      "naïve noise",
      "naïve noise",
    ]);
  });

  test("keeps the marks that are letters: kana and Devanagari", () => {
    expect(["が", "हिन्दी"].map(toQueryText)).toEqual(["が", "हिन्दी"]);
  });

  test("of 5 KB is its beginning, cut between words", () => {
    const text = toQueryText("abcdefghi ".repeat(500));
    expect([text.length, text.endsWith("abcdefghi")]).toEqual([199, true]);
  });

  test("is as it is once it was made, and holds nothing that an address cannot carry", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 900 }), (text) => {
        const made = toQueryText(text);
        expect(toQueryText(made)).toBe(made);
        expect(made.length).toBeLessThanOrEqual(200);
        expect(encodeURIComponent(made)).toBeTypeOf("string");
      }),
    );
  });
});

test("text comes back from the index as it went in", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(fromIndexed(toIndexed(text))).toBe(text.normalize("NFC"));
    }),
  );
  expect([toIndexed("LLaDAの拡散 ok"), toIndexed("a b")]).toEqual([
    "LLaDA\u001fの\u001f拡\u001f散\u001f ok",
    "a b",
  ]);
});

test("a search is of sixteen words, and a character without spaces around it is one", () => {
  expect([
    toTerms(`"a b c" ${"拡散モデルの学習".repeat(3)} d`),
    toTerms(`${"a ".repeat(2)}"${"b ".repeat(40)}"`),
  ]).toEqual([
    ["a b c", "拡散モデルの学習拡散モデル"],
    ["a", "b b b b b b b b b b b b b b b"],
  ]);
});

describe("every word of a text", () => {
  test("is there once, in small letters, with the pairs of scripts without spaces", () => {
    expect([...toWordSet("The LLaDAの拡散, the 散")]).toEqual([
      "the",
      "llada",
      "の",
      "拡",
      "散",
      "の拡",
      "拡散",
    ]);
  });

  test("pairs stand in their order", () => {
    expect(listPairs("学習 and 学習です")).toEqual(["学習", "学習", "習で", "です"]);
  });

  test("tells a term by its words and pairs, without what pairs hold", () => {
    expect(["the model", "llada拡散モ", "散", "a散"].map(toTelling)).toEqual([
      ["the", "model"],
      ["llada", "拡散", "散モ"],
      ["散"],
      ["a", "散"],
    ]);
  });
});
