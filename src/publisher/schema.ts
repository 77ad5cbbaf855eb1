/**
 * The Publisher's tables (SQLite). Additive only: a deployment meets the tables of the one before.
 */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS fact (
  name TEXT PRIMARY KEY,        -- see facts.ts
  value TEXT NOT NULL           -- JSON
);
CREATE TABLE IF NOT EXISTS source (
  identity TEXT PRIMARY KEY,    -- "channel:UC…" or "playlist:PL…"
  first_filled_at INTEGER NOT NULL,
  is_club INTEGER NOT NULL      -- 1 once accepted as the club's own channel: its videos stay for ever
);
CREATE TABLE IF NOT EXISTS video (
  id TEXT PRIMARY KEY,
  identity TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  is_short INTEGER NOT NULL,
  first_seen_at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS session (
  id TEXT PRIMARY KEY,
  record TEXT NOT NULL,         -- JSON of SessionRecord
  snapshot TEXT NOT NULL        -- JSON of Session as last published
);
CREATE TABLE IF NOT EXISTS entry (
  key TEXT PRIMARY KEY,
  published_at INTEGER NOT NULL UNIQUE,
  updated_at INTEGER NOT NULL,
  shown TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS notice (
  key TEXT PRIMARY KEY,
  notice TEXT NOT NULL          -- JSON of NoticeRecord
);
CREATE TABLE IF NOT EXISTS match (
  session_id TEXT PRIMARY KEY,
  match TEXT NOT NULL           -- JSON of Match
);
CREATE TABLE IF NOT EXISTS representation (
  key TEXT PRIMARY KEY,         -- path and canonical query
  edition TEXT NOT NULL,        -- what it was rendered from
  is_plain INTEGER NOT NULL,    -- 1 without a query: always kept
  used_at INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  etag TEXT NOT NULL,
  last_modified INTEGER NOT NULL,
  body BLOB NOT NULL
);
`;
