/** Words that begin as a search ends, for who has not typed it to its end, or knows no more of a name. */
import { INDEXED_WORD } from "../../programme/search-terms.ts";
import type { Term } from "./match.ts";
import { LEAST_LETTERS } from "./words-table.ts";

/** Those that most sessions hold. */
const SPELLINGS = 8;

/**
 * The terms of a search, the last word of the last one completed in every way that the index knows.
 *
 * @returns null where it is too short, is a word itself, or nothing begins so
 */
export function complete(sql: SqlStorage, terms: readonly string[]): Term[] | null {
  const last = terms.at(-1) ?? "";
  const word = [...last.matchAll(INDEXED_WORD)].at(-1);
  if (word === undefined) return null;
  // As the index spells it.
  const begin = word[0].normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");
  if (begin.length < LEAST_LETTERS) return null;
  const found = sql
    .exec<{ term: string }>(
      `SELECT term FROM search_spelling_term WHERE term >= ? AND term < ? ORDER BY doc DESC, term LIMIT ${SPELLINGS}`,
      begin,
      `${begin}\u{10FFFF}`,
    )
    .toArray();
  if (found.length === 0 || isKnown(sql, begin)) return null;
  return [
    ...terms.slice(0, -1).map((term) => [term]),
    found.map(({ term }) => last.slice(0, word.index) + term),
  ];
}

function isKnown(sql: SqlStorage, word: string): boolean {
  return sql.exec("SELECT 1 FROM search_spelling_term WHERE term = ?", word).toArray().length > 0;
}
