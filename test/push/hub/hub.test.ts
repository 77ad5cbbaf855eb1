/** The hub as subscribers meet it. The numbers are those of websub.rocks' tests of hubs. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { DAY, HOUR, MINUTE, SECOND } from "../../../src/programme/instant.ts";
import { toSubscriptionId } from "../../../src/push/hub/subscriptions.ts";
import { isSigned } from "../../../src/push/signature.ts";
import { PUBLIC_URL } from "../../golden/programme.ts";
import { aStorage } from "../../support/sqlite.ts";
import { agree, aHub, CALLBACK, NOW, RSS, standInFor, workAll } from "./a-hub.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const HUB_LINKS = `<${PUBLIC_URL}/hub>; rel="hub", <${RSS}>; rel="self"`;
const MONTH = 30 * DAY;

/** A hub with one subscriber, whose verification is behind it. */
async function aSubscribedHub(fields: Record<string, string> = {}) {
  const calls = standInFor(agree);
  const one = aHub();
  await one.ask(fields);
  await workAll(one, NOW);
  calls.length = 0;
  return { one, calls };
}

describe("verification of intent", () => {
  test("asks the callback, at once and not before the answer, with a challenge of its own each time", async () => {
    const calls = standInFor(agree);
    const one = aHub();
    expect(await one.ask({})).toEqual({ ok: true, value: null });
    expect(calls).toEqual([]);
    expect(one.outbox.nextAt()).toBe(NOW);
    await workAll(one, NOW);
    await one.ask({});
    await workAll(one, NOW);
    const [first, second] = calls.map(({ url }) => url.searchParams);
    expect(first?.get("hub.challenge")).toMatch(/^[\da-f]{32}$/);
    expect(second?.get("hub.challenge")).not.toBe(first?.get("hub.challenge"));
    first?.delete("hub.challenge");
    expect(Object.fromEntries(first ?? [])).toEqual({
      "hub.mode": "subscribe",
      "hub.topic": RSS,
      "hub.lease_seconds": "864000",
    });
    expect(calls[0]?.method).toBe("GET");
  });

  test.each<[string, () => Response]>([
    ["another body", () => new Response("yes")],
    ["the challenge and more", () => new Response("challenge\n")],
    ["404", () => new Response(null, { status: 404 })],
    ["403", () => new Response(null, { status: 403 })],
    ["a redirect", () => new Response(null, { status: 302, headers: { location: "https://b.example" } })],
  ])("%s is a no, and asked for once", async (_name, answer) => {
    const calls = standInFor(answer);
    const one = aHub();
    await one.ask({});
    for (const later of [0, MINUTE, 10 * MINUTE, HOUR]) await workAll(one, NOW + later);
    expect(calls.length).toBe(1);
    expect(one.hub.status(NOW)).toMatchObject({ subscriptions: 0, pending: 0 });
  });

  test("the challenge with 404 is a no, too", async () => {
    standInFor((call) => new Response(agree(call).body, { status: 404 }));
    const one = aHub();
    await one.ask({});
    await workAll(one, NOW);
    expect(one.hub.status(NOW).subscriptions).toBe(0);
  });

  test.each<[string, () => Response]>([
    ["503", () => new Response(null, { status: 503 })],
    ["429", () => new Response(null, { status: 429 })],
    [
      "no connection",
      () => {
        throw new TypeError("refused");
      },
    ],
  ])("%s may pass, and is tried three times", async (_name, answer) => {
    const calls = standInFor(answer);
    const one = aHub();
    await one.ask({});
    for (let minute = 0; minute < 90; minute += 1) await workAll(one, NOW + minute * MINUTE);
    expect(calls.length).toBe(3);
    expect(one.hub.status(NOW)).toMatchObject({ subscriptions: 0, pending: 0 });
  });

  test("a subscriber that answers at the third attempt is subscribed", async () => {
    let attempts = 0;
    standInFor((call) => (++attempts < 3 ? new Response(null, { status: 502 }) : agree(call)));
    const one = aHub();
    await one.ask({});
    for (let minute = 0; minute < 20; minute += 1) await workAll(one, NOW + minute * MINUTE);
    expect(one.hub.status(NOW + HOUR).subscriptions).toBe(1);
  });

  test("survives a restart between the answer and the question", async () => {
    standInFor(agree);
    const storage = aStorage();
    await aHub({ storage }).ask({});
    const restarted = aHub({ storage });
    await workAll(restarted, NOW);
    expect(restarted.hub.status(NOW).subscriptions).toBe(1);
  });
});

