import { afterEach, describe, expect, test, vi } from "vitest";
import { HOUR, MINUTE, SECOND } from "../../../src/programme/instant.ts";
import { agree, aHub, NOW, standInFor, workAll } from "./a-hub.ts";

afterEach(() => void vi.restoreAllMocks());

type Hub = ReturnType<typeof aHub>;

/** Asks as many times as said, each time for another callback of the one host; the answers that were no. */
async function askMany(one: Hub, count: number, { host = "reader.example", now = NOW, from = 0 } = {}) {
  const refused: object[] = [];
  for (let n = from; n < from + count; n += 1) {
    const asked = await one.ask({ "hub.callback": `http://${host}/${n}` }, now);
    if (!asked.ok) refused.push(asked.error);
  }
  return refused;
}

describe("requests of a callback host", () => {
  test("are twenty an hour, and the answer says when the next may come", async () => {
    const one = aHub();
    expect(await askMany(one, 20)).toEqual([]);
    expect(await askMany(one, 1, { now: NOW + 10 * MINUTE, from: 20 })).toEqual([
      {
        reason: "too_many",
        detail: "At most 20 requests an hour for one callback host",
        retryAfterSeconds: 50 * 60,
      },
    ]);
    expect(await askMany(one, 1, { now: NOW + HOUR, from: 20 })).toEqual([]);
  });

  test("count together whatever the port, the scheme and the dot at the end", async () => {
    const one = aHub();
    await askMany(one, 7);
    await askMany(one, 7, { host: "reader.example:8080", from: 7 });
    await askMany(one, 6, { host: "READER.example.", from: 14 });
    expect(await askMany(one, 1, { from: 20 })).toMatchObject([{ reason: "too_many" }]);
    expect(await askMany(one, 1, { host: "other.example" })).toEqual([]);
  });

  test("to end count as well", async () => {
    const one = aHub();
    await askMany(one, 20);
    expect(await one.ask({ "hub.mode": "unsubscribe" })).toMatchObject({ error: { reason: "too_many" } });
  });
});

test("requests of all hosts are two hundred an hour", async () => {
  const one = aHub();
  for (let n = 0; n < 20; n += 1) await askMany(one, 10, { host: `r${n}.example`, now: NOW + n * SECOND });
  expect(await askMany(one, 1, { now: NOW + 20 * SECOND })).toEqual([
    { reason: "full", detail: "At most 200 requests an hour", retryAfterSeconds: 3_580 },
  ]);
});

test("a host has fifty subscriptions, and can renew and end those", async () => {
  standInFor(agree);
  const one = aHub();
  for (let hour = 0; hour < 5; hour += 1) {
    const now = NOW + hour * HOUR;
    await askMany(one, 10, { now, from: hour * 10 });
    // Asked for, and not yet verified, they count like those that are.
    if (hour === 4) expect(await askMany(one, 1, { now, from: 50 })).toMatchObject([{ reason: "too_many" }]);
    await workAll(one, now);
  }
  const now = NOW + 5 * HOUR;
  expect(await askMany(one, 1, { now, from: 50 })).toEqual([
    {
      reason: "too_many",
      detail: "At most 50 subscriptions of one callback host",
      retryAfterSeconds: 3_600,
    },
  ]);
  expect(await askMany(one, 1, { now, from: 0 })).toEqual([]);
  expect(
    await one.ask({ "hub.mode": "unsubscribe", "hub.callback": "http://reader.example/1" }, now),
  ).toEqual({
    ok: true,
    value: null,
  });
});

test("there are five thousand subscriptions at most", async () => {
  const one = aHub();
  one.storage.sql.exec(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
     INSERT INTO push_subscription SELECT 'id' || i, '', '', 'h' || i, '', ?, '' FROM n WHERE true`,
    NOW + HOUR,
  );
  expect(await askMany(one, 1)).toEqual([
    { reason: "full", detail: "At most 5000 subscriptions", retryAfterSeconds: 3_600 },
  ]);
  expect(await askMany(one, 1, { now: NOW + HOUR })).toEqual([]);
});

test("what is refused is neither written nor sent", async () => {
  const calls = standInFor(agree);
  const one = aHub();
  await askMany(one, 20);
  const before = one.storage.sql.exec("SELECT count(*) AS n FROM push_outbox").toArray();
  await askMany(one, 30, { from: 20 });
  expect(one.storage.sql.exec("SELECT count(*) AS n FROM push_outbox").toArray()).toEqual(before);
  expect(one.storage.sql.exec("SELECT count(*) AS n FROM push_hub_ask").toArray()).toEqual([{ n: 20 }]);
  expect(calls).toEqual([]);
});

test("what was asked for more than an hour ago is forgotten", async () => {
  const one = aHub();
  await askMany(one, 5);
  await askMany(one, 1, { now: NOW + HOUR, from: 5 });
  expect(one.storage.sql.exec("SELECT count(*) AS n FROM push_hub_ask").toArray()).toEqual([{ n: 1 }]);
});

test("however often it is asked, a subscription waits for one verification", async () => {
  const calls = standInFor(agree);
  const one = aHub();
  for (let n = 0; n < 20; n += 1) await one.ask({});
  await workAll(one, NOW);
  expect(calls.length).toBe(1);
});

test("asks that come together keep the bounds", async () => {
  const one = aHub();
  const asked = await Promise.all(
    Array.from({ length: 40 }, (_, n) => one.ask({ "hub.callback": `https://reader.example/${n}` })),
  );
  expect(asked.filter(({ ok }) => ok).length).toBe(20);
});

test("in a trial a private host may ask as often as it likes, a public one may not", async () => {
  const one = aHub({ isPrivateAllowed: true });
  expect(await askMany(one, 60, { host: "localhost:8080" })).toEqual([]);
  expect((await askMany(one, 60)).length).toBe(40);
});
