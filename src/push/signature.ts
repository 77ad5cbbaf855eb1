/** Signatures of deliveries (W3C WebSub 7): "METHOD=HEX", an HMAC over the raw bytes. */

import { toHex } from "../http/digest.ts";

/** The methods that WebSub names, with what Web Crypto calls them. */
const HASHES = {
  sha1: "SHA-1",
  sha256: "SHA-256",
  sha384: "SHA-384",
  sha512: "SHA-512",
} as const;

export type SignatureMethod = keyof typeof HASHES;

/** The value of X-Hub-Signature. */
export async function sign(
  method: SignatureMethod,
  secret: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const signature = new Uint8Array(await crypto.subtle.sign("HMAC", await toKey(method, secret), bytes));
  return `${method}=${toHex(signature)}`;
}

/**
 * Whether a signature is that of these bytes. Web Crypto compares in constant time.
 *
 * @param header the value of X-Hub-Signature; false where it is missing, of another method or no signature at all
 */
export async function isSigned(
  header: string | null,
  secret: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const [, name = "", digits = ""] = /^\s*(\w+)=((?:[\da-f]{2})+)\s*$/i.exec(header ?? "") ?? [];
  const method = name.toLowerCase();
  if (!isMethod(method)) return false;
  const signature = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return await crypto.subtle.verify("HMAC", await toKey(method, secret), signature, bytes);
}

function isMethod(name: string): name is SignatureMethod {
  return Object.hasOwn(HASHES, name);
}

function toKey(method: SignatureMethod, secret: string): Promise<CryptoKey> {
  const algorithm = { name: "HMAC", hash: HASHES[method] };
  return crypto.subtle.importKey("raw", new TextEncoder().encode(secret), algorithm, false, [
    "sign",
    "verify",
  ]);
}
