/**
 * Single facts the Publisher keeps over restarts, each under its name.
 */
import type { Instant } from "../programme/instant.ts";
import type { Span } from "../programme/turns.ts";
import type { FeedIdentity } from "../sources/channel-feed.ts";
import { UNTRIED, type SourceHealth } from "./source-health.ts";

export interface Facts {
  /** The source that `health` is about. */
  source: { kind: string; feedUrl: string | null } | null;
  health: SourceHealth;
  /** Whose feed the source is, as learnt from its first accepted fetch. */
  pin: Pin | null;
  /** The origin of the first request, where no PUBLIC_URL is set. */
  origin: string | null;
  /** The programme last published; see Ledger. */
  published: { fingerprint: string; changedAt: Instant } | null;
  /** From what the current representations are rendered; other representations are out of date. */
  edition: string | null;
  /** When a live link becomes a replay by itself. */
  nextTurnAt: Instant | null;
  /** The span of time in which the current pages are right. */
  span: Span | null;
}

/** Which identity an address was found to have. Another address, or another kind of source, may have another. */
export interface Pin {
  feedUrl: string;
  kind: string;
  identity: FeedIdentity;
}

const INITIAL: Facts = {
  source: null,
  health: UNTRIED,
  pin: null,
  origin: null,
  published: null,
  edition: null,
  nextTurnAt: null,
  span: null,
};

export class FactTable {
  readonly #sql: SqlStorage;
  readonly #facts: Facts;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    const rows = sql.exec<{ name: string; value: string }>("SELECT name, value FROM fact").toArray();
    this.#facts = {
      ...INITIAL,
      ...Object.fromEntries(rows.map(({ name, value }): [string, unknown] => [name, JSON.parse(value)])),
    };
  }

  get<Name extends keyof Facts>(name: Name): Facts[Name] {
    return this.#facts[name];
  }

  /** Written only when it differs from what is known. */
  set<Name extends keyof Facts>(name: Name, value: Facts[Name]): void {
    const json = JSON.stringify(value);
    if (json === JSON.stringify(this.#facts[name])) return;
    this.#sql.exec("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", name, json);
    this.#facts[name] = value;
  }
}
