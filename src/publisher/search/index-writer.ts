/**
 * How the index is made: in slices, each small enough for one call, and only of what has changed.
 *
 * What is in it is known by fingerprints of the sessions' texts and by the marks of the transcripts, so that the next slice
 * follows from the tables alone, whenever the object slept.
 */
import type { Instant } from "../../programme/instant.ts";
import { SEARCHED_FIELDS, toSearchedText, toSearchMark } from "../../programme/search-result.ts";
import { toIndexed } from "../../programme/search-terms.ts";
import type { Session } from "../../programme/session.ts";
import type { Storage } from "../store/schema.ts";
import { ChangeTable } from "./change-table.ts";
import { SpokenWriter, type Source } from "./spoken-writer.ts";
import { WordsTable } from "./words-table.ts";

/** Sessions written in a slice: each is an abstract or two. */
const SESSIONS_A_SLICE = 25;

/** What the index is to hold. */
export interface Wanted {
  sessions: readonly { session: Session }[];
  /** The mark of each transcript, by session id. */
  transcripts: Readonly<Record<string, string>>;
}

/** What is to be written of the sessions, and taken out. */
interface Due {
  sessions: Wanted["sessions"];
  /** Each with its number in the index, where it has one. */
  changed: readonly { session: Session; n: number | undefined }[];
  gone: readonly number[];
}

/** How much of what is wanted is there. */
export interface Written {
  sessions: number;
  transcripts: number;
  /** Ids of the sessions whose transcripts could not be had. */
  missing: string[];
}

export class IndexWriter {
  readonly #storage: Storage;
  readonly #sql: SqlStorage;
  readonly #words: WordsTable;
  readonly #spoken: SpokenWriter;
  /** Kept from slice to slice, as it is found in as many rows as there are sessions; found again after a sleep. */
  #due: Due | null = null;

  constructor(storage: Storage) {
    this.#storage = storage;
    this.#sql = storage.sql;
    this.#words = new WordsTable(storage.sql);
    this.#spoken = new SpokenWriter(storage, this.#words, new ChangeTable(storage.sql));
  }

  /**
   * One slice.
   *
   * @param fetchCues the transcript that the build has made for a session, as text; null where there is none
   * @returns whether there is more to do
   */
  async write(
    wanted: Wanted,
    fetchCues: (sessionId: string) => Promise<string | null>,
    now: Instant,
  ): Promise<boolean> {
    if (this.#writeSessions(wanted.sessions)) return true;
    return await this.#spoken.write(wanted.transcripts, this.#readSources(), fetchCues, now);
  }

  /** Whether a transcript could not be had. */
  get isMissing(): boolean {
    return this.#spoken.isMissing;
  }

  /** How much of it is there. */
  report({ sessions, transcripts }: Wanted): Written {
    const sources = this.#readSources();
    const ids = new Set(sessions.map(({ session }) => session.id));
    const known = sources.filter(({ session_id: id }) => ids.has(id));
    return {
      sessions: known.filter(({ fields }) => fields !== "").length,
      transcripts: known.filter(({ session_id: id, transcript, building }) => {
        return transcript !== "" && transcript === transcripts[id] && building === "";
      }).length,
      missing: [...ids].filter((id) => this.#spoken.lacks(id, transcripts[id] ?? "")).toSorted(),
    };
  }

  /** The mark of a session's transcript once it is there, else "". */
  readTranscriptMark(sessionId: string): string {
    const query = "SELECT transcript FROM search_source WHERE session_id = ?";
    return this.#sql.exec<{ transcript: string }>(query, sessionId).toArray()[0]?.transcript ?? "";
  }

  #readSources(): Source[] {
    return this.#sql.exec<Source>("SELECT * FROM search_source ORDER BY n").toArray();
  }

  /** @returns whether there was anything to write */
  #writeSessions(sessions: Wanted["sessions"]): boolean {
    const due = this.#due?.sessions === sessions ? this.#due : this.#findDue(sessions);
    const { changed, gone } = due;
    if (changed.length + gone.length === 0) return false;
    this.#storage.transactionSync(() => {
      for (const n of gone) this.#eraseSession(n);
      for (const { session, n } of changed.slice(0, SESSIONS_A_SLICE)) this.#writeSession(session, n);
    });
    this.#due = { sessions, changed: changed.slice(SESSIONS_A_SLICE), gone: [] };
    return true;
  }

  #findDue(sessions: Wanted["sessions"]): Due {
    const sources = new Map(this.#readSources().map((source) => [source.session_id, source]));
    const changed = sessions.flatMap(({ session }) => {
      const source = sources.get(session.id);
      sources.delete(session.id);
      return source?.fields === toSearchMark(session) ? [] : { session, n: source?.n };
    });
    const gone = sources.values().filter(({ fields }) => fields !== "");
    return { sessions, changed, gone: gone.map(({ n }) => n).toArray() };
  }

  #writeSession(session: Session, before: number | undefined): void {
    const text = toSearchedText(session);
    const n = before ?? this.#addSource(session.id);
    this.#sql.exec("DELETE FROM search_session WHERE rowid = CAST(? AS INTEGER)", n);
    this.#sql.exec("UPDATE search_source SET fields = ? WHERE n = ?", toSearchMark(session), n);
    this.#sql.exec(
      "INSERT INTO search_session (rowid, title, people, tags, papers, abstract) VALUES (CAST(? AS INTEGER), ?, ?, ?, ?, ?)",
      n,
      ...SEARCHED_FIELDS.map((field) => toIndexed(text[field])),
    );
    this.#words.write(n, "written", Object.values(text));
  }

  #addSource(id: string): number {
    this.#sql.exec(
      "INSERT INTO search_source (session_id, fields, transcript, building) VALUES (?, '', '', '')",
      id,
    );
    const query = "SELECT n FROM search_source WHERE session_id = ?";
    const n = this.#sql.exec<{ n: number }>(query, id).toArray()[0]?.n ?? 0;
    this.#words.add(n);
    return n;
  }

  /** Its passages go with the slices of transcripts: it has none any more. */
  #eraseSession(n: number): void {
    this.#sql.exec("DELETE FROM search_session WHERE rowid = CAST(? AS INTEGER)", n);
    this.#sql.exec("UPDATE search_source SET fields = '' WHERE n = ?", n);
    this.#words.write(n, "written", []);
    this.#spoken.forgetEmpty(n);
  }
}
