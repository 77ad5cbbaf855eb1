/** A term's schedule, "Oct 12 | Ada Example | Sparse Orders": each row is an announcement. */
import type { Draft } from "./draft.ts";
import type { KnownLine } from "./known-line.ts";
import { toName, withZone } from "./labels.ts";
import type { Line, Remark } from "../lines/line.ts";
import { findDates } from "../when/dates.ts";
import { findTimes } from "../when/times.ts";
import { findZone, toZones } from "../when/zones.ts";
import { isFullName } from "../who/name.ts";
import { isPlacedPeople, parsePeople } from "../who/people.ts";
import { splitListRow } from "./list-row.ts";
import { BREAK, NOTHING, readRow, type Column, type ReadRow, type Row } from "./table-row.ts";

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
/** The day, who and what. */
const LIST_CELLS = 3;
const COUNT = /^(?:#|no\.?|nr\.?|n°|session|week|woche|semaine|semana)$/i;

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
  const read = columns === null ? readHeadless(lines, from) : readHeaded(lines, from, columns);
  if (read === null) return null;
  const table: Table = { from, next: read.next, drafts: [], passedOver: [], refused: [] };
  for (const row of read.rows) addRow(table, row, readRow(row, read.columns));
  for (const line of read.wrapped)
    table.drafts.findLast(({ firstLine }) => firstLine < line.number)?.unread.push(line);
  return table;
}

function addRow(table: Table, { number, text }: Row, read: ReadRow): void {
  if (read === null) table.passedOver.push({ number, text });
  else if (read.ok) table.drafts.push(read.value);
  else table.refused.push({ line: number, message: read.error.message });
}

interface Rows {
  columns: Column[];
  rows: Row[];
  /** The index after the last. */
  next: number;
  /** Lines that go on with the row above them. */
  wrapped: Line[];
}

/** Rows below one that names the columns. */
function readHeaded(lines: readonly KnownLine[], from: number, columns: Column[]): Rows | null {
  const begin = from + (RULE.test(lines[from + 1]?.text ?? "") ? 2 : 1);
  const { rows, ...end } = collectRows(lines, begin, splitCells, (cells) => cells.length > 1);
  const head = splitCells(lines[from]?.text ?? "");
  const toZoned = (cell: string, at: number): string =>
    columns[at] === "time" ? withZone(head[at] ?? "", cell) : cell;
  const zoned = rows.map((row) => ({ ...row, cells: row.cells.map(toZoned) }));
  return rows.length === 0 ? null : { columns, rows: zoned, ...end };
}

/** Rows that begin with their dates; one alone may be anything. */
function readHeadless(lines: readonly KnownLine[], from: number): Rows | null {
  const first = lines[from]?.text ?? "";
  const width = splitCells(first).length;
  const isList = width < 3 && splitListRow(first).length === LIST_CELLS;
  const { rows, ...end } = isList
    ? collectRows(lines, from, splitListRow, (cells) => cells.length === LIST_CELLS)
    : collectRows(
        lines,
        from,
        splitCells,
        (cells) => width >= 3 && cells.length === width && isDay(cells[0]),
      );
  const columns = rows.length < 2 ? null : guessColumns(rows);
  return columns === null ? null : { columns, rows, ...end };
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

function collectRows(
  lines: readonly KnownLine[],
  from: number,
  split: (text: string) => string[],
  isRow: (cells: readonly string[]) => boolean,
): Omit<Rows, "columns"> {
  const rows: Row[] = [];
  const wrapped: Line[] = [];
  let next = from;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (line === undefined || line.text === "") break;
    const cells = split(line.text);
    if (RULE.test(line.text)) continue;
    if (isRow(cells)) rows.push({ ...line, cells });
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
function guessColumns(all: readonly Row[]): Column[] | null {
  const rows = all.filter(({ cells }) => !cells.some((cell) => BREAK.test(cell)));
  const [first] = rows;
  if (first === undefined || first.cells.length !== 3) return null;
  const areNames = (column: number): boolean =>
    rows.every(({ cells }) => NOTHING.test(cells[column] ?? "") || isNames(cells[column] ?? ""));
  const areWords = (column: number): boolean =>
    rows.some(({ cells }) => !NOTHING.test(cells[column] ?? "") && !isNames(cells[column] ?? ""));
  const arePlaced = (column: number): boolean =>
    rows.some(({ cells }) => isPlacedPeople(cells[column] ?? ""));
  const isWho = (column: number, other: number): boolean =>
    areNames(column) &&
    (arePlaced(column) ? areWords(other) || !arePlaced(other) : areWords(other) && !arePlaced(other));
  if (isWho(1, 2)) return ["time", "presenters", "title"];
  return isWho(2, 1) ? ["time", "title", "presenters"] : null;
}

function isNames(text: string): boolean {
  const read = parsePeople(text);
  return (
    !/^["“«„]/.test(text) &&
    read.ok &&
    read.value.people.every(({ name }) => isFullName(name) || !name.includes(" "))
  );
}

/** "All times CEST", "Times are in UTC": the zone that stands above a table is that of its rows. */
export function toCommonZone(lines: readonly Line[]): Line | null {
  for (const { number, text } of lines) {
    const [, words = ""] =
      /(?<!\p{L})times?(?: zone)?(?:\s+(?:are|is|in|given|shown|listed|all|:))*\s+(.+)$/iu.exec(text) ?? [];
    const zone = findZone(words);
    if (zone !== null && toZones(zone.name).length > 0) return { number, text: zone.name };
  }
  return null;
}

/** A time that stands above a table is that of its rows: "Mondays, 1pm ET". */
export function toCommonTime(lines: readonly Line[]): Line | null {
  const times = lines.flatMap(({ number, text }) =>
    findTimes(text).map((time) => ({ number, text: time.text, isHalf: time.isHalf })),
  );
  const [first, second] = times.filter(({ isHalf }) => !isHalf);
  return first !== undefined && second === undefined ? first : null;
}