describe("hub 100: a subscriber without a secret", () => {
  test("is sent the very bytes and type that the address serves, with links to hub and topic", async () => {
    const { one, calls } = await aSubscribedHub();
    one.publish(NOW + HOUR);
    expect(await workAll(one, NOW + HOUR)).toBe(1);
    expect(calls.map(({ method, url, body }) => [method, url.href, body])).toEqual([
      ["POST", CALLBACK, one.textOf("/rss.xml")],
    ]);
    const { headers } = calls[0]!;
    expect(headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
    expect(headers.get("link")).toBe(HUB_LINKS);
    expect(headers.has("x-hub-signature")).toBe(false);
  });

  test("has the representation of the moment in which it asked: there is no first delivery", async () => {
    const { one, calls } = await aSubscribedHub();
    one.tell(NOW + HOUR, "other code");
    await workAll(one, NOW + HOUR);
    expect(calls).toEqual([]);
  });

  test("an edition that was told of costs no row again, also after a restart", async () => {
    const { one } = await aSubscribedHub();
    one.publish(NOW + HOUR);
    await workAll(one, NOW + HOUR);
    aHub({ storage: one.storage }).tell(NOW + 2 * HOUR, `edition ${one.published.version}`);
    expect(one.hub.status(NOW + 2 * HOUR).pending).toBe(0);
    one.tell(NOW + 3 * HOUR, "other code");
    expect(one.hub.status(NOW + 3 * HOUR).pending).toBe(1);
  });

  test("is sent what has changed while it was asked", async () => {
    const calls = standInFor(agree);
    const one = aHub();
    await one.ask({});
    one.publish(NOW + SECOND);
    await workAll(one, NOW + SECOND);
    expect(calls.map(({ method, body }) => [method, body])).toEqual([
      ["GET", ""],
      ["POST", one.textOf("/rss.xml")],
    ]);
  });

  test("is sent two changes as one, and nothing twice", async () => {
    const { one, calls } = await aSubscribedHub();
    one.publish(NOW + HOUR);
    one.publish(NOW + HOUR + SECOND);
    await workAll(one, NOW + HOUR + SECOND);
    one.tell(NOW + 2 * HOUR, "other code");
    await workAll(one, NOW + 2 * HOUR);
    expect(calls.map(({ body }) => body)).toEqual([one.textOf("/rss.xml")]);
  });

  test("is sent a change that comes while the one before is sent", async () => {
    const { one } = await aSubscribedHub();
    const bodies: string[] = [];
    standInFor(({ body }) => {
      bodies.push(body);
      if (bodies.length === 1) one.publish(NOW + HOUR + SECOND);
      return new Response();
    });
    one.publish(NOW + HOUR);
    await workAll(one, NOW + HOUR + SECOND);
    expect(bodies).toEqual(["/rss.xml 2", "/rss.xml 3"]);
  });
});

test("hub 101: with a secret each delivery is signed over its bytes", async () => {
  const { one, calls } = await aSubscribedHub({ "hub.secret": "gehëim" });
  one.publish(NOW + HOUR);
  await workAll(one, NOW + HOUR);
  const { headers, body } = calls[0]!;
  const signature = headers.get("x-hub-signature");
  expect(signature).toMatch(/^sha256=[\da-f]{64}$/);
  expect(await isSigned(signature, "gehëim", new Uint8Array(new TextEncoder().encode(body)))).toBe(true);
});

test("hub 102: parameters of the callback are kept, in verifications and deliveries", async () => {
  const calls = standInFor(agree);
  const one = aHub();
  await one.ask({ "hub.callback": `${CALLBACK}?id=7&hub.mode=x&name=a%20b` });
  await workAll(one, NOW);
  one.publish(NOW + HOUR);
  await workAll(one, NOW + HOUR);
  expect(calls[0]?.url.search).toMatch(/^\?id=7&hub\.mode=x&name=a%20b&hub\.mode=subscribe&hub\.topic=/);
  expect(calls[1]?.url.search).toBe("?id=7&hub.mode=x&name=a%20b");
});

describe("hub 103: a subscription that is asked for again", () => {
  test("is one, with the new lease and the new secret", async () => {
    const { one, calls } = await aSubscribedHub({ "hub.secret": "first", "hub.lease_seconds": "3600" });
    await one.ask({ "hub.secret": "second", "hub.lease_seconds": "7200" }, NOW + MINUTE);
    await workAll(one, NOW + MINUTE);
    calls.length = 0;
    one.publish(NOW + 90 * MINUTE);
    await workAll(one, NOW + 90 * MINUTE);
    expect(one.hub.status(NOW + 90 * MINUTE).subscriptions).toBe(1);
    const { headers, body } = calls[0]!;
    const bytes = new Uint8Array(new TextEncoder().encode(body));
    expect(await isSigned(headers.get("x-hub-signature"), "second", bytes)).toBe(true);
  });

  test("stays as it was until the new one is verified", async () => {
    const { one } = await aSubscribedHub({ "hub.secret": "first" });
    const calls = standInFor(({ method }) => new Response(null, { status: method === "GET" ? 404 : 200 }));
    await one.ask({ "hub.secret": "forged" }, NOW + MINUTE);
    await workAll(one, NOW + MINUTE);
    one.publish(NOW + HOUR);
    await workAll(one, NOW + HOUR);
    const { headers, body } = calls.at(-1)!;
    const bytes = new Uint8Array(new TextEncoder().encode(body));
    expect(await isSigned(headers.get("x-hub-signature"), "first", bytes)).toBe(true);
  });

  test("has what it had: nothing that it was sent is sent again", async () => {
    const { one, calls } = await aSubscribedHub();
    one.publish(NOW + HOUR);
    await workAll(one, NOW + HOUR);
    await one.ask({}, NOW + 2 * HOUR);
    await workAll(one, NOW + 2 * HOUR);
    expect(calls.map(({ method }) => method)).toEqual(["POST", "GET"]);
  });
});

test("a subscriber that was down for days has what it has missed when it renews", async () => {
  const { one } = await aSubscribedHub();
  standInFor(() => new Response(null, { status: 500 }));
  one.publish(NOW + HOUR);
  for (let now = NOW + HOUR; now < NOW + 3 * DAY; now = one.outbox.nextAt() ?? NOW + 3 * DAY)
    await workAll(one, now);
  const calls = standInFor(agree);
  await one.ask({}, NOW + 3 * DAY);
  await workAll(one, NOW + 3 * DAY);
  expect(calls.map(({ method, body }) => [method, body])).toEqual([
    ["GET", ""],
    ["POST", one.textOf("/rss.xml")],
  ]);
});

describe("hub 104: unsubscribing", () => {
  test("is verified, and nothing is delivered any more", async () => {
    const { one, calls } = await aSubscribedHub();
    await one.ask({ "hub.mode": "unsubscribe" });
    await workAll(one, NOW);
    one.publish(NOW + HOUR);
    await workAll(one, NOW + HOUR);
    expect(calls.map(({ method, url }) => [method, url.searchParams.get("hub.mode")])).toEqual([
      ["GET", "unsubscribe"],
    ]);
    expect(calls[0]?.url.searchParams.has("hub.lease_seconds")).toBe(false);
    expect(one.hub.status(NOW).subscriptions).toBe(0);
  });

  test("by somebody else changes nothing", async () => {
    const { one } = await aSubscribedHub();
    standInFor(() => new Response(null, { status: 404 }));
    await one.ask({ "hub.mode": "unsubscribe" });
    await workAll(one, NOW);
    expect(one.hub.status(NOW).subscriptions).toBe(1);
  });

  test("of one that was made under another address of the service is possible", async () => {
    const { one } = await aSubscribedHub();
    const old = "https://old.example/rss.xml";
    one.storage.sql.exec(
      "UPDATE push_subscription SET topic = ?, id = ?",
      old,
      toSubscriptionId(old, CALLBACK),
    );
    expect(await one.ask({ "hub.mode": "unsubscribe", "hub.topic": old })).toMatchObject({ ok: true });
    await workAll(one, NOW);
    expect(one.hub.status(NOW).subscriptions).toBe(0);
  });
});

test.each([
  ["hub 105: a calendar", "/calendar.ics?alarm=10", "text/calendar; charset=utf-8"],
  ["hub 106: a JSON Feed", "/feed.json", "application/feed+json; charset=utf-8"],
  ["a feed with parameters", "/atom.xml?tag=entropy&limit=5", "application/atom+xml; charset=utf-8"],
])("%s is delivered like any other", async (_name, path, type) => {
  const { one, calls } = await aSubscribedHub({ "hub.topic": PUBLIC_URL + path });
  one.publish(NOW + HOUR);
  await workAll(one, NOW + HOUR);
  expect(calls.map(({ headers, body }) => [headers.get("content-type"), body])).toEqual([
    [type, one.textOf(path)],
  ]);
  expect(calls[0]?.headers.get("link")).toContain(`<${PUBLIC_URL}${path}>; rel="self"`);
});

describe("a topic", () => {
  test.each([
    ["https://other.example/rss.xml", `its canonical address, ${RSS}`],
    [`${PUBLIC_URL}/rss.xml?`, `its canonical address, ${RSS}`],
    [`${RSS}#top`, `its canonical address, ${RSS}`],
    [`${PUBLIC_URL}/rss.xml?limit=5&tag=A`, `its canonical address, ${RSS}?tag=a&limit=5`],
    [`${PUBLIC_URL}/rss.xml?limit=0`, "in its parameter limit a whole number from 1 to 500"],
    [
      `${PUBLIC_URL}/rss.xml?q=entropy`,
      `one of ${["rss.xml", "atom.xml", "feed.json", "calendar.ics"].map((name) => `${PUBLIC_URL}/${name}`).join(", ")}, with any of their parameters but q`,
    ],
    [`${PUBLIC_URL}/`, expect.stringMatching(/^one of /)],
    ["rss.xml", expect.stringMatching(/^one of /)],
  ])("%s is refused, and the right address named", async (topic, expected) => {
    const asked = await aHub().ask({ "hub.topic": topic });
    expect(asked).toEqual({
      ok: false,
      error: { reason: "bad_parameter", name: "hub.topic", value: topic, expected },
    });
  });
});

test("a callback at this service is none", async () => {
  expect(await aHub().ask({ "hub.callback": `${PUBLIC_URL}/search?q=a` })).toMatchObject({
    error: { name: "hub.callback", expected: "an address of the subscriber, not of this service" },
  });
});

describe("a lease", () => {
  test.each([
    ["", 10 * DAY],
    ["60", HOUR],
    ["86400", DAY],
    ["99999999999", MONTH],
  ])("of %j seconds ends in its time", async (seconds, lasts) => {
    const { one, calls } = await aSubscribedHub({ "hub.lease_seconds": seconds });
    expect(one.hub.status(NOW + lasts - 1).subscriptions).toBe(1);
    expect(one.hub.status(NOW + lasts).subscriptions).toBe(0);
    one.publish(NOW + lasts);
    await workAll(one, NOW + lasts);
    expect(calls).toEqual([]);
    expect(one.storage.sql.exec("SELECT * FROM push_subscription").toArray()).toEqual([]);
  });

  test("that ends while a delivery waits takes it along", async () => {
    const { one } = await aSubscribedHub({ "hub.lease_seconds": "3600" });
    const calls = standInFor(() => new Response(null, { status: 500 }));
    one.publish(NOW + 59 * MINUTE);
    for (let minute = 59; minute < 300; minute += 1) await workAll(one, NOW + minute * MINUTE);
    expect(calls.length).toBe(1);
    expect(one.hub.status(NOW + 300 * MINUTE).pending).toBe(0);
  });
});

describe("a subscriber that does not take a delivery", () => {
  test("and says 410 is subscribed no longer", async () => {
    const { one } = await aSubscribedHub();
    const calls = standInFor(() => new Response(null, { status: 410 }));
    one.publish(NOW + HOUR);
    await workAll(one, NOW + HOUR);
    one.publish(NOW + 2 * HOUR);
    await workAll(one, NOW + 2 * HOUR);
    expect(calls.length).toBe(1);
    expect(one.hub.status(NOW)).toMatchObject({ subscriptions: 0, pending: 0, lastError: null });
  });

  test.each([404, 302, 500, 503])(
    "but answers %i is tried again, ever less often, for a day",
    async (status) => {
      const { one } = await aSubscribedHub();
      const times: number[] = [];
      let now = NOW;
      standInFor(() => {
        times.push((now - NOW - HOUR) / MINUTE);
        return new Response(null, { status });
      });
      one.publish(NOW + HOUR);
      for (now = NOW + HOUR; now < NOW + 3 * DAY; now = one.outbox.nextAt() ?? NOW + 3 * DAY)
        await workAll(one, now);
      expect(times).toEqual([0, 1, 6, 21, 81, 261, 621, 981, 1341]);
      expect(one.hub.status(now)).toMatchObject({ subscriptions: 1, pending: 0, failing: 0 });
    },
  );

  test("gets the next change, and what it has missed with it", async () => {
    const { one } = await aSubscribedHub();
    let isUp = false;
    const calls = standInFor(() => new Response(null, { status: isUp ? 204 : 500 }));
    one.publish(NOW + HOUR);
    await workAll(one, NOW + HOUR);
    expect(one.hub.status(NOW)).toMatchObject({
      pending: 1,
      failing: 1,
      lastDeliveryAt: null,
      lastError: "delivery: status 500 (2026-11-27T13:00:00Z)",
    });
    isUp = true;
    one.publish(NOW + HOUR + SECOND);
    await workAll(one, NOW + HOUR + SECOND);
    expect(calls.at(-1)?.body).toBe(one.textOf("/rss.xml"));
    expect(one.hub.status(NOW)).toMatchObject({
      pending: 0,
      failing: 0,
      lastDeliveryAt: "2026-11-27T13:00:01Z",
    });
  });

  test("obeys Retry-After", async () => {
    const { one } = await aSubscribedHub();
    const headers = { "retry-after": "600" };
    standInFor(() => new Response(null, { status: 503, headers }));
    one.publish(NOW + HOUR);
    await workAll(one, NOW + HOUR);
    expect(one.outbox.nextAt()).toBe(NOW + HOUR + 10 * MINUTE);
  });
});

async function aCrowd(storage = aStorage()) {
  standInFor(agree);
  const one = aHub({ storage });
  for (let n = 0; n < 100; n += 1) {
    await one.ask({ "hub.callback": `https://r${n}.example/` }, NOW + n);
  }
  await workAll(one, NOW + 100);
  expect(one.hub.status(NOW + HOUR).subscriptions).toBe(100);
  return one;
}

describe("a hundred subscribers", () => {
  test("are told in three slices, and each representation is read once a slice", async () => {
    const one = await aCrowd();
    const calls = standInFor(() => new Response());
    one.published.reads.length = 0;
    one.publish(NOW + HOUR);
    expect(await one.work(NOW + HOUR)).toBe(true);
    expect(calls.length).toBe(40);
    expect(await workAll(one, NOW + HOUR)).toBe(2);
    expect(new Set(calls.map(({ url }) => url.host)).size).toBe(100);
    expect(calls.length).toBe(100);
    expect(one.published.reads).toEqual(["/rss.xml", "/rss.xml", "/rss.xml"]);
  });

  test("are told after a restart between two slices, each once", async () => {
    const storage = aStorage();
    const one = await aCrowd(storage);
    const calls = standInFor(() => new Response());
    one.publish(NOW + HOUR);
    await one.work(NOW + HOUR);
    const restarted = aHub({ storage });
    restarted.published.version = one.published.version;
    expect(await workAll(restarted, NOW + HOUR)).toBe(2);
    expect([calls.length, new Set(calls.map(({ url }) => url.host)).size]).toEqual([100, 100]);
  });

  test("become due by one statement, whatever their number", async () => {
    const one = await aCrowd();
    const exec = vi.spyOn(one.storage.sql, "exec");
    one.tell(NOW + HOUR, "other code");
    expect(exec.mock.calls.filter(([query]) => query.includes("push_outbox")).length).toBe(1);
  });

  test("are called five at a time: a sixth would wait for a connection, and be out of time behind those that hang", async () => {
    const one = await aCrowd();
    let [underWay, most] = [0, 0];
    standInFor(async () => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => void setTimeout(resolve, 1));
      underWay -= 1;
      return new Response();
    });
    one.publish(NOW + HOUR);
    await workAll(one, NOW + HOUR);
    expect(most).toBe(5);
  });

  test("do not wait at the next change for one that hung at the last: it comes after all others", async () => {
    const one = await aCrowd();
    const slow = "SELECT host FROM push_subscription WHERE is_slow = 1";
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
      if (new Request(input).url !== "https://r0.example/") return new Response();
      vi.advanceTimersByTime(10_000);
      throw init?.signal?.reason;
    });
    one.publish(NOW + HOUR);
    await workAll(one, NOW + HOUR);
    vi.useRealTimers();
    const marked = one.storage.sql.exec(slow).toArray();
    const order = standInFor(() => new Response());
    // What it still waits for is tried by itself.
    one.storage.sql.exec("DELETE FROM push_outbox");
    one.publish(NOW + 2 * HOUR);
    await workAll(one, NOW + 2 * HOUR);
    const before = order.length;
    await workAll(one, NOW + 2 * HOUR + SECOND);
    expect([marked, before, order.at(-1)?.url.host, order.length]).toEqual([
      [{ host: "r0.example" }],
      99,
      "r0.example",
      100,
    ]);
    // Who has answered in time is as good as any other.
    expect(one.storage.sql.exec(slow).toArray()).toEqual([]);
  });

  test("do not wait for one that hangs", async () => {
    const one = await aCrowd();
    const arrived: string[] = [];
    const hanging = Promise.withResolvers<void>();
    standInFor(async ({ url }) => {
      if (url.host === "r0.example" || url.host === "r1.example") await hanging.promise;
      arrived.push(url.host);
      return new Response();
    });
    one.publish(NOW + HOUR);
    const slices = workAll(one, NOW + HOUR);
    await vi.waitFor(() => expect(arrived.length).toBeGreaterThanOrEqual(36));
    hanging.resolve();
    await slices;
    expect(new Set(arrived).size).toBe(100);
  });
});

test("what a crash cuts off between request and note is sent once again, the same bytes", async () => {
  const storage = aStorage();
  standInFor(agree);
  const one = aHub({ storage });
  await one.ask({});
  await workAll(one, NOW);
  const bodies: string[] = [];
  // It has arrived, and nobody learns of it: the first outbox goes no further.
  const cutOff = Promise.withResolvers<void>();
  standInFor(async ({ body }) => {
    bodies.push(body);
    if (bodies.length === 1) await cutOff.promise;
    return new Response();
  });
  one.publish(NOW + HOUR);
  const dead = one.work(NOW + HOUR);
  await vi.waitFor(() => expect(bodies.length).toBe(1));
  const restarted = aHub({ storage });
  restarted.published.version = one.published.version;
  for (let minute = 0; minute < 20; minute += 1) await workAll(restarted, NOW + HOUR + minute * MINUTE);
  expect(bodies).toEqual(["/rss.xml 2", "/rss.xml 2"]);
  cutOff.resolve();
  await dead;
});
