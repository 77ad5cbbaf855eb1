/**
 * The feeds met so far: whose each was found to be, and how it fares. Another address, or another kind of source, starts
 * from nothing.
 */
import * as v from "valibot";
import type { FeedIdentity } from "../../sources/channel-feed.ts";
import type { Source, SourceKind } from "../config.ts";
import { isWrittenAlready, SOURCE_HEALTH, UNTRIED, type SourceHealth } from "../source-health.ts";
import { FEED, type FeedRow } from "./archive-rows.ts";
import type { RowReader } from "./row-reader.ts";

/** What is found out about a feed. */
export interface Feed {
  identity: FeedIdentity | null;
  health: SourceHealth;
}

/** A feed as known at present. */
export interface KnownFeed extends Feed {
  /** Only from what is written, for the object has slept: the feed may have been asked since. */
  isRecalled: boolean;
}

/** What is known of a feed, and what of its health is written. */
interface Held extends FeedRow {
  written: SourceHealth | null;
  isRecalled: boolean;
}

export class FeedTable {
  readonly #sql: SqlStorage;
  readonly #rows: RowReader;
  #feeds = new Map<string, Held>();

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
      rows.map((row) => {
        const written = row.health === null ? null : v.parse(SOURCE_HEALTH, row.health);
        return [row.name, { ...row, health: written, written, isRecalled: true }];
      }),
    );
  }

  get(kind: SourceKind, { feedUrl }: Source): KnownFeed {
    const held = this.#feeds.get(toName(kind, feedUrl));
    const { identity = null, isRecalled = false } = held ?? {};
    return { identity, health: held?.health ?? UNTRIED, isRecalled };
  }

  /** Written where it says something else than what is; otherwise the object knows it until it sleeps. */
  set(kind: SourceKind, { feedUrl }: Source, { identity, health }: Feed): void {
    const name = toName(kind, feedUrl);
    const held = this.#feeds.get(name);
    const before = held?.written ?? UNTRIED;
    const isWritten = held?.identity === identity && isWrittenAlready(before, health);
    if (!isWritten)
      this.#sql.exec(
        "INSERT OR REPLACE INTO feed (name, identity, health) VALUES (?, ?, ?)",
        name,
        identity ?? "",
        JSON.stringify(health),
      );
    this.#feeds.set(name, {
      name,
      identity,
      health,
      written: isWritten ? before : health,
      isRecalled: false,
    });
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
