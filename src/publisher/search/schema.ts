/**
 * The tables of the index (SQLite with FTS5). They are made from the programme and the transcripts, so they are no part of
 * a state and need no migration: another version of them begins anew.
 */
import type { Storage } from "../store/schema.ts";

/** Changes with the tables, and with what goes into them. */
const VERSION = 2;

/**
 * Words are found by their stem (English; others' endings are hardly touched) and without accents. Marks are part of a
 * word: in Devanagari and others they are its vowels.
 */
const TOKENS = `tokenize = "porter unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"`;

const SPELLING = TOKENS.replace("porter ", "");

const TABLES = [
  "search_state",
  "search_source",
  "search_transcript",
  "search_session",
  "search_spoken",
  "search_words",
  "search_spelling_term",
  "search_spelling",
  "search_passage",
  "search_pair",
];

/**
 *   search_state.made_of      what the index was last made of as a whole
 *   search_source.n           of the session within the index
 *   search_source.fields      fingerprint of its text
 *   search_source.transcript  mark of its transcript once that is whole, else empty
 *   search_source.building    mark of the one that is being taken in, else empty
 *   search_transcript.cues    JSON of Cue[]
 *   search_words              Every word of a session once (toWordSet), a row for each: tells at once which sessions hold
 *                             several words. "said" is empty until the transcript is whole.
 *   search_spelling           The same words as they are spelt, and the list of them: for beginnings of words.
 *   search_passage            The passages, each with the beginning of the next, and with when its cues are said: JSON of
 *                             Passage["cues"]. See toRow.
 *   search_pair               Of passages in scripts without spaces, under the same numbers: each two characters that stand
 *                             together, in their order.
 */
const CREATE = `
CREATE TABLE search_state (
  version INTEGER NOT NULL,
  made_of TEXT NOT NULL
);
CREATE TABLE search_source (
  n INTEGER PRIMARY KEY,
  session_id TEXT NOT NULL UNIQUE,
  fields TEXT NOT NULL,
  transcript TEXT NOT NULL,
  building TEXT NOT NULL
);
CREATE TABLE search_transcript (
  n INTEGER PRIMARY KEY,
  cues TEXT NOT NULL
);
CREATE VIRTUAL TABLE search_session USING fts5 (title, people, tags, papers, abstract, ${TOKENS});
CREATE VIRTUAL TABLE search_words USING fts5 (said, written, ${TOKENS});
CREATE VIRTUAL TABLE search_spelling USING fts5 (words, content = '', contentless_delete = 1, detail = none, ${SPELLING});
CREATE VIRTUAL TABLE search_spelling_term USING fts5vocab (search_spelling, row);
CREATE VIRTUAL TABLE search_passage USING fts5 (text, cues UNINDEXED, ${TOKENS});
CREATE VIRTUAL TABLE search_pair USING fts5 (pairs, content = '', contentless_delete = 1, ${TOKENS});
INSERT INTO search_state VALUES (${VERSION}, '');
`;

/**
 * When the transcript of a session last came, changed or went. It stays when the index is made anew, for a transcript that
 * is the same must not become news, and when its session goes, for no date may go back.
 *
 *   search_change.transcript  mark of the one that was taken in, empty after it was taken out
 */
const CREATE_CHANGES = `
CREATE TABLE IF NOT EXISTS search_change (
  session_id TEXT PRIMARY KEY,
  transcript TEXT NOT NULL,
  changed_at INTEGER NOT NULL
)
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
    storage.sql.exec(CREATE_CHANGES);
  });
}

function readVersion(sql: SqlStorage): number | null {
  const query = "SELECT 1 FROM sqlite_master WHERE name = 'search_state'";
  if (sql.exec(query).toArray().length === 0) return null;
  return sql.exec<{ version: number }>("SELECT version FROM search_state").toArray()[0]?.version ?? null;
}
