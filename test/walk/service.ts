/**
 * The service of a walk: the real Publisher over real storage. A walk stays within one Durable Object, where a restart is
 * another Publisher over the same storage; that is a hundred times faster than to end the object and ask over HTTP.
 */
import { vi } from "vitest";
import type { Representation } from "../../src/http/representation.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import { Publisher } from "../../src/publisher/publisher.ts";
import { refreshToEnd } from "../support/refresh.ts";
import { compiled } from "../worker/data.ts";
import { environment, ORIGIN } from "../worker/support.ts";
import type { World } from "./world.ts";

/** What the channel's address answers. */
export type Answer = () => Response | Promise<Response>;

export class Service {
  readonly #state: DurableObjectState;
  #publisher: Publisher;
  #deployments = 0;

  /** @param state of an object whose storage is empty */
  constructor(state: DurableObjectState, world: World) {
    this.#state = state;
    // An alarm would ring by the wall clock, in the middle of a walk.
    vi.spyOn(state.storage, "setAlarm").mockResolvedValue();
    this.#publisher = this.#start(world);
  }

  /** What is in `data/` now, in a Worker that has just started. */
  deploy(world: World): void {
    this.#publisher = this.#start(world);
  }

  /** What was in memory is gone. */
  restart(): void {
    this.#publisher = new Publisher(this.#state, environment);
  }

  /** One cron, as far as the Publisher goes. @param steps that it takes at most @returns how often the channel was asked */
  async refresh(answer: Answer, steps = Infinity): Promise<number> {
    let requests = 0;
    vi.spyOn(globalThis, "fetch").mockImplementation(() => {
      requests += 1;
      return Promise.resolve(answer());
    });
    await refreshToEnd(this.#publisher, steps);
    return requests;
  }

  /**
   * A cron that ends in the middle, when it has written so many times; then a restart.
   *
   * @returns whether it came so far
   */
  async crash(answer: Answer, writes: number): Promise<boolean> {
    const { sql } = this.#state.storage;
    let left = writes;
    const spy = vi.spyOn(sql, "exec").mockImplementation((query, ...bindings) => {
      if (!/^\s*SELECT/.test(query) && left-- <= 0) throw new Error("killed");
      return Object.getPrototypeOf(sql).exec.call(sql, query, ...bindings);
    });
    try {
      await this.refresh(answer);
      return false;
    } catch {
      return true;
    } finally {
      spy.mockRestore();
      this.restart();
    }
  }

  /** A document, as who holds nothing of it is given it. */
  async read(name: string): Promise<Representation> {
    const answer = await this.#publisher.read({ name, selection: WHOLE, origin: ORIGIN, heldEtag: null });
    if (answer.outcome === "found") return answer.representation;
    throw new Error(`${name} is ${answer.outcome}`);
  }

  /** The rows of a table, and one of them changed. */
  damage(table: string, a: number, b: number, value: SqlStorageValue): string | null {
    const { sql } = this.#state.storage;
    const rows = sql.exec(`SELECT * FROM ${table}`).toArray();
    const row = rows[a % Math.max(1, rows.length)] ?? {};
    const columns = Object.keys(row);
    const column = columns[b % Math.max(1, columns.length)];
    if (column === undefined) return null;
    // A key has two columns at most, and they come first.
    const key = columns.slice(0, 2);
    const isRow = key.map((name) => `${name} IS ?`).join(" AND ");
    try {
      sql.exec(`UPDATE ${table} SET ${column} = ? WHERE ${isRow}`, value, ...key.map((name) => row[name]));
    } catch {
      return null;
    }
    return `${column} of ${JSON.stringify(Object.values(row)[0])} in ${table} is ${JSON.stringify(value)} now`;
  }

  #start(world: World): Publisher {
    const { club, sessions } = structuredClone({ club: world.club, sessions: world.sessions });
    sessions.sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
    for (const { id } of sessions) world.deployed.add(id);
    Object.assign(compiled, { club, sessions, build: `0.0.0+walk.${++this.#deployments}` });
    return new Publisher(this.#state, environment);
  }
}
