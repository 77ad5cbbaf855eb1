/**
 * Finished representations in SQLite, each kept until the programme changes.
 *
 * The plain ones are always kept. Those of a query are bounded in number; the least recently used goes first.
 */
import type { Representation } from "../../http/representation.ts";
import type { Instant } from "../../programme/instant.ts";
import { REPRESENTATION } from "./rows.ts";

/** Queries kept at once; with the longest feeds about 100 MB, a fiftieth of what a Durable Object may hold. */
export const MAX_QUERIES = 200;
/** A row holds at most 2 MB; a larger representation is rendered again each time. */
const MAX_BODY_BYTES = 1_900_000;

export class RepresentationTable {
  readonly #sql: SqlStorage;
  /** Uses not yet written: a poll is a read, not a write; they count when room is made. */
  readonly #uses = new Map<string, Instant>();

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** One read. Null when there is none of this edition, or none that can be read: it is rendered again. */
  take(key: string, edition: string, now: Instant): Representation | null {
    const [kept] = this.#sql.exec("SELECT * FROM representation WHERE key = ?", key).toArray();
    const { data: row } = REPRESENTATION.schema.safeParse(kept);
    if (row === undefined || row.edition !== edition) return null;
    this.#uses.set(key, now);
    return {
      body: new Uint8Array(row.body),
      contentType: row.content_type,
      etag: row.etag,
      lastModified: row.last_modified,
    };
  }

  put(key: string, edition: string, representation: Representation, now: Instant): void {
    if (representation.body.byteLength > MAX_BODY_BYTES) return;
    this.#sql.exec(
      `INSERT OR REPLACE INTO representation
         (key, edition, is_plain, used_at, content_type, etag, last_modified, body)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      key,
      edition,
      Number(!key.includes("?")),
      now,
      representation.contentType,
      representation.etag,
      representation.lastModified,
      representation.body,
    );
    this.#makeRoom();
  }

  #makeRoom(): void {
    for (const [key, usedAt] of this.#uses) {
      this.#sql.exec("UPDATE representation SET used_at = ? WHERE key = ? AND is_plain = 0", usedAt, key);
    }
    this.#uses.clear();
    this.#sql.exec(
      `DELETE FROM representation WHERE is_plain = 0 AND key NOT IN (
         SELECT key FROM representation WHERE is_plain = 0 ORDER BY used_at DESC, key LIMIT ?)`,
      MAX_QUERIES,
    );
  }
}
