/** A row of a schedule to an announcement of its own. */
import { succeed, type Result } from "../../../programme/result.ts";
import { createDraft, type Draft } from "./draft.ts";
import type { LabelName } from "./labels.ts";
import { refuse, type Line, type Refused } from "../lines/line.ts";

/** A column: what its cells say, or the words above it that are not known. */
export type Column = LabelName | null;

export interface Row extends Line {
  cells: string[];
}

/** null where the row holds no session. */
export type ReadRow = Result<Draft, Refused> | null;

/** Stands in a cell for what is not known yet. */
export const NOTHING = /^(?:[–—-]*|n\/a|none|tb[adc]|to be (?:announced|determined|confirmed)|\?+)$/i;
/** Instead of who presents: there is no session. */
export const BREAK =
  /(?<![\p{L}])(?:no (?:session|meeting|class|talk|seminar|reading group)|break|holidays?|recess|vacation|thanksgiving|cancell?ed|off|exams?|ferien|feiertag|pause|entfällt|vacances|férié|feriado|festivo|休み|休会|放假)(?![\p{L}])/iu;

/** Read a row. @param columns what its cells say, in order */
export function readRow(row: Row, columns: readonly Column[]): ReadRow {
  const { cells, text } = row;
  // A row between bars may leave out its last cells.
  if (cells.length > columns.length || (cells.length < columns.length && !text.includes("|")))
    return refuse(`the row has ${cells.length} cells, expected ${columns.length} as in the first`);
  const isNothing = (name: LabelName): boolean => NOTHING.test(cells[columns.indexOf(name)] ?? "");
  const isBreak = (isNothing("presenters") || isNothing("title")) && BREAK.test(cells.join(" "));
  if (isBreak || (["title", "presenters", "paper"] as const).every(isNothing)) return null;
  const draft = createDraft("mail", row);
  for (const [at, cell] of cells.entries()) takeCell(draft, row.number, columns[at] ?? null, cell);
  return succeed(draft);
}

/** A column that is not known may say something that matters: its cells are read as lines of their own. */
function takeCell(draft: Draft, number: number, name: Column, cell: string): void {
  if (name === null) return void draft.free.push({ number, text: cell }, { number, text: "" });
  const isEmpty = NOTHING.test(cell) || (name === "number" && !/^\d+$/.test(cell));
  if (!isEmpty) draft.labels.push({ name, value: { number, text: cell } });
  else if (name === "title") draft.labels.push({ name, value: { number, text: "To be announced" } });
}
