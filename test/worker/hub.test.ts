/** The hub in the Worker: from a subscriber's form to the bytes that it is sent. */
import { runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isSigned } from "../../src/push/signature.ts";
import { findPublisher } from "../../src/publisher/read-representation.ts";
import { aChannelFeed } from "../support/channel-feed.ts";
import { compiled } from "./data.ts";
import { environment, get, ORIGIN, readStatus, runCron, standInFor, startAfresh, xml } from "./support.ts";

const HUB = `${ORIGIN}/hub`;
const CALLBACK = "https://reader.example/callback?id=1";
const ENTRY = { id: "videoS2100A", title: "S21 | Uniform", published: "2026-06-16T09:00:00+00:00" };
const LATER = { id: "videoS2000A", title: "S20 | Entropy", published: "2026-06-17T09:00:00+00:00" };

let entries = [ENTRY];
let calls: { method: string; url: URL; headers: Headers; bytes: Uint8Array<ArrayBuffer> }[] = [];
let answer = (url: URL): Response => new Response(url.searchParams.get("hub.challenge"));

beforeEach(async () => {
  entries = [ENTRY];
  calls = [];
  answer = (url) => new Response(url.searchParams.get("hub.challenge"));
  standInFor(async (request) => {
    const url = new URL(request.url);
    if (url.hostname === "cloudflare-dns.com") return Response.json({ Status: 3 });
    if (url.hostname !== "reader.example") return xml(aChannelFeed({ entries }));
    const { method, headers } = request;
    calls.push({ method, url, headers, bytes: new Uint8Array(await request.arrayBuffer()) });
    return answer(url);
  });
  await runCron();
  await get("/rss.xml");
});
afterEach(startAfresh);

function ask(fields: Record<string, string>, init: RequestInit = {}): Promise<Response> {
  const form = {
    "hub.mode": "subscribe",
    "hub.callback": CALLBACK,
    "hub.topic": `${ORIGIN}/rss.xml`,
    ...fields,
  };
  return get("/hub", { method: "POST", body: new URLSearchParams(form), ...init });
}

/** The alarm, until nothing is due. */
async function ringAlarm(): Promise<void> {
  await runInDurableObject(findPublisher(environment), async (publisher, state) => {
    for (let at = await state.storage.getAlarm(); at !== null && at <= Date.now() + 1_000;) {
      await state.storage.deleteAlarm();
      await publisher.alarm();
      at = await state.storage.getAlarm();
    }
  });
}

describe("a subscriber", () => {
  test("discovers, subscribes, is verified, and is sent the bytes that the address serves", async () => {
    const found = await get("/rss.xml");
    expect(found.headers.get("link")).toBe(`<${HUB}>; rel="hub", <${ORIGIN}/rss.xml>; rel="self"`);
    const accepted = await ask({
      "hub.secret": "geheim",
      "hub.verify": "sync",
      "hub.lease_seconds": "86400",
    });
    expect([accepted.status, calls.length]).toEqual([202, 0]);
    await ringAlarm();
    expect(calls.map(({ method, url }) => [method, url.searchParams.get("hub.lease_seconds")])).toEqual([
      ["GET", "86400"],
    ]);
    entries = [LATER, ENTRY];
    vi.useFakeTimers({ now: Date.now() + 3_600_000, toFake: ["Date"] });
    await runCron();
    await ringAlarm();
    const now = await get("/rss.xml");
    const [, delivery] = calls;
    expect(calls.length).toBe(2);
    expect(new TextDecoder().decode(delivery?.bytes)).toBe(await now.text());
    expect(delivery?.headers.get("content-type")).toBe(now.headers.get("content-type"));
    expect(delivery?.headers.get("link")).toBe(now.headers.get("link"));
    const signature = delivery?.headers.get("x-hub-signature") ?? null;
    expect(await isSigned(signature, "geheim", delivery?.bytes ?? new Uint8Array())).toBe(true);
    const { hub } = (await readStatus()).push;
    expect(hub).toMatchObject({ urls: [HUB], subscriptions: 1, pending: 0, failing: 0, lastError: null });
    expect(JSON.stringify(await readStatus())).not.toMatch(/reader\.example|geheim/);
  });

  test("that is subscribed costs a poll without news nothing", async () => {
    await ask({});
    await ringAlarm();
    vi.useFakeTimers({ now: Date.now() + 3_600_000, toFake: ["Date"] });
    await runCron();
    await ringAlarm();
    expect(calls.length).toBe(1);
  });

  test("that says 410 is subscribed no longer", async () => {
    await ask({});
    await ringAlarm();
    answer = () => new Response(null, { status: 410 });
    entries = [LATER, ENTRY];
    vi.useFakeTimers({ now: Date.now() + 3_600_000, toFake: ["Date"] });
    await runCron();
    await ringAlarm();
    expect((await readStatus()).push.hub.subscriptions).toBe(0);
  });
});

