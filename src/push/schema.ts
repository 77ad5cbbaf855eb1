/**
 * The tables of push, beside those of the Publisher: with a version of their own, and no part of a state, as they hold
 * secrets and what is under way. Without them nothing is lost but speed, and the word that a hook was told something.
 */
import { HOOK_TABLES } from "./hooks/schema.ts";
import { HUB_TABLES } from "./hub/schema.ts";
import { SUBSCRIBER_TABLES } from "./subscriber/schema.ts";

export type Storage = Pick<DurableObjectStorage, "sql" | "transactionSync">;

/** Steps from one version to the next; never change one that was deployed. */
const STEPS = [
  `
CREATE TABLE push_outbox (
  id TEXT PRIMARY KEY,          -- what it is, so that nothing is put in twice
  kind TEXT NOT NULL,           -- which sender takes it
  payload TEXT NOT NULL,        -- JSON, the sender's own
  due_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,  -- given up then
  puts INTEGER NOT NULL,        -- how often it was put in
  attempts INTEGER NOT NULL,
  state TEXT NOT NULL,          -- "waiting", or "sending" from before a request until its answer is noted
  is_repeat INTEGER NOT NULL,   -- 1 once nobody knows whether an attempt before has arrived
  last_error TEXT NOT NULL      -- "" at first
);
CREATE INDEX push_outbox_due ON push_outbox (due_at);
CREATE TABLE push_fact (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL           -- JSON
);
` +
    HUB_TABLES +
    SUBSCRIBER_TABLES +
    HOOK_TABLES,
];

/** Make the tables, or bring them to this code's version. A newer version's are used as far as they are known. */
export function openPush(storage: Storage): void {
  const { sql } = storage;
  storage.transactionSync(() => {
    sql.exec("CREATE TABLE IF NOT EXISTS push_version (version INTEGER NOT NULL)");
    const [row] = sql.exec<{ version: number }>("SELECT version FROM push_version").toArray();
    const version = row?.version ?? 0;
    if (version >= STEPS.length) return;
    for (const step of STEPS.slice(version)) sql.exec(step);
    sql.exec("DELETE FROM push_version");
    sql.exec("INSERT INTO push_version VALUES (?)", STEPS.length);
  });
}
