/**
 * The whole state as one document, for a backup and back. Representations are left out: they are rendered again.
 *
 *     {"format": "journal-club-feeds state", "version": 2, "club": "example.org", "tables": {"fact": [{…}, …], …}}
 *
 * Rows stand in the order of their keys, one a line, as they are stored: equal states are equal documents.
 */
import * as v from "valibot";
import { fail, succeed, type Result } from "../../programme/result.ts";
import { readBoundedText, type TooLarge } from "../../sources/read-bounded.ts";
import { FEED, FIRST_FILL, SOURCE, VIDEO, VIDEO_DETAIL } from "./archive-rows.ts";
import { FACT } from "./fact-table.ts";
import { RowReader, type RowFault } from "./row-reader.ts";
import { ENTRY, MATCH, NOTICE, RECORD, SET_ASIDE, SNAPSHOT, type RowKind } from "./rows.ts";
import { migrate, STORE_VERSION, TABLES, type Storage } from "./schema.ts";
import { describeFault } from "./stored-value.ts";

const FORMAT = "journal-club-feeds state";
/** A thousand sessions with long abstracts and five thousand videos are about 12 MB; an isolate has 128 MB for everything. */
export const MAX_STATE_BYTES = 32 * 1024 * 1024;

const KINDS: readonly RowKind<unknown>[] = [
  FACT,
  FEED,
  SOURCE,
  FIRST_FILL,
  VIDEO,
  VIDEO_DETAIL,
  RECORD,
  SNAPSHOT,
  ENTRY,
  NOTICE,
  MATCH,
  SET_ASIDE,
];
/** A state is more than facts: those a service has before it has published anything. */
const HOLDING = ["source", "video", "session", "entry", "notice", "match"];

const DOCUMENT = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(
    v.number(),
    v.safeInteger(),
    v.check((version) => version >= 1 && version <= STORE_VERSION, `expected at most ${STORE_VERSION}`),
  ),
  club: v.string(),
  tables: v.record(v.string(), v.array(v.record(v.string(), v.union([v.string(), v.number()])))),
});
export type StateDocument = v.InferOutput<typeof DOCUMENT>;

/** Why a document was not restored; nothing was changed then. */
export type StateFault = { reason: "not_a_state"; message: string } | { reason: "not_empty" } | TooLarge;

/** The document, in pieces. Rows that cannot be read are set aside first. */
export function toStateDocument(sql: SqlStorage, club: string): Uint8Array[] {
  const rows = new RowReader(sql);
  for (const kind of KINDS) rows.read(kind);
  const encoder = new TextEncoder();
  const head = JSON.stringify({ format: FORMAT, version: STORE_VERSION, club }).slice(0, -1);
  const tables = [...new Set(KINDS.map(({ table }) => table))].map((table, index) => {
    const stored = sql.exec(`SELECT * FROM ${table} ORDER BY 1, 2`).toArray();
    const lines = stored.map((row) => JSON.stringify(row)).join(",\n");
    return encoder.encode(`${index === 0 ? "" : ",\n"}${JSON.stringify(table)}: [\n${lines}\n]`);
  });
  return [encoder.encode(`${head}, "tables": {\n`), ...tables, encoder.encode("\n}}\n")];
}

/**
 * Read a document.
 *
 * @param club whose state it must be: another club's sessions would be published as vanished ones
 */
export function parseState(text: string, club: string): Result<StateDocument, StateFault> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail({ reason: "not_a_state", message: "no JSON" });
  }
  const { success, output, issues } = v.safeParse(DOCUMENT, value);
  if (!success) return fail({ reason: "not_a_state", message: describeFault(issues) });
  if (output.club === club) return succeed(output);
  return fail({ reason: "not_a_state", message: `club: "${output.club}", expected "${club}"` });
}

/** Put a document in the place of everything there is, in one step or not at all. An older one is migrated. */
export function restoreState(
  storage: Storage,
  document: StateDocument,
  { isReplacing }: { isReplacing: boolean },
): Result<{ rows: number }, StateFault> {
  if (!isReplacing && HOLDING.some((table) => countRows(storage.sql, table) > 0)) {
    return fail({ reason: "not_empty" });
  }
  try {
    return succeed({ rows: storage.transactionSync(() => replaceState(storage.sql, document)) });
  } catch (error) {
    // Thrown so that the transaction is taken back.
    return fail({ reason: "not_a_state", message: error instanceof Error ? error.message : "unreadable" });
  }
}

function replaceState(sql: SqlStorage, { version, tables }: StateDocument): number {
  for (const table of TABLES) sql.exec(`DROP TABLE IF EXISTS ${table}`);
  migrate(sql, 0, version);
  for (const [table, rows] of Object.entries(tables)) {
    const columns = readColumns(sql, table);
    for (const [index, row] of rows.entries())
      insertRow(sql, row, { table, columns, place: `tables.${table}[${index}]` });
  }
  migrate(sql, version, STORE_VERSION);
  const reader = new RowReader(sql);
  const [fault] = KINDS.flatMap((kind): RowFault[] => reader.findFaults(kind));
  if (fault !== undefined) throw new Error(`${fault.table} "${fault.key}": ${fault.reason}`);
  return Object.values(tables).reduce((sum, rows) => sum + rows.length, 0);
}

/** The columns that a table of the document may have; names come from the document, and go into queries. */
function readColumns(sql: SqlStorage, table: string): Set<string> {
  if (!KINDS.some((kind) => kind.table === table))
    throw new Error(`tables: "${table}" is no table of a state`);
  const columns = sql.exec<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`).toArray();
  return new Set(columns.map(({ name }) => name));
}

function insertRow(
  sql: SqlStorage,
  row: Record<string, string | number>,
  { table, columns, place }: { table: string; columns: ReadonlySet<string>; place: string },
): void {
  const names = Object.keys(row);
  const unknown = names.find((name) => !columns.has(name));
  if (unknown !== undefined) throw new Error(`${place}: "${unknown}" is no column`);
  try {
    const marks = names.map(() => "?").join(", ");
    sql.exec(`INSERT INTO ${table} (${names.join(", ")}) VALUES (${marks})`, ...Object.values(row));
  } catch (error) {
    throw new Error(`${place}: ${error instanceof Error ? error.message : "cannot be written"}`, {
      cause: error,
    });
  }
}

function countRows(sql: SqlStorage, table: string): number {
  const [row] = sql.exec<{ count: number }>(`SELECT count(*) AS count FROM ${table}`).toArray();
  return row?.count ?? 0;
}

/** Collect a body, unless it is too large. */
export function readText(body: ReadableStream<Uint8Array>): Promise<Result<string, TooLarge>> {
  return readBoundedText(body, MAX_STATE_BYTES);
}
