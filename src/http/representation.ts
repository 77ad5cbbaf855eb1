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

/** Pieces by the texts that they were made of. */
export type Finished = ReadonlyMap<string, readonly Piece[]>;

/**
 * Encode texts and compress them.
 *
 * @param texts the pieces of a document, as its writer knows them to stay the same
 * @param known what was finished of the same document before
 * @param findDeflated finds the compressed bytes of a piece that is kept, by its digest
 */
export async function finishTexts(
  texts: readonly string[],
  known: Finished = new Map(),
  findDeflated: (digest: string) => Bytes | null = () => null,
): Promise<Finished> {
  const finish = async (bytes: Bytes): Promise<Piece> => {
    const digest = await toShortDigest(bytes);
    return { bytes, digest, deflated: findDeflated(digest) ?? deflate(bytes) };
  };
  const finished = texts.map(async (text): Promise<[string, readonly Piece[]]> => {
    return [text, known.get(text) ?? (await Promise.all(encode(text).map(finish)))];
  });
  return new Map(await Promise.all(finished));
}

/** A body of pieces: its entity tag is derived from all of its bytes. */
export async function createRepresentation(
  pieces: readonly Piece[],
  contentType: string,
  lastModified: Instant,
): Promise<Representation> {
  const body = toBody({ pieces });
  const tag = pieces.length === 1 ? pieces[0]?.digest : await toShortDigest(join(body));
  const gzipEnd = toByteLength(body) < MIN_GZIP_BYTES ? null : toGzipEnd(body);
  return { pieces, gzipEnd, contentType, etag: `"${tag}"`, lastModified };
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
