/** Bytes in short. */
import { createHash } from "node:crypto";

/** 128 bits of SHA-256: no two of anything here will ever share them. */
const SHORT_BYTES = 16;

/** Of bytes that stand one behind the other, in hexadecimal. */
export function toShortDigest(parts: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return toHex(hash.digest().subarray(0, SHORT_BYTES));
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
