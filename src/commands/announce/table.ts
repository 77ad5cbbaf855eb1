/** A term's schedule, "Oct 12 | Ada Example | Sparse Orders": each row is an announcement. */
import { createDraft, type Draft } from "./draft.ts";
import type { KnownLine } from "./known-line.ts";
import { toName, type LabelName } from "./labels.ts";
import type { Line, Remark } from "./line.ts";
import { findDates, findTimes } from "./mentions.ts";
import { isFullName, parsePeople } from "./people.ts";

/** A column: what its cells say, or the words above it that are not known. */
type Column = LabelName | null;

interface Row extends Line {
  cells: string[];
}

export interface Table {
  /** The index of its first line, and the one after its last. */
  from: number;
  next: number;
  drafts: Draft[];
  /** Rows without a session. */
  passedOver: Line[];
  refused: Remark[];
}

const RULE = /^[|\s:+=_-]*[-=_]{2,}[|\s:+=_-]*$/;
const COUNT = /^(?:#|no\.?|nr\.?|n°|session|week|woche|semaine|semana)$/i;
const NOTHING = /^(?:[–—-]*|n\/a|none|tb[adc]|to be (?:announced|determined|confirmed)|\?+)$/i;
const BREAK =
  /(?<![\p{L}])(?:no (?:session|meeting|class|talk|seminar|reading group)|break|holidays?|recess|vacation|thanksgiving|cancell?ed|off|exams?|ferien|feiertag|pause|entfällt|vacances|férié|feriado|festivo|休み|休会|放假)(?![\p{L}])/iu;

/** Every table of a text, in order. */
export function findTables(lines: readonly KnownLine[]): Table[] {
  const tables: Table[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const table = readTable(lines, at);
    if (table === null) continue;
    tables.push(table);
    at = table.next - 1;
  }
  return tables;
}

function readTable(lines: readonly KnownLine[], from: number): Table | null {
  const columns = toColumns(splitCells(lines[from]?.text ?? ""));
  const begin = columns === null ? from : from + (RULE.test(lines[from + 1]?.text ?? "") ? 2 : 1);
  const { rows, next, wrapped } = collectRows(lines, begin, columns?.length ?? 0);
  const known = columns ?? guessColumns(rows);
  if (rows.length < (columns === null ? 2 : 1) || known === null) return null;
  const table: Table = { from, next, drafts: [], passedOver: [], refused: [] };
  for (const row of rows) readRow(row, known, table);
  for (const line of wrapped)
    table.drafts.findLast(({ firstLine }) => firstLine < line.number)?.unread.push(line);
  return table;
}

/** Cells between bars, or parted by wide gaps. */
function splitCells(text: string): string[] {
  const isBarred = (text.match(/\|/g)?.length ?? 0) >= 2;
  const cells = isBarred ? text.replace(/^\s*\||\|\s*$/g, "").split("|") : text.split(/ {2,}/);
  return cells.map((cell) => cell.trim().replace(/^(\*\*|__|\*)(.+)\1$/, "$2"));
}

/** What the first row says of the columns: when, and the title or who presents. */
function toColumns(cells: readonly string[]): Column[] | null {
  if (cells.length < 2 || cells.some((cell) => cell.length > 30)) return null;
  const columns = cells.map((cell): Column => (COUNT.test(cell) ? "number" : toName(cell)));
  const isHead =
    columns.includes("time") &&
    (columns.includes("title") || columns.includes("presenters") || columns.includes("paper"));
  return isHead ? columns : null;
}

/** @param width how many columns there are, 0 where no row says so and each row begins with its date */
function collectRows(
  lines: readonly KnownLine[],
  from: number,
  width: number,
): { rows: Row[]; next: number; wrapped: Line[] } {
  const rows: Row[] = [];
  const wrapped: Line[] = [];
  let next = from;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    const cells = splitCells(line?.text ?? "");
    if (line === undefined || line.text === "") break;
    if (RULE.test(line.text)) continue;
    const isRow =
      width > 0
        ? cells.length > 1
        : cells.length === (rows[0]?.cells.length ?? Math.max(3, cells.length)) && isDay(cells[0]);
    if (isRow) rows.push({ ...line, cells });
    else if (rows.length > 0 && line.isIndented === true) wrapped.push(line);
    else break;
  }
  return { rows, next, wrapped };
}

function isDay(cell = ""): boolean {
  const [date] = findDates(cell, true);
  return date !== undefined && date.index < 6;
}

/** Without a row of names the date comes first; the names are the column that holds nothing but names. */
function guessColumns(rows: readonly Row[]): Column[] | null {
  const [first] = rows;
  if (first === undefined || first.cells.length !== 3) return null;
  const areNames = (column: number): boolean =>
    rows.every(({ cells }) => NOTHING.test(cells[column] ?? "") || isNames(cells[column] ?? ""));
  const areWords = (column: number): boolean => rows.some(({ cells }) => !isNames(cells[column] ?? ""));
  if (areNames(1) && areWords(2)) return ["time", "presenters", "title"];
  if (areNames(2) && areWords(1)) return ["time", "title", "presenters"];
  return null;
}

function isNames(text: string): boolean {
  const read = parsePeople(text);
  return read.ok && read.value.people.every(({ name }) => isFullName(name) || !name.includes(" "));
}

function readRow(row: Row, columns: readonly Column[], table: Table): void {
  const { number, cells, text } = row;
  if (cells.length > columns.length || (cells.length < columns.length && !/\|/.test(text))) {
    const message = `the row has ${cells.length} cells, expected ${columns.length} as in the first`;
    table.refused.push({ line: number, message });
    return;
  }
  const toCell = (name: LabelName): string => cells[columns.indexOf(name)] ?? "";
  const isEmpty = (["title", "presenters", "paper"] as const).every((name) => NOTHING.test(toCell(name)));
  const isBreak = NOTHING.test(toCell("presenters")) && BREAK.test(cells.join(" "));
  if (isEmpty || isBreak) {
    table.passedOver.push({ number, text });
    return;
  }
  const draft = createDraft("mail", row);
  for (const [at, cell] of cells.entries()) {
    const name = columns[at] ?? null;
    const value = { number, text: cell };
    if (name === null) draft.free.push(value, { number, text: "" });
    else if (name === "title")
      draft.labels.push({ name, value: NOTHING.test(cell) ? { number, text: "To be announced" } : value });
    else if (name !== "number" || /^\d+$/.test(cell))
      if (!NOTHING.test(cell)) draft.labels.push({ name, value });
  }
  table.drafts.push(draft);
}

/** A time that stands above a table is that of its rows: "Mondays, 1pm ET". */
export function toCommonTime(lines: readonly Line[]): Line | null {
  const times = lines.flatMap(({ number, text }) =>
    findTimes(text).map((time) => ({ number, text: time.text, isHalf: time.isHalf })),
  );
  const [first, second] = times.filter(({ isHalf }) => !isHalf);
  return first !== undefined && second === undefined ? first : null;
}
