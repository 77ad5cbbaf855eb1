/**
 * How the index is made: in slices, each small enough for one call, and only of what has changed.
 *
 * What is in it is known by fingerprints of the sessions' texts and by the marks of the transcripts, so that the next slice
 * follows from the tables alone, whenever the object slept.
 */
import { toWholeSecond, type Instant } from "../../programme/instant.ts";
import { toFingerprint } from "../../programme/fingerprint.ts";
import { SEARCHED_FIELDS, toSearchedText } from "../../programme/search-result.ts";
import { toIndexed } from "../../programme/search-terms.ts";
import type { Session } from "../../programme/session.ts";
import { toPassages, toSharing, type Cue } from "../../programme/transcript.ts";
import type { Storage } from "../store/schema.ts";
import { toRow, WITHIN } from "./schema.ts";
import { parseCues } from "./transcript-row.ts";

/** Sessions written in a slice: each is an abstract or two. */
const SESSIONS_A_SLICE = 25;
/** Passages written or taken out in a slice: ten minutes of speech, a few milliseconds. */
const PASSAGES_A_SLICE = 40;

const NO_WORD = /[^\p{L}\p{M}\p{N}\p{Co}]+/u;

/** What the index is to hold. */
export interface Wanted {
  sessions: readonly { session: Session }[];
  /** The mark of each transcript, by session id. */
  transcripts: Readonly<Record<string, string>>;
}

type Source = {
  n: number;
  session_id: string;
  fields: string;
  transcript: string;
  building: string;
};

export class IndexWriter {
  readonly #storage: Storage;
  readonly #sql: SqlStorage;
  /** Transcripts that could not be had: asked for again when the object wakes the next time. */
  readonly #missing = new Set<string>();
  /** Of the text of sessions that were looked at before. */
  readonly #fingerprints = new WeakMap<Session, string>();

  constructor(storage: Storage) {
    this.#storage = storage;
    this.#sql = storage.sql;
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
    const sources = this.#sql.exec<Source>("SELECT * FROM search_source ORDER BY n").toArray();
    if (this.#writeSessions(wanted.sessions, sources)) return true;
    const source = this.#findUnfinished(wanted, sources);
    if (source === undefined) return false;
    const mark = wanted.transcripts[source.session_id] ?? "";
    const text = mark === "" ? "[]" : await fetchCues(source.session_id);
    const cues = text === null ? null : parseCues(text);
    if (text === null || cues === null) this.#missing.add(`${source.session_id} ${mark}`);
    else this.#storage.transactionSync(() => this.#writeSpoken(source, mark, { text, cues, now }));
    return true;
  }

  /** Whether a transcript could not be had. */
  get isMissing(): boolean {
    return this.#missing.size > 0;
  }

  /** The mark of a session's transcript once it is there, else "". */
  readTranscriptMark(sessionId: string): string {
    const query = "SELECT transcript FROM search_source WHERE session_id = ?";
    return this.#sql.exec<{ transcript: string }>(query, sessionId).toArray()[0]?.transcript ?? "";
  }

  #findUnfinished({ transcripts }: Wanted, sources: readonly Source[]): Source | undefined {
    return sources.find(({ session_id: id, transcript, building }) => {
      const mark = transcripts[id] ?? "";
      const isThere = transcript === mark && building === "";
      return !isThere && !this.#missing.has(`${id} ${mark}`);
    });
  }

