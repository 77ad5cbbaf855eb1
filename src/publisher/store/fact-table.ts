/**
 * Single facts the Publisher keeps over restarts, each under its name.
 */
import * as z from "zod/mini";
import { API_STATE } from "../api-state.ts";
import type { RowReader } from "./row-reader.ts";
import type { RowKind } from "./rows.ts";
import { INSTANT, json, WEB_ADDRESS } from "./stored-value.ts";
import { readUsualFact } from "./usual-facts.ts";

/** What each fact may be. */
const FACTS = z.object({
  // Version 2 of the store kept the health of its one source here, see the table feed: for that version to go on with.
  source: z.nullable(z.unknown()),
  health: z.nullable(z.unknown()),
  pin: z.nullable(z.unknown()),
  /** The origin of the first request, where no PUBLIC_URL is set. */
  origin: z.nullable(WEB_ADDRESS),
  /** Where it was last published, and from what kind of source: every document says so. */
  appearance: z.nullable(z.string()),
  /** The programme last published; see Ledger. Outdated from when the next is begun. */
  published: z.nullable(
    z.object({
      fingerprint: z.string(),
      changedAt: INSTANT,
      isOutdated: z.exactOptional(z.literal(true)),
    }),
  ),
  /** The imprint that it was published with; with another it is made anew. Empty while the first is written. */
  edition: z.nullable(z.string()),
  /** When a live link becomes a replay by itself. */
  nextTurnAt: z.nullable(INSTANT),
  /** Documents that could not be written when they were last prepared. */
  unwritten: z.array(z.string()),
  /** The Data API: what it cost today, and how far each source was read. */
  api: z.nullable(API_STATE),
  /** When the sessions ended, or will end, whose replays are missing. */
  awaited: z.nullable(z.array(INSTANT)),
  /** The span of time in which the current pages are right. */
  span: z.nullable(z.object({ since: INSTANT, until: z.nullable(INSTANT) })),
});

export type Facts = z.output<typeof FACTS>;

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

const isName = (name: string): name is keyof Facts => Object.hasOwn(FACTS.shape, name);

/** A fact of another name is a later version's: kept, and not looked at. */
export const FACT: RowKind<{ name: string; value: unknown }> = {
  table: "fact",
  columns: ["name", "value"],
  readUsual: readUsualFact,
  schema: z.pipe(
    z.object({ name: z.string(), value: z.string() }),
    z.transform(({ name, value }, payload) => {
      if (!isName(name)) return { name, value };
      const checked = json<unknown>(FACTS.shape[name]).safeParse(value);
      for (const { path, message } of checked.error?.issues ?? []) {
        payload.issues.push({ code: "custom", input: value, path: ["value", ...path], message });
      }
      return { name, value: checked.data };
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

  /** Written only when it differs from what is known. */
  set<Name extends keyof Facts>(name: Name, value: Facts[Name]): void {
    const text = JSON.stringify(value);
    if (text === JSON.stringify(this.#facts[name])) return;
    this.#sql.exec("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", name, text);
    this.#facts[name] = value;
  }
}
