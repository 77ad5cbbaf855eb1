/**
 * What is found: sessions by their text, and by what was said in them. Reads only; see `index-writer.ts` for how the index
 * is made.
 *
 * A search costs no write, and a few milliseconds however much was said: which sessions fit is one look into each table,
 * and only those on the page are looked at more closely, each within its own rows.
 */
import type { FoundSession, Moment, SearchedField } from "../../programme/search-result.ts";
import { SEARCHED_FIELDS } from "../../programme/search-result.ts";
import { fromIndexed, toIndexed } from "../../programme/search-terms.ts";
import { toSecond } from "../../programme/transcript.ts";
import { CLOSE, markTerms, OPEN, readMarked } from "./marks.ts";
import { N_OF_ROW, WITHIN } from "./schema.ts";
import { parseOffsets } from "./transcript-row.ts";

/** A title counts ten times as much as a word of the abstract. */
const WEIGHTS = "10, 8, 6, 4, 2";
const MOMENTS = 3;
/** Words of an abstract around a hit. */
const SNIPPET_WORDS = 30;

/** So many sessions are looked at one by one. */
const FEW = 30;
/** The share of transcripts that hold a word which tells nothing. */
const MOST = 0.8;

const HIGHLIGHT = `'${OPEN}', '${CLOSE}'`;

type Row = { n: number };

export class SearchIndex {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /**
   * The ids of the sessions that a search finds, best first: those whose text has all terms, then those where all were said
   * together, most often first. Where there is neither, those that have all of them anywhere.
   */
  find(terms: readonly string[]): string[] {
    if (terms.length === 0) return [];
    const written = this.#select(
      `SELECT rowid AS n FROM search_session WHERE search_session MATCH ? ORDER BY bm25(search_session, ${WEIGHTS}), n DESC`,
      toAll(terms),
    );
    const found = [...new Set([...written, ...this.#findSaid(terms)])];
    const ids = this.#readIds();
    return (found.length > 0 ? found : this.#findAnywhere(terms)).flatMap((n) => ids.get(n) ?? []);
  }

  /**
   * Where all terms were said together, most often first. The table of all words leaves few sessions to look at, but for
   * common words; one that is said nearly everywhere is not worth counting.
   */
  #findSaid(terms: readonly string[]): number[] {
    const words = terms.filter((term) => !isPhrase(term));
    const match = "SELECT rowid AS n FROM search_spoken WHERE search_spoken MATCH ? ORDER BY n DESC";
    const candidates = words.length === 0 ? null : this.#select(match, toAll(words));
    if (candidates !== null && candidates.length <= FEW) return this.#countSaid(candidates, terms);
    if (terms.length === 1 && candidates !== null && candidates.length > MOST * this.#countSpoken())
      return candidates;
    return this.#select(
      `SELECT ${N_OF_ROW} AS n FROM search_passage WHERE search_passage MATCH ? GROUP BY n ORDER BY count(*) DESC, n DESC`,
      toAll(terms),
    );
  }

  #countSaid(candidates: readonly number[], terms: readonly string[]): number[] {
    const counted = candidates.map((n) => ({ n, count: this.#selectRows(n, toAll(terms), -1).length }));
    const said = counted.filter(({ count }) => count > 0);
    return said.toSorted((a, b) => b.count - a.count || b.n - a.n).map(({ n }) => n);
  }

  #countSpoken(): number {
    return this.#select("SELECT count(*) AS n FROM search_transcript")[0] ?? 0;
  }

  /** What to show of a session that was found. */
  show(sessionId: string, terms: readonly string[]): FoundSession {
    const [row] = this.#sql
      .exec<Row>("SELECT n FROM search_source WHERE session_id = ?", sessionId)
      .toArray();
    const any = terms.map(toPhrase).join(" OR ");
    if (row === undefined || any === "") return { sessionId, fields: {}, moments: [] };
    const { n } = row;
    return { sessionId, fields: this.#showFields(n, any), moments: this.#showMoments(n, terms) };
  }

  #select(query: string, ...bindings: SqlStorageValue[]): number[] {
    return this.#sql
      .exec<Record<string, number>>(query, ...bindings)
      .toArray()
      .flatMap(({ n }) => n ?? []);
  }

  #readIds(): Map<number, string> {
    const rows = this.#sql.exec<Row & { id: string }>("SELECT n, session_id AS id FROM search_source");
    return new Map(rows.toArray().map(({ n, id }) => [n, id]));
  }

  /** Newest in the index first. */
  #findAnywhere(terms: readonly string[]): number[] {
    const sets = terms.map((term) => {
      const phrase = toPhrase(term);
      const written = "SELECT rowid AS n FROM search_session WHERE search_session MATCH ?";
      // A phrase stands in a passage; one word is found sooner among all words.
      const said = isPhrase(term)
        ? `SELECT DISTINCT ${N_OF_ROW} AS n FROM search_passage WHERE search_passage MATCH ?`
        : "SELECT rowid AS n FROM search_spoken WHERE search_spoken MATCH ?";
      return new Set([...this.#select(written, phrase), ...this.#select(said, phrase)]);
    });
    const [first = new Set<number>(), ...others] = sets;
    return [...others.reduce((common, set) => common.intersection(set), first)].toSorted((a, b) => b - a);
  }

  #showFields(n: number, any: string): FoundSession["fields"] {
    const columns = SEARCHED_FIELDS.map((field, index) =>
      field === "abstract"
        ? `snippet(search_session, ${index}, ${HIGHLIGHT}, '…', ${SNIPPET_WORDS}) AS ${field}`
        : `highlight(search_session, ${index}, ${HIGHLIGHT}) AS ${field}`,
    );
    const [row] = this.#sql
      .exec<Record<SearchedField, string>>(
        `SELECT ${columns.join(", ")} FROM search_session WHERE search_session MATCH ? AND rowid = CAST(? AS INTEGER)`,
        any,
        n,
      )
      .toArray();
    if (row === undefined) return {};
    const hits = SEARCHED_FIELDS.filter((field) => row[field].includes(OPEN));
    return Object.fromEntries(hits.map((field) => [field, readMarked(row[field])]));
  }

  /**
   * Where all terms were said together; where they never were, the passages with most of them, unless the session's text
   * has them all.
   */
  #showMoments(n: number, terms: readonly string[]): Moment[] {
    // A passage and the next may hold the same words.
    const together = this.#selectRows(n, toAll(terms), 2 * MOMENTS);
    const rows = together.length > 0 || this.#isWritten(n, terms) ? together : this.#findApart(n, terms);
    const moments = new Map<number, Moment>();
    for (const row of rows) {
      const moment = this.#readMoment(row, terms);
      const same = moments.get(moment.at);
      // What two passages share was said in the later one.
      const passageAt = Math.max(moment.passageAt, same?.passageAt ?? 0);
      moments.set(moment.at, { ...(same ?? moment), passageAt });
    }
    return [...moments.values()].slice(0, MOMENTS);
  }

  #isWritten(n: number, terms: readonly string[]): boolean {
    const query =
      "SELECT rowid AS n FROM search_session WHERE search_session MATCH ? AND rowid = CAST(? AS INTEGER)";
    return this.#select(query, toAll(terms), n).length > 0;
  }

