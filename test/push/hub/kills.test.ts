/** Two hundred kills: whatever moment a process ends at, nothing is lost, and nothing arrives twice but what was cut off. */
import { setImmediate } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { DAY, HOUR } from "../../../src/programme/instant.ts";
import { createRandom } from "../../simulation/random.ts";
import { aStorage, type TestStorage } from "../../support/sqlite.ts";
import { agree, aHub, NOW, standInFor, workAll, type Call } from "./a-hub.ts";

afterEach(() => void vi.restoreAllMocks());

const KILLS = 200;
const SUBSCRIBERS = 12;
/** Of the event loop, at most, until a call is answered. */
const TURNS = 20;

async function pause(turns: number, isOver: () => boolean): Promise<void> {
  for (let left = turns; left > 0 && !isOver(); left -= 1) await setImmediate();
}

/** A process over a storage, which it can write to no more once it has been killed. */
function startProcess(disk: TestStorage) {
  const killed = Promise.withResolvers<true>();
  let isDead = false;
  const refuse = () => {
    if (isDead) throw new Error("killed");
  };
  const sql = {
    exec: (...query: Parameters<SqlStorage["exec"]>) => {
      refuse();
      return disk.sql.exec(...query);
    },
  };
  const transactionSync: TestStorage["transactionSync"] = (run) => {
    refuse();
    return disk.transactionSync(run);
  };
  const kill = () => {
    isDead = true;
    killed.resolve(true);
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the hub uses nothing else of it
  const storage = { database: disk.database, sql: sql as unknown as SqlStorage, transactionSync };
  return { hub: aHub({ storage }), killed: killed.promise, kill, isDead: () => isDead };
}

test("two hundred kills lose nothing, and repeat only what they have cut off", async () => {
  const { next: random } = createRandom(12);
  const disk = aStorage();
  const arrived = new Map<string, number>();
  const cutOff = new Map<string, number>();
  let [now, version, kills, isKillable] = [NOW, 1, 0, false];
  let life = startProcess(disk);
  standInFor(async (call: Call) => {
    if (call.method === "GET") return agree(call);
    const { kill, isDead } = life;
    const roll = isKillable ? random() : 1;
    // Before it has arrived, or after.
    if (roll < 0.02) kill();
    if (isDead()) return await new Promise(() => {});
    const name = `${call.url.host} ${call.body}`;
    arrived.set(name, (arrived.get(name) ?? 0) + 1);
    await pause(random() * TURNS, isDead);
    if (roll > 0.02 && roll < 0.06) kill();
    if (isDead()) cutOff.set(name, (cutOff.get(name) ?? 0) + 1);
    return new Response();
  });

  for (let n = 0; n < SUBSCRIBERS; n += 1)
    await life.hub.ask({ "hub.callback": `https://r${n}.example/` }, now);
  await workAll(life.hub, now);
  isKillable = true;
  while (kills < KILLS) {
    life.hub.publish(now);
    version = life.hub.published.version;
    while (life.hub.outbox.nextAt() !== null) {
      now = Math.max(now, life.hub.outbox.nextAt() ?? now);
      await Promise.race([life.killed, life.hub.work(now)]).catch(() => false);
      if (!life.isDead()) continue;
      kills += 1;
      life = startProcess(disk);
      life.hub.published.version = version;
    }
    now += HOUR;
    // Or their leases would end.
    disk.sql.exec("UPDATE push_subscription SET lease_until = ?", now + 10 * DAY);
  }

  const expected = Array.from({ length: version - 1 }, (_, index) =>
    Array.from({ length: SUBSCRIBERS }, (__, n) => `r${n}.example /rss.xml ${index + 2}`),
  ).flat();
  expect(expected.filter((name) => !arrived.has(name))).toEqual([]);
  expect([...arrived].filter(([name, times]) => times > 1 + (cutOff.get(name) ?? 0))).toEqual([]);
  expect(life.hub.hub.status(now)).toMatchObject({ subscriptions: SUBSCRIBERS, pending: 0 });
}, 120_000);