  /** @returns whether there was anything to write */
  #writeSessions(sessions: Wanted["sessions"], known: readonly Source[]): boolean {
    const sources = new Map(known.map((source) => [source.session_id, source]));
    const changed = sessions.filter(
      ({ session }) => sources.get(session.id)?.fields !== this.#toFingerprint(session),
    );
    const ids = new Set(sessions.map(({ session }) => session.id));
    const gone = [...sources.values()].filter(({ session_id: id, fields }) => !ids.has(id) && fields !== "");
    this.#storage.transactionSync(() => {
      for (const { n } of gone) this.#eraseSession(n);
      for (const { session } of changed.slice(0, SESSIONS_A_SLICE)) {
        const { id } = session;
        const text = toSearchedText(session);
        const before = sources.get(id)?.n;
        if (before !== undefined)
          this.#sql.exec("DELETE FROM search_session WHERE rowid = CAST(? AS INTEGER)", before);
        const n = before ?? this.#addSource(id);
        this.#sql.exec("UPDATE search_source SET fields = ? WHERE n = ?", this.#toFingerprint(session), n);
        this.#sql.exec(
          "INSERT INTO search_session (rowid, title, people, tags, papers, abstract) VALUES (CAST(? AS INTEGER), ?, ?, ?, ?, ?)",
          n,
          ...SEARCHED_FIELDS.map((field) => toIndexed(text[field])),
        );
      }
    });
    return changed.length + gone.length > 0;
  }

  #toFingerprint(session: Session): string {
    const fingerprint = this.#fingerprints.get(session) ?? toFingerprint(toSearchedText(session));
    this.#fingerprints.set(session, fingerprint);
    return fingerprint;
  }

  #addSource(id: string): number {
    this.#sql.exec(
      "INSERT INTO search_source (session_id, fields, transcript, building) VALUES (?, '', '', '')",
      id,
    );
    const query = "SELECT n FROM search_source WHERE session_id = ?";
    return this.#sql.exec<{ n: number }>(query, id).toArray()[0]?.n ?? 0;
  }

  /** Its passages go with the slices of transcripts: it has none any more. */
  #eraseSession(n: number): void {
    this.#sql.exec("DELETE FROM search_session WHERE rowid = CAST(? AS INTEGER)", n);
    this.#sql.exec("UPDATE search_source SET fields = '' WHERE n = ?", n);
    this.#forgetEmpty();
  }

  #forgetEmpty(): void {
    this.#sql.exec("DELETE FROM search_source WHERE fields = '' AND transcript = '' AND building = ''");
  }

  /** Some passages out, else some passages in. */
  #writeSpoken(
    { n, building }: Source,
    mark: string,
    { text, cues, now }: { text: string; cues: readonly Cue[]; now: Instant },
  ): void {
    const isBegun = building === toBuilding(mark);
    const rows = this.#sql
      .exec<{ row: number }>(`SELECT rowid AS row FROM search_passage WHERE ${WITHIN}`, n, n)
      .toArray();
    if (!isBegun) {
      this.#sql.exec("UPDATE search_source SET transcript = '', building = 'old' WHERE n = ?", n);
      this.#sql.exec("DELETE FROM search_spoken WHERE rowid = CAST(? AS INTEGER)", n);
      this.#sql.exec("DELETE FROM search_transcript WHERE n = ?", n);
      for (const { row } of rows.slice(0, PASSAGES_A_SLICE))
        this.#sql.exec("DELETE FROM search_passage WHERE rowid = CAST(? AS INTEGER)", row);
      if (rows.length > PASSAGES_A_SLICE) return;
      this.#sql.exec("UPDATE search_source SET building = ? WHERE n = ?", toBuilding(mark), n);
      if (mark !== "") return;
    }
    const passages = toPassages(cues);
    const begin = isBegun ? rows.length : 0;
    const end = begin + PASSAGES_A_SLICE;
    for (const [index, passage] of passages.slice(begin, end).entries()) {
      const shared = toSharing(passage, passages[begin + index + 1]);
      this.#sql.exec(
        "INSERT INTO search_passage (rowid, text, cues) VALUES (CAST(? AS INTEGER), ?, ?)",
        toRow(n, begin + index),
        toIndexed(shared.text),
        JSON.stringify(shared.cues),
      );
    }
    if (end < passages.length) return;
    if (mark !== "") this.#finish(n, { text, cues, now });
    this.#sql.exec("UPDATE search_source SET transcript = ?, building = '' WHERE n = ?", mark, n);
    this.#forgetEmpty();
  }

  #finish(n: number, { text, cues, now }: { text: string; cues: readonly Cue[]; now: Instant }): void {
    const words = new Set(cues.flatMap((cue) => toIndexed(cue.text.toLowerCase()).split(NO_WORD)));
    this.#sql.exec(
      "INSERT INTO search_spoken (rowid, words) VALUES (CAST(? AS INTEGER), ?)",
      n,
      [...words].join(" "),
    );
    this.#sql.exec(
      "INSERT INTO search_transcript (n, taken_in_at, cues) VALUES (?, ?, ?)",
      n,
      toWholeSecond(now),
      text,
    );
  }
}

/** Never empty, so that it differs from what is finished. */
function toBuilding(mark: string): string {
  return `new ${mark}`;
}
