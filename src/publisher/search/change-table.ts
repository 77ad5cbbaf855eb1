/**
 * When transcripts came, changed and went: what was found, and what a session's page showed, is something else since then.
 *
 * No date goes back, and a transcript that is taken in again as it was keeps its date.
 */
import { toWholeSecond, type Instant } from "../../programme/instant.ts";

type Change = { transcript: string; changed_at: number };

export class ChangeTable {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** @param mark of the transcript that is there now, "" where there is none any more */
  note(sessionId: string, mark: string, now: Instant): void {
    const query = "SELECT transcript, changed_at FROM search_change WHERE session_id = ?";
    const [before] = this.#sql.exec<Change>(query, sessionId).toArray();
    if (before?.transcript === mark) return;
    this.#sql.exec(
      "INSERT OR REPLACE INTO search_change (session_id, transcript, changed_at) VALUES (?, ?, ?)",
      sessionId,
      mark,
      Math.max(toWholeSecond(now), before?.changed_at ?? 0),
    );
  }

  /** Those that went while the index was made anew: nobody has taken them out. */
  noteGone(isWanted: (sessionId: string) => boolean, now: Instant): void {
    const query = "SELECT session_id AS id FROM search_change WHERE transcript <> ''";
    for (const { id } of this.#sql.exec<{ id: string }>(query).toArray())
      if (!isWanted(id)) this.note(id, "", now);
  }

  /** Of a session; 0 where none ever was. */
  read(sessionId: string): Instant {
    const query = "SELECT changed_at FROM search_change WHERE session_id = ?";
    return this.#sql.exec<{ changed_at: number }>(query, sessionId).toArray()[0]?.changed_at ?? 0;
  }

  /** The last of all; 0 where there was none. */
  readLast(): Instant {
    const query = "SELECT max(changed_at) AS at FROM search_change";
    return this.#sql.exec<{ at: number | null }>(query).toArray()[0]?.at ?? 0;
  }
}
