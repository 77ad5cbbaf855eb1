/** What hooks have been told: kept for ever, so that nothing is told twice, whatever becomes of the programme's state. */
import type { Instant } from "../../programme/instant.ts";
import type { Storage } from "../schema.ts";

/** Something that was posted. */
export interface Told {
  hook: string;
  news: string;
  sessionId: string;
  /** See `toStanding`. */
  standing: string;
}

export class ToldTable {
  readonly #sql: SqlStorage;

  constructor({ sql }: Storage) {
    this.#sql = sql;
  }

  /** Since when a hook is known: from now on, where it is not yet. */
  since(hook: string, now: Instant): Instant {
    this.#sql.exec("INSERT OR IGNORE INTO push_hook VALUES (?, ?, NULL, '')", hook, now);
    const query = "SELECT since FROM push_hook WHERE name = ?";
    return this.#sql.exec<{ since: number }>(query, hook).toArray()[0]?.since ?? now;
  }

  has(hook: string, news: string): boolean {
    const query = "SELECT 1 FROM push_sent WHERE hook = ? AND news = ?";
    return this.#sql.exec(query, hook, news).toArray().length > 0;
  }

  /** How a session stood when a hook was last told of it; null where it never was. */
  lastStanding(hook: string, sessionId: string): string | null {
    const query = `SELECT standing FROM push_sent WHERE hook = ? AND session = ? AND standing <> ''
      ORDER BY at DESC, rowid DESC LIMIT 1`;
    return this.#sql.exec<{ standing: string }>(query, hook, sessionId).toArray()[0]?.standing ?? null;
  }

  add({ hook, news, sessionId, standing }: Told, now: Instant): void {
    const query = "INSERT OR REPLACE INTO push_sent VALUES (?, ?, ?, ?, ?)";
    this.#sql.exec(query, hook, news, sessionId, standing, now);
  }

  noteSent(hook: string, now: Instant): void {
    const query = "UPDATE push_hook SET last_sent_at = ?, last_error = '' WHERE name = ?";
    this.#sql.exec(query, now, hook);
  }

  noteError(hook: string, error: string): void {
    this.#sql.exec("UPDATE push_hook SET last_error = ? WHERE name = ?", error, hook);
  }

  /** Null and no error where nothing was posted yet. */
  readLast(hook: string): { sentAt: Instant | null; error: string | null } {
    const query = "SELECT last_sent_at, last_error FROM push_hook WHERE name = ?";
    const [row] = this.#sql.exec<{ last_sent_at: number | null; last_error: string }>(query, hook).toArray();
    return { sentAt: row?.last_sent_at ?? null, error: row?.last_error || null };
  }
}
