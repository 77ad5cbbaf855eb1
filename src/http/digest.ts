/** Bytes in short. */

/** 128 bits of SHA-256: no two of anything here will ever share them. */
const SHORT_BYTES = 16;

/** In hexadecimal. */
export async function toShortDigest(bytes: BufferSource): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes), 0, SHORT_BYTES));
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
