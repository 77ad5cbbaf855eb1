/**
 * What text may hold, stated once: the build refuses the rest, what YouTube sends and every writer go without it.
 *
 * All text that enters a document passes through here.
 */

/** Unlike the other controls these end a line in some reader: they become line feeds, not nothing. */
const LINE_ENDS = /\r\n?|[\v\f\u2028\u2029]/g;
/**
 * What no document holds: C0 and C1 controls except tab and line feed, lone surrogates, and noncharacters (XML 1.0 2.2
 * forbids or discourages them, RFC 5545 3.1 forbids the controls, UTF-8 has no surrogates); and embeddings, overrides and isolates of direction (UAX #9 2), which turn around what a
 * title stands beside where they are not closed. Marks of direction stay: right-to-left titles need no more.
 */
export const UNSENDABLE = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}|\p{Noncharacter_Code_Point}/u;
const ALL_UNSENDABLE = new RegExp(UNSENDABLE, "gu");

/**
 * All of that, line ends and whole emoji too, in one look at each UTF-16 unit: most texts have none, and need no more. A
 * class of properties costs ten times as much.
 */
const SUSPICIOUS =
  // oxlint-disable-next-line no-control-regex -- controls are what is looked for
  /[\0-\x08\v-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;
/**
 * That, and all white space but the space: what has none of these, and no two spaces beside each other, is a line. Looked for
 * one after the other, for a choice of one character or two costs five times as much.
 */
const NOT_IN_LINES =
  // oxlint-disable-next-line no-control-regex -- controls are what is looked for
  /[\0-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028-\u202f\u205f\u2066-\u2069\u3000\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]/;
/** Is not to be seen in a line, or is to be one space. */
const SPACES = /\s{2,}|[^\S ]/g;
/** Seen by itself in any text. */
const PLAIN = /[\dA-Za-z]/;

/** Seen by itself: no space, nothing of no width, no accent without its letter, not the empty Braille pattern. */
const VISIBLE =
  /[^\s\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/u;
const ALL_VISIBLE = new RegExp(VISIBLE, "gu");

/** Text without what no document holds; every line end is one line feed. */
export function toCleanText(text: string): string {
  return SUSPICIOUS.test(text) ? text.replace(LINE_ENDS, "\n").replace(ALL_UNSENDABLE, "") : text;
}

/** Clean text on one line with single spaces: titles, names, tags. */
export function toLine(text: string): string {
  return isLine(text) ? text : toCleanText(text).replace(SPACES, " ").trim();
}

function isLine(text: string): boolean {
  return !NOT_IN_LINES.test(text) && !text.includes("  ") && !text.startsWith(" ") && !text.endsWith(" ");
}

/**
 * Whether there is anything to read in a text. Decomposed, as selections compare names: "´" is an accent without its
 * letter. One character after the other, for many accents in a row take a time quadratic in them.
 */
export function isReadable(text: string): boolean {
  if (PLAIN.test(text)) return true;
  return text.matchAll(ALL_VISIBLE).some(([character]) => VISIBLE.test(character.normalize("NFKD")));
}

/** A title or name on one line; the stand-in where there is nothing to read in it. */
export function toTitle(text: string, standIn: string): string {
  return isReadable(text) ? toLine(text) : standIn;
}

/**
 * For lines that a browser breaks: as in French a space may stand before a sign or within quotation marks, and neither the
 * sign nor the mark belongs to another line than what it is beside.
 */
export function toUnbroken(text: string): string {
  return text.replace(/ (?=[:;?!»%])|(?<=«) /g, "\u00a0");
}

/** Those of some names or tags in which there is something to read, each on one line. */
export function toReadableLines(texts: readonly string[]): string[] {
  return texts.filter(isReadable).map(toLine);
}

/**
 * The beginning of a text, cut between words.
 *
 * @param limit the most UTF-16 units, with the "…" that shows the cut
 */
export function toExcerpt(text: string, limit: number): string {
  return toExcerptParts(text, limit).join("");
}

/** The same in two: the words, which may well be of ASCII alone, and the "…", or nothing. */
export function toExcerptParts(text: string, limit: number): [words: string, cut: "…" | ""] {
  const line = toBeginning(text, limit);
  if (line.length <= limit) return [line, ""];
  const cut = line.slice(0, limit - 1);
  const space = cut.lastIndexOf(" ");
  // Where no word ends nearby, it may end in half a character.
  return [space > limit / 2 ? cut.slice(0, space) : toCleanText(cut), "…"];
}

/** As much of a text on one line as tells what its first characters are, and whether there are more. */
function toBeginning(text: string, limit: number): string {
  // Of a long text the most is cut away: what is left has its beginning alone to thank for it.
  const first = text.slice(0, limit + 1);
  if (isLine(first)) return first;
  const beginning = toLine(text.slice(0, 2 * limit));
  return beginning.length > limit ? beginning : toLine(text);
}
