/** The tables of the subscriber. */
export const SUBSCRIBER_TABLES = `
CREATE TABLE push_lease (
  token TEXT PRIMARY KEY,       -- the last part of the callback, which nobody can guess
  identity TEXT NOT NULL,       -- "channel:UC…"
  address TEXT NOT NULL,        -- where the service was met when it was asked for; under another it is another lease
  secret TEXT NOT NULL,
  state TEXT NOT NULL           -- JSON, see lease.ts
);
CREATE TABLE push_ping (
  identity TEXT NOT NULL,
  video_id TEXT NOT NULL,
  ping TEXT NOT NULL,           -- JSON, see look.ts
  seen_at INTEGER NOT NULL,     -- the newest stay
  next_look_at INTEGER,         -- null when there is nothing more to look for
  PRIMARY KEY (identity, video_id)
);
`;
