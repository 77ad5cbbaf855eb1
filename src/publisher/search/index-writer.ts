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
import { SourceTable, type Source } from "./source-table.ts";
import { SpokenWriter } from "./spoken-writer.ts";
import { WordsTable } from "./words-table.ts";

/** Sessions written in a slice: each is an abstract or two. */
const SESSIONS_A_SLICE = 25;

const NOT_LOOKED = { sessions: [], count: 0 };

/** What the index is to hold. */
export interface Wanted {
  sessions: readonly { session: Session }[];
  /** The mark of each transcript, by session id. */
  transcripts: Readonly<Record<string, string>>;
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
  readonly #sources: SourceTable;
  readonly #words: WordsTable;
  readonly #spoken: SpokenWriter;
  /** How far the slices have come through the sessions of an edition: what is before is in the index. */
  #looked: { sessions: Wanted["sessions"]; count: number } = NOT_LOOKED;

  constructor(storage: Storage) {
    this.#storage = storage;
    this.#sql = storage.sql;
    this.#sources = new SourceTable(storage.sql);
    this.#words = new WordsTable(storage.sql);
    this.#spoken = new SpokenWriter(storage, this.#sources, this.#words, new ChangeTable(storage.sql));
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
    try {
      if (this.#writeSessions(wanted.sessions)) return true;
      return await this.#spoken.write(wanted.transcripts, fetchCues, now);
    } catch (error) {
      this.#sources.forget();
      this.#looked = NOT_LOOKED;
      throw error;
    }
  }

  /** Whether a transcript could not be had. */
  get isMissing(): boolean {
    return this.#spoken.isMissing;
  }

  /** How much of it is there. */
  report({ sessions, transcripts }: Wanted): Written {
    const ids = new Set(sessions.map(({ session }) => session.id));
    const known = [...this.#sources.all()].filter(({ session_id: id }) => ids.has(id));
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
    // One row, and not the whole table: polls of a session's page ask it, also of an object that has just woken.
    const query = "SELECT transcript FROM search_source WHERE session_id = ?";
    return this.#sql.exec<{ transcript: string }>(query, sessionId).toArray()[0]?.transcript ?? "";
  }

  /** The ids of all sessions in the index, by their numbers. */
  readIds(): Map<number, string> {
    return new Map([...this.#sources.all()].map(({ n, session_id: id }) => [n, id]));
  }

  /** @returns whether there was anything to write */
  #writeSessions(sessions: Wanted["sessions"]): boolean {
    const gone = this.#looked.sessions === sessions ? [] : this.#findGone(sessions);
    const changed = this.#findChanged(sessions);
    this.#storage.transactionSync(() => {
      for (const source of gone) this.#eraseSession(source);
      for (const session of changed) this.#writeSession(session);
    });
    return changed.length + gone.length > 0;
  }

  #findGone(sessions: Wanted["sessions"]): Source[] {
    const ids = new Set(sessions.map(({ session }) => session.id));
    return [...this.#sources.all()].filter(({ session_id: id, fields }) => !ids.has(id) && fields !== "");
  }

  /** The next slice of those that are not in the index as they are. */
  #findChanged(sessions: Wanted["sessions"]): Session[] {
    const changed: Session[] = [];
    let count = this.#looked.sessions === sessions ? this.#looked.count : 0;
    for (; changed.length < SESSIONS_A_SLICE; count += 1) {
      const session = sessions[count]?.session;
      if (session === undefined) break;
      if (this.#sources.get(session.id)?.fields !== toSearchMark(session)) changed.push(session);
    }
    this.#looked = { sessions, count };
    return changed;
  }

  #writeSession(session: Session): void {
    const text = toSearchedText(session);
    const known = this.#sources.get(session.id);
    if (known !== undefined) this.#eraseText(known.n);
    const source = known ?? this.#sources.add(session.id);
    this.#sources.set(source, { fields: toSearchMark(session) });
    this.#sql.exec(
      "INSERT INTO search_session (rowid, title, people, tags, papers, abstract) VALUES (CAST(? AS INTEGER), ?, ?, ?, ?, ?)",
      source.n,
      ...SEARCHED_FIELDS.map((field) => toIndexed(text[field])),
    );
    if (known === undefined) this.#words.add(source.n, Object.values(text));
    else this.#words.change(source.n, "written", Object.values(text));
  }

  #eraseText(n: number): void {
    this.#sql.exec("DELETE FROM search_session WHERE rowid = CAST(? AS INTEGER)", n);
  }

  /** Its passages go with the slices of transcripts: it has none any more. */
  #eraseSession(source: Source): void {
    this.#eraseText(source.n);
    this.#sources.set(source, { fields: "" });
    this.#words.change(source.n, "written", []);
    this.#spoken.forgetEmpty(source);
  }
}
