/** The tables of hooks. */
export const HOOK_TABLES = `
CREATE TABLE push_hook (
  name TEXT PRIMARY KEY,
  since INTEGER NOT NULL,      -- when it was first seen with an address; nothing older is posted to it
  last_sent_at INTEGER,        -- NULL before the first
  last_error TEXT NOT NULL     -- "" where the last attempt went well
);
CREATE TABLE push_sent (
  hook TEXT NOT NULL,
  news TEXT NOT NULL,
  session TEXT NOT NULL,
  standing TEXT NOT NULL,      -- of the session as it was told; "" where nobody knows
  at INTEGER NOT NULL,
  PRIMARY KEY (hook, news)
);
`;
