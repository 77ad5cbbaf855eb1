/** The passages where something was said: of all sessions, or of one. */
import { toAll, toLiterals, toMost, type Term } from "./match.ts";
import { N_OF_ROW, WITHIN } from "./schema.ts";

/** The rows of the passages of each session, by its `n`; null where they were not looked at, as there are many. */
export type Passages = ReadonlyMap<number, readonly number[] | null>;

/**
 * Passages that are counted. Words that are said together more often are said nearly everywhere: which of the older sessions
 * say them most often tells nobody anything.
 */
const ENOUGH = 3_000;
/** So few sessions are looked at one by one, where that is sooner. */
const FEW = 20;

/**
 * The sessions where all terms were said together, most often first.
 *
 * @param candidates the sessions that may be among them, newest first: those that are not reached are taken at that word
 */
export function findPassages(
  sql: SqlStorage,
  terms: readonly Term[],
  candidates: readonly number[],
): Passages {
  if (candidates.length === 0) return new Map();
  if (candidates.length <= FEW && toLiterals(terms) !== null) return countEach(sql, terms, candidates);
  const rows = sql
    .exec<{ n: number; count: number; passages: string }>(
      `SELECT n, count(*) AS count, group_concat(passage) AS passages FROM (
         SELECT rowid AS passage, ${N_OF_ROW} AS n FROM search_passage WHERE search_passage MATCH ?
         ORDER BY rowid DESC LIMIT ${ENOUGH}
       ) GROUP BY n ORDER BY count DESC, n DESC`,
      toMost(terms),
    )
    .toArray();
  const isAll = rows.reduce((sum, { count }) => sum + count, 0) < ENOUGH;
  // Of the last session that was reached there may be more.
  const last = isAll ? 0 : Math.min(...rows.map(({ n }) => n));
  const mayBe = new Set(candidates);
  const counted = rows
    .filter(({ n }) => mayBe.has(n))
    .map(({ n, passages }) => [n, n === last ? null : toRows(passages)] as const);
  return new Map([...counted, ...candidates.filter((n) => n < last).map((n) => [n, null] as const)]);
}

/** Of one session: the first passages where all terms were said together. */
export function listPassages(sql: SqlStorage, n: number, terms: readonly Term[], limit: number): number[] {
  const literals = toLiterals(terms);
  // Where words are common and stand together seldom, FTS5 goes on through all sessions for the next place: it looks at the
  // end of a range only when it has found something.
  const [match, bindings] =
    literals === null
      ? ["search_passage MATCH ?", [toAll(terms)]]
      : [literals.map(() => "instr(text, ?) > 0").join(" AND "), literals];
  const query = `SELECT rowid AS row FROM search_passage WHERE ${match} AND ${WITHIN} LIMIT ?`;
  return sql
    .exec<{ row: number }>(query, ...bindings, n, n, limit)
    .toArray()
    .map(({ row }) => row);
}

function countEach(sql: SqlStorage, terms: readonly Term[], candidates: readonly number[]): Passages {
  const counted = candidates
    .map((n) => ({ n, rows: listPassages(sql, n, terms, -1) }))
    .filter(({ rows }) => rows.length > 0)
    .toSorted((a, b) => b.rows.length - a.rows.length || b.n - a.n);
  return new Map(counted.map(({ n, rows }) => [n, rows]));
}

function toRows(passages: string): number[] {
  return passages
    .split(",")
    .map(Number)
    .toSorted((a, b) => a - b);
}
