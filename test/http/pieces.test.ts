import { createHash } from "node:crypto";
import { gunzipSync, inflateRawSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { MAX_PIECE_BYTES, PieceMaker, type Piece } from "../../src/http/pieces.ts";
import { createRepresentation, toGzipBody } from "../../src/http/representation.ts";
import { makePieces } from "../support/representation.ts";

const toHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);
const read = (pieces: readonly Piece[]) => pieces.map(({ bytes }) => new TextDecoder().decode(bytes));
const unzip = (pieces: readonly Piece[]) =>
  gunzipSync(Buffer.concat(toGzipBody(createRepresentation(pieces, "text/plain", 0)) ?? [])).toString();

/** Long enough for a body of it to be worth compressing, and unlike the others. */
const toLong = (name: string) => `${name} `.repeat(600);
const [A, B, C, D] = [toLong("a"), toLong("b"), toLong("c"), toLong("d")];

describe("pieces", () => {
  test("are the bytes of their texts, compressed, with a digest of each and of the one before", () => {
    const texts = ["abc", "dé", "", "abc"];
    const pieces = makePieces(texts);
    const dictionaries = [undefined, "abc", "dé", ""].map(
      (text) => text && { dictionary: Buffer.from(text) },
    );
    expect(
      pieces.map(({ bytes, digest, deflated }, at) => [
        Buffer.from(bytes).toString(),
        digest,
        inflateRawSync(deflated, { finishFlush: 2, ...(dictionaries[at] || undefined) }).toString(),
      ]),
    ).toEqual(
      texts.map((text, at) => [text, [text, ...texts.slice(at - 1, at)].map(toHash).join("<"), text]),
    );
  });

  test("are cut where a text is too long, in buffers of their own", () => {
    const pieces = makePieces(["a", "x".repeat(2 * MAX_PIECE_BYTES + 1)]);
    const sizes = pieces.map(({ bytes }) => [bytes.byteLength, bytes.buffer.byteLength]);
    expect(sizes.map(([length]) => length)).toEqual([1, MAX_PIECE_BYTES, MAX_PIECE_BYTES, 1]);
    expect(sizes.filter(([length, ofBuffer]) => length !== ofBuffer)).toEqual([]);
  });

  test.each([
    ["all as they were", [A, B, C], [0, 1, 2]],
    ["one more at the end", [A, B, C, D], [0, 1, 2, null]],
    // Compressed bytes refer to the piece before: where that is another, they are others.
    ["another in the middle", [A, D, C], [0, null, null]],
    ["another at the start", [D, B, C], [null, null, 2]],
    ["the first gone", [B, C], [null, 2]],
    ["the middle gone", [A, C], [0, null]],
    ["one twice", [A, B, B, C], [0, 1, null, 2]],
  ])(
    "of the body before are the same behind the same, and whole in any case: %s",
    (_name, texts, expected) => {
      const maker = new PieceMaker();
      const before = makePieces([A, B, C], undefined, maker);
      const pieces = makePieces(texts, undefined, maker);
      const same = pieces.map((piece) => (before.includes(piece) ? before.indexOf(piece) : null));
      expect([same, unzip(pieces)]).toEqual([expected, texts.join("")]);
    },
  );

  test("of an earlier body than that before are not remembered", () => {
    const maker = new PieceMaker();
    const first = makePieces([A, B], undefined, maker);
    makePieces([A, C], undefined, maker);
    const third = makePieces([A, B], undefined, maker);
    expect(third.map((piece) => first.includes(piece))).toEqual([true, false]);
  });

  test("of a body of one text are not remembered: it changes as a whole", () => {
    const maker = new PieceMaker();
    const [first] = makePieces(["abc"], undefined, maker);
    const [again] = makePieces(["abc"], undefined, maker);
    expect([again, again === first]).toEqual([first, false]);
  });

  test("have the compressed bytes that are kept, asked for by their digest", () => {
    const kept = new Uint8Array([1, 2, 3]);
    const wanted = `${toHash("def")}<${toHash("abc")}`;
    const pieces = makePieces(["abc", "def"], (digest) => (digest === wanted ? kept : null));
    expect(pieces.map(({ deflated }) => deflated === kept)).toEqual([false, true]);
  });

  test("ask for what is kept once only: the next time all that is kept is known", () => {
    const maker = new PieceMaker();
    const open = vi.fn(() => () => null);
    const bodies = [["abc"], ["abc", "def"], ["abc"]].map((texts) => [...maker.make(texts, open)]);
    expect([bodies.length, open.mock.calls.length]).toEqual([3, 1]);
  });

  test("are counted by the bytes that were made for a body, of which the first has no end", () => {
    const maker = new PieceMaker();
    const counts = [["é"], ["é"], ["é", "abc"], ["é", "abc"], ["é", "ab", "abc"]].map((texts) => {
      makePieces(texts, undefined, maker);
      return maker.newBytes;
    });
    expect([new PieceMaker().newBytes, ...counts]).toEqual([Infinity, Infinity, 2, 5, 0, 5]);
  });

  test("of the first body come with pauses, which leave nothing behind where it is not made to its end", () => {
    const maker = new PieceMaker();
    const texts = [A, undefined, B, undefined, C];
    const left = maker.make(texts, () => () => null);
    left.next();
    const pauses = [texts, texts].map((body) => [...maker.make(body, () => () => null)].length);
    expect([pauses, read(makePieces([A, B], undefined, maker))]).toEqual([
      [2, 0],
      [A, B],
    ]);
  });
});
