/**
 * Preconditions (RFC 9110 section 13): one pure decision from a request's header fields and a representation's validators.
 */
import { SECOND, type Instant } from "../programme/instant.ts";

export interface Validators {
  /** Quoted; may be weak. */
  etag: string;
  /** Null where there is no date to go by: conditions on one are then ignored (13.1.3, 13.1.4). */
  lastModified: Instant | null;
}

export type Verdict = "perform" | "not_modified" | "precondition_failed";

/** Evaluate in the order of RFC 9110 13.2.2, for a GET or HEAD on a representation that exists. */
export function evaluatePreconditions(headers: Headers, { etag, lastModified }: Validators): Verdict {
  const ifMatch = headers.get("if-match");
  if (ifMatch !== null) {
    if (!isListed(etag, ifMatch, isStrongMatch)) return "precondition_failed";
  } else if (isAfter(lastModified, headers.get("if-unmodified-since"))) {
    return "precondition_failed";
  }

  // 13.1.3: If-Modified-Since is ignored when there is an If-None-Match.
  const ifNoneMatch = headers.get("if-none-match");
  if (ifNoneMatch !== null) return isListed(etag, ifNoneMatch, isWeakMatch) ? "not_modified" : "perform";
  const since = parseHttpDate(headers.get("if-modified-since"));
  return since !== null && lastModified !== null && lastModified <= since ? "not_modified" : "perform";
}

/** RFC 9110 8.8.3: an optional W/ and a quoted string, which may hold commas; so no splitting at commas. */
const ENTITY_TAG = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g;

function isListed(etag: string, field: string, isMatch: (a: string, b: string) => boolean): boolean {
  if (field.trim() === "*") return true;
  return (field.match(ENTITY_TAG) ?? []).some((listed) => isMatch(listed, etag));
}

/** RFC 9110 8.8.3.2. */
const isWeakMatch = (a: string, b: string): boolean => a.replace(/^W\//, "") === b.replace(/^W\//, "");
const isStrongMatch = (a: string, b: string): boolean => a === b && !a.startsWith("W/");

function isAfter(instant: Instant | null, field: string | null): boolean {
  const date = parseHttpDate(field);
  return date !== null && instant !== null && instant > date;
}

/** RFC 9110 5.6.7, its preferred form; anything else is ignored, as 13.1.3 asks for an invalid date. */
function parseHttpDate(field: string | null): Instant | null {
  if (field === null || !/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(field))
    return null;
  const date = Date.parse(field);
  return Number.isNaN(date) ? null : date;
}

/** The preferred form of RFC 9110 5.6.7: "Mon, 15 Jun 2026 17:00:00 GMT". */
export function toHttpDate(instant: Instant): string {
  return new Date(Math.floor(instant / SECOND) * SECOND).toUTCString();
}
