/**
 * Rows read through their schemas. One that cannot be read is set aside with the reason, and reading goes on.
 */
import * as v from "valibot";
import { toRfc3339 } from "../../programme/instant.ts";
import { log } from "../log.ts";
import { describeFault, INSTANT } from "./stored-value.ts";
import type { RowKind } from "./rows.ts";

/** A row that could not be read: which one and why, not what it holds. */
export interface RowFault {
  table: string;
  key: string;
  reason: string;
}

/** The rows set aside so far. */
export interface SetAside {
  count: number;
  /** When the latest was; RFC 3339, null where there is none. */
  lastAt: string | null;
  latest: RowFault[];
}

type Row = Record<string, SqlStorageValue>;

/** A longer key is no key of ours. */
const MAX_KEY_LENGTH = 100;
/** A row holds at most 2 MB. */
const MAX_ROW_LENGTH = 900_000;
/** Set-aside rows told in the status. */
const MAX_TOLD = 20;

export class RowReader {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /**
   * The values of a table's rows.
   *
   * @param selection what follows the table's name in the query
   */
  read<T>(kind: RowKind<T>, selection = "", ...bindings: string[]): T[] {
    return this.#rows(kind, selection, bindings).flatMap((row) => {
      const usual = kind.readUsual?.(row) ?? null;
      if (usual !== null) return [usual];
      const { success, output, issues = [] } = v.safeParse(kind.schema, row);
      if (success) return [output];
      this.#setAside(
        kind,
        row,
        describeFault(issues),
        kind.part !== undefined && issues[0]?.path?.[0].key === kind.part,
      );
      return [];
    });
  }

  /** What cannot be read of a table; everything stays where it is. */
  findFaults<T>(kind: RowKind<T>): RowFault[] {
    return this.#rows(kind, "", []).flatMap((row) => {
      const { issues } = v.safeParse(kind.schema, row);
      return issues === undefined ? [] : [{ ...toPlace(kind, row), reason: describeFault(issues) }];
    });
  }

  /** How many rows are set aside, and the latest of them. */
  readSetAside(): SetAside {
    const query = "SELECT table_name, key, reason FROM set_aside ORDER BY at DESC, table_name, key LIMIT ?";
    const latest = this.#sql.exec<Row>(query, MAX_TOLD).toArray();
    const [counted] = this.#sql
      .exec<{ count: number; at: SqlStorageValue }>("SELECT count(*) AS count, max(at) AS at FROM set_aside")
      .toArray();
    const lastAt = counted?.at;
    return {
      count: counted?.count ?? 0,
      lastAt: v.is(INSTANT, lastAt) ? toRfc3339(lastAt) : null,
      latest: latest.map((row) => ({
        table: toShort(row["table_name"]),
        key: toShort(row["key"]),
        reason: toShort(row["reason"]),
      })),
    };
  }

  #rows<T>({ table, columns }: RowKind<T>, selection: string, bindings: string[]): Row[] {
    const query = `SELECT rowid AS row_id, ${columns.join(", ")} FROM ${table} ${selection}`;
    return this.#sql.exec<Row>(query, ...bindings).toArray();
  }

  /** Kept once for every key: of the second time the first tells more. */
  #setAside<T>(kind: RowKind<T>, row: Row, reason: string, isPart: boolean): void {
    const { table, part } = kind;
    const rowId = row["row_id"] ?? null;
    const [whole] = this.#sql.exec<Row>(`SELECT * FROM ${table} WHERE rowid = ?`, rowId).toArray();
    const { key } = toPlace(kind, row);
    this.#sql.exec(
      "INSERT OR IGNORE INTO set_aside (table_name, key, reason, row, at) VALUES (?, ?, ?, ?, ?)",
      table,
      key,
      reason,
      JSON.stringify(whole, toPlain).slice(0, MAX_ROW_LENGTH),
      Date.now(),
    );
    this.#sql.exec(
      isPart
        ? `UPDATE ${table} SET ${part} = 'null' WHERE rowid = ?`
        : `DELETE FROM ${table} WHERE rowid = ?`,
      rowId,
    );
    log("error", "row set aside", { table, key, reason });
  }
}

function toPlace<T>({ table, columns: [column], hasPrivateKey }: RowKind<T>, row: Row) {
  const key = toShort(row[column]);
  return { table, key: hasPrivateKey === true ? key.replace(/ .*/s, "") : key };
}

function toShort(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value, toPlain) ?? "");
  return text.slice(0, MAX_KEY_LENGTH);
}

/** Bytes, where there should be none, as a list of numbers. */
function toPlain(_name: string, value: unknown): unknown {
  return value instanceof ArrayBuffer ? [...new Uint8Array(value)] : value;
}
