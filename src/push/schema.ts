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
  //   push_outbox.id          what it is, so that nothing is put in twice
  //   push_outbox.kind        which sender takes it
  //   push_outbox.payload     JSON, the sender's own
  //   push_outbox.expires_at  given up then
  //   push_outbox.puts        how often it was put in
  //   push_outbox.state       "waiting", or "sending" from before a request until its answer is noted
  //   push_outbox.is_repeat   1 once nobody knows whether an attempt before has arrived
  //   push_outbox.last_error  "" at first
  //   push_outbox.can_wait    1 for what goes after everything else
  //   push_fact.value         JSON
  `
CREATE TABLE push_outbox (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  puts INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  state TEXT NOT NULL,
  is_repeat INTEGER NOT NULL,
  last_error TEXT NOT NULL,
  can_wait INTEGER NOT NULL
);
CREATE INDEX push_outbox_due ON push_outbox (can_wait, due_at);
CREATE TABLE push_fact (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
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
