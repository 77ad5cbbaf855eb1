/**
 * The ledger and the matches in SQLite: read whole, written record by record where they changed.
 */
import { LOST_PUBLISHED, type Ledger, type SessionRecord } from "../../programme/ledger.ts";
import type { Match } from "../../programme/match/match.ts";
import type { Session } from "../../programme/session.ts";
import type { RowReader } from "./row-reader.ts";
import { putRows } from "./put-rows.ts";
import { ENTRY, MATCH, NOTICE, RECORD, SNAPSHOT } from "./rows.ts";

export class LedgerTable {
  readonly #sql: SqlStorage;
  readonly #rows: RowReader;
  /** Those that were last written: of them no row has lost anything. */
  #whole: Ledger["sessions"] | null = null;

  constructor(sql: SqlStorage, rows: RowReader) {
    this.#sql = sql;
    this.#rows = rows;
  }

  /** @param published null before anything was published, and when that was lost: then the entries tell them apart */
  read(published: Ledger["published"]): Ledger {
    const entries = new Map(this.#rows.read(ENTRY));
    const sessions = new Map<string, SessionRecord>();
    for (const { id, record } of this.#rows.read(RECORD)) if (record !== null) sessions.set(id, record);
    return {
      sessions,
      entries,
      notices: new Map(this.#rows.read(NOTICE, "ORDER BY key").map(({ key, notice }) => [key, notice])),
      published: published ?? (entries.size > 0 ? LOST_PUBLISHED : null),
    };
  }

  readMatches(): Match[] {
    return this.#rows.read(MATCH).map(({ match }) => match);
  }

  /** Sessions once published that are not among these ids, as they were last published. */
  readVanished(presentIds: readonly string[]): Session[] {
    const present = JSON.stringify(presentIds);
    return this.#rows
      .read(SNAPSHOT, "WHERE id NOT IN (SELECT value FROM json_each(?)) ORDER BY id", present)
      .flatMap(({ snapshot }) => snapshot ?? []);
  }

  /** Nothing was published: what is there is of an edition that did not get there. */
  clear(): void {
    this.#sql.exec("DELETE FROM session");
  }

  /** Write what differs between two states of the ledger. */
  write(before: Ledger, after: Ledger, sessions: readonly Session[]): void {
    this.writeSessions(before, after, sessions);
    const entries = toChanged(before.entries, after.entries).map(([key, { dates, shown }]) => [
      key,
      dates.publishedAt,
      dates.updatedAt,
      shown,
    ]);
    putRows(this.#sql, "entry (key, published_at, updated_at, shown)", entries);
    const notices = toChanged(before.notices, after.notices).map(([key, notice]) => [
      key,
      JSON.stringify(notice),
    ]);
    putRows(this.#sql, "notice (key, notice)", notices);
  }

  /** The same of some sessions alone. */
  writeSessions(before: Ledger, after: Ledger, sessions: readonly Session[]): void {
    const lost = this.#findLost(before.sessions);
    const changed = sessions.values().flatMap((session) => {
      const record = after.sessions.get(session.id);
      const isKept = record === before.sessions.get(session.id) && !lost.has(session.id);
      return record === undefined || isKept
        ? []
        : [[session.id, JSON.stringify(record), JSON.stringify(session)]];
    });
    putRows(this.#sql, "session (id, record, snapshot)", changed);
    this.#whole = after.sessions;
  }

  /** The ids of those that are known, and whose sessions as they were last published were lost. */
  #findLost(known: Ledger["sessions"]): Set<string> {
    if (known === this.#whole || known.size === 0) return new Set();
    const lost = this.#sql.exec<{ id: string }>("SELECT id FROM session WHERE snapshot = 'null'").toArray();
    return new Set(lost.map(({ id }) => id));
  }

  writeMatches(before: readonly Match[], after: readonly Match[]): void {
    const known = new Map(before.map((match) => [match.sessionId, match]));
    const rows = [];
    for (const match of after) {
      if (!isSame(known.get(match.sessionId), match)) rows.push([match.sessionId, JSON.stringify(match)]);
      known.delete(match.sessionId);
    }
    putRows(this.#sql, "match (session_id, match)", rows);
    for (const sessionId of known.keys()) this.#sql.exec("DELETE FROM match WHERE session_id = ?", sessionId);
  }
}

function isSame(a: Match | undefined, b: Match): boolean {
  return a === b || (a?.videoId === b.videoId && a.rule === b.rule && a.evidence === b.evidence);
}

/** `revise` keeps unchanged records as the same objects. */
function toChanged<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): [string, T][] {
  return [...after].filter(([key, record]) => before.get(key) !== record);
}
