/**
 * A representation: finished bytes with their type and validators (RFC 9110 section 8).
 *
 * Its body is in pieces. Each is compressed, told apart and stored by itself, so that of a calendar of many years, in which one
 * event has changed, one year is.
 */
import type { Instant } from "../programme/instant.ts";
import { deflate, GZIP_START, MIN_GZIP_BYTES, toByteLength, toGzipEnd } from "./content-coding.ts";
import { toShortDigest } from "./digest.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface Piece {
  bytes: Bytes;
  /** Of `bytes`: the same digest, the same bytes. */
  digest: string;
  /** The same compressed, to stand between others: see {@link toGzipBody}. */
  deflated: Bytes;
}

export interface Representation {
  /** The body, one behind the other. */
  pieces: readonly Piece[];
  /** What ends the compressed body; null where compressing is not worth it. */
  gzipEnd: Bytes | null;
  /** With charset. */
  contentType: string;
  /** Of the body. Strong, quoted: the same bytes have the same tag from any isolate, at any time. */
  etag: string;
  /** When the data last changed, whole seconds. */
  lastModified: Instant;
  /** The value of its field Link (RFC 8288), where it has one. */
  link?: string;
}

/** A database's row holds 2 MB, and has a piece in both codings; what is longer is cut. */
export const MAX_PIECE_BYTES = 900_000;

/**
 * Finish a text: encode it, derive its entity tag from the bytes, and compress them.
 *
 * @param texts its pieces, as its writer knows them to stay the same
 * @param findDeflated what is known already of a piece, by its digest
 */
export async function createRepresentation(
  texts: readonly string[],
  contentType: string,
  lastModified: Instant,
  findDeflated: (digest: string) => Bytes | null = () => null,
): Promise<Representation> {
  const bodies = texts.flatMap(encode);
  const pieces = await Promise.all(
    bodies.map(async (bytes): Promise<Piece> => {
      const digest = await toShortDigest(bytes);
      return { bytes, digest, deflated: findDeflated(digest) ?? deflate(bytes) };
    }),
  );
  const isWorth = toByteLength(bodies) >= MIN_GZIP_BYTES;
  return {
    pieces,
    gzipEnd: isWorth ? toGzipEnd(bodies) : null,
    contentType,
    etag: `"${pieces.length === 1 ? pieces[0]?.digest : await toShortDigest(join(bodies))}"`,
    lastModified,
  };
}

/** The body as it is. */
export function toBody({ pieces }: Pick<Representation, "pieces">): Bytes[] {
  return pieces.map(({ bytes }) => bytes);
}

/** The same in one, for who has to have it whole. */
export function joinBody(representation: Pick<Representation, "pieces">): Bytes {
  return join(toBody(representation));
}

/** The compressed body: one member of gzip (RFC 1952 2.2), as browsers read no further. Null where there is none. */
export function toGzipBody({ pieces, gzipEnd }: Pick<Representation, "pieces" | "gzipEnd">): Bytes[] | null {
  return gzipEnd === null ? null : [GZIP_START, ...pieces.map(({ deflated }) => deflated), gzipEnd];
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

function join(pieces: readonly Bytes[]): Bytes {
  const joined = new Uint8Array(toByteLength(pieces));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.byteLength;
  }
  return joined;
}
