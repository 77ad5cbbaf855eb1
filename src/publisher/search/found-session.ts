/** What is shown of a session that was found: its text with the hits marked, and the passages where they are said. */
import type { FoundSession, Moment, SearchedField } from "../../programme/search-result.ts";
import { SEARCHED_FIELDS } from "../../programme/search-result.ts";
import { fromIndexed } from "../../programme/search-terms.ts";
import { toSecond } from "../../programme/transcript.ts";
import { CLOSE, markTerms, OPEN, readMarked } from "./marks.ts";
import { isPhrase, toAny, toCoarse, type Term } from "./match.ts";
import { listPassages } from "./passages.ts";
import type { Hits } from "./search-index.ts";
import { parseOffsets } from "./transcript-row.ts";

const MOMENTS = 3;
/** Words of an abstract around a hit. */
const SNIPPET_WORDS = 30;
/** Terms that are looked for where all are together nowhere, and passages of each. */
const APART_TERMS = 3;
const APART_PASSAGES = 20;
const HIGHLIGHT = `'${OPEN}', '${CLOSE}'`;

const FIELDS = SEARCHED_FIELDS.map((field, index) =>
  field === "abstract"
    ? `snippet(search_session, ${index}, ${HIGHLIGHT}, '…', ${SNIPPET_WORDS}) AS ${field}`
    : `highlight(search_session, ${index}, ${HIGHLIGHT}) AS ${field}`,
).join(", ");

type PassageRow = { text: string; cues: string };

export class FoundSessions {
  readonly #sql: SqlStorage;
  readonly #hits: Hits;
  /** The sessions where each term is said, rare terms first; looked up when a session needs it. */
  #terms: readonly { term: Term; said: ReadonlySet<number> }[] | null = null;

  constructor(sql: SqlStorage, hits: Hits) {
    this.#sql = sql;
    this.#hits = hits;
  }

  /** @param n of the session within the index */
  show(sessionId: string, n: number): FoundSession {
    return { sessionId, fields: this.#showFields(n), moments: this.#showMoments(n) };
  }

  #showFields(n: number): FoundSession["fields"] {
    const query = `SELECT ${FIELDS} FROM search_session WHERE search_session MATCH ? AND rowid = CAST(? AS INTEGER)`;
    const [row] = this.#sql.exec<Record<SearchedField, string>>(query, toAny(this.#hits.terms), n).toArray();
    if (row === undefined) return {};
    const hits = SEARCHED_FIELDS.filter((field) => row[field].includes(OPEN));
    return Object.fromEntries(hits.map((field) => [field, readMarked(row[field])]));
  }

  /**
   * Where all terms were said together; where they never were, the passages with most of them, unless the session's text
   * has them all.
   */
  #showMoments(n: number): Moment[] {
    const moments = new Map<number, Moment>();
    for (const row of this.#readRows(this.#listPassages(n))) {
      const moment = toMoment(row, this.#hits.terms.flat());
      const same = moments.get(moment.at);
      // A passage and the next may hold the same words: they were said in the later one.
      const passageAt = Math.max(moment.passageAt, same?.passageAt ?? 0);
      moments.set(moment.at, { ...(same ?? moment), passageAt });
    }
    return [...moments.values()].slice(0, MOMENTS);
  }

  #readRows(rows: readonly number[]): PassageRow[] {
    const query =
      "SELECT text, cues FROM json_each(?) CROSS JOIN search_passage ON search_passage.rowid = value ORDER BY key";
    return this.#sql.exec<PassageRow>(query, JSON.stringify(rows.slice(0, 2 * MOMENTS))).toArray();
  }

  #listPassages(n: number): readonly number[] {
    const { terms, written, said } = this.#hits;
    const known = said.get(n);
    const together = known === null ? listPassages(this.#sql, n, terms, 2 * MOMENTS) : (known ?? []);
    return together.length > 0 || written.has(n) ? together : this.#findApart(n);
  }

  /** Rare terms before others. */
  #findApart(n: number): number[] {
    this.#terms ??= this.#rankTerms();
    const telling = this.#terms.filter(({ said }) => said.has(n)).slice(0, APART_TERMS);
    const weights = new Map<number, number>();
    for (const { term } of telling) {
      const rows = this.#listApart(n, term);
      for (const row of rows) weights.set(row, (weights.get(row) ?? 0) + 1 / rows.length);
    }
    const best = [...weights].toSorted(([a, weight], [b, other]) => other - weight || a - b);
    return best.slice(0, MOMENTS).map(([row]) => row);
  }

  #listApart(n: number, term: Term): readonly number[] {
    const known = this.#hits.phrases.get(term)?.get(n);
    return known ?? listPassages(this.#sql, n, [term], APART_PASSAGES);
  }

  #rankTerms(): { term: Term; said: ReadonlySet<number> }[] {
    const query = "SELECT rowid AS n FROM search_words WHERE search_words MATCH ?";
    const { terms, phrases } = this.#hits;
    const ranked = terms.map((term) => {
      const said = phrases.get(term);
      if (said !== undefined) return { term, said: new Set(said.keys()) };
      // One that was not looked up would be looked for too long in each session.
      if (isPhrase(term)) return { term, said: new Set<number>() };
      const rows = this.#sql.exec<{ n: number }>(query, `said : (${toCoarse([term])})`).toArray();
      return { term, said: new Set(rows.map(({ n }) => n)) };
    });
    return ranked.toSorted((a, b) => a.said.size - b.said.size);
  }
}

function toMoment({ text, cues }: PassageRow, terms: readonly string[]): Moment {
  const marked = markTerms(fromIndexed(text), terms);
  const [first] = marked;
  const offset = first === undefined || first.isHit ? 0 : first.text.length;
  const offsets = parseOffsets(cues);
  return { at: toSecond(offsets, offset), passageAt: toSecond(offsets, 0), text: marked };
}