describe("/hub", () => {
  test("says what it is to people", async () => {
    const response = await get("/hub");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(await response.text()).toContain(`${ORIGIN}/calendar.ics`);
    expect((await get("/hub", { method: "HEAD" })).status).toBe(200);
  });

  test.each<[string, Record<string, string>, RequestInit, object]>([
    ["a mode", { "hub.mode": "publish" }, {}, { status: 400, parameter: "hub.mode" }],
    ["a topic", { "hub.topic": `${ORIGIN}/` }, {}, { status: 400, parameter: "hub.topic" }],
    ["a callback", { "hub.callback": "http://[::1]/" }, {}, { status: 400, parameter: "hub.callback" }],
    ["a type", {}, { body: "{}", headers: { "content-type": "application/json" } }, { status: 415 }],
    ["a size", { x: "x".repeat(20_000) }, {}, { status: 413 }],
    ["a method", {}, { method: "DELETE" }, { status: 405 }],
  ])("refuses %s that is wrong, and says which", async (_name, fields, init, details) => {
    const response = await ask(fields, init);
    expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(await response.json()).toMatchObject(details);
  });

  test("says when to come again where a bound is met", async () => {
    for (let n = 0; n < 20; n += 1) await (await ask({ "hub.lease_seconds": String(3_600 + n) })).text();
    const response = await ask({});
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(3_000);
  });

  test("answers a preflight like any other address", async () => {
    expect((await get("/hub", { method: "OPTIONS" })).status).toBe(204);
  });

  test("is not there where the club names other hubs, and feeds name those", async () => {
    compiled.push.hubs = ["https://hub.example/"];
    try {
      expect((await get("/hub")).status).toBe(404);
      expect((await ask({})).status).toBe(404);
      expect((await get("/atom.xml")).headers.get("link")).toContain('<https://hub.example/>; rel="hub"');
    } finally {
      compiled.push.hubs = [];
    }
  });
});

describe("publisher discovery", () => {
  test.each(["/rss.xml", "/atom.xml", "/feed.json", "/calendar.ics", "/calendar.ics?alarm=10"])(
    "%s names hub and self in one field, for HEAD as well, and not in a 304",
    async (path) => {
      const response = await get(path);
      const link = `<${HUB}>; rel="hub", <${ORIGIN}${path}>; rel="self"`;
      expect(response.headers.get("link")).toBe(link);
      expect(response.headers.get("access-control-expose-headers")).toContain("Link");
      expect((await get(path, { method: "HEAD" })).headers.get("link")).toBe(link);
      const etag = response.headers.get("etag") ?? "";
      const same = await get(path, { headers: { "if-none-match": etag } });
      expect([same.status, same.headers.has("link")]).toEqual([304, false]);
    },
  );

  test("another spelling of an address names the canonical one", async () => {
    const { headers } = await get("/rss.xml?utm=1&limit=5");
    expect(headers.get("link")).toContain(`<${ORIGIN}/rss.xml?limit=5>; rel="self"`);
  });

  test.each(["/", "/rss.xml?q=entropy", "/programme.json", "/status.json", "/sessions/s21"])(
    "%s names none",
    async (path) => {
      expect((await get(path)).headers.has("link")).toBe(false);
    },
  );
});
