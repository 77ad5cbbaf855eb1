/**
 * A representation: finished bytes with their type and validators (RFC 9110 section 8).
 */
import type { Instant } from "../programme/instant.ts";
import { toGzip } from "./content-coding.ts";

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

/** 128 bits of SHA-256: no two representations of one address will ever share them. */
const ETAG_BYTES = 16;

/** Finish a text: encode it, derive its entity tag from the bytes, and compress them. */
export async function createRepresentation(
  text: string,
  contentType: string,
  lastModified: Instant,
): Promise<Representation> {
  const body = new Uint8Array(new TextEncoder().encode(text));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body), 0, ETAG_BYTES);
  const tag = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { body, gzip: await toGzip(body), contentType, etag: `"${tag}"`, lastModified };
}
