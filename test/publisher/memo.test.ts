import { describe, expect, test } from "vitest";
import { Memo } from "../../src/publisher/memo.ts";

const MEGABYTE = 1024 * 1024;

function aMemo(sizes: readonly number[]) {
  const memo = new Memo();
  for (const [index, size] of sizes.entries()) {
    const body = new Uint8Array(size);
    memo.keep(
      String(index),
      { body, gzip: null, contentType: "text/plain", etag: `"${index}"`, lastModified: 0 },
      0,
    );
  }
  return sizes.flatMap((_size, index) => (memo.find(String(index), 0) === null ? [] : [index]));
}

describe("the memo holds", () => {
  test("forty representations, the newest", () => {
    const held = aMemo(Array.from({ length: 42 }, () => 10));
    expect([held.length, held[0], held.at(-1)]).toEqual([40, 2, 41]);
  });

  test("32 MB, the newest", () => {
    expect(aMemo([10 * MEGABYTE, 10, 15 * MEGABYTE, 15 * MEGABYTE, 10])).toEqual([1, 2, 3, 4]);
  });

  test("one that is larger, alone", () => {
    expect(aMemo([10, 40 * MEGABYTE])).toEqual([1]);
  });

  test("the same once", () => {
    const memo = new Memo();
    const keep = (etag: string) =>
      memo.keep(
        "rss",
        { body: new Uint8Array(20 * MEGABYTE), gzip: null, contentType: "", etag, lastModified: 0 },
        0,
      );
    keep('"a"');
    keep('"b"');
    expect(memo.find("rss", 0)?.representation.etag).toBe('"b"');
  });
});
