/**
 * The tables of the index (SQLite with FTS5). They are made from the programme and the transcripts, so they are no part of
 * a state and need no migration: another version of them begins anew.
 */
import type { Storage } from "../store/schema.ts";

/** Changes with the tables, and with what goes into them. */
const VERSION = 1;

/**
 * Words are found by their stem (English; others' endings are hardly touched) and without accents. Marks are part of a
 * word: in Devanagari and others they are its vowels.
 */
const TOKENS = `tokenize = "porter unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"`;

const TABLES = [
  "search_state",
  "search_source",
  "search_transcript",
  "search_session",
  "search_spoken",
  "search_passage",
];

const CREATE = `
CREATE TABLE search_state (
  version INTEGER NOT NULL,
  made_of TEXT NOT NULL         -- what the index was last made of as a whole
);
CREATE TABLE search_source (
  n INTEGER PRIMARY KEY,        -- of the session within the index
  session_id TEXT NOT NULL UNIQUE,
  fields TEXT NOT NULL,         -- fingerprint of its text
  transcript TEXT NOT NULL,     -- mark of its transcript once that is whole, else empty
  building TEXT NOT NULL        -- mark of the one that is being taken in, else empty
);
CREATE TABLE search_transcript (
  n INTEGER PRIMARY KEY,
  taken_in_at INTEGER NOT NULL,
  cues TEXT NOT NULL            -- JSON of Cue[]
);
CREATE VIRTUAL TABLE search_session USING fts5 (title, people, tags, papers, abstract, ${TOKENS});
-- Every word of a transcript once, a row for each: tells at once which sessions hold several words.
CREATE VIRTUAL TABLE search_spoken USING fts5 (words, content = '', contentless_delete = 1, ${TOKENS});
-- The passages, each with the beginning of the next, and with when its cues are said: JSON of Passage["cues"]. See toRow.
CREATE VIRTUAL TABLE search_passage USING fts5 (text, cues UNINDEXED, ${TOKENS});
INSERT INTO search_state VALUES (${VERSION}, '');
`;

/** More than any recording has. */
const PASSAGES = 100_000;

/** The number of a passage's row: the rows of a session lie together. */
export function toRow(n: number, passage: number): number {
  return n * PASSAGES + passage;
}

/** The session of a row, in SQL. */
export const N_OF_ROW = `rowid / ${PASSAGES}`;
/**
 * The passages of one session, in SQL, its `n` bound twice. A number is bound as a real one, and FTS5 looks for whole ones:
 * without the cast it goes through all rows.
 */
export const WITHIN = `rowid >= CAST(? AS INTEGER) * ${PASSAGES} AND rowid < (CAST(? AS INTEGER) + 1) * ${PASSAGES}`;

/** Make the tables, unless they are there in this version. */
export function openIndex(storage: Storage): void {
  if (readVersion(storage.sql) === VERSION) return;
  storage.transactionSync(() => {
    for (const table of TABLES) storage.sql.exec(`DROP TABLE IF EXISTS ${table}`);
    storage.sql.exec(CREATE);
  });
}

function readVersion(sql: SqlStorage): number | null {
  const query = "SELECT 1 FROM sqlite_master WHERE name = 'search_state'";
  if (sql.exec(query).toArray().length === 0) return null;
  return sql.exec<{ version: number }>("SELECT version FROM search_state").toArray()[0]?.version ?? null;
}
