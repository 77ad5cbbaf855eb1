import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import {
  deflate,
  GZIP_START,
  isGzipWanted,
  prefersGzip,
  toGzipEnd,
  toGzipEtag,
} from "../../src/http/content-coding.ts";

describe("prefersGzip", () => {
  test.each([
    ["gzip", true],
    ["GZIP", true],
    ["x-gzip", true],
    ["br, gzip", true],
    ["gzip;q=0.5, br;q=1.0", true],
    ["gzip ; q=0.001", true],
    ["*", true],
    ["identity;q=0.5, *;q=0.6", true],
    ["gzip, identity", true],
    ["", false],
    ["br", false],
    ["identity", false],
    ["gzip;q=0", false],
    ["gzip;q=0.000", false],
    ["gzip;q=0, *", false],
    ["*;q=0", false],
    ["gzip;q=0.5, identity", false],
    ["gzip;q=x", false],
    ["gzip;q=2", false],
    ["gzipped", false],
  ])("%j: %s", (field, expected) => {
    expect(prefersGzip(field)).toBe(expected);
  });

  test("is false where nothing is said", () => {
    expect(prefersGzip("")).toBe(false);
  });
});

const encode = (text: string) => new Uint8Array(Buffer.from(text));

describe("pieces that were compressed one by one", () => {
  test.each([
    ["one", ["abc ".repeat(1_000)]],
    ["several", ["abc ".repeat(1_000), "", "x", "né ".repeat(70_000)]],
    ["some that cannot be compressed", [crypto.randomUUID(), crypto.randomUUID()]],
    ["none", []],
  ])("are one member of gzip, which any reader reads: %s", async (_name, texts) => {
    const pieces = texts.map(encode);
    const deflated = pieces.map((piece, at) => deflate(piece, pieces[at - 1]));
    const gzip = Buffer.concat([GZIP_START, ...deflated, toGzipEnd(pieces)]);
    // It refuses a second member, and whatever else stands behind the first.
    const stream = new Blob([gzip]).stream().pipeThrough(new DecompressionStream("gzip"));
    expect([gunzipSync(gzip).toString(), await new Response(stream).text()]).toEqual([
      texts.join(""),
      texts.join(""),
    ]);
  });

  test("always have the same bytes", () => {
    const piece = encode("abc ".repeat(1_000));
    expect([deflate(piece), deflate(piece, piece)]).toEqual([deflate(piece), deflate(piece, piece)]);
  });

  test("refer to what is in the piece before, as far back as a reader remembers", () => {
    const far = encode(Array.from({ length: 2_000 }, () => crypto.randomUUID()).join());
    const [text, window] = [far.subarray(-1_000), far.subarray(-32_768)];
    const sizes = [
      deflate(text),
      deflate(text, window),
      deflate(text, far),
      deflate(far.subarray(0, 1_000), far),
    ];
    expect(sizes.map(({ byteLength }) => byteLength < 100)).toEqual([false, true, true, false]);
  });
});

test("the tag of compressed bytes is another", () => {
  expect(toGzipEtag('"abc"')).toBe('"abc-gzip"');
});

test("is known once it was weighed, whatever was asked in between", () => {
  const others = Array.from({ length: 300 }, (_none, index) => `gzip;q=0.${index}, x${"y".repeat(index)}`);
  const answers = ["gzip", ...others, "gzip", "identity", ...others, "identity"].map(prefersGzip);
  const weighed = others.map((_text, index) => index > 0 && index < 1_000 && !/^0+$/.test(String(index)));
  expect(answers).toEqual([true, ...weighed, true, false, ...weighed, false]);
});

const asked = (cf?: Record<string, string>, acceptEncoding = "br, gzip"): Request =>
  Object.assign(
    new Request("https://feeds.example.org/", { headers: { "accept-encoding": acceptEncoding } }),
    { cf },
  );

test("what a client accepts is what it sent, not what Cloudflare writes into the field for every request", () => {
  expect([
    isGzipWanted(asked({ clientAcceptEncoding: "" })),
    isGzipWanted(asked({ clientAcceptEncoding: "gzip;q=0" })),
    isGzipWanted(asked({ clientAcceptEncoding: "gzip, deflate" })),
    isGzipWanted(asked()),
    isGzipWanted(asked(undefined, "br")),
  ]).toEqual([false, false, true, true, false]);
});
