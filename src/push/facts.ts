/** What push remembers beside its tables: one JSON value under each name. */
import type * as v from "valibot";
import type { Storage } from "./schema.ts";
import { parseJson } from "./json.ts";

export class PushFacts {
  readonly #sql: SqlStorage;

  constructor({ sql }: Storage) {
    this.#sql = sql;
  }

  /** Null where there is none, or none that can be read. */
  get<T>(name: string, schema: v.GenericSchema<T>): T | null {
    const query = "SELECT value FROM push_fact WHERE name = ?";
    const [row] = this.#sql.exec<{ value: string }>(query, name).toArray();
    return row === undefined ? null : parseJson(row.value, schema);
  }

  set(name: string, value: unknown): void {
    this.#sql.exec("INSERT OR REPLACE INTO push_fact VALUES (?, ?)", name, JSON.stringify(value));
  }
}
