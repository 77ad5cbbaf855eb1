/**
 * A short fingerprint of a value, to tell whether it changed. Not for security.
 *
 * Two 32-bit multiplicative hashes (the "cyrb53" construction) over the UTF-16 code units of the value's JSON: 53 bits, so
 * that among the few thousand values a club ever has an unnoticed change is out of the question.
 */
export function toFingerprint(value: unknown): string {
  return toTextFingerprint(JSON.stringify(value) ?? "");
}

/** The state of both hashes after the beginning of a text: what follows can be added later, and elsewhere. */
export type Beginning = readonly [high: number, low: number];

const NOTHING: Beginning = [0xdeadbeef, 0x41c6ce57];

export function toBeginning(text: string, beginning: Beginning = NOTHING): Beginning {
  // As 32-bit integers from the first, which engines are quick at.
  let [high, low] = [beginning[0] | 0, beginning[1] | 0];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  return [high, low];
}

/** The fingerprint of a JSON text, where its beginning is known already of the rest alone. */
export function toTextFingerprint(text: string, beginning?: Beginning): string {
  let [high, low] = toBeginning(text, beginning);
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (0x1fffff & low) + (high >>> 0)).toString(36);
}
