/**
 * The Publisher's tables (SQLite), as the steps that made them. A new version is a new step at the end.
 *
 * A step only adds: the code of the version before must be able to go on with what it finds, because a deployment may be
 * taken back. What changes its meaning gets another name, and the old one goes a version later. A step may meet its own
 * work again. Every step has a test on a database that the version before it has written (test/fixtures/store).
 */
const STEPS: readonly string[] = [
  `
CREATE TABLE IF NOT EXISTS fact (
  name TEXT PRIMARY KEY,        -- see fact-table.ts
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
`,
  // A row that cannot be read goes to set_aside. Representations get other keys: they are rendered again; large ones are
  // kept in parts. And how far back a source was known from the start: of one already known its videos tell, a full feed
  // has 15.
  `
CREATE TABLE IF NOT EXISTS set_aside (
  table_name TEXT NOT NULL,
  key TEXT NOT NULL,
  reason TEXT NOT NULL,
  row TEXT NOT NULL,            -- JSON of the whole row
  at INTEGER NOT NULL,
  PRIMARY KEY (table_name, key)
);
CREATE TABLE IF NOT EXISTS store_version (version INTEGER PRIMARY KEY);
DELETE FROM representation;
CREATE TABLE IF NOT EXISTS representation_part (
  key TEXT NOT NULL,            -- of the representation
  coding TEXT NOT NULL,         -- "identity", where the row's body is then empty, or "gzip"
  part INTEGER NOT NULL,        -- from 0
  parts INTEGER NOT NULL,       -- how many there are
  etag TEXT NOT NULL,           -- of the representation: a part of another rendering is none
  bytes BLOB NOT NULL,
  PRIMARY KEY (key, coding, part)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS representation_use ON representation (is_plain, used_at, key);
CREATE TABLE IF NOT EXISTS first_fill (
  identity TEXT PRIMARY KEY,
  reaches_back_to INTEGER NOT NULL  -- when the oldest video in it was published, 0 where it held every video there was
);
INSERT OR IGNORE INTO first_fill SELECT identity, coalesce((
  SELECT published_at FROM video WHERE video.identity = source.identity AND first_seen_at <= first_filled_at
  ORDER BY published_at DESC LIMIT 1 OFFSET 14), 0) FROM source;
`,
  // Several feeds, each with its own health, in place of the facts "source", "health" and "pin", which stay for the version
  // before; and what is known of a video beside what every feed says. Facts may be damaged: then nothing is taken over.
  `
CREATE TABLE IF NOT EXISTS feed (
  name TEXT PRIMARY KEY,        -- kind and address: "youtube https://…"
  identity TEXT NOT NULL,       -- whose it was found to be; empty before its first accepted fetch
  health TEXT NOT NULL          -- JSON of SourceHealth; null where it was lost
);
CREATE TABLE IF NOT EXISTS video_detail (
  id TEXT PRIMARY KEY,          -- of the video; without one in video it was withdrawn
  api_at INTEGER NOT NULL,      -- when the Data API showed it last, 0 for never
  is_api_only INTEGER NOT NULL, -- 1 while no feed has shown it
  detail TEXT NOT NULL          -- JSON of VideoDetail
);
INSERT OR IGNORE INTO feed SELECT
  json_extract(value, '$.kind') || ' ' || json_extract(value, '$.feedUrl'), json_extract(value, '$.identity'), 'null'
FROM (SELECT CASE WHEN json_valid(value) THEN value ELSE 'null' END AS value FROM fact WHERE name = 'pin')
WHERE json_extract(value, '$.kind') || json_extract(value, '$.feedUrl') || json_extract(value, '$.identity') IS NOT NULL;
INSERT INTO feed SELECT
  json_extract(source.value, '$.kind') || ' ' || json_extract(source.value, '$.feedUrl'), '', health.value
FROM (SELECT CASE WHEN json_valid(value) THEN value ELSE 'null' END AS value FROM fact WHERE name = 'source') AS source
JOIN fact AS health ON health.name = 'health'
WHERE json_extract(source.value, '$.kind') || json_extract(source.value, '$.feedUrl') IS NOT NULL
ON CONFLICT DO UPDATE SET health = excluded.health WHERE feed.health = 'null';
`,
  // Representations in pieces. Those of before are let go of, and rendered again by whichever version asks for them.
  `
CREATE TABLE IF NOT EXISTS kept_representation (
  key TEXT PRIMARY KEY,         -- name and canonical query
  edition TEXT NOT NULL,        -- what it was rendered from
  is_plain INTEGER NOT NULL,    -- 1 without a query: always kept
  used_at INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  etag TEXT NOT NULL,
  last_modified INTEGER NOT NULL,
  stamps TEXT NOT NULL,         -- of its pieces, see piece-table.ts
  gzip_end BLOB                 -- null where compressing is not worth it
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS kept_representation_use ON kept_representation (is_plain, used_at, key);
CREATE TABLE IF NOT EXISTS kept_piece (
  key TEXT NOT NULL,            -- of the representation
  position INTEGER NOT NULL,    -- from 0
  digest TEXT NOT NULL,
  deflated BLOB NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (key, position)
) WITHOUT ROWID;
DELETE FROM representation;
DELETE FROM representation_part;
`,
];

/** The version that this code writes. */
export const STORE_VERSION = STEPS.length;

/** Everything that may be there, so that a restore can begin with nothing. */
export const TABLES = [
  "fact",
  "feed",
  "source",
  "first_fill",
  "video",
  "video_detail",
  "session",
  "entry",
  "notice",
  "match",
  "set_aside",
  "representation",
  "representation_part",
  "kept_representation",
  "kept_piece",
  "store_version",
] as const;

/** The first version that has its number in the database. */
const FIRST_NUMBERED = 2;

export type Storage = Pick<DurableObjectStorage, "sql" | "transactionSync">;

/**
 * Bring the database to this code's version, in one step or not at all.
 *
 * A newer one is left as it is and used as far as it is known: see above.
 *
 * @returns the version that the database has now
 */
export function openStore(storage: Storage): number {
  const version = readVersion(storage.sql);
  if (version >= STORE_VERSION) return version;
  storage.transactionSync(() => migrate(storage.sql, version, STORE_VERSION));
  return STORE_VERSION;
}

/** Run the steps between two versions; the caller holds the transaction. */
export function migrate(sql: SqlStorage, from: number, to: number): void {
  for (const step of STEPS.slice(from, to)) sql.exec(step);
  if (to < FIRST_NUMBERED) return;
  sql.exec("DELETE FROM store_version");
  sql.exec("INSERT INTO store_version VALUES (?)", to);
}

/** 0 for a new database, for one of the first version, which had no number, and where the number was lost. */
function readVersion(sql: SqlStorage): number {
  const query = "SELECT 1 FROM sqlite_master WHERE name = 'store_version'";
  if (sql.exec(query).toArray().length === 0) return 0;
  const [row] = sql
    .exec<{ version: number | null }>("SELECT max(version) AS version FROM store_version")
    .toArray();
  return Math.max(0, row?.version ?? 0);
}
