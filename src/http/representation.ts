/**
 * A representation: finished bytes with their type and validators (RFC 9110 section 8).
 *
 * Its body is in pieces. Each is compressed, told apart and stored by itself, so that of a calendar of many years, in which one
 * event has changed, one year is.
 */
import type { Instant } from "../programme/instant.ts";
import { GZIP_START, MIN_GZIP_BYTES, toByteLength, toGzipEnd } from "./content-coding.ts";
import { toShortDigest } from "./digest.ts";
import type { Bytes, Piece } from "./pieces.ts";

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

/** A body of pieces: its entity tag is derived from all of its bytes. */
export function createRepresentation(
  pieces: readonly Piece[],
  contentType: string,
  lastModified: Instant,
): Representation {
  const body = toBody({ pieces });
  const tag = pieces.length === 1 ? pieces[0]?.digest : toShortDigest(body);
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

function join(pieces: readonly Bytes[]): Bytes {
  const joined = new Uint8Array(toByteLength(pieces));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.byteLength;
  }
  return joined;
}