  /** Rare terms before others. */
  #findApart(n: number, terms: readonly string[]): number[] {
    const weights = new Map<number, number>();
    for (const term of terms) {
      const rows = this.#selectRows(n, toPhrase(term), -1);
      for (const row of rows) weights.set(row, (weights.get(row) ?? 0) + 1 / rows.length);
    }
    const best = [...weights].toSorted(([a, weight], [b, other]) => other - weight || a - b);
    return best.slice(0, MOMENTS).map(([row]) => row);
  }

  #selectRows(n: number, match: string, limit: number): number[] {
    const query = `SELECT rowid AS n FROM search_passage WHERE search_passage MATCH ? AND ${WITHIN} LIMIT ?`;
    return this.#select(query, match, n, n, limit);
  }

  #readMoment(row: number, terms: readonly string[]): Moment {
    const query = "SELECT text, cues FROM search_passage WHERE rowid = CAST(? AS INTEGER)";
    const [found] = this.#sql.exec<{ text: string; cues: string }>(query, row).toArray();
    const text = markTerms(fromIndexed(found?.text ?? ""), terms);
    const [first] = text;
    const offset = first === undefined || first.isHit ? 0 : first.text.length;
    const cues = parseOffsets(found?.cues);
    return { at: toSecond(cues, offset), passageAt: toSecond(cues, 0), text };
  }
}

/** Whether a term is several words to the index. */
function isPhrase(term: string): boolean {
  return term.includes(" ") || toIndexed(term) !== term;
}

function toAll(terms: readonly string[]): string {
  return terms.map(toPhrase).join(" AND ");
}

/** A term in FTS5's language: between quotes nothing is an operator. */
function toPhrase(term: string): string {
  return `"${toIndexed(term).replaceAll('"', " ")}"`;
}
