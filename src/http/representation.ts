/**
 * A representation: finished bytes with their type and validators (RFC 9110 section 8).
 */
import type { Instant } from "../programme/instant.ts";
import { toGzip } from "./content-coding.ts";
import { toShortDigest } from "./digest.ts";

export interface Representation {
  body: Uint8Array<ArrayBuffer>;
  /** The same compressed; null where that is not worth it. */
  gzip: Uint8Array<ArrayBuffer> | null;
  /** With charset. */
  contentType: string;
  /** Of `body`. Strong, quoted: the same bytes have the same tag from any isolate, at any time. */
  etag: string;
  /** When the data last changed, whole seconds. */
  lastModified: Instant;
  /** The value of its field Link (RFC 8288), where it has one. */
  link?: string;
}

/** Finish a text: encode it, derive its entity tag from the bytes, and compress them. */
export async function createRepresentation(
  text: string,
  contentType: string,
  lastModified: Instant,
): Promise<Representation> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- in a buffer of its own, never a shared one (Encoding 8.2)
  const body = new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
  const tag = await toShortDigest(body);
  return { body, gzip: toGzip(body), contentType, etag: `"${tag}"`, lastModified };
}
