import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isReadable,
  toCleanText,
  toExcerpt,
  toLine,
  toReadableLines,
  toTitle,
  toUnbroken,
} from "../../src/wording/text.ts";

describe("toCleanText", () => {
  test.each([
    ["C0 and C1 controls", "a\u0000b\u0007c\u001bd\u007fe\u0085f\u009fg", "abcdefg"],
    ["noncharacters", "a\ufdd0b\uffffc\u{1fffe}d", "abcd"],
    ["lone surrogates", "a\ud800b\udc00c", "abc"],
    ["embeddings and overrides of direction", "a\u202ab\u202bc\u202cd\u202de\u202ef", "abcdef"],
    ["isolates of direction", "a\u2066b\u2067c\u2068d\u2069e", "abcde"],
  ])("takes out %s", (_name, text, expected) => {
    expect(toCleanText(text)).toBe(expected);
  });

  test("makes every line end a line feed", () => {
    expect(toCleanText("a\r\nb\rc\nd\u2028e\u2029f\u000bg\u000ch")).toBe("a\nb\nc\nd\ne\nf\ng\nh");
  });

  test("keeps tabs, emoji, right-to-left marks and combining characters", () => {
    const text = "\t👩‍🔬 \u200fעברית e\u0301 $\\alpha$";
    expect(toCleanText(text)).toBe(text);
  });

  test("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const clean = toCleanText(text);
        return toCleanText(clean) === clean && clean.isWellFormed();
      }),
    );
  });
});

test("toLine puts text on one line with single spaces", () => {
  expect(toLine("  a\r\n\tb \u00a0 c\n")).toBe("a b c");
});

test.each([
  "",
  " \t\n",
  "\u200b",
  "\u200d\ufeff\u00ad",
  "\u0301",
  "\u00b4",
  "\u3164",
  "\u2800",
  "\u202e",
  "\ufdd0",
  "\ud800",
])("there is nothing to read in %j, so a stand-in takes its place", (text) => {
  expect([isReadable(text), toTitle(text, "s21")]).toEqual([false, "s21"]);
});

test.each(["a", "\u200b1", ".", "$", "👩‍🔬", "離", "ע", "e\u0301", "\ue000"])("%j can be read", (text) => {
  expect([isReadable(text), toTitle(` ${text} `, "s21")]).toEqual([true, text]);
});

describe("toExcerpt", () => {
  test("leaves a short text alone", () => {
    expect(toExcerpt("one two", 7)).toBe("one two");
  });

  test("cuts between words and shows it", () => {
    expect(toExcerpt("one two three four", 12)).toBe("one two…");
  });

  test("never leaves half a character", () => {
    expect(toExcerpt("😀😀😀😀", 4)).toBe("😀…");
  });
});

test.each([
  ["Bruit : lequel ?", "Bruit\u00a0: lequel\u00a0?"],
  ["« à 100 % » ; ou « non »!", "«\u00a0à 100\u00a0%\u00a0»\u00a0; ou «\u00a0non\u00a0»!"],
  ["Noise: which? (a - b)", "Noise: which? (a - b)"],
])("%j does not break before a sign", (text, unbroken) => {
  expect(toUnbroken(text)).toBe(unbroken);
});

test("of names and tags those stay in which there is something to read, each on one line", () => {
  expect(toReadableLines(["Theory", "", " \u200b", "\u202e", "A\nB", "\u0301"])).toEqual(["Theory", "A B"]);
});
