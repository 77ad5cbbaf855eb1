/**
 * The search of the Publisher: keeps the index up to date, and asks it for what documents show.
 */
import { toFingerprint } from "../../programme/fingerprint.ts";
import type { Instant } from "../../programme/instant.ts";
import type { PublishedProgramme } from "../../programme/publication.ts";
import type { SearchResults } from "../../programme/search-result.ts";
import { toTerms } from "../../programme/search-terms.ts";
import { log } from "../log.ts";
import type { Storage } from "../store/schema.ts";
import { IndexWriter } from "./index-writer.ts";
import { openIndex } from "./schema.ts";
import { SearchIndex } from "./search-index.ts";
import { readTranscript, type TranscriptRow } from "./transcript-row.ts";

/** Sessions on a page of results. */
const PAGE = 10;

/** Where transcripts lie: Workers' static assets, or what stands in for them. */
export interface Assets {
  fetch: (url: string) => Promise<Response>;
}

/** The name of a transcript among the assets. */
export function toAssetPath(sessionId: string): string {
  return `/transcripts/${sessionId}.json`;
}

export class Search {
  readonly #sql: SqlStorage;
  readonly #index: SearchIndex;
  readonly #writer: IndexWriter;
  readonly #assets: Assets | undefined;
  readonly #transcripts: Readonly<Record<string, string>>;
  readonly #transcriptsMark: string;
  #madeOf: string;

  /** @param transcripts the mark of each transcript that the build has made, by session id */
  constructor(storage: Storage, assets: Assets | undefined, transcripts: Readonly<Record<string, string>>) {
    openIndex(storage);
    this.#sql = storage.sql;
    this.#index = new SearchIndex(storage.sql);
    this.#writer = new IndexWriter(storage);
    this.#assets = assets;
    this.#transcripts = transcripts;
    this.#transcriptsMark = toFingerprint(transcripts);
    this.#madeOf = this.#readMadeOf();
  }

  /** Whether the index is made of another edition, or of other transcripts. */
  isDue(edition: string): boolean {
    return this.#madeOf !== this.#toMadeOf(edition);
  }

  /**
   * Make the next slice of the index.
   *
   * @returns whether there is more to do
   */
  async writeSlice(edition: string, programme: PublishedProgramme, now: Instant): Promise<boolean> {
    if (!this.isDue(edition)) return false;
    const wanted = { sessions: programme.sessions, transcripts: this.#transcripts };
    if (await this.#writer.write(wanted, (id) => this.#fetchCues(id), now)) return true;
    this.#madeOf = this.#toMadeOf(edition);
    // What is missing is asked for again when the object wakes.
    if (!this.#writer.isMissing) this.#sql.exec("UPDATE search_state SET made_of = ?", this.#madeOf);
    return false;
  }

  /** The sessions that a search finds, best first. */
  find(query: string): string[] {
    return this.#index.find(toTerms(query));
  }

  /** A page of what is found among published sessions. */
  toResults(query: string, page: number, programme: PublishedProgramme, edition: string): SearchResults {
    const terms = toTerms(query);
    const published = new Set(programme.sessions.map(({ session }) => session.id));
    const ids = this.#index.find(terms).filter((id) => published.has(id));
    return {
      found: ids.slice((page - 1) * PAGE, page * PAGE).map((id) => this.#index.show(id, terms)),
      total: ids.length,
      page,
      pages: Math.ceil(ids.length / PAGE),
      isComplete: !this.isDue(edition),
    };
  }

  /** When the last transcript was taken in: what is found may be other things since. */
  readTakenInAt(): Instant {
    const query = "SELECT max(taken_in_at) AS at FROM search_transcript";
    return this.#sql.exec<{ at: number | null }>(query).toArray()[0]?.at ?? 0;
  }

  /** The mark of a session's transcript once that is taken in, else "". */
  readTranscriptMark(sessionId: string | undefined): string {
    return sessionId === undefined ? "" : this.#writer.readTranscriptMark(sessionId);
  }

  /** The transcript of a session; null where it has none, or none that was taken in. */
  readTranscript(sessionId: string | undefined): TranscriptRow | null {
    return sessionId === undefined ? null : readTranscript(this.#sql, sessionId);
  }

  async #fetchCues(sessionId: string): Promise<string | null> {
    try {
      const response = await this.#assets?.fetch(`https://assets.invalid${toAssetPath(sessionId)}`);
      if (response?.ok === true) return await response.text();
      log("warn", "no transcript", { session: sessionId, status: response?.status });
    } catch (error) {
      log("warn", "no transcript", { session: sessionId, message: String(error) });
    }
    return null;
  }

  #readMadeOf(): string {
    return (
      this.#sql.exec<{ made_of: string }>("SELECT made_of FROM search_state").toArray()[0]?.made_of ?? ""
    );
  }

  #toMadeOf(edition: string): string {
    return `${edition} ${this.#transcriptsMark}`;
  }
}
