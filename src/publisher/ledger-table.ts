/**
 * The ledger and the matches in SQLite: read whole, written record by record where they changed.
 */
import type { EntryRecord, Ledger, NoticeRecord, SessionRecord } from "../programme/ledger.ts";
import type { Match } from "../programme/match/match.ts";
import type { Session } from "../programme/session.ts";

type EntryRow = { key: string; published_at: number; updated_at: number; shown: string };

export class LedgerTable {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  read(published: Ledger["published"]): Ledger {
    return {
      sessions: this.#readJson<SessionRecord>("SELECT id AS key, record AS value FROM session"),
      entries: new Map(this.#sql.exec<EntryRow>("SELECT * FROM entry").toArray().map(toEntry)),
      notices: this.#readJson<NoticeRecord>("SELECT key, notice AS value FROM notice ORDER BY key"),
      published,
    };
  }

  readMatches(): Match[] {
    return [...this.#readJson<Match>("SELECT session_id AS key, match AS value FROM match").values()];
  }

  /** Sessions once published that are not among these ids, as they were last published. */
  readVanished(presentIds: readonly string[]): Session[] {
    const present = JSON.stringify(presentIds);
    const query = `SELECT id AS key, snapshot AS value FROM session
      WHERE id NOT IN (SELECT value FROM json_each(?)) ORDER BY id`;
    return [...this.#readJson<Session>(query, present).values()];
  }

  /** Write what differs between two states of the ledger. */
  write(before: Ledger, after: Ledger, sessions: readonly Session[]): void {
    for (const session of sessions) {
      const record = after.sessions.get(session.id);
      if (record === undefined || record === before.sessions.get(session.id)) continue;
      this.#sql.exec(
        "INSERT OR REPLACE INTO session (id, record, snapshot) VALUES (?, ?, ?)",
        session.id,
        JSON.stringify(record),
        JSON.stringify(session),
      );
    }
    for (const [key, { dates, shown }] of toChanged(before.entries, after.entries)) {
      this.#sql.exec(
        "INSERT OR REPLACE INTO entry (key, published_at, updated_at, shown) VALUES (?, ?, ?, ?)",
        key,
        dates.publishedAt,
        dates.updatedAt,
        shown,
      );
    }
    for (const [key, notice] of toChanged(before.notices, after.notices)) {
      this.#sql.exec(
        "INSERT OR REPLACE INTO notice (key, notice) VALUES (?, ?)",
        key,
        JSON.stringify(notice),
      );
    }
  }

  writeMatches(before: readonly Match[], after: readonly Match[]): void {
    const known = new Map(before.map((match) => [match.sessionId, JSON.stringify(match)]));
    for (const match of after) {
      const json = JSON.stringify(match);
      if (known.get(match.sessionId) !== json) {
        this.#sql.exec(
          "INSERT OR REPLACE INTO match (session_id, match) VALUES (?, ?)",
          match.sessionId,
          json,
        );
      }
      known.delete(match.sessionId);
    }
    for (const sessionId of known.keys()) this.#sql.exec("DELETE FROM match WHERE session_id = ?", sessionId);
  }

  #readJson<T>(query: string, ...bindings: string[]): Map<string, T> {
    const rows = this.#sql.exec<{ key: string; value: string }>(query, ...bindings).toArray();
    return new Map(rows.map(({ key, value }): [string, T] => [key, JSON.parse(value)]));
  }
}

function toEntry(row: EntryRow): [string, EntryRecord] {
  const dates = { publishedAt: row.published_at, updatedAt: row.updated_at };
  return [row.key, { dates, shown: row.shown }];
}

/** `revise` keeps unchanged records as the same objects. */
function toChanged<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): [string, T][] {
  return [...after].filter(([key, record]) => before.get(key) !== record);
}
