/** The passages where something was said: of all sessions, or of one. */
import { toAll, toMost, toPairs, type Term } from "./match.ts";
import { N_OF_ROW, WITHIN } from "./schema.ts";

/** The rows of the passages of each session, by its `n`; null where they were not looked at, as there are many. */
export type Passages = ReadonlyMap<number, readonly number[] | null>;

/**
 * Passages that are counted. Words that are said together more often are said nearly everywhere: which of the older sessions
 * say them most often tells nobody anything.
 */
const ENOUGH = 1_000;

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
  const { table, match } = toMatch(toMost(terms));
  const rows = sql
    .exec<{ n: number; count: number; passages: string }>(
      `SELECT n, count(*) AS count, group_concat(passage) AS passages FROM (
         SELECT rowid AS passage, ${N_OF_ROW} AS n FROM ${table} WHERE ${table} MATCH ?
         ORDER BY rowid DESC LIMIT ${ENOUGH}
       ) GROUP BY n ORDER BY count DESC, n DESC`,
      match,
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
  const { table, match } = toMatch(terms);
  const query = `SELECT rowid AS row FROM ${table} WHERE ${table} MATCH ? AND ${WITHIN} LIMIT ?`;
  return sql
    .exec<{ row: number }>(query, match, n, n, limit)
    .toArray()
    .map(({ row }) => row);
}

/** Pairs of characters are found sooner than characters that stand together: each is rarer by far. */
function toMatch(terms: readonly Term[]): { table: string; match: string } {
  const pairs = toPairs(terms);
  return pairs === null
    ? { table: "search_passage", match: toAll(terms) }
    : { table: "search_pair", match: pairs };
}

function toRows(passages: string): number[] {
  return passages
    .split(",")
    .map(Number)
    .toSorted((a, b) => a - b);
}
