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

/** What a request asks of the representation; null for a field that it does not have. */
export interface Conditions {
  ifMatch: string | null;
  ifUnmodifiedSince: string | null;
  ifNoneMatch: string | null;
  ifModifiedSince: string | null;
}

/** Read once a request: a representation has a tag for each coding, and each is looked for. */
export function readConditions(headers: Headers): Conditions {
  return {
    ifMatch: headers.get("if-match"),
    ifUnmodifiedSince: headers.get("if-unmodified-since"),
    ifNoneMatch: headers.get("if-none-match"),
    ifModifiedSince: headers.get("if-modified-since"),
  };
}

/** Who holds nothing yet asks nothing: then there is nothing to evaluate. */
export function isConditional(conditions: Conditions): boolean {
  const { ifMatch, ifUnmodifiedSince, ifNoneMatch, ifModifiedSince } = conditions;
  return (ifMatch ?? ifUnmodifiedSince ?? ifNoneMatch ?? ifModifiedSince) !== null;
}

/** Evaluate in the order of RFC 9110 13.2.2, for a GET or HEAD on a representation that exists. */
export function evaluatePreconditions(
  { ifMatch, ifUnmodifiedSince, ifNoneMatch, ifModifiedSince }: Conditions,
  { etag, lastModified }: Validators,
): Verdict {
  if (ifMatch !== null) {
    if (!isListed(etag, ifMatch, isStrongMatch)) return "precondition_failed";
  } else if (isAfter(lastModified, ifUnmodifiedSince)) {
    return "precondition_failed";
  }

  // 13.1.3: If-Modified-Since is ignored when there is an If-None-Match.
  if (ifNoneMatch !== null) return isListed(etag, ifNoneMatch, isWeakMatch) ? "not_modified" : "perform";
  if (lastModified === null) return "perform";
  const since = parseHttpDate(ifModifiedSince, lastModified);
  return since !== null && lastModified <= since ? "not_modified" : "perform";
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
  if (instant === null) return false;
  const date = parseHttpDate(field, instant);
  return date !== null && instant > date;
}

/** The three forms of RFC 9110 5.6.7, which a recipient must all accept: the preferred, of RFC 850, and of asctime. */
const HTTP_DATES = [
  /^[A-Z][a-z]{2}, (?<day>\d\d) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^[A-Z][a-z]{5,8}, (?<day>\d\d)-(?<month>[A-Z][a-z]{2})-(?<year>\d\d) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<time>\d\d:\d\d:\d\d) (?<year>\d{4})$/,
];

/**
 * Anything else is ignored, as 13.1.3 asks for an invalid date.
 *
 * @param lastModified tells the century of a year of two digits
 */
function parseHttpDate(field: string | null, lastModified: Instant): Instant | null {
  if (field === null) return null;
  const found = HTTP_DATES.map((form) => form.exec(field)?.groups).find((groups) => groups !== undefined);
  if (found === undefined) return null;
  const { day = "", month = "", year = "", time = "" } = found;
  const date = Date.parse(`${day.trim()} ${month} ${toWholeYear(year, lastModified)} ${time} GMT`);
  return Number.isNaN(date) ? null : date;
}

/**
 * A year more than 50 years ahead is the last one before with the same two digits (RFC 9110 5.6.7). Counted from the
 * representation, not from a clock: no condition on it lies further off.
 */
function toWholeYear(year: string, lastModified: Instant): number {
  if (year.length === 4) return Number(year);
  const present = new Date(lastModified).getUTCFullYear();
  const inCentury = present - (present % 100) + Number(year);
  return inCentury > present + 50 ? inCentury - 100 : inCentury;
}

/** The preferred form of RFC 9110 5.6.7: "Mon, 15 Jun 2026 17:00:00 GMT". */
export function toHttpDate(instant: Instant): string {
  return new Date(Math.floor(instant / SECOND) * SECOND).toUTCString();
}
