/**
 * Finished representations in SQLite, each kept until the programme changes; their bodies are in pieces.
 *
 * The plain ones are always kept. Those of a query are bounded in number, and whoever asks for many new ones pushes out
 * only such as were asked for once: see {@link TRIAL}.
 */
import * as v from "valibot";
import type { Representation } from "../../http/representation.ts";
import { DAY, HOUR, type Instant } from "../../programme/instant.ts";
import { PieceTable, toStamps } from "./piece-table.ts";
import { REPRESENTATION } from "./rows.ts";
import type { Storage } from "./schema.ts";

/** Queries kept at once; with the longest feeds about 100 MB, a fiftieth of what a Durable Object may hold. */
export const MAX_QUERIES = 200;
/**
 * What is asked for the first time counts as used so long ago. So it goes before everything that was asked for again in
 * that time: what anybody polls stays, whatever others ask for once.
 */
export const TRIAL: Instant = 2 * DAY;
/** A use counts this long after the last that counted: a poll does, a burst does not, and each is written once at most. */
export const USE_INTERVAL: Instant = HOUR;

const USE = v.pick(REPRESENTATION.schema, ["is_plain", "used_at"]);
type Use = v.InferOutput<typeof USE>;

export class RepresentationTable {
  readonly #storage: Storage;
  readonly #sql: SqlStorage;
  readonly #pieces: PieceTable;
  /** Uses not yet written: a poll is a read, not a write. */
  readonly #uses = new Map<string, Instant>();
  /** The edition that there is of what was asked about: of what everybody asks for. Nobody else writes to the table. */
  readonly #editions = new Map<string, unknown>();
  /** How many rows are of a query; null until they were counted. */
  #queries: number | null = null;

  constructor(storage: Storage) {
    this.#storage = storage;
    this.#sql = storage.sql;
    this.#pieces = new PieceTable(storage.sql);
  }

  /**
   * The bytes of another edition are not read. Null when there is none of this one, or none that can be read: it is rendered
   * again.
   */
  take(key: string, edition: string, now: Instant): Representation | null {
    this.use(key, now);
    const query = "SELECT * FROM kept_representation WHERE key = ? AND edition = ?";
    const [kept] = this.#sql.exec(query, key, edition).toArray();
    if (kept === undefined) return null;
    const row = v.is(REPRESENTATION.schema, kept) ? kept : null;
    const pieces = row === null ? null : this.#pieces.read(key, row.stamps);
    if (row === null || pieces === null) {
      // Damaged: what is written next must not take any of it for written already.
      this.#drop(key);
      this.#queries = null;
      return null;
    }
    return {
      pieces,
      gzipEnd: row.gzip_end === null ? null : new Uint8Array(row.gzip_end),
      contentType: row.content_type,
      etag: row.etag,
      lastModified: row.last_modified,
    };
  }

  /** What finds the compressed bytes of a piece that is kept under the key, by its digest. */
  openDeflated(key: string): ReturnType<PieceTable["openDeflated"]> {
    return this.#pieces.openDeflated(key, this.#findBefore(key).stamps);
  }

  /** Whether there is one of this edition; whether it can be read is found out by {@link take}. */
  has(key: string, edition: string): boolean {
    if (!this.#editions.has(key)) {
      const query = "SELECT edition FROM kept_representation WHERE key = ?";
      this.#editions.set(key, this.#sql.exec(query, key).toArray()[0]?.["edition"]);
    }
    return this.#editions.get(key) === edition;
  }

  /** The same use, without the bytes: who asks has them. */
  use(key: string, now: Instant): void {
    if (isPlain(key)) return;
    const query = "SELECT is_plain, used_at FROM kept_representation WHERE key = ?";
    const [kept] = this.#sql.exec(query, key).toArray();
    if (v.is(USE, kept)) this.#noteUse(key, kept, now);
  }

  /** In one step: tag and bytes are of one rendering. */
  put(key: string, edition: string, representation: Representation, now: Instant): void {
    this.#storage.transactionSync(() => this.#put(key, edition, representation, now));
  }

