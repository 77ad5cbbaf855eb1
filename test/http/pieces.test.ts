import { createHash } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { makePieces } from "../support/representation.ts";
import { MAX_PIECE_BYTES, PieceMaker, type Piece } from "../../src/http/pieces.ts";

const toHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);
const read = (pieces: readonly Piece[]) => pieces.map(({ bytes }) => new TextDecoder().decode(bytes));

describe("pieces", () => {
  test("are the bytes of their texts, with a digest of each, and compressed", async () => {
    const pieces = await makePieces(["abc", "dé", "", "abc"]);
    expect(
      pieces.map(({ bytes, digest, deflated }) => [
        Buffer.from(bytes).toString(),
        digest,
        inflateRawSync(deflated, { finishFlush: 2 }).toString(),
      ]),
    ).toEqual(["abc", "dé", "", "abc"].map((text) => [text, toHash(text), text]));
  });

  test("are cut where a text is too long, in buffers of their own", async () => {
    const pieces = await makePieces(["a", "x".repeat(2 * MAX_PIECE_BYTES + 1)]);
    const sizes = pieces.map(({ bytes }) => [bytes.byteLength, bytes.buffer.byteLength]);
    expect(sizes.map(([length]) => length)).toEqual([1, MAX_PIECE_BYTES, MAX_PIECE_BYTES, 1]);
    expect(sizes.filter(([length, ofBuffer]) => length !== ofBuffer)).toEqual([]);
  });

  test("of the body before are the same, and of no earlier one", async () => {
    const maker = new PieceMaker();
    const first = await makePieces(["abc", "def"], undefined, maker);
    const find = vi.fn(() => null);
    const second = await makePieces(["def", "ghi"], find, maker);
    const third = await makePieces(["abc", "ghi"], undefined, maker);
    expect([
      find.mock.calls,
      read(second),
      second[0] === first[1],
      third.map((piece) => [...first, ...second].includes(piece)),
    ]).toEqual([[[toHash("ghi")]], ["def", "ghi"], true, [false, true]]);
  });

  test("of a body of one text are not remembered: it changes as a whole", async () => {
    const maker = new PieceMaker();
    const [first] = await makePieces(["abc"], undefined, maker);
    const [again] = await makePieces(["abc"], undefined, maker);
    expect([again, again === first]).toEqual([first, false]);
  });

  test("have the compressed bytes that are kept, asked for by their digest", async () => {
    const kept = new Uint8Array([1, 2, 3]);
    const pieces = await makePieces(["abc", "def"], (digest) => (digest === toHash("def") ? kept : null));
    expect(pieces.map(({ deflated }) => deflated === kept)).toEqual([false, true]);
  });
});
