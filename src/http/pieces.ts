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

/** Makes the pieces of a document's bodies, and remembers those of the last by their texts. */
export class PieceMaker {
  #last = new Map<string, Piece[]>();

  /**
   * @param texts as the document's writer knows them to stay the same; each is finished before the next is asked for
   * @param findDeflated finds the compressed bytes of a piece that is kept, by its digest
   */
  async make(
    texts: Iterable<string>,
    findDeflated: (digest: string) => Bytes | null = () => null,
  ): Promise<Piece[]> {
    const pieces: Piece[] = [];
    const made = new Map<string, Piece[]>();
    for (const text of texts) {
      const ofText = this.#last.get(text) ?? (await finish(text, findDeflated));
      pieces.push(...ofText);
      made.set(text, ofText);
    }
    // A body of one text changes as a whole.
    this.#last = made.size > 1 ? made : new Map();
    return pieces;
  }
}

async function finish(text: string, findDeflated: (digest: string) => Bytes | null): Promise<Piece[]> {
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
