import { describe, expect, test } from "vitest";
import { SECOND } from "../../src/programme/instant.ts";
import { Memo, toCopy, type Copy } from "../../src/publisher/memo.ts";

const MEGABYTE = 1024 * 1024;
const URL = "https://feeds.example.org/rss.xml";

function aCopy(size: number, etag = '"a"', deflated = 0, mark = ""): Copy {
  const representation = {
    pieces: [{ bytes: new Uint8Array(size), digest: "", deflated: new Uint8Array(deflated) }],
    gzipEnd: null,
    contentType: "text/plain",
    etag,
    lastModified: 0,
  };
  return toCopy(representation, mark, (_request, isCanonical) => new Response(`${etag} ${isCanonical}`));
}

const keepAll = (copies: readonly Copy[]) => {
  const memo = new Memo();
  for (const [index, copy] of copies.entries()) memo.keep(String(index), copy, 0);
  return copies.flatMap((_copy, index) => (memo.find(String(index), 0) === null ? [] : [index]));
};

describe("the memo holds", () => {
  test("48 MB, the newest", () => {
    const sizes = [10 * MEGABYTE, 10, 23 * MEGABYTE, 23 * MEGABYTE, 10];
    expect(keepAll(sizes.map((size) => aCopy(size)))).toEqual([1, 2, 3, 4]);
  });

  test("compressed bytes, counted like the others", () => {
    expect(keepAll([1, 2].map(() => aCopy(10, '"a"', 30 * MEGABYTE)))).toEqual([1]);
  });

  test("thousands of small ones, what each takes beside its bytes counted", () => {
    const held = keepAll(Array.from({ length: 7_000 }, () => aCopy(0)));
    expect([held.length, held[0]]).toEqual([(48 * MEGABYTE) / (8 * 1024), 7_000 - 6_144]);
  });

  test("one that is larger, alone", () => {
    expect(keepAll([aCopy(10), aCopy(60 * MEGABYTE)])).toEqual([1]);
  });

  test("the same once", () => {
    const memo = new Memo();
    memo.keep("other", aCopy(1), 0);
    for (const etag of ['"a"', '"b"']) memo.keep("rss", aCopy(30 * MEGABYTE, etag), 0);
    expect([memo.find("rss", 0)?.copy.etag, memo.find("other", 0) === null]).toEqual(['"b"', false]);
  });
});

const isFreshAt = (memo: Memo, now: number) => memo.find("rss", now)?.isFresh;

describe("a copy", () => {
  test("is fresh for five seconds", () => {
    const memo = new Memo();
    memo.keep("rss", aCopy(1), 0);
    expect([5 * SECOND - 1, 5 * SECOND].map((now) => isFreshAt(memo, now))).toEqual([true, false]);
  });

  test("that the Publisher is asked for is served to others for a second, not longer", () => {
    const memo = new Memo();
    memo.keep("rss", aCopy(1), 0);
    memo.noteAsked("rss", 5 * SECOND);
    expect([5 * SECOND, 6 * SECOND - 1, 6 * SECOND].map((now) => isFreshAt(memo, now))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

const areFresh = (memo: Memo, now: number) =>
  ["rss", "atom", "home"].map((key) => memo.find(key, now)?.isFresh);
const holdThree = () => {
  const memo = new Memo();
  for (const [key, mark] of [
    ["rss", "a"],
    ["atom", "a"],
    ["home", "a, as of noon"],
  ] as const)
    memo.keep(key, aCopy(1, '"a"', 0, mark), 0);
  return memo;
};

describe("what the Publisher says of a mark", () => {
  test("is for all copies that bear it, and for no other", () => {
    const memo = holdThree();
    memo.keep("rss", aCopy(1, '"a"', 0, "a"), 5 * SECOND);
    expect(areFresh(memo, 10 * SECOND - 1)).toEqual([true, true, false]);
  });

  test("is awaited by nobody who asks for another copy, as it may be that all has changed", () => {
    const memo = holdThree();
    memo.noteAsked("atom", 5 * SECOND);
    expect(areFresh(memo, 6 * SECOND - 1)).toEqual([false, true, false]);
  });

  test("is over for all when one of them has another", () => {
    const memo = holdThree();
    memo.keep("rss", aCopy(1, '"b"', 0, "b"), SECOND);
    expect(areFresh(memo, SECOND)).toEqual([true, false, true]);
  });

  test("is doubted for all when something has changed", () => {
    const memo = holdThree();
    memo.noteAsked("atom", 0);
    memo.doubt();
    expect(areFresh(memo, 0)).toEqual([false, false, false]);
  });

  test("is remembered for as many marks as there are at a time", () => {
    const memo = holdThree();
    for (let edition = 0; edition < 100; edition += 1)
      memo.keep("json", aCopy(1, '"a"', 0, `${edition}${"x".repeat(1_000)}`), 0);
    memo.keep("atom", aCopy(1, '"a"', 0, "a"), 5 * SECOND);
    expect(areFresh(memo, 5 * SECOND)).toEqual([false, true, false]);
  });
});

const answer = async (memo: Memo, url: string, now = 0) =>
  (await memo.answer(new Request(url), now)?.text()) ?? null;

describe("an address", () => {
  test("that was asked for is answered at once, as canonical or not as it was", async () => {
    const memo = new Memo();
    memo.keep("rss", aCopy(1), 0);
    memo.keepAddress(URL, "rss", true);
    memo.keepAddress(`${URL}?x`, "rss", false);
    expect([await answer(memo, URL), await answer(memo, `${URL}?x`), await answer(memo, `${URL}?y`)]).toEqual(
      ['"a" true', '"a" false', null],
    );
  });

  test("is answered with the newest copy, and with none that is too old or gone", async () => {
    const memo = new Memo();
    memo.keep("rss", aCopy(1), 0);
    memo.keepAddress(URL, "rss", true);
    memo.keep("rss", aCopy(1, '"b"'), SECOND);
    const answers = [await answer(memo, URL, SECOND), await answer(memo, URL, 6 * SECOND)];
    memo.drop("rss");
    expect([...answers, await answer(memo, URL, SECOND)]).toEqual(['"b" true', null, null]);
  });

  test("of what is not held is not remembered: what was searched for is nobody's business", async () => {
    const memo = new Memo();
    memo.keepAddress(URL, "rss", true);
    memo.keep("rss", aCopy(1), 0);
    expect(await answer(memo, URL)).toBeNull();
  });

  test("is one of a megabyte of them, the newest", async () => {
    const memo = new Memo();
    memo.keep("rss", aCopy(1), 0);
    const urls = Array.from({ length: 200 }, (_none, index) => `${URL}?${index}${"x".repeat(6_400)}`);
    for (const url of urls) memo.keepAddress(url, "rss", false);
    const known = await Promise.all(urls.map((url) => answer(memo, url)));
    expect([known.indexOf('"a" false'), known.filter((text) => text !== null).length]).toEqual([120, 80]);
  });
});