  /** A few at a time, with the cron; so a use is remembered although the object sleeps. */
  writeUses(): void {
    for (const key of this.#uses.keys()) this.#writeUse(key);
  }

  /** After a restore: the tables are others. */
  forget(): void {
    this.#uses.clear();
    this.#editions.clear();
    this.#queries = null;
  }

  #put(key: string, edition: string, representation: Representation, now: Instant): void {
    const isNew = this.#write(key, edition, representation, now);
    if (!isPlain(key) && isNew) this.#makeRoom();
  }

  #noteUse(key: string, row: Use, now: Instant): void {
    const usedAt = this.#uses.get(key) ?? row.used_at;
    if (row.is_plain === 0 && isUse(usedAt, now)) this.#uses.set(key, now);
  }

  /** @returns whether there was none */
  #write(key: string, edition: string, representation: Representation, now: Instant): boolean {
    const { pieces, gzipEnd, contentType, etag, lastModified } = representation;
    const before = this.#findBefore(key);
    this.#sql.exec(
      `INSERT OR REPLACE INTO kept_representation
         (key, edition, is_plain, used_at, content_type, etag, last_modified, stamps, gzip_end)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      key,
      edition,
      Number(isPlain(key)),
      toUsedAt(before.usedAt, now),
      contentType,
      etag,
      lastModified,
      toStamps(pieces),
      gzipEnd,
    );
    this.#pieces.write(key, pieces, before.stamps);
    this.#editions.delete(key);
    return before.isNone;
  }

  /** What is known of the one that the key has; nothing of it is trusted. */
  #findBefore(key: string): { isNone: boolean; usedAt: unknown; stamps: string } {
    const query = "SELECT used_at, stamps FROM kept_representation WHERE key = ?";
    const [row] = this.#sql.exec(query, key).toArray();
    const stamps = row?.["stamps"];
    return {
      isNone: row === undefined,
      usedAt: row?.["used_at"],
      stamps: typeof stamps === "string" ? stamps : "",
    };
  }

  #drop(key: string): void {
    this.#sql.exec("DELETE FROM kept_representation WHERE key = ?", key);
    this.#pieces.drop(key);
    this.#editions.delete(key);
  }

  /** The one used longest ago goes. One that was used since is written down as such first, and another is looked for. */
  #makeRoom(): void {
    this.#queries = this.#queries === null ? this.#countQueries() : this.#queries + 1;
    while (this.#queries > MAX_QUERIES) {
      const [oldest] = this.#sql
        .exec<{ key: string }>(
          "SELECT key FROM kept_representation WHERE is_plain = 0 ORDER BY used_at, key LIMIT 1",
        )
        .toArray();
      if (oldest === undefined) return;
      if (this.#writeUse(oldest.key)) continue;
      this.#drop(oldest.key);
      this.#queries -= 1;
    }
  }

  /** @returns whether there was one to write */
  #writeUse(key: string): boolean {
    const usedAt = this.#uses.get(key);
    if (usedAt === undefined) return false;
    this.#uses.delete(key);
    this.#sql.exec("UPDATE kept_representation SET used_at = ? WHERE key = ?", usedAt, key);
    return true;
  }

  /** Once in the object's life; {@link makeRoom} counts on. */
  #countQueries(): number {
    const query = "SELECT count(*) AS count FROM kept_representation WHERE is_plain = 0";
    return this.#sql.exec<{ count: number }>(query).toArray()[0]?.count ?? 0;
  }
}

/** Of no query: always kept. */
function isPlain(key: string): boolean {
  return !key.includes("?");
}

function isUse(usedAt: Instant, now: Instant): boolean {
  const lastUse = now - usedAt < TRIAL ? usedAt : usedAt + TRIAL;
  return now - lastUse >= USE_INTERVAL;
}

/** What is rendered again is as used as it was; an instant that cannot be is that of a new one. */
function toUsedAt(before: unknown, now: Instant): Instant {
  return typeof before === "number" && before >= 0 && before <= now ? before : now - TRIAL;
}
