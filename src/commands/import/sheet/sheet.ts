/** A sheet of sessions, exported as CSV or TSV, to sessions. */
import { fail, succeed, type Result } from "../../../programme/result.ts";
import { findColumns, type Columns } from "./columns.ts";
import { toNamed, type Role } from "./column-names.ts";
import type { PastContext, PastSession, ReadPast, UnreadFile } from "../past-session.ts";
import { findOrder, isWeekday, readDateCell, toHeadingYears, type Order, type Years } from "./sheet-dates.ts";
import { readRow, type RowContext } from "./sheet-row.ts";
import { joinNames, readRows, type SheetRow } from "./sheet-rows.ts";
import { createYearWatch } from "./year-watch.ts";

export interface SheetWishes {
  /** Columns that the organiser has named. */
  mapped: ReadonlyMap<Role, string>;
  /** Whether days or months come first, where the organiser has said it. */
  order: Order | null;
  /** The years of dates that say none, where the organiser has said them. */
  years?: Years | null;
}

/** Every row with a date and a title; other rows are passed over with the reason. */
export function readSheet(
  text: string,
  wishes: SheetWishes,
  context: PastContext,
): Result<ReadPast, UnreadFile> {
  const toColumns = (cells: readonly string[]): Columns | null => findColumns(cells, wishes.mapped);
  const found = readRows(text, (cells) => toColumns(cells) !== null);
  if (!found.ok) return found;
  const { rows, header } = found.value;
  const names = rows[header]?.cells ?? [];
  const columns = toColumns(names);
  if (columns === null) return fail({ reason: "unread_file", message: "has no row that names its columns" });
  const above = rows.slice(0, header).map(({ cells }) => cells.filter((cell) => cell !== "").join(" "));
  const headings = above.map(toHeadingYears).filter((one) => one !== null);
  const read: ReadPast = { sessions: [], passedOver: [], notes: [] };
  read.notes.push(...above.filter((words) => words !== "").map((words) => `above the columns: "${words}"`));
  const first = { columns, order: null, years: headings.at(-1) ?? wishes.years ?? null, place: "" };
  readBelow(rows.slice(header), first, { wishes, context, read, toColumns });
  return succeed({ ...read, ...withoutRepeatedNumbers(read) });
}

interface Reading {
  wishes: SheetWishes;
  context: PastContext;
  read: ReadPast;
  toColumns: (cells: readonly string[]) => Columns | null;
}

/** @param rows from the row of names on */
function readBelow(rows: readonly SheetRow[], first: RowContext, reading: Reading): void {
  const { context, read, toColumns } = reading;
  let row = first;
  let watch = createYearWatch();
  for (const [index, { line, cells }] of rows.entries()) {
    if (isEmpty(cells, index, row.columns)) continue;
    const place = `line ${line}`;
    const columns = toColumns(cells);
    if (columns !== null) {
      // A sheet may have a table for each term, each with its own names of columns.
      row = { ...row, ...startTable(rows.slice(index), columns, reading) };
    } else if (isHeading(cells, row.columns)) {
      const years = readHeading(cells, place, read);
      if (years === undefined) continue;
      row = { ...row, years };
      watch = createYearWatch();
    } else {
      const term = readTerm(cells, row);
      if (term !== null) {
        row = { ...row, ...term };
        watch = createYearWatch();
      }
      const doubt = watch(readDateCell(cells[row.columns.at.date ?? -1] ?? "", row.order, row.years));
      addRow(readRow(cells, { ...row, place }, context), place, doubt, read);
    }
  }
}

/** The cells of a term are often one, whose words stand in the first. @returns null where none begins */
function readTerm(
  cells: readonly string[],
  { columns, term: last }: RowContext,
): Pick<RowContext, "years" | "term"> | null {
  const term = cells[columns.at.year ?? -1] ?? "";
  return term === last || !YEAR.test(term) ? null : { years: toHeadingYears(term), term };
}

/** Whether a row says nothing, or is the second row of names. */
function isEmpty(cells: readonly string[], index: number, columns: Columns): boolean {
  return cells.every((cell) => cell === "") || (index === 1 && isBelowNames(cells, columns));
}

function addRow(
  session: ReturnType<typeof readRow>,
  place: string,
  doubt: string | null,
  { sessions, passedOver }: ReadPast,
): void {
  if (!session.ok) passedOver.push({ place, reason: session.error.message });
  else if (doubt !== null) passedOver.push({ place, reason: `"${session.value.title}": ${doubt}` });
  else sessions.push(session.value);
}

