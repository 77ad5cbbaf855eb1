import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCleanText, toExcerpt, toLine } from "../../src/wording/text.ts";

describe("toCleanText", () => {
  test.each([
    ["C0 and C1 controls", "a\u0000b\u0007c\u001bd\u007fe\u0085f\u009fg", "abcdefg"],
    ["noncharacters", "a\ufdd0b\uffffc\u{1fffe}d", "abcd"],
    ["lone surrogates", "a\ud800b\udc00c", "abc"],
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
