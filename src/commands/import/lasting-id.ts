/** The lasting name that a calendar or a feed gives an item, to a session id: always the same, whatever else changes. */
import { createHash } from "node:crypto";

/** As long as an id may be, less the day of one of a series. */
const MAX_CHARACTERS = 64 - "-20260615".length;
/** A random name of this length is the only one of its kind. */
const MIN_UNIQUE_CHARACTERS = 20;
/** Of a name that may be given twice, before the letters that tell it from others. */
const MAX_READABLE_CHARACTERS = 32;
const END_CHARACTERS = 12;
/** 33 bits: two of a thousand names are alike once in ten thousand clubs. */
const MARK_LETTERS = 7;

/**
 * @param name a UID (RFC 5545 3.8.4.7) or a guid
 * @param uidDomain of the club: its own UIDs are session ids and a domain
 */
export function toLastingId(name: string, uidDomain: string): string {
  const local = name.trim().replace(/@[^@]*$/, "");
  if (name.endsWith(`@${uidDomain}`) && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(local)) return local;
  const words = toSlug(local.replace(/^[a-z]+:\/\/[^/]+\//i, ""));
  const isUnique =
    /\d/.test(local) &&
    /^[\w-]+$/.test(local) &&
    words.length >= MIN_UNIQUE_CHARACTERS &&
    words.length <= MAX_CHARACTERS;
  if (isUnique) return words;
  // A long one holds no words that anybody reads.
  const readable = words.length > MAX_READABLE_CHARACTERS ? words.slice(-END_CHARACTERS) : words;
  return [readable.replace(/^-/, ""), toMark(name)].filter((part) => part !== "").join("-");
}

function toSlug(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** Letters alone: an id that ends in digits would be counted on from. */
function toMark(name: string): string {
  const digest = createHash("sha256").update(name).digest();
  return [...digest.subarray(0, MARK_LETTERS)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("");
}
