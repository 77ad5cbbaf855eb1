/** What is wrong with a data file before anybody reads what it says. */
import { findForbidden } from "./clean-text.ts";
import type { PlacedMistake } from "./mistake.ts";

/** A data file as text, whatever it was read from. */
export interface DataFile {
  /** As messages name it: "data/sessions/2026-06-15-s21.md". */
  path: string;
  text: string;
}

/** Thirty times the longest abstract of any paper: a larger file is something else. */
const MAX_FILE_CHARACTERS = 100_000;

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
