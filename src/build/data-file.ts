/** A data file as text, and which text it may hold: what every document can, and what was not lost on the way. */
import { UNSENDABLE } from "../wording/text.ts";
import type { PlacedMistake } from "./mistake.ts";

/** A data file, whatever it was read from. */
export interface DataFile {
  /** As messages name it: "data/sessions/2026-06-15-s21.md". */
  path: string;
  text: string;
  /** A link, a folder in place of a file, and the like: not read, for it could lead out of the data. */
  isNoPlainFile?: true;
}

/** Thirty times the longest abstract of any paper: a larger file is something else. */
const MAX_FILE_CHARACTERS = 100_000;

/** The sign of a lost character (U+FFFD) stands where a file is not UTF-8. */
const FORBIDDEN = new RegExp(`\ufffd|${UNSENDABLE.source}`, "u");
const DIRECTION = /\p{Bidi_Control}/u;

/** LF line ends, and no byte order mark: what Windows editors add is no mistake. */
export function toPlainLines(text: string): string {
  return text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
}

/** Null where the text can be read on; `text` has LF line ends. */
export function findTextMistake(text: string): PlacedMistake | null {
  if (text.length > MAX_FILE_CHARACTERS) {
    const message = `is too large (${text.length} characters), expected at most ${MAX_FILE_CHARACTERS}`;
    return { line: 1, field: "file", message };
  }
  const forbidden = findForbidden(text);
  if (forbidden === null) return null;
  const line = text.slice(0, forbidden.index).split("\n").length;
  const message = `has a character that is no text (${forbidden.name}), expected UTF-8 without control characters`;
  return { line, field: "file", message };
}

/** The first character that data may not hold, named as "U+0007", and where it stands in UTF-16 units; or null. */
export function findForbidden(text: string): { index: number; name: string } | null {
  const found = FORBIDDEN.exec(text);
  if (found === null) return null;
  const [character] = found;
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  const effect = DIRECTION.test(character) ? ", which turns the direction of text" : "";
  return { index: found.index, name: `U+${code}${effect}` };
}
