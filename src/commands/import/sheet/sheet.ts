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
    const place = `line ${line}`;
    const said = cells.filter((cell) => cell !== "");
    if (said.length === 0 || (index === 1 && isBelowNames(cells, row.columns))) continue;
    const columns = toColumns(cells);
    if (columns !== null) {
      // A sheet may have a table for each term, each with its own names of columns.
      row = startTable(rows.slice(index), columns, row, reading);
      continue;
    }
    if (isHeading(cells, row.columns)) {
      const years = toHeadingYears(said[0] ?? "");
      if (years === null) read.passedOver.push({ place, reason: `"${said[0]}" has no date and no title` });
      // Of a heading with several years none is known to be meant.
      if (years !== null || YEAR.test(said[0] ?? "")) {
        row = { ...row, years };
        watch = createYearWatch();
      }
      continue;
    }
    const doubt = watch(readDateCell(cells[row.columns.at.date ?? -1] ?? "", row.order, row.years));
    const session = readRow(cells, { ...row, place }, context);
    if (!session.ok) read.passedOver.push({ place, reason: session.error.message });
    else if (doubt === null) read.sessions.push(session.value);
    else read.passedOver.push({ place, reason: `"${session.value.title}": ${doubt}` });
  }
}

const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/;

/** @param rows from the row of names on */
function startTable(
  rows: readonly SheetRow[],
  named: Columns,
  row: RowContext,
  { wishes, read, toColumns }: Reading,
): RowContext {
  const second = rows[1]?.cells ?? [];
  const columns =
    (isBelowNames(second, named) ? toColumns(joinNames(rows[0]?.cells ?? [], second)) : null) ?? named;
  const next = rows.slice(1).findIndex(({ cells }) => toColumns(cells) !== null);
  const below = rows.slice(1, next === -1 ? undefined : next + 1).map(({ cells }) => cells);
  // "Day 3" is no weekday.
  const { weekday } = columns.at;
  if (weekday !== undefined && !below.some((cells) => isWeekday(cells[weekday] ?? ""))) {
    columns.at.weekday = undefined;
    columns.unused.push({ index: weekday, name: rows[0]?.cells[weekday] ?? "" });
  }
  const dates = below.map((cells) => cells[columns.at.date ?? -1] ?? "");
  const order = wishes.order ?? columns.order ?? findOrder(dates);
  for (const note of toNotes(columns, order)) if (!read.notes.includes(note)) read.notes.push(note);
  return { ...row, columns, order: order === "both" ? null : order };
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
  const without = ({ number: _number, ...session }: PastSession): PastSession => ({
    ...session,
    number: undefined,
  });
  const words = `several sessions have the number ${repeated.join(", ")}: no number was taken`;
  return { sessions: sessions.map(without), notes: [...notes, words] };
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
