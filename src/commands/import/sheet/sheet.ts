/** A sheet of sessions, exported as CSV or TSV, to sessions. */
import { succeed, type Result } from "../../../programme/result.ts";
import { findColumns, type Columns, type Role } from "./columns.ts";
import type { PastContext, ReadPast, UnreadFile } from "../past-session.ts";
import { findOrder, toHeadingYear, type Order } from "./sheet-dates.ts";
import { readRow, type RowContext } from "./sheet-row.ts";
import { readRows, type SheetRow } from "./sheet-rows.ts";

export interface SheetWishes {
  /** Columns that the organiser has named. */
  mapped: ReadonlyMap<Role, string>;
  /** Whether days or months come first, where the organiser has said it. */
  order: Order | null;
}

/** Every row with a date and a title; other rows are passed over with the reason. */
export function readSheet(
  text: string,
  wishes: SheetWishes,
  context: PastContext,
): Result<ReadPast, UnreadFile> {
  const toColumns = (cells: string[]): Columns | null => findColumns(cells, wishes.mapped);
  const found = readRows(text, (cells) => toColumns(cells) !== null);
  if (!found.ok) return found;
  const { rows, header } = found.value;
  const columns = toColumns(rows[header]?.cells ?? []);
  if (columns === null) throw new Error("the row of names was found by its columns");
  const below = rows.slice(header + 1);
  const dates = below.map(({ cells }) => cells[columns.at.date ?? -1] ?? "");
  const column = wishes.order ?? columns.order ?? findOrder(dates);
  const order = column === "both" ? null : column;
  const above = rows.slice(0, header).map(({ cells }) => toHeadingYear(cells.join(" ")));
  const year = above.findLast((one) => one !== null) ?? null;
  return succeed(readBelow(below, { columns, order, year, place: "" }, toNotes(columns, column), context));
}

function readBelow(
  rows: readonly SheetRow[],
  first: RowContext,
  notes: string[],
  context: PastContext,
): ReadPast {
  const read: ReadPast = { sessions: [], passedOver: [], notes };
  let { year } = first;
  for (const { line, cells } of rows.filter((row) => row.cells.some((cell) => cell !== ""))) {
    const heading = findHeading(cells, first.columns);
    if (heading !== null) {
      year = heading;
      continue;
    }
    const place = `line ${line}`;
    const session = readRow(cells, { ...first, year, place }, context);
    if (session.ok) read.sessions.push(session.value);
    else read.passedOver.push({ place, reason: session.error.message });
  }
  return read;
}

/** The year of a row that is a heading: one short cell, and no title. */
function findHeading(cells: readonly string[], { at }: Columns): number | null {
  const [words = "", another] = cells.filter((cell) => cell !== "");
  const isHeading = another === undefined && words.length < MAX_HEADING_CHARACTERS;
  return isHeading && (cells[at.title ?? -1] ?? "") === "" ? toHeadingYear(words) : null;
}

/** "Summer term 2026" and the like. */
const MAX_HEADING_CHARACTERS = 40;

function toNotes({ unused }: Columns, order: Order | "both" | null): string[] {
  return [
    ...(unused.length > 0
      ? [`columns that nothing was taken from: ${unused.map((name) => `"${name}"`).join(", ")}`]
      : []),
    ...(order === "both"
      ? ["some dates have the day first and some the month: write them in one way, or use --dates"]
      : []),
  ];
}
