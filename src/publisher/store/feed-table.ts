/**
 * The feeds met so far: whose each was found to be, and how it fares. Another address, or another kind of source, starts
 * from nothing.
 */
import type { FeedIdentity } from "../../sources/channel-feed.ts";
import type { Source, SourceKind } from "../config.ts";
import { SOURCE_HEALTH, UNTRIED, type SourceHealth } from "../source-health.ts";
import { FEED, type FeedRow } from "./archive-rows.ts";
import type { RowReader } from "./row-reader.ts";

/** A feed as known at present. */
export interface Feed {
  identity: FeedIdentity | null;
  health: SourceHealth;
}

export class FeedTable {
  readonly #sql: SqlStorage;
  readonly #rows: RowReader;
  #feeds = new Map<string, FeedRow>();

  constructor(sql: SqlStorage, rows: RowReader) {
    this.#sql = sql;
    this.#rows = rows;
    this.reload();
  }

  /** Read everything again, at the start and when the state was restored from a backup. */
  reload(): void {
    // A health that cannot be read is set aside at the first reading; its feed is there at the second.
    this.#rows.read(FEED);
    const rows = this.#rows.read(FEED);
    this.#feeds = new Map(
      rows.map(({ health, ...row }) => [
        row.name,
        { ...row, health: health === null ? null : SOURCE_HEALTH.parse(health) },
      ]),
    );
  }

  get(kind: SourceKind, { feedUrl }: Source): Feed {
    const row = this.#feeds.get(toName(kind, feedUrl));
    return { identity: row?.identity ?? null, health: row?.health ?? UNTRIED };
  }

  set(kind: SourceKind, { feedUrl }: Source, { identity, health }: Feed): void {
    const name = toName(kind, feedUrl);
    const text = JSON.stringify(health);
    this.#sql.exec(
      "INSERT OR REPLACE INTO feed (name, identity, health) VALUES (?, ?, ?)",
      name,
      identity ?? "",
      text,
    );
    this.#feeds.set(name, { name, identity, health });
  }

  /** Forget the feeds of a kind that are no sources any more. */
  keep(kind: SourceKind, sources: readonly Source[]): void {
    const kept = new Set(sources.map(({ feedUrl }) => toName(kind, feedUrl)));
    for (const name of this.#feeds.keys()) {
      if (!name.startsWith(`${kind} `) || kept.has(name)) continue;
      this.#sql.exec("DELETE FROM feed WHERE name = ?", name);
      this.#feeds.delete(name);
    }
  }

  /** What feeds of this kind were found to be, those before included; null where no feed of any kind is known. */
  findIdentities(kind: SourceKind): FeedIdentity[] | null {
    if (this.#feeds.size === 0) return null;
    return [...this.#feeds.values()].flatMap(({ name, identity }) =>
      name.startsWith(`${kind} `) && identity !== null ? [identity] : [],
    );
  }
}

function toName(kind: SourceKind, feedUrl: string): string {
  return `${kind} ${feedUrl}`;
}
