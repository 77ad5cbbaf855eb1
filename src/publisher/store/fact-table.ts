/**
 * Single facts the Publisher keeps over restarts, each under its name.
 */
import * as z from "zod/mini";
import type { Instant } from "../../programme/instant.ts";
import type { Span } from "../../programme/turns.ts";
import type { FeedIdentity } from "../../sources/channel-feed.ts";
import type { RowReader } from "./row-reader.ts";
import type { RowKind } from "./rows.ts";
import { SOURCE_HEALTH, UNTRIED, type SourceHealth } from "../source-health.ts";
import { IDENTITY, INSTANT, json, WEB_ADDRESS } from "./stored-value.ts";

export interface Facts {
  /** The source that `health` is about. */
  source: { kind: string; feedUrl: string | null } | null;
  health: SourceHealth;
  /** Whose feed the source is, as learnt from its first accepted fetch. */
  pin: Pin | null;
  /** The origin of the first request, where no PUBLIC_URL is set. */
  origin: string | null;
  /** Where it was last published, and from what kind of source: every document says so. */
  appearance: string | null;
  /** The programme last published; see Ledger. */
  published: { fingerprint: string; changedAt: Instant } | null;
  /** From what the current representations are rendered; other representations are out of date. */
  edition: string | null;
  /** When a live link becomes a replay by itself. */
  nextTurnAt: Instant | null;
  /** Documents that could not be written when they were last prepared. */
  unwritten: string[];
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
  appearance: null,
  published: null,
  edition: null,
  nextTurnAt: null,
  unwritten: [],
  span: null,
};

const SCHEMAS: { [Name in keyof Facts]: z.ZodMiniType<Facts[Name]> } = {
  source: z.nullable(z.object({ kind: z.string(), feedUrl: z.nullable(z.string()) })),
  health: SOURCE_HEALTH,
  pin: z.nullable(z.object({ feedUrl: z.string(), kind: z.string(), identity: IDENTITY })),
  origin: z.nullable(WEB_ADDRESS),
  appearance: z.nullable(z.string()),
  published: z.nullable(z.object({ fingerprint: z.string(), changedAt: INSTANT })),
  edition: z.nullable(z.string()),
  nextTurnAt: z.nullable(INSTANT),
  unwritten: z.array(z.string()),
  span: z.nullable(z.object({ since: INSTANT, until: z.nullable(INSTANT) })),
};

const isName = (name: string): name is keyof Facts => Object.hasOwn(SCHEMAS, name);

/** A fact of another name is a later version's: kept, and not looked at. */
export const FACT: RowKind<{ name: string; value: string }> = {
  table: "fact",
  columns: ["name", "value"],
  schema: z.object({ name: z.string(), value: z.string() }).check((payload) => {
    const { name, value } = payload.value;
    const checked = isName(name) ? json<unknown>(SCHEMAS[name]).safeParse(value) : undefined;
    for (const { path, message } of checked?.error?.issues ?? []) {
      payload.issues.push({ code: "custom", input: value, path: ["value", ...path], message });
    }
  }),
};

export class FactTable {
  readonly #sql: SqlStorage;
  readonly #rows: RowReader;
  #facts: Facts = INITIAL;

  constructor(sql: SqlStorage, rows: RowReader) {
    this.#sql = sql;
    this.#rows = rows;
    this.reload();
  }

  /** Read everything again, at the start and when the state was restored from a backup. */
  reload(): void {
    const [stored] = this.#sql.exec<{ count: number }>("SELECT count(*) AS count FROM fact").toArray();
    const known = this.#rows.read(FACT).filter(({ name }) => isName(name));
    const facts: Facts = {
      ...INITIAL,
      ...Object.fromEntries(known.map(({ name, value }): [string, unknown] => [name, JSON.parse(value)])),
    };
    // Where a fact was lost the edition may be one of those it was made with: it is made again, and they with it.
    this.#facts = known.length === stored?.count ? facts : { ...facts, edition: null };
  }

  get<Name extends keyof Facts>(name: Name): Facts[Name] {
    return this.#facts[name];
  }

  /** Written only when it differs from what is known. */
  set<Name extends keyof Facts>(name: Name, value: Facts[Name]): void {
    const text = JSON.stringify(value);
    if (text === JSON.stringify(this.#facts[name])) return;
    this.#sql.exec("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", name, text);
    this.#facts[name] = value;
  }
}
