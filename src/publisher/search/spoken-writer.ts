/**
 * How a transcript comes into the index and goes out of it: some passages at a time, the old ones first.
 */
import type { Instant } from "../../programme/instant.ts";
import { listPairs, toIndexed } from "../../programme/search-terms.ts";
import { toPassages, toSharing, type Passage } from "../../programme/transcript.ts";
import type { Storage } from "../store/schema.ts";
import type { ChangeTable } from "./change-table.ts";
import { toRow, WITHIN } from "./schema.ts";
import type { Source, SourceTable } from "./source-table.ts";
import { parseCues } from "./transcript-row.ts";
import type { WordsTable } from "./words-table.ts";

/** Passages written or taken out in a slice: ten minutes of speech, a few milliseconds. */
const PASSAGES_A_SLICE = 40;

/** What is being taken in. */
interface Taking {
  sessionId: string;
  /** Empty where there is nothing to take in, only out. */
  mark: string;
  text: string;
  passages: readonly Passage[];
}

export class SpokenWriter {
  readonly #storage: Storage;
  readonly #sql: SqlStorage;
  readonly #sources: SourceTable;
  readonly #words: WordsTable;
  readonly #changes: ChangeTable;
  /** Transcripts that could not be had: asked for again when the object wakes the next time. */
  readonly #missing = new Set<string>();
  /** Kept from slice to slice, as an hour of speech has seven; made again when the object slept in between. */
  #taking: Taking | null = null;

  constructor(storage: Storage, sources: SourceTable, words: WordsTable, changes: ChangeTable) {
    this.#storage = storage;
    this.#sql = storage.sql;
    this.#sources = sources;
    this.#words = words;
    this.#changes = changes;
  }

  /** As `IndexWriter.write`, of transcripts. */
  async write(
    transcripts: Readonly<Record<string, string>>,
    fetchCues: (sessionId: string) => Promise<string | null>,
    now: Instant,
  ): Promise<boolean> {
    const source = this.#findDue(transcripts);
    if (source === null) {
      this.#changes.noteGone((id) => transcripts[id] !== undefined, now);
      return false;
    }
    const { session_id: id } = source;
    const mark = transcripts[id] ?? "";
    const kept = this.#taking;
    const taking = kept?.sessionId === id && kept.mark === mark ? kept : await take(id, mark, fetchCues);
    const isWhole =
      taking === null || this.#storage.transactionSync(() => this.#writeSlice(source, taking, now));
    this.#taking = isWhole ? null : taking;
    if (taking === null) this.#missing.add(`${id} ${mark}`);
    return true;
  }

  /** Whether a transcript could not be had. */
  get isMissing(): boolean {
    return this.#missing.size > 0;
  }

  /** Whether this one could not be had. */
  lacks(sessionId: string, mark: string): boolean {
    return this.#missing.has(`${sessionId} ${mark}`);
  }

  /** Where a session is neither written nor said any more. */
  forgetEmpty(source: Source): void {
    if (source.fields + source.transcript + source.building !== "") return;
    this.#sources.remove(source);
    this.#words.remove(source.n);
  }

  /** The first whose transcript is not the one there is; null where each is, as far as it can be had. */
  #findDue(transcripts: Readonly<Record<string, string>>): Source | null {
    for (const source of this.#sources.all()) {
      const { session_id: id, transcript, building } = source;
      const mark = transcripts[id] ?? "";
      if ((transcript !== mark || building !== "") && !this.lacks(id, mark)) return source;
    }
    return null;
  }

  /**
   * Some passages out, else some passages in.
   *
   * @returns whether it is there as a whole, or gone
   */
  #writeSlice(source: Source, taking: Taking, now: Instant): boolean {
    const { n } = source;
    const { mark, passages } = taking;
    const isBegun = source.building === toBuilding(mark);
    const rows = this.#sql
      .exec<{ row: number }>(`SELECT rowid AS row FROM search_passage WHERE ${WITHIN}`, n, n)
      .toArray();
    if (!isBegun) {
      this.#begin(source, now);
      for (const { row } of rows.slice(0, PASSAGES_A_SLICE)) this.#erasePassage(row);
      if (rows.length > PASSAGES_A_SLICE) return false;
      this.#sources.set(source, { building: toBuilding(mark) });
      if (mark !== "") return false;
    }
    const begin = isBegun ? rows.length : 0;
    for (const [index, passage] of passages.slice(begin, begin + PASSAGES_A_SLICE).entries())
      this.#writePassage(toRow(n, begin + index), passage, passages[begin + index + 1]);
    if (begin + PASSAGES_A_SLICE < passages.length) return false;
    if (mark !== "") this.#finish(source, taking, now);
    this.#sources.set(source, { transcript: mark, building: "" });
    this.forgetEmpty(source);
    return true;
  }

  /** From here on there is none. */
  #begin(source: Source, now: Instant): void {
    const { n, session_id: id, transcript } = source;
    this.#sources.set(source, { transcript: "", building: "old" });
    if (transcript === "") return;
    this.#words.change(n, "said", []);
    this.#sql.exec("DELETE FROM search_transcript WHERE n = ?", n);
    this.#changes.note(id, "", now);
  }

  #writePassage(row: number, passage: Passage, next: Passage | undefined): void {
    const { text, cues } = toSharing(passage, next);
    this.#sql.exec(
      "INSERT INTO search_passage (rowid, text, cues) VALUES (CAST(? AS INTEGER), ?, ?)",
      row,
      toIndexed(text),
      JSON.stringify(cues),
    );
    const pairs = listPairs(text);
    if (pairs.length === 0) return;
    this.#sql.exec(
      "INSERT INTO search_pair (rowid, pairs) VALUES (CAST(? AS INTEGER), ?)",
      row,
      pairs.join(" "),
    );
  }

  #erasePassage(row: number): void {
    for (const table of ["search_passage", "search_pair"])
      this.#sql.exec(`DELETE FROM ${table} WHERE rowid = CAST(? AS INTEGER)`, row);
  }

  #finish({ n, session_id: id }: Source, { mark, text, passages }: Taking, now: Instant): void {
    const texts = passages.map((passage, index) => toSharing(passage, passages[index + 1]).text);
    this.#words.change(n, "said", texts);
    this.#sql.exec("INSERT INTO search_transcript (n, cues) VALUES (?, ?)", n, text);
    this.#changes.note(id, mark, now);
  }
}

/** Null for what cannot be had. */
async function take(
  sessionId: string,
  mark: string,
  fetchCues: (sessionId: string) => Promise<string | null>,
): Promise<Taking | null> {
  const text = mark === "" ? "[]" : await fetchCues(sessionId);
  const cues = text === null ? null : parseCues(text);
  return text === null || cues === null ? null : { sessionId, mark, text, passages: toPassages(cues) };
}

/** Never empty, so that it differs from what is finished. */
function toBuilding(mark: string): string {
  return `new ${mark}`;
}
