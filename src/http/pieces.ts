/**
 * The pieces of a body: texts, each encoded, told apart and compressed by itself. What is as it was in the body before is
 * none of these again.
 */
import type { Steps } from "../programme/steps.ts";
import { deflate, toByteLength } from "./content-coding.ts";
import { toShortDigest } from "./digest.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

export interface Piece {
  bytes: Bytes;
  /** The same digest, the same bytes; and the same compressed bytes, which depend on the piece before. */
  digest: string;
  /** The same compressed, to stand where it stands: see {@link deflate}. */
  deflated: Bytes;
}

/** A database's row holds 2 MB, and has a piece in both codings; what is longer is cut. */
export const MAX_PIECE_BYTES = 900_000;

/** Finds the compressed bytes of a piece that is kept, by its digest. */
export type FindDeflated = (digest: string) => Bytes | null;

/** What was made of a text. */
interface Made {
  /** The text before; none before the first. */
  behind: string | undefined;
  pieces: readonly Piece[];
}

/** Makes the pieces of a document's bodies, and remembers those of the last by their texts. */
export class PieceMaker {
  #last: ReadonlyMap<string, Made> | null = null;
  #newBytes = Infinity;

  /** How many bytes of the last body were made for it. The first counts as without end: even the code is new then. */
  get newBytes(): number {
    return this.#newBytes;
  }

  /**
   * The pieces of a body.
   *
   * @param texts as the document's writer knows them to stay the same; one that is too long for a piece is cut. Where there is none
   *   yet, the first body can be left: of the others little is new
   * @param openDeflated what is kept of a body before, of which nothing is known here
   */
  *make(texts: Iterable<string | undefined>, openDeflated: () => FindDeflated): Steps<Piece[]> {
    const last = this.#last;
    const findDeflated = last === null ? openDeflated() : () => null;
    const made = new Map<string, Made>();
    const all: Piece[] = [];
    let behind: string | undefined;
    let newBytes = last === null ? Infinity : 0;
    for (const text of texts) {
      if (text === undefined) {
        if (last === null) yield;
        continue;
      }
      const known = findMade(last, text, behind);
      const pieces = known ?? finish(text, all.at(-1), findDeflated);
      if (known === null) newBytes += toByteLength(pieces.map(({ bytes }) => bytes));
      made.set(text, { behind, pieces });
      all.push(...pieces);
      behind = text;
    }
    // A body of a single text changes as a whole.
    this.#last = made.size > 1 ? made : NOTHING;
    this.#newBytes = newBytes;
    return all;
  }
}

/** What was made of a text where it stood behind the same one: compressed bytes refer to that. */
function findMade(
  last: ReadonlyMap<string, Made> | null,
  text: string,
  behind: string | undefined,
): readonly Piece[] | null {
  const made = last?.get(text);
  return made !== undefined && made.behind === behind ? made.pieces : null;
}

const NOTHING: ReadonlyMap<string, Made> = new Map();

/** Between the digest of a piece's bytes and that of the bytes before. */
const BEHIND = "<";

function finish(text: string, behind: Piece | undefined, findDeflated: FindDeflated): Piece[] {
  const pieces: Piece[] = [];
  for (const bytes of encode(text)) {
    const before = pieces.at(-1) ?? behind;
    const own = toShortDigest([bytes]);
    const digest = before === undefined ? own : own + BEHIND + toOwn(before.digest);
    pieces.push({ bytes, digest, deflated: findDeflated(digest) ?? deflate(bytes, before?.bytes) });
  }
  return pieces;
}

function toOwn(digest: string): string {
  const [own = ""] = digest.split(BEHIND);
  return own;
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
