/** A comma-, semicolon- or tab-separated file to rows, each with its line. Read by csv-parse. */
import { isUtf8 } from "node:buffer";
import { parse } from "csv-parse/sync";
import { fail, succeed, type Result } from "../../../programme/result.ts";
import type { UnreadFile } from "../past-session.ts";

export interface SheetRow {
  /** Where it begins, from 1. */
  line: number;
  cells: string[];
}

const DELIMITERS = ["\t", ";", ","];
/** Above the names of the columns stand a title and a remark at most. */
const MAX_ROWS_ABOVE = 15;

/** Bytes as a spreadsheet writes them: UTF-8, UTF-16 ("Unicode text"), or what Windows had before. */
export function toSheetText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  return new TextDecoder(isUtf8(bytes) ? "utf-8" : "windows-1252").decode(bytes);
}

/**
 * @param isHeader whether a row names the columns: the delimiter is the one with which there is such a row
 * @returns all rows, and which of them names the columns; the names of two rows, one below the other, are in the second
 */
export function readRows(
  text: string,
  isHeader: (cells: string[]) => boolean,
): Result<{ rows: SheetRow[]; header: number }, UnreadFile> {
  let detail = "";
  for (const delimiter of DELIMITERS) {
    const rows = parseRows(text, delimiter);
    if (!rows.ok) {
      detail ||= rows.error.message;
      continue;
    }
    const first = rows.value.slice(0, MAX_ROWS_ABOVE);
    const header = first.findIndex(({ cells }) => isHeader(cells));
    if (header !== -1) return succeed({ rows: rows.value, header });
    const below = first.findIndex(({ cells }, index) =>
      isHeader(joinNames(first[index - 1]?.cells ?? [], cells)),
    );
    const [above, own] = [first[below - 1], first[below]];
    if (above === undefined || own === undefined) continue;
    own.cells = joinNames(above.cells, own.cells);
    return succeed({ rows: rows.value.filter((row) => row !== above), header: below - 1 });
  }
  const message = detail === "" ? "" : ` (${detail})`;
  return fail({
    reason: "unread_file",
    message: `has no row that names a column of dates and one of titles${message}; say which they are: --map title=COLUMN,date=COLUMN`,
  });
}

/** Invisible signs are copied along from web pages; a space is a space. */
function toCell(cell: string): string {
  return cell
    .normalize("NFC")
    .replace(/[\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, " ")
    .replace(/\r\n?/g, "\n")
    .trim();
}

/** Names in two rows: the lower ones are the nearer. */
export function joinNames(above: readonly string[], below: readonly string[]): string[] {
  const length = Math.max(above.length, below.length);
  return Array.from({ length }, (_, index) => below[index] || (above[index] ?? ""));
}

function parseRows(text: string, delimiter: string): Result<SheetRow[], UnreadFile> {
  try {
    const lastLines: number[] = [];
    const records: string[][] = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      on_record: (record: string[], { lines }) => {
        lastLines.push(lines);
        return record;
      },
    });
    const rows = records.map((record, index) => ({
      line: (lastLines[index - 1] ?? 0) + 1,
      cells: record.map(toCell),
    }));
    return succeed(rows);
  } catch (error) {
    return fail({ reason: "unread_file", message: error instanceof Error ? error.message : String(error) });
  }
}
