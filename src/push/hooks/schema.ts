/**
 * The tables of hooks.
 *
 *   push_hook.since         when it was first seen with an address; nothing older is posted to it
 *   push_hook.last_sent_at  NULL before the first
 *   push_hook.last_error    "" where the last attempt went well
 *   push_sent.standing      of the session as it was told; "" where nobody knows
 */
export const HOOK_TABLES = `
CREATE TABLE push_hook (
  name TEXT PRIMARY KEY,
  since INTEGER NOT NULL,
  last_sent_at INTEGER,
  last_error TEXT NOT NULL
);
CREATE TABLE push_sent (
  hook TEXT NOT NULL,
  news TEXT NOT NULL,
  session TEXT NOT NULL,
  standing TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (hook, news)
);
`;
