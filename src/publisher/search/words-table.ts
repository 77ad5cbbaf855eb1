/** The table of every word of a session, as it is searched, and beside it as it is spelt. */
import { toWordSet } from "../../programme/search-terms.ts";

/** Shorter ones are the beginning of too much, and so are pairs of characters. */
export const LEAST_LETTERS = 3;

export class WordsTable {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Of a session that is new in the index. @param written its texts; nothing of it was said yet */
  add(n: number, written: readonly string[]): void {
    const words = toWords(written);
    this.#sql.exec(
      "INSERT INTO search_words (rowid, said, written) VALUES (CAST(? AS INTEGER), '', ?)",
      n,
      words.join(" "),
    );
    this.#spell(n, words);
  }

  /** In the place of what was said, or written, before. */
  change(n: number, column: "said" | "written", texts: readonly string[]): void {
    this.#sql.exec(
      `UPDATE search_words SET ${column} = ? WHERE rowid = CAST(? AS INTEGER)`,
      toWords(texts).join(" "),
      n,
    );
    const query = "SELECT said || ' ' || written AS words FROM search_words WHERE rowid = CAST(? AS INTEGER)";
    const all = this.#sql.exec<{ words: string }>(query, n).toArray()[0]?.words ?? "";
    this.#sql.exec("DELETE FROM search_spelling WHERE rowid = CAST(? AS INTEGER)", n);
    this.#spell(n, all.split(" "));
  }

  /** Of a session that is no longer in the index. */
  remove(n: number): void {
    for (const table of ["search_spelling", "search_words"])
      this.#sql.exec(`DELETE FROM ${table} WHERE rowid = CAST(? AS INTEGER)`, n);
  }

  #spell(n: number, words: readonly string[]): void {
    this.#sql.exec(
      "INSERT INTO search_spelling (rowid, words) VALUES (CAST(? AS INTEGER), ?)",
      n,
      words.filter((word) => word.length >= LEAST_LETTERS).join(" "),
    );
  }
}

/** Each once. */
function toWords(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => [...toWordSet(text)]))];
}
