/**
 * The tables of the subscriber.
 *
 *   push_lease.token        the last part of the callback, which nobody can guess
 *   push_lease.identity     "channel:UC…"
 *   push_lease.address      where the service was met when it was asked for; under another it is another lease
 *   push_lease.state        JSON, see lease.ts
 *   push_ping.ping          JSON, see look.ts
 *   push_ping.seen_at       the newest stay
 *   push_ping.next_look_at  null when there is nothing more to look for
 */
export const SUBSCRIBER_TABLES = `
CREATE TABLE push_lease (
  token TEXT PRIMARY KEY,
  identity TEXT NOT NULL,
  address TEXT NOT NULL,
  secret TEXT NOT NULL,
  state TEXT NOT NULL
);
CREATE TABLE push_ping (
  identity TEXT NOT NULL,
  video_id TEXT NOT NULL,
  ping TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  next_look_at INTEGER,
  PRIMARY KEY (identity, video_id)
);
`;
