import { describe, expect, test } from "vitest";
import { keepSame, keepSameOf } from "../../src/programme/keep-same.ts";

interface Part {
  id: string;
  text?: string;
  more?: object;
}

describe("what there was before is kept", () => {
  const more = {};
  const before: Part = { id: "a", text: "A", more };
  test.each<[string, Part, boolean]>([
    ["where all members are the same", { id: "a", text: "A", more }, true],
    ["not where one differs", { id: "a", text: "B", more }, false],
    ["not where one is another object, though it is equal", { id: "a", text: "A", more: {} }, false],
    ["not where one is gone", { id: "a", text: "A" }, false],
  ])("%s", (_name, after, isKept) => {
    expect(keepSame(before, after)).toBe(isKept ? before : after);
  });

  test("not where one has come", () => {
    const after: Part = { ...before };
    expect(keepSame({ id: "a", text: "A" }, after)).toBe(after);
  });
});

describe("of a list", () => {
  const [a, b, c] = ["a", "b", "c"].map((id): Part => ({ id }));
  const before = [a!, b!];
  const keep = (...after: Part[]) => keepSameOf(before, after, ({ id }) => id);

  test("all is kept where nothing changed", () => {
    expect(keep({ id: "a" }, { id: "b" })).toBe(before);
  });

  test("each is known again, wherever it stands", () => {
    const kept = keep({ id: "c" }, { id: "a" }, { id: "b" });
    expect([kept, kept[1] === a, kept[2] === b]).toEqual([[c, a, b], true, true]);
  });

  test("what is another stands in its place, and the others are kept", () => {
    const other = { id: "a", text: "" };
    expect(keep(other, { id: "b" }).map((one) => [one === other, one === b])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test("the list after is given as it is where it has nothing to be replaced", () => {
    const after = [b!];
    expect(keepSameOf(before, after, ({ id }) => id)).toBe(after);
  });

  test("one that is shorter is another, and so is one in another order", () => {
    expect([keep({ id: "a" }), keep({ id: "b" }, { id: "a" })]).toEqual([[a], [b, a]]);
  });
});
