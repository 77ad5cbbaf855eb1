/** A Durable Object's SQLite storage in Node: the little of it that the store uses. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { Storage } from "../../publisher/store/schema.ts";

export interface NodeStorage extends Storage {
  database: DatabaseSync;
}

/** @param path a copy of a database, else an empty one in memory */
export function createStorage(path = ":memory:"): NodeStorage {
  const database = new DatabaseSync(path);
  // Preparing a statement costs more than most take to run.
  const prepared = new Map<string, StatementSync>();
  const prepare = (query: string): StatementSync => {
    const statement = prepared.get(query) ?? database.prepare(query);
    prepared.set(query, statement);
    return statement;
  };
  const exec = (query: string, ...bindings: SQLInputValue[]) => {
    const isScript = bindings.length === 0 && !/^\s*(?:SELECT|PRAGMA)\b/i.test(query);
    if (isScript) database.exec(query);
    const rows = isScript ? [] : prepare(query).all(...bindings.map(toBinding));
    return { toArray: () => rows.map((row) => Object.fromEntries(Object.entries(row).map(toColumn))) };
  };
  let depth = 0;
  const transactionSync = <T>(run: () => T): T => {
    const name = `step${depth++}`;
    database.exec(`SAVEPOINT ${name}`);
    try {
      return run();
    } catch (error) {
      database.exec(`ROLLBACK TO ${name}`);
      throw error;
    } finally {
      database.exec(`RELEASE ${name}`);
      depth -= 1;
    }
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the store uses `exec(…).toArray()` and nothing else
  return { database, sql: { exec } as unknown as SqlStorage, transactionSync };
}

/** workerd takes and gives bytes as an ArrayBuffer, Node as a Uint8Array. */
function toBinding(value: SQLInputValue): SQLInputValue {
  return value instanceof ArrayBuffer ? new Uint8Array(value) : value;
}

function toColumn([name, value]: [string, unknown]): [string, unknown] {
  return [name, value instanceof Uint8Array ? value.slice().buffer : value];
}
