/** The table of every word of a session, as it is searched, and beside it as it is spelt. */
import { toWordSet } from "../../programme/search-terms.ts";

/** Shorter ones are the beginning of too much, and so are pairs of characters. */
export const LEAST_LETTERS = 3;

export class WordsTable {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** An empty row for a session that is new in the index. */
  add(n: number): void {
    this.#sql.exec("INSERT INTO search_words (rowid, said, written) VALUES (CAST(? AS INTEGER), '', '')", n);
  }

  /** In the place of what was said, or written, before. */
  write(n: number, column: "said" | "written", texts: readonly string[]): void {
    const words = new Set(texts.flatMap((text) => [...toWordSet(text)]));
    this.#sql.exec(
      `UPDATE search_words SET ${column} = ? WHERE rowid = CAST(? AS INTEGER)`,
      [...words].join(" "),
      n,
    );
    const query = "SELECT said || ' ' || written AS words FROM search_words WHERE rowid = CAST(? AS INTEGER)";
    const all = this.#sql.exec<{ words: string }>(query, n).toArray()[0]?.words ?? "";
    const spelt = all.split(" ").filter((word) => word.length >= LEAST_LETTERS);
    this.#sql.exec("DELETE FROM search_spelling WHERE rowid = CAST(? AS INTEGER)", n);
    this.#sql.exec(
      "INSERT INTO search_spelling (rowid, words) VALUES (CAST(? AS INTEGER), ?)",
      n,
      spelt.join(" "),
    );
  }

  /** Of a session that is no longer in the index. */
  remove(n: number): void {
    for (const table of ["search_spelling", "search_words"])
      this.#sql.exec(`DELETE FROM ${table} WHERE rowid = CAST(? AS INTEGER)`, n);
  }
}
