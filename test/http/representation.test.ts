import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { MIN_GZIP_BYTES } from "../../src/http/content-coding.ts";
import { joinBody, toBody, toGzipBody } from "../../src/http/representation.ts";
import { MAX_PIECE_BYTES } from "../../src/http/pieces.ts";
import { aRepresentation } from "../support/representation.ts";

const NOW = Date.UTC(2026, 5, 15, 17);
const toHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);

describe("a representation", () => {
  test.each([
    ["one piece", ["abc"]],
    ["several", ["abc", "dé".repeat(1_000), "", "abc"]],
    ["nothing", [""]],
    ["what is longer than a piece may be", ["x".repeat(2 * MAX_PIECE_BYTES + 1)]],
  ])("has the bytes of its texts, and their tag: %s", async (_name, texts) => {
    const representation = aRepresentation(texts);
    const whole = texts.join("");
    expect([
      Buffer.concat(toBody(representation)).equals(Buffer.from(whole)),
      Buffer.from(joinBody(representation)).equals(Buffer.from(whole)),
      representation.etag,
      { ...representation, pieces: [], gzipEnd: null },
    ]).toEqual([
      true,
      true,
      `"${toHash(whole)}"`,
      { pieces: [], gzipEnd: null, contentType: "text/plain", etag: representation.etag, lastModified: NOW },
    ]);
  });

  test("has the tag of its bytes, however they are in pieces", async () => {
    const tags = [["abcdef"], ["abc", "def"], ["a", "b", "cdef"]].map((texts) => aRepresentation(texts));
    expect(new Set(tags.map(({ etag }) => etag)).size).toBe(1);
  });

  test.each([
    [MIN_GZIP_BYTES - 1, false],
    [MIN_GZIP_BYTES, true],
  ])("of %i bytes in two pieces is worth compressing: %s", async (length, isWorth) => {
    const texts = ["a".repeat(length - 10), "b".repeat(10)];
    const gzip = toGzipBody(aRepresentation(texts));
    expect(gzip === null ? null : gunzipSync(Buffer.concat(gzip)).toString()).toBe(
      isWorth ? texts.join("") : null,
    );
  });
});
