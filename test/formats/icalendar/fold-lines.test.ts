import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldLines } from "../../../src/formats/icalendar/fold-lines.ts";

const unfold = (text: string) => text.replaceAll("\r\n ", "");
const octetsOf = (text: string) => Buffer.byteLength(text);

describe("foldLines", () => {
  test("leaves a line of 75 octets alone", () => {
    expect(foldLines(`${"a".repeat(75)}\r\n`).lines).toBe(`${"a".repeat(75)}\r\n`);
  });

  test("counts the leading space of a continuation line", () => {
    expect(foldLines(`${"a".repeat(75 + 74 + 1)}\r\n`).lines).toBe(
      `${"a".repeat(75)}\r\n ${"a".repeat(74)}\r\n a\r\n`,
    );
  });

  test("counts octets, not characters", () => {
    expect(foldLines("é".repeat(38)).lines).toBe(`${"é".repeat(37)}\r\n é`);
  });

  test.each([
    ["an emoji", "😀"],
    ["a combining mark and its letter", "e\u0301"],
    ["an emoji joined from three", "👩‍🔬"],
    ["a family", "👨‍👩‍👧‍👦"],
    ["a skin tone", "👍🏽"],
    ["a flag", "🇩🇪"],
    ["a flag of tags", "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}"],
  ])("moves %s to the next line whole", (_name, cluster) => {
    const start = "a".repeat(74);
    expect(foldLines(`${start}${cluster}b`).lines).toBe(`${start}\r\n ${cluster}b`);
  });

  test("parts flags between countries, not within", () => {
    const line = `${"a".repeat(63)}🇩🇪🇫🇷`;
    expect(foldLines(line).lines).toBe(`${"a".repeat(63)}🇩🇪\r\n 🇫🇷`);
  });

  test("parts a cluster that no line could hold", () => {
    const lines = foldLines(`e${"\u0301".repeat(100)}`).lines.split("\r\n ");
    expect(lines.map((line) => line.length)).toEqual([38, 37, 26]);
  });

  test("goes on with the next text where one ends", () => {
    const start = `${"a".repeat(80)}\r\n${"b".repeat(70)}`;
    expect(foldLines(start, "…", "cd", "e\r\nf\r\n")).toEqual({
      lines: `${"a".repeat(75)}\r\n aaaaa\r\n${"b".repeat(70)}…cd\r\n e\r\nf\r\n`,
      bytes: 169,
    });
    expect(foldLines(`${start}bbb`, "…", "c").lines).toBe(
      `${"a".repeat(75)}\r\n aaaaa\r\n${"b".repeat(73)}\r\n …c`,
    );
  });

  test("moves a cluster that a text begins with to the next line whole", () => {
    expect(foldLines("a".repeat(73), "e\u0301b").lines).toBe(`${"a".repeat(73)}\r\n e\u0301b`);
  });

  test("folds each line by itself", () => {
    expect(foldLines(`${"a".repeat(80)}\r\nb\r\n`).lines).toBe(`${"a".repeat(75)}\r\n aaaaa\r\nb\r\n`);
  });
});

/** What breaks folding: wide characters, joined ones, and long runs of them. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom(
        "離散拡散モデル",
        "👨‍👩‍👧‍👦",
        "👍🏽",
        "🇩🇪🇯🇵",
        "e\u0301\u0302\u0303",
        "\u1100\u1161\u11a8",
        " ",
        "\\n",
      ),
      fc.nat(90).map((length) => "x".repeat(length)),
    ),
    { maxLength: 30 },
  )
  .map((parts) =>
    parts
      .join("")
      .replace(/[\r\n]/g, "")
      .toWellFormed(),
  );

describe("whatever the text", () => {
  test("no line is longer than 75 octets", () => {
    fc.assert(
      fc.property(text, (line) =>
        foldLines(line)
          .lines.split("\r\n")
          .every((part) => octetsOf(part) <= 75),
      ),
    );
  });

  test("unfolding gives the text back", () => {
    fc.assert(fc.property(text, (line) => unfold(foldLines(line).lines) === line));
  });

  test("it is folded the same in several texts as in one", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        const [first = "", ...rest] = texts.map((one) => `x${one}x`);
        return foldLines(first, ...rest).lines === foldLines([first, ...rest].join("")).lines;
      }),
    );
  });

  test("its bytes are known", () => {
    fc.assert(
      fc.property(text, (line) => {
        const { lines, bytes } = foldLines(`${"x".repeat(60)}${line}\r\n`);
        return bytes === octetsOf(lines);
      }),
    );
  });

  test("no character is split: each line is well-formed UTF-8 by itself", () => {
    fc.assert(
      fc.property(text, (line) =>
        foldLines(line)
          .lines.split("\r\n")
          .every((part) => part.isWellFormed()),
      ),
    );
  });

  test("a line is as full as its next character allows", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii", maxLength: 400 }), (dirty) => {
        const line = dirty.replace(/[\r\n]/g, "");
        const [, ...rest] = foldLines(line).lines.split("\r\n").toReversed();
        return rest.every((part) => octetsOf(part) === 75);
      }),
    );
  });
});

/** The best of several runs: a busy machine makes some slow, none fast. */
function measure(length: number): number {
  const line = "離散 e\u0301 ".repeat(length);
  const runs = Array.from({ length: 5 }, () => {
    const startedAt = performance.now();
    foldLines(line);
    return performance.now() - startedAt;
  });
  return Math.min(...runs);
}

// Measured: 8 ms for the 80,000.
test("the time grows with the length, not its square", () => {
  const short = measure(10_000);
  // Eight times the text: 64 times the time if it were the square.
  expect(measure(80_000)).toBeLessThan(30 * Math.max(1, short));
});
