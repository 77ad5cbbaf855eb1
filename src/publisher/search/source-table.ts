/**
 * The table of sessions in the index: of each its number, and what of it was written.
 *
 * It is read once while the object is awake: every slice looks through all of it, and there are as many slices as sessions
 * need. What is written goes to the table and to memory alike.
 */

/** A session in the index, see the table. */
export type Source = {
  readonly n: number;
  readonly session_id: string;
  fields: string;
  transcript: string;
  building: string;
};

type State = Pick<Source, "fields" | "transcript" | "building">;

export class SourceTable {
  readonly #sql: SqlStorage;
  /** By session id, in the order of their numbers; null until they are read. */
  #sources: Map<string, Source> | null = null;
  /** The greatest number. */
  #last = 0;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** All, in the order of their numbers. */
  all(): Iterable<Source> {
    return this.#read().values();
  }

  get(sessionId: string): Source | undefined {
    return this.#read().get(sessionId);
  }

  /** A session that is new in the index, of which nothing is written. */
  add(sessionId: string): Source {
    const sources = this.#read();
    this.#last += 1;
    // Not by RETURNING, with which the runtime takes several times as long.
    const query =
      "INSERT INTO search_source (n, session_id, fields, transcript, building) VALUES (?, ?, '', '', '')";
    this.#sql.exec(query, this.#last, sessionId);
    const source = { n: this.#last, session_id: sessionId, fields: "", transcript: "", building: "" };
    sources.set(sessionId, source);
    return source;
  }

  set(source: Source, changed: Partial<State>): void {
    Object.assign(source, changed);
    const { n, fields, transcript, building } = source;
    const query = "UPDATE search_source SET fields = ?, transcript = ?, building = ? WHERE n = ?";
    this.#sql.exec(query, fields, transcript, building, n);
  }

  remove({ n, session_id: id }: Source): void {
    this.#sql.exec("DELETE FROM search_source WHERE n = ?", n);
    this.#read().delete(id);
  }

  /** Where writing failed and was taken back: what is in memory is not what is in the table. */
  forget(): void {
    this.#sources = null;
  }

  #read(): Map<string, Source> {
    if (this.#sources !== null) return this.#sources;
    const rows = this.#sql.exec<Source>("SELECT * FROM search_source ORDER BY n").toArray();
    this.#last = rows.at(-1)?.n ?? 0;
    this.#sources = new Map(rows.map((source) => [source.session_id, source]));
    return this.#sources;
  }
}
