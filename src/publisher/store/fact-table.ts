/**
 * Single facts the Publisher keeps over restarts, each under its name.
 */
import * as z from "zod/mini";
import { API_STATE } from "../api-state.ts";
import type { RowReader } from "./row-reader.ts";
import type { RowKind } from "./rows.ts";
import { INSTANT, json, WEB_ADDRESS } from "./stored-value.ts";

/** What each fact may be. A row that lacks a member which came later gets it from here. */
const FACTS = z.object({
  // Version 2 of the store kept the health of its one source here, see the table feed: for that version to go on with.
  source: unlessKnown(z.unknown()),
  health: unlessKnown(z.unknown()),
  pin: unlessKnown(z.unknown()),
  /** The origin of the first request, where no PUBLIC_URL is set. */
  origin: unlessKnown(WEB_ADDRESS),
  /** Where it was last published, and from what kind of source: every document says so. */
  appearance: unlessKnown(z.string()),
  /** The programme last published; see Ledger. */
  published: unlessKnown(z.object({ fingerprint: z.string(), changedAt: INSTANT })),
  /** From what the current representations are rendered; other representations are out of date. */
  edition: unlessKnown(z.string()),
  /** When a live link becomes a replay by itself. */
  nextTurnAt: unlessKnown(INSTANT),
  /** Documents that could not be written when they were last prepared. */
  unwritten: z.prefault(z.array(z.string()), []),
  /** The Data API: what it cost today, and how far each source was read. */
  api: unlessKnown(API_STATE),
  /** When the sessions ended, or will end, whose replays are missing. */
  awaited: unlessKnown(z.array(INSTANT)),
  /** The span of time in which the current pages are right. */
  span: unlessKnown(z.object({ since: INSTANT, until: z.nullable(INSTANT) })),
});

export type Facts = z.output<typeof FACTS>;

/** Null at first. */
function unlessKnown<T extends z.ZodMiniType>(schema: T) {
  return z.prefault(z.nullable(schema), null);
}

const isName = (name: string): name is keyof Facts => Object.hasOwn(FACTS.shape, name);

/** A fact of another name is a later version's: kept, and not looked at. */
export const FACT: RowKind<{ name: string; value: string }> = {
  table: "fact",
  columns: ["name", "value"],
  schema: z.object({ name: z.string(), value: z.string() }).check((payload) => {
    const { name, value } = payload.value;
    const checked = isName(name) ? json<unknown>(FACTS.shape[name]).safeParse(value) : undefined;
    for (const { path, message } of checked?.error?.issues ?? []) {
      payload.issues.push({ code: "custom", input: value, path: ["value", ...path], message });
    }
  }),
};

export class FactTable {
  readonly #sql: SqlStorage;
  readonly #rows: RowReader;
  #facts = FACTS.parse({});

  constructor(sql: SqlStorage, rows: RowReader) {
    this.#sql = sql;
    this.#rows = rows;
    this.reload();
  }

  /** Read everything again, at the start and when the state was restored from a backup. */
  reload(): void {
    const [stored] = this.#sql.exec<{ count: number }>("SELECT count(*) AS count FROM fact").toArray();
    const known = this.#rows.read(FACT).filter(({ name }) => isName(name));
    const values = known.map(({ name, value }): [string, unknown] => [name, JSON.parse(value)]);
    const facts = FACTS.parse(Object.fromEntries(values));
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
