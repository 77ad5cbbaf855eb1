/** Text as every format may carry it. All text that enters a document passes through here once. */

/** Unlike the other controls these end a line in some reader: they become line feeds, not nothing. */
const LINE_ENDS = /\r\n?|[\v\f\u2028\u2029]/g;
/**
 * C0 and C1 controls except tab and line feed, lone surrogates, and noncharacters: XML 1.0 (2.2) forbids or discourages
 * them, RFC 5545 (3.1) forbids the controls, and UTF-8 has no surrogates. `xml.ts` relies on noncharacters being gone.
 */
const UNSENDABLE = /[^\P{Cc}\t\n]|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/** Text without control characters, noncharacters and lone surrogates; every line end is one line feed. */
export function toCleanText(text: string): string {
  return text.replace(LINE_ENDS, "\n").replace(UNSENDABLE, "");
}

/** Clean text on one line with single spaces: titles, names, tags. */
export function toLine(text: string): string {
  return toCleanText(text).replace(/\s+/g, " ").trim();
}

/**
 * The beginning of a text, cut between words.
 *
 * @param limit the most UTF-16 units, with the "…" that shows the cut
 */
export function toExcerpt(text: string, limit: number): string {
  const line = toLine(text);
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit - 1);
  const space = cut.lastIndexOf(" ");
  // Where no word ends nearby, it may end in half a character.
  return `${toCleanText(space > limit / 2 ? cut.slice(0, space) : cut)}…`;
}
