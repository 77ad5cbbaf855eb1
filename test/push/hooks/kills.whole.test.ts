/**
 * Kills: the service is ended at random statements and in the middle of requests, hundreds of times, over one database in a
 * file that is opened anew each time. Nothing is lost, and nothing is posted twice but what may have arrived, which says so.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { DAY, HOUR, MINUTE, SECOND, type Instant } from "../../../src/programme/instant.ts";
import type { Session } from "../../../src/programme/session.ts";
import type { Storage } from "../../../src/push/schema.ts";
import { createRandom } from "../../simulation/random.ts";
import { aSession } from "../../support/builders.ts";
import { aHook, Publications, startHooks, type Published } from "../../support/chats.ts";
import { aStorage, type TestStorage } from "../../support/sqlite.ts";

const START = aSession().startsAt;
const FIRST = START - 10 * DAY;
const LAST = START + 20 * DAY;
const STORIES = 30;

const folder = mkdtempSync(join(tmpdir(), "journal-club-kills-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => void vi.restoreAllMocks());

class Killed extends Error {
  override name = "Killed" as const;
}

/** A process: once it is gone nothing that is left of it may do anything. */
class Life {
  isOver = false;
  readonly #file: TestStorage;
  /** Statements until the end. */
  #left: number;

  constructor(file: TestStorage, left: number) {
    this.#file = file;
    this.#left = left;
  }

