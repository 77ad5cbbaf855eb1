/**
 * The pieces of a body: texts, each encoded, told apart and compressed by itself. What is as it was in the body before is
 * none of these again.
 */
import { deflate } from "./content-coding.ts";
import { toShortDigest } from "./digest.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

export interface Piece {
  bytes: Bytes;
  /** Of `bytes`: the same digest, the same bytes. */
  digest: string;
  /** The same compressed, to stand between others: see {@link deflate}. */
  deflated: Bytes;
}

/** A database's row holds 2 MB, and has a piece in both codings; what is longer is cut. */
export const MAX_PIECE_BYTES = 900_000;

/** Finds the compressed bytes of a piece that is kept, by its digest. */
export type FindDeflated = (digest: string) => Bytes | null;

/** Makes the pieces of a document's bodies, and remembers those of the last by their texts. */
export class PieceMaker {
  #last = new Map<string, Piece[]>();
  #made = new Map<string, Piece[]>();
  #isUsed = false;

  /** Whether there was a body before. */
  get isUsed(): boolean {
    return this.#isUsed;
  }

  /** @param text as the document's writer knows it to stay the same; one that is too long for a piece is cut */
  async make(text: string, findDeflated: FindDeflated = () => null): Promise<Piece[]> {
    const made = this.#last.get(text) ?? (await finish(text, findDeflated));
    this.#made.set(text, made);
    return made;
  }

  /** The body is whole: what was of the one before is forgotten. One of a single text changes as a whole. */
  end(): void {
    this.#last = this.#made.size > 1 ? this.#made : new Map();
    this.#made = new Map();
    this.#isUsed = true;
  }
}

async function finish(text: string, findDeflated: FindDeflated): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (const bytes of encode(text)) {
    const digest = await toShortDigest(bytes);
    pieces.push({ bytes, digest, deflated: findDeflated(digest) ?? deflate(bytes) });
  }
  return pieces;
}

/** In buffers of their own, as a view goes to another isolate with all of its buffer. */
function encode(text: string): Bytes[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- in a buffer of its own, never a shared one (Encoding 8.2)
  const bytes = new TextEncoder().encode(text) as Bytes;
  if (bytes.byteLength <= MAX_PIECE_BYTES) return [bytes];
  const count = Math.ceil(bytes.byteLength / MAX_PIECE_BYTES);
  return Array.from({ length: count }, (_none, at) =>
    bytes.slice(at * MAX_PIECE_BYTES, (at + 1) * MAX_PIECE_BYTES),
  );
}
