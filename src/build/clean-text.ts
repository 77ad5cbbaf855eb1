/** Which characters data may hold: those that survive XML, JSON and iCalendar, and a trip through any editor. */

/**
 * Controls but tab and line feed, what XML 1.0 2.2 leaves out, and the sign of a lost character (U+FFFD): it stands
 * where a file is not UTF-8.
 */
// oxlint-disable-next-line no-control-regex -- finding control characters is the point
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd-\uffff]|\p{Surrogate}/u;

export interface ForbiddenCharacter {
  /** Where in the text, in UTF-16 units. */
  index: number;
  /** "U+0007". */
  name: string;
}

/** The first character that data may not hold, or null. */
export function findForbidden(text: string): ForbiddenCharacter | null {
  const found = FORBIDDEN.exec(text);
  if (found === null) return null;
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return { index: found.index, name: `U+${code}` };
}

/** LF line ends, and no byte order mark: what Windows editors add is no mistake. */
export function toPlainLines(text: string): string {
  return text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
}
