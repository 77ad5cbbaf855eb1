/**
 * The search of the Publisher: keeps the index up to date, and asks it for what documents show.
 */
import { toFingerprint } from "../../programme/fingerprint.ts";
import type { Instant } from "../../programme/instant.ts";
import type { PublishedProgramme } from "../../programme/publication.ts";
import type { SearchResults } from "../../programme/search-result.ts";
import { toTerms } from "../../programme/search-terms.ts";
import type { Cue } from "../../programme/transcript.ts";
import { log } from "../log.ts";
import { fetchAsset, type Assets } from "../static-assets.ts";
import type { Storage } from "../store/schema.ts";
import { complete } from "./beginnings.ts";
import { ChangeTable } from "./change-table.ts";
import { FoundSessions } from "./found-session.ts";
import { IndexWriter, type Wanted } from "./index-writer.ts";
import type { Term } from "./match.ts";
import { openIndex } from "./schema.ts";
import { SearchIndex } from "./search-index.ts";
import { readTranscript } from "./transcript-row.ts";

/** Sessions on a page of results. */
const PAGE = 10;

/** The name of a transcript among the assets. */
export function toAssetPath(sessionId: string): string {
  return `/transcripts/${sessionId}.json`;
}

/** How far the index is made, for who runs the service; nothing of what was searched. */
export interface SearchStatus {
  sessions: { indexed: number; wanted: number };
  transcripts: { indexed: number; wanted: number };
  /** False while it is being made, and where a transcript could not be had. */
  isComplete: boolean;
  /** Ids of the sessions whose transcripts could not be had. */
  missing: string[];
}

export class Search {
  readonly #sql: SqlStorage;
  readonly #index: SearchIndex;
  readonly #changes: ChangeTable;
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
    this.#changes = new ChangeTable(storage.sql);
    this.#writer = new IndexWriter(storage);
    this.#assets = assets;
    this.#transcripts = transcripts;
    this.#transcriptsMark = toFingerprint(transcripts);
    this.#madeOf = this.#readMadeOf();
  }

  /**
   * Whether the index is made of another build, or of other transcripts. Nothing of what is searched changes without one: a
   * replay does not.
   */
  isDue(build: string): boolean {
    return this.#madeOf !== this.#toMadeOf(build);
  }

  /** After a restore: the sessions without files may be others. */
  forget(): void {
    this.#keepMadeOf("");
  }

  /**
   * Make the next slice of the index.
   *
   * @returns whether there is more to do
   */
  async writeSlice(build: string, programme: PublishedProgramme, now: Instant): Promise<boolean> {
    if (!this.isDue(build)) return false;
    if (await this.#writer.write(this.#toWanted(programme), (id) => this.#fetchCues(id), now)) return true;
    // What is missing is asked for again when the object wakes.
    if (this.#writer.isMissing) this.#madeOf = this.#toMadeOf(build);
    else this.#keepMadeOf(this.#toMadeOf(build));
    return false;
  }

  /** How far the index is made. */
  report(build: string, programme: PublishedProgramme): SearchStatus {
    const wanted = this.#toWanted(programme);
    const { sessions, transcripts, missing } = this.#writer.report(wanted);
    const said = wanted.sessions.filter(({ session }) => this.#transcripts[session.id] !== undefined);
    return {
      sessions: { indexed: sessions, wanted: wanted.sessions.length },
      transcripts: { indexed: transcripts, wanted: said.length },
      isComplete: !this.isDue(build) && missing.length === 0,
      missing,
    };
  }

  /**
   * The sessions that a saved search finds, best first. Of whole words alone: who waits for a word that nobody has said yet
   * wants no entries of others that begin so, which would go again when it is said.
   */
  find(query: string): string[] {
    const ids = this.#writer.readIds();
    return this.#index.find(toTerms(query).map((term) => [term])).ns.flatMap((n) => ids.get(n) ?? []);
  }

  /**
   * A page of what is found among published sessions. Where that is nothing, the last word is taken for the beginning of
   * one.
   */
  toResults(query: string, page: number, programme: PublishedProgramme, build: string): SearchResults {
    const published = new Set(programme.sessions.map(({ session }) => session.id));
    const ids = this.#writer.readIds();
    const find = (terms: readonly Term[]) => {
      const hits = this.#index.find(terms);
      const found = hits.ns.flatMap((n) => {
        const id = ids.get(n) ?? "";
        return published.has(id) ? { id, n } : [];
      });
      return { hits, found };
    };
    const terms = toTerms(query);
    const exact = find(terms.map((term) => [term]));
    const longer = exact.found.length === 0 ? complete(this.#sql, terms) : null;
    const { hits, found } = longer === null ? exact : find(longer);
    const sessions = new FoundSessions(this.#sql, hits);
    return {
      found: found.slice((page - 1) * PAGE, page * PAGE).map(({ id, n }) => sessions.show(id, n)),
      total: found.length,
      page,
      pages: Math.ceil(found.length / PAGE),
      isComplete: !this.isDue(build),
      ...(longer !== null && found.length > 0 && { isBeginning: true }),
    };
  }

  /**
   * When a transcript was last taken in or out: of a session, else of any, as what is found may be other things since. Never
   * goes back; 0 where there was none.
   */
  readChangedAt(sessionId?: string): Instant {
    return sessionId === undefined ? this.#changes.readLast() : this.#changes.read(sessionId);
  }

  /** The mark of a session's transcript once that is taken in, else "". */
  readTranscriptMark(sessionId: string | undefined): string {
    return sessionId === undefined ? "" : this.#writer.readTranscriptMark(sessionId);
  }

  /** The transcript of a session; null where it has none, or none that was taken in. */
  readTranscript(sessionId: string | undefined): Cue[] | null {
    return sessionId === undefined ? null : readTranscript(this.#sql, sessionId);
  }

  #toWanted({ sessions }: PublishedProgramme): Wanted {
    return { sessions, transcripts: this.#transcripts };
  }

  async #fetchCues(sessionId: string): Promise<string | null> {
    try {
      const response = await fetchAsset(this.#assets, toAssetPath(sessionId));
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

  #keepMadeOf(madeOf: string): void {
    this.#madeOf = madeOf;
    this.#sql.exec("UPDATE search_state SET made_of = ?", madeOf);
  }

  #toMadeOf(build: string): string {
    return `${build} ${this.#transcriptsMark}`;
  }
}