/** @returns the years from here on; null where it names several, of which none is known to be meant; undefined for none */
function readHeading(cells: readonly string[], place: string, read: ReadPast): Years | null | undefined {
  const words = cells.find((cell) => cell !== "") ?? "";
  const years = toHeadingYears(words);
  if (years !== null) return years;
  read.passedOver.push({ place, reason: `"${words}" has no date and no title` });
  return YEAR.test(words) ? null : undefined;
}

const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/;

/** @param rows from the row of names on */
function startTable(
  rows: readonly SheetRow[],
  named: Columns,
  { wishes, read, toColumns }: Reading,
): Pick<RowContext, "columns" | "order"> {
  const [first = [], second = []] = rows.map(({ cells }) => cells);
  const joined = isBelowNames(second, named) ? toColumns(joinNames(first, second)) : null;
  const columns = joined ?? named;
  const below = toTable(rows.slice(1), (cells) => toColumns(cells) !== null);
  checkWeekdays(columns, first, below);
  const order =
    wishes.order ?? columns.order ?? findOrder(below.map((cells) => cells[columns.at.date ?? -1] ?? ""));
  for (const note of toNotes(columns, order)) if (!read.notes.includes(note)) read.notes.push(note);
  return { columns, order: order === "both" ? null : order };
}

/** The rows until the next names of columns. */
function toTable(
  rows: readonly SheetRow[],
  isHeader: (cells: readonly string[]) => boolean,
): (readonly string[])[] {
  const all = rows.map(({ cells }) => cells);
  const end = all.findIndex(isHeader);
  return end === -1 ? all : all.slice(0, end);
}

/** "Day 3" is no weekday: such a column is none of them. */
function checkWeekdays(
  columns: Columns,
  names: readonly string[],
  below: readonly (readonly string[])[],
): void {
  const { weekday } = columns.at;
  if (weekday === undefined || below.some((cells) => isWeekday(cells[weekday] ?? ""))) return;
  columns.at.weekday = undefined;
  columns.unused.push({ index: weekday, name: names[weekday] ?? "" });
}

/** A second row of names: no date or title stands in it, and most of what does is a name. */
function isBelowNames(cells: readonly string[], { at }: Columns): boolean {
  const said = cells.filter((cell) => cell !== "");
  const named = said.filter((cell) => toNamed(cell) !== null);
  const date = cells[at.date ?? -1] ?? "";
  return (
    (date === "" || toNamed(date)?.role === "date") && named.length > 1 && named.length * 2 > said.length
  );
}

/** One short cell, or the same in several, and no title. */
function isHeading(cells: readonly string[], { at }: Columns): boolean {
  const [words = "", another] = new Set(cells.filter((cell) => cell !== ""));
  const title = cells[at.title ?? -1] ?? "";
  const isSpread = cells.filter((cell) => cell === words).length > 1;
  return (
    another === undefined &&
    words.length < MAX_HEADING_CHARACTERS &&
    (title === "" || isSpread) &&
    !isDated(cells, at)
  );
}

function isDated(cells: readonly string[], at: Columns["at"]): boolean {
  return readDateCell(cells[at.date ?? -1] ?? "", "day-first", { first: 2024, second: 2024 }).ok;
}

/** "Summer term 2026" and the like. */
const MAX_HEADING_CHARACTERS = 60;

/** Numbers that begin anew with each term tell no session from another, so none is one's own. */
function withoutRepeatedNumbers({ sessions, notes }: ReadPast): Pick<ReadPast, "sessions" | "notes"> {
  const byNumber = Map.groupBy(sessions, ({ number }) => number);
  const repeated = [...byNumber].flatMap(([number, all]) =>
    number !== undefined && all[1] !== undefined ? [number] : [],
  );
  if (repeated.length === 0) return { sessions, notes };
  const words = `several sessions have the number ${repeated.join(", ")}: no number was taken`;
  return { sessions: sessions.map(withoutNumber), notes: [...notes, words] };
}

function withoutNumber(session: PastSession): PastSession {
  return { ...session, number: undefined };
}

function toNotes({ unused }: Columns, order: Order | "both" | null): string[] {
  return [
    ...(unused.length > 0
      ? [`columns that nothing was taken from: ${unused.map(({ name }) => `"${name}"`).join(", ")}`]
      : []),
    ...(order === "both"
      ? ["some dates have the day first and some the month: write them in one way, or use --dates"]
      : []),
  ];
}
