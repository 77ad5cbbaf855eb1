/**
 * The Publisher's tables (SQLite), as the steps that made them. A new version is a new step at the end.
 *
 * A step only adds: the code of the version before must be able to go on with what it finds, because a deployment may be
 * taken back. What changes its meaning gets another name, and the old one goes a version later. A step may meet its own
 * work again. Every step has a test on a database that the version before it has written (test/fixtures/store).
 *
 * What columns hold stands above the SQL: all of that is in the Worker.
 */
const STEPS: readonly string[] = [
  //   fact.name                see fact-table.ts
  //   fact.value               JSON
  //   source.identity          "channel:UC…" or "playlist:PL…"
  //   source.is_club           1 once accepted as the club's own channel: its videos stay for ever
  //   session.record           JSON of SessionRecord
  //   session.snapshot         JSON of Session as last published
  //   notice.notice            JSON of NoticeRecord
  //   match.match              JSON of Match
  //   representation.key       path and canonical query
  //   representation.edition   what it was rendered from
  //   representation.is_plain  1 without a query: always kept
  `
CREATE TABLE IF NOT EXISTS fact (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS source (
  identity TEXT PRIMARY KEY,
  first_filled_at INTEGER NOT NULL,
  is_club INTEGER NOT NULL
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
  record TEXT NOT NULL,
  snapshot TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS entry (
  key TEXT PRIMARY KEY,
  published_at INTEGER NOT NULL UNIQUE,
  updated_at INTEGER NOT NULL,
  shown TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS notice (
  key TEXT PRIMARY KEY,
  notice TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS match (
  session_id TEXT PRIMARY KEY,
  match TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS representation (
  key TEXT PRIMARY KEY,
  edition TEXT NOT NULL,
  is_plain INTEGER NOT NULL,
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
  //   set_aside.row               JSON of the whole row
  //   representation_part.key     of the representation
  //   representation_part.coding  "identity", where the row's body is then empty, or "gzip"
  //   representation_part.part    from 0
  //   representation_part.parts   how many there are
  //   representation_part.etag    of the representation: a part of another rendering is none
  //   first_fill.reaches_back_to  when the oldest video in it was published, 0 where it held every video there was
  `
CREATE TABLE IF NOT EXISTS set_aside (
  table_name TEXT NOT NULL,
  key TEXT NOT NULL,
  reason TEXT NOT NULL,
  row TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (table_name, key)
);
CREATE TABLE IF NOT EXISTS store_version (version INTEGER PRIMARY KEY);
DELETE FROM representation;
CREATE TABLE IF NOT EXISTS representation_part (
  key TEXT NOT NULL,
  coding TEXT NOT NULL,
  part INTEGER NOT NULL,
  parts INTEGER NOT NULL,
  etag TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (key, coding, part)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS representation_use ON representation (is_plain, used_at, key);
CREATE TABLE IF NOT EXISTS first_fill (
  identity TEXT PRIMARY KEY,
  reaches_back_to INTEGER NOT NULL
);
INSERT OR IGNORE INTO first_fill SELECT identity, coalesce((
  SELECT published_at FROM video WHERE video.identity = source.identity AND first_seen_at <= first_filled_at
  ORDER BY published_at DESC LIMIT 1 OFFSET 14), 0) FROM source;
`,
  // Several feeds, each with its own health, in place of the facts "source", "health" and "pin", which stay for the version
  // before; and what is known of a video beside what every feed says. Facts may be damaged: then nothing is taken over.
  //   feed.name                 kind and address: "youtube https://…"
  //   feed.identity             whose it was found to be; empty before its first accepted fetch
  //   feed.health               JSON of SourceHealth; null where it was lost
  //   video_detail.id           of the video; without one in video it was withdrawn
  //   video_detail.api_at       when the Data API showed it last, 0 for never
  //   video_detail.is_api_only  1 while no feed has shown it
  //   video_detail.detail       JSON of VideoDetail
  `
CREATE TABLE IF NOT EXISTS feed (
  name TEXT PRIMARY KEY,
  identity TEXT NOT NULL,
  health TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS video_detail (
  id TEXT PRIMARY KEY,
  api_at INTEGER NOT NULL,
  is_api_only INTEGER NOT NULL,
  detail TEXT NOT NULL
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
  //   kept_representation.key       name and canonical query
  //   kept_representation.edition   what it was rendered from
  //   kept_representation.is_plain  1 without a query: always kept
  //   kept_representation.stamps    of its pieces, see piece-table.ts
  //   kept_representation.gzip_end  null where compressing is not worth it
  //   kept_piece.key                of the representation
  //   kept_piece.position           from 0
  `
CREATE TABLE IF NOT EXISTS kept_representation (
  key TEXT PRIMARY KEY,
  edition TEXT NOT NULL,
  is_plain INTEGER NOT NULL,
  used_at INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  etag TEXT NOT NULL,
  last_modified INTEGER NOT NULL,
  stamps TEXT NOT NULL,
  gzip_end BLOB
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS kept_representation_use ON kept_representation (is_plain, used_at, key);
CREATE TABLE IF NOT EXISTS kept_piece (
  key TEXT NOT NULL,
  position INTEGER NOT NULL,
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
