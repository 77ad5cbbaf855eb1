/** What is wrong in `data/`, said so that a host finds the place and knows what to write instead. */
import { styleText } from "node:util";

/** Something wrong at one place of a data file. */
export interface Mistake {
  /** The file as its reader named it: "data/sessions/2026-06-15-s21.md". */
  path: string;
  /** Counted from 1. For a field that is missing, the line where what should hold it begins. */
  line: number;
  /** "date", "presenters[1].url", or "file" where no field is to blame. */
  field: string;
  /** What is wrong and what was expected, without a full stop: `"x" is not a number, expected …`. */
  message: string;
}

/** A mistake in a file whose path is not known yet. */
export type PlacedMistake = Omit<Mistake, "path">;

/** A value quoted in a message is cut after so many characters: enough to find it again. */
const MAX_QUOTED_CHARACTERS = 60;

/**
 * The line shown to a host: `data/sessions/s21.md:5 date: "2026-02-30" is not …, expected …`. One line without control
 * characters, whatever files and fields are called: terminals and GitHub's log take some for commands.
 */
export function toMistakeLine({ path, line, field, message }: Mistake): string {
  return `${path}:${line} ${field}: ${message}`.replace(/\p{Cc}/gu, " ");
}

/**
 * One line a mistake, and a last line with their number and what came of it ("2 errors: nothing was built").
 *
 * Coloured only where `stream` is a terminal that shows colours.
 */
export function toMistakeReport(
  mistakes: readonly Mistake[],
  outcome: string,
  stream: NodeJS.WritableStream,
): string {
  const paint = (style: "bold" | "red", text: string) =>
    styleText(style, text, { stream, validateStream: true });
  const lines = mistakes.map((mistake) => {
    const line = toMistakeLine(mistake);
    const { length } = `${mistake.path}:${mistake.line}`;
    return paint("bold", line.slice(0, length)) + line.slice(length);
  });
  const count = mistakes.length === 1 ? "1 error" : `${mistakes.length} errors`;
  return [...lines, paint("red", `${count}: ${outcome}`)].join("\n");
}

/** By file, then line, then as found. */
export function sortMistakes<T extends Mistake>(mistakes: readonly T[]): T[] {
  return mistakes.toSorted((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}

/** A value as a message quotes it: on one line, not too long. */
export function quote(value: string): string {
  const cut = value.length > MAX_QUOTED_CHARACTERS ? `${value.slice(0, MAX_QUOTED_CHARACTERS)}…` : value;
  return JSON.stringify(cut);
}

/** "presenters[1].url" for `["presenters", 1, "url"]`; "file" for the file itself. */
export function toFieldName(path: readonly PropertyKey[]): string {
  const name = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return name.replace(/^\./, "") || "file";
}