  /** Killed twice in the middle of one message, nobody may send it a third time: that is a case of its own. */
  mayEnd(): boolean {
    const tables = "SELECT 1 FROM sqlite_master WHERE name = 'push_outbox'";
    if (this.#file.sql.exec(tables).toArray().length === 0) return true;
    const repeats = "SELECT 1 FROM push_outbox WHERE state = 'sending' AND is_repeat = 1";
    return this.#file.sql.exec(repeats).toArray().length === 0;
  }

  end(): never {
    this.isOver = true;
    throw new Killed();
  }

  /** A statement more. */
  step(): void {
    if (this.isOver) throw new Killed();
    this.#left -= 1;
    if (this.#left < 0 && this.mayEnd()) this.end();
  }
}

/** A storage of which every statement may be the last, and every transaction be cut off before its end. */
function mortal(file: TestStorage, life: Life): Storage {
  const exec = (query: string, ...bindings: never[]) => {
    life.step();
    return file.sql.exec(query, ...bindings);
  };
  const transactionSync = <T>(run: () => T): T =>
    file.transactionSync(() => {
      const value = run();
      life.step();
      return value;
    });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- push uses `exec` and `transactionSync` alone
  return { sql: { exec }, transactionSync } as unknown as Storage;
}

const at = (start: Instant, fields: Partial<Session> = {}) =>
  aSession({ startsAt: start, endsAt: start + 90 * MINUTE, join: "https://meet.example/1", ...fields });

/** A month of a club. */
const STATES: [Instant, Session[]][] = (() => {
  const other = (fields: Partial<Session> = {}) =>
    at(START + 7 * DAY, { id: "s22", number: 22, title: "Another", ...fields });
  const third = at(START + 8 * DAY, { id: "s23", number: 23, title: "A third" });
  return [
    [FIRST, [at(START)]],
    [FIRST + DAY, [at(START), other(), third]],
    [FIRST + 2 * DAY, [at(START + DAY), other(), third]],
    [FIRST + 3 * DAY, [at(START + DAY), other({ status: "cancelled" }), third]],
    [FIRST + 3 * DAY + 12 * HOUR, [at(START + DAY), other(), { ...third, status: "postponed" }]],
    [START + 3 * DAY, [at(START + DAY, { replay: { videoId: "videoAAAAA0" } }), other(), third]],
  ];
})();

const HOOKS = [
  aHook(),
  aHook({ name: "room", kind: "matrix" }),
  aHook({ name: "program", kind: "json", before: [60] }),
];

interface Posted {
  hook: string;
  /** What it is, without the word of a second time. */
  message: string;
  saysAgain: boolean;
}

const AGAIN = " (perhaps for the second time)";

async function toPosted(request: Request): Promise<Posted> {
  const hook = new URL(request.url).pathname.split("/")[1] ?? "";
  const body = JSON.parse(await request.text());
  if (hook === "room") return { hook, message: new URL(request.url).pathname, saysAgain: false };
  if (hook === "program") return { hook, message: request.headers.get("webhook-id") ?? "", saysAgain: false };
  const shown = JSON.stringify(body.blocks);
  return { hook, message: shown.replace(AGAIN, ""), saysAgain: shown.includes(AGAIN) };
}

/** A month on one database; `kill` gives a number below another, `null` lets everything live. */
class Month {
  readonly posted: Posted[] = [];
  kills = 0;
  killsInRequests = 0;
  readonly #path: string;
  readonly #kill: ((below: number) => number) | null;
  readonly #states: ({ now: Instant } & Published)[];
  #now = FIRST;

  constructor(path: string, kill: ((below: number) => number) | null) {
    this.#path = path;
    this.#kill = kill;
    const publications = new Publications();
    this.#states = STATES.map(([now, sessions]) => ({ now, ...publications.at(now, sessions) }));
    const file = aStorage(path);
    // The number of the state that was published: kept with what is told of it, as the Publisher keeps its ledger.
    file.sql.exec("CREATE TABLE edition (number INTEGER)");
    file.database.close();
  }

  /** One start after the other, until the month is over. */
  async pass(): Promise<this> {
    while (!(await this.#live())) {
      this.kills += 1;
      this.#now += 5 * SECOND;
    }
    return this;
  }

  /** @returns whether the month was lived through to its end */
  async #live(): Promise<boolean> {
    const file = aStorage(this.#path);
    file.sql.exec("PRAGMA synchronous = OFF");
    const life = new Life(file, this.#kill?.(220) ?? Infinity);
    vi.spyOn(globalThis, "fetch").mockImplementation((input, init) =>
      this.#answer(new Request(input, init), life),
    );
    try {
      await this.#work(file, life);
      return true;
    } catch (error) {
      if (error instanceof Killed) return false;
      throw error;
    } finally {
      life.isOver = true;
      file.database.close();
    }
  }

  async #work(file: TestStorage, life: Life): Promise<void> {
    const storage = mortal(file, life);
    const edition = (): number =>
      file.sql.exec<{ number: number }>("SELECT number FROM edition").toArray()[0]?.number ?? -1;
    const current = () => this.#states[Math.max(edition(), 0)]!.published;
    const service = startHooks({ storage, hooks: HOOKS, current });
    while (this.#now < LAST) {
      const next = this.#states[edition() + 1];
      if (next !== undefined && next.now <= this.#now) {
        storage.transactionSync(() => {
          file.sql.exec("DELETE FROM edition");
          file.sql.exec("INSERT INTO edition VALUES (?)", this.#states.indexOf(next));
          service.hooks.tell(next, this.#now);
        });
      }
      const isSent = await service.work(this.#now);
      if (life.isOver) throw new Killed();
      const due = [service.nextAt(this.#now) ?? LAST, this.#states[edition() + 1]?.now ?? LAST];
      this.#now = Math.max(Math.min(...due), isSent ? this.#now : this.#now + SECOND);
    }
  }

  /** Some requests end the process: before they arrive, or after. */
  async #answer(request: Request, life: Life): Promise<Response> {
    const one = await toPosted(request);
    if (life.isOver) throw new Killed();
    const chance = life.mayEnd() ? (this.#kill?.(12) ?? 11) : 11;
    if (chance !== 0) this.posted.push(one);
    if (chance > 1) return new Response("{}");
    this.killsInRequests += 1;
    return life.end();
  }
}

const toKey = ({ hook, message }: Posted): string => `${hook} ${message}`;

/** What is wrong with what was posted in a month, where this should have been. */
function findWrong(posted: readonly Posted[], expected: ReadonlySet<string>): string[] {
  const byKey = Map.groupBy(posted, toKey);
  const twice = [...byKey].filter(([key, all]) => key.startsWith("lab ") && all.length > 1);
  const unstated = twice.filter(([, all]) => all.map(({ saysAgain }) => saysAgain).join() !== "false,true");
  return [
    ...[...expected].filter((key) => !byKey.has(key)).map((key) => `lost ${key}`),
    ...[...byKey.keys()].filter((key) => !expected.has(key)).map((key) => `made up ${key}`),
    ...unstated.map(([key, all]) => `${all.length} times ${key}`),
  ];
}

test("hundreds of kills lose nothing, and nothing comes twice but what may have arrived, which says so", async () => {
  const calm = await new Month(join(folder, "calm.sqlite"), null).pass();
  const expected = new Set(calm.posted.map(toKey));
  const wrong: string[] = [];
  const total = { kills: 0, inRequests: 0, posted: 0 };
  for (let seed = 1; seed <= STORIES; seed += 1) {
    const month = await new Month(join(folder, `${seed}.sqlite`), createRandom(seed).below).pass();
    wrong.push(...findWrong(month.posted, expected).map((what) => `${seed}: ${what}`));
    total.kills += month.kills;
    total.inRequests += month.killsInRequests;
    total.posted += month.posted.length;
  }
  expect([
    wrong,
    calm.posted.length === expected.size,
    total.kills >= 200,
    total.inRequests >= 50,
    total.posted > STORIES * expected.size,
  ]).toEqual([[], true, true, true, true]);
}, 120_000);
