/**
 * Single facts the Publisher keeps over restarts, each under its name.
 */
import * as v from "valibot";
import { API_STATE } from "../api-state.ts";
import type { RowReader } from "./row-reader.ts";
import type { RowKind } from "./rows.ts";
import { INSTANT, json, WEB_ADDRESS } from "./stored-value.ts";

/** What each fact may be. */
const FACTS = v.object({
  // Version 2 of the store kept the health of its one source here, see the table feed: for that version to go on with.
  source: v.nullable(v.unknown()),
  health: v.nullable(v.unknown()),
  pin: v.nullable(v.unknown()),
  /** The origin of the first request, where no PUBLIC_URL is set. */
  origin: v.nullable(WEB_ADDRESS),
  /** Where it was last published, and from what kind of source: every document says so. */
  appearance: v.nullable(v.string()),
  /** The programme last published; see Ledger. See {@link FactTable.outdate}. */
  published: v.nullable(
    v.object({
      fingerprint: v.string(),
      changedAt: INSTANT,
      isOutdated: v.exactOptional(v.literal(true)),
    }),
  ),
  /** The imprint that it was published with; with another it is made anew. Empty while the first is written. */
  edition: v.nullable(v.string()),
  /** When a live link becomes a replay by itself. */
  nextTurnAt: v.nullable(INSTANT),
  /** Documents that could not be written when they were last prepared. */
  unwritten: v.array(v.string()),
  /** The Data API: what it cost today, and how far each source was read. */
  api: v.nullable(API_STATE),
  /** When the sessions ended, or will end, whose replays are missing. */
  awaited: v.nullable(v.array(INSTANT)),
  /** The span of time in which the current pages are right. */
  span: v.nullable(v.object({ since: INSTANT, until: v.nullable(INSTANT) })),
});

export type Facts = v.InferOutput<typeof FACTS>;

/** Before anything is known. */
const NOTHING: Facts = {
  source: null,
  health: null,
  pin: null,
  origin: null,
  appearance: null,
  published: null,
  edition: null,
  nextTurnAt: null,
  unwritten: [],
  api: null,
  awaited: null,
  span: null,
};

const isName = (name: string): name is keyof Facts => Object.hasOwn(FACTS.entries, name);

/** A fact of another name is a later version's: kept, and not looked at. */
export const FACT: RowKind<{ name: string; value: unknown }> = {
  table: "fact",
  columns: ["name", "value"],
  schema: v.pipe(
    v.object({ name: v.string(), value: v.string() }),
    v.rawTransform(({ dataset: { value: row }, addIssue, NEVER }) => {
      if (!isName(row.name)) return row;
      const { success, output, issues } = v.safeParse(
        v.object({ value: json<unknown>(FACTS.entries[row.name]) }),
        row,
      );
      if (success) return { name: row.name, ...output };
      for (const { message, path } of issues) addIssue({ message, path });
      return NEVER;
    }),
  ),
};

export class FactTable {
  readonly #sql: SqlStorage;
  readonly #rows: RowReader;
  #facts: Facts;

  constructor(sql: SqlStorage, rows: RowReader) {
    this.#sql = sql;
    this.#rows = rows;
    this.#facts = this.#read();
  }

  /** Read everything again, when the state was restored from a backup. */
  reload(): void {
    this.#facts = this.#read();
  }

  #read(): Facts {
    const [stored] = this.#sql.exec<{ count: number }>("SELECT count(*) AS count FROM fact").toArray();
    const known = this.#rows.read(FACT).filter(({ name }) => isName(name));
    const facts = { ...NOTHING, ...Object.fromEntries(known.map(({ name, value }) => [name, value])) };
    // Where a fact was lost the edition may be one of those it was made with: it is made again, and they with it.
    return known.length === stored?.count ? facts : { ...facts, edition: null };
  }

  get<Name extends keyof Facts>(name: Name): Facts[Name] {
    return this.#facts[name];
  }

  /** Something is known that the programme last published lacks: another is due from now on, whatever happens before it is there. */
  outdate(): void {
    const published = this.get("published");
    if (published !== null) this.set("published", { ...published, isOutdated: true });
  }

  /** Written only when it differs from what is known. */
  set<Name extends keyof Facts>(name: Name, value: Facts[Name]): void {
    const text = JSON.stringify(value);
    if (text === JSON.stringify(this.#facts[name])) return;
    this.#sql.exec("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", name, text);
    this.#facts[name] = value;
  }
}
