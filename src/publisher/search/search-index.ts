/**
 * Which sessions are found: by their text, and by what was said in them. Reads only; see `index-writer.ts` for how the index
 * is made, and `found-session.ts` for what is shown of them.
 *
 * A search costs no write, and a few milliseconds however much was said: which sessions fit is one look into each table, and
 * of words that are said everywhere the newest passages are looked at alone.
 */
import { isPhrase, toAll, toCoarse, type Term } from "./match.ts";
import { findPassages, type Passages } from "./passages.ts";

/** A title counts ten times as much as a word of the abstract. */
const WEIGHTS = "10, 8, 6, 4, 2";

/** Phrases of words with spaces that are looked up one by one, where all terms are together nowhere. */
const PHRASES = 2;

export interface Hits {
  /** Best first. */
  ns: readonly number[];
  terms: readonly Term[];
  /** Whose text has all terms. */
  written: ReadonlySet<number>;
  /** Where all terms were said together, most often first. */
  said: Passages;
  /** Where phrases were said, if all terms were together nowhere. */
  phrases: ReadonlyMap<Term, Passages>;
}

export class SearchIndex {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /**
   * The sessions that a search finds, best first: those whose text has all terms, then those where all were said together,
   * most often first. Where there is neither, those that have all of them anywhere.
   */
  find(terms: readonly Term[]): Hits {
    const phrases = new Map<Term, Passages>();
    if (terms.length === 0) return { ns: [], terms, written: new Set(), said: new Map(), phrases };
    const written = this.#findWritten(terms);
    const said = findPassages(this.#sql, terms, this.#findCandidates(`said : (${toCoarse(terms)})`));
    const found = [...written.union(said)];
    const isFound = found.length > 0 || terms.length === 1;
    return { ns: isFound ? found : this.#findAnywhere(terms, phrases), terms, written, said, phrases };
  }

  #findWritten(terms: readonly Term[]): Set<number> {
    const query = `SELECT rowid AS n FROM search_session WHERE search_session MATCH ? ORDER BY bm25(search_session, ${WEIGHTS}), n DESC`;
    return new Set(this.#select(query, toAll(terms)));
  }

  /** Those that have all words, newest in the index first. */
  #findCandidates(match: string): number[] {
    return this.#select(
      "SELECT rowid AS n FROM search_words WHERE search_words MATCH ? ORDER BY n DESC",
      match,
    );
  }

  /** @param phrases where they were said, for who shows it */
  #findAnywhere(terms: readonly Term[], phrases: Map<Term, Passages>): number[] {
    let left = this.#findCandidates(toCoarse(terms));
    for (const term of terms.filter(isPhrase).slice(0, PHRASES)) {
      if (left.length === 0) return [];
      const written = this.#findWritten([term]);
      const said = findPassages(this.#sql, [term], left);
      phrases.set(term, said);
      left = left.filter((n) => written.has(n) || said.has(n));
    }
    return left;
  }

  #select(query: string, ...bindings: SqlStorageValue[]): number[] {
    return this.#sql
      .exec<Record<string, number>>(query, ...bindings)
      .toArray()
      .flatMap(({ n }) => n ?? []);
  }
}
