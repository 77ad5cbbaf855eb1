import { afterEach, describe, expect, test, vi } from "vitest";
import { DAY, HOUR, MINUTE } from "../../../src/programme/instant.ts";
import { PUBLIC_URL } from "../../golden/programme.ts";
import { aStorage } from "../../support/sqlite.ts";
import { agree, aHub, NOW, RSS, standInFor, workAll } from "./a-hub.ts";

afterEach(() => void vi.restoreAllMocks());

const HUBS = ["https://hub.example/", "https://other.example/push"];
const TOPICS = ["rss.xml", "atom.xml", "feed.json", "calendar.ics"].map((name) => `${PUBLIC_URL}/${name}`);

describe("a club that names other hubs", () => {
  test("has each told of each feed after a change", async () => {
    const calls = standInFor(() => new Response(null, { status: 204 }));
    const one = aHub({ hubs: HUBS });
    one.publish(NOW);
    await workAll(one, NOW);
    const told = calls.map(({ method, url, body, headers }) => ({
      method,
      hub: url.href,
      type: headers.get("content-type"),
      ...Object.fromEntries(new URLSearchParams(body)),
    }));
    const expected = HUBS.flatMap((hub) =>
      TOPICS.map((topic) => ({
        method: "POST",
        hub,
        type: "application/x-www-form-urlencoded",
        "hub.mode": "publish",
        "hub.url": topic,
        "hub.topic": topic,
      })),
    );
    expect(told.length).toBe(8);
    expect(told).toEqual(expect.arrayContaining(expected));
    expect(one.hub.status(NOW)).toMatchObject({ urls: HUBS, pending: 0, lastError: null });
    expect(one.hub.status(NOW).lastDeliveryAt).not.toBe(null);
  });

  test("has none told where the bytes are those that it was told of", async () => {
    const calls = standInFor(() => new Response());
    const one = aHub({ hubs: HUBS });
    one.publish(NOW);
    await workAll(one, NOW);
    one.tell(NOW + HOUR);
    await workAll(one, NOW + HOUR);
    expect(calls.length).toBe(8);
    one.publish(NOW + 2 * HOUR);
    await workAll(one, NOW + 2 * HOUR);
    expect(calls.length).toBe(16);
  });

  test.each([
    [503, 9],
    [429, 9],
    [404, 1],
    [301, 1],
  ])("has one that answers %i asked %i times in a day", async (status, attempts) => {
    const calls = standInFor(() => new Response(null, { status }));
    const one = aHub({ hubs: HUBS.slice(0, 1) });
    one.publish(NOW);
    for (let now = NOW; now < NOW + 2 * DAY; now = one.outbox.nextAt() ?? NOW + 2 * DAY)
      await workAll(one, now);
    expect(calls.length).toBe(4 * attempts);
    expect(one.hub.status(NOW).lastError).toMatch(/^ping: /);
    expect(one.hub.status(NOW)).toMatchObject({ pending: 0 });
  });

  test("is no hub itself", async () => {
    expect(await aHub({ hubs: HUBS }).ask({})).toEqual({ ok: false, error: { reason: "no_hub" } });
  });

  test("tells who was subscribed here that it is no more, once, and ends it", async () => {
    const storage = aStorage();
    standInFor(agree);
    const before = aHub({ storage });
    await before.ask({ "hub.callback": "https://reader.example/?id=1" });
    await workAll(before, NOW);
    const calls = standInFor(() => new Response());
    const after = aHub({ storage, hubs: HUBS });
    expect(await workAll(after, NOW + HOUR)).toBe(1);
    const [call] = calls;
    expect([calls.length, call?.method, Object.fromEntries(call?.url.searchParams ?? [])]).toEqual([
      1,
      "GET",
      {
        id: "1",
        "hub.mode": "denied",
        "hub.topic": RSS,
        "hub.reason": "This hub has ceased; the feed names another.",
      },
    ]);
    expect(await workAll(after, NOW + DAY)).toBe(0);
    expect(after.hub.status(NOW + HOUR).subscriptions).toBe(0);
  });

  test("pings a hub no more that is not named any longer", async () => {
    const storage = aStorage();
    const calls = standInFor(() => new Response(null, { status: 500 }));
    const before = aHub({ storage, hubs: HUBS });
    before.publish(NOW);
    const after = aHub({ storage, hubs: HUBS.slice(1) });
    await workAll(after, NOW + MINUTE);
    expect(new Set(calls.map(({ url }) => url.host))).toEqual(new Set(["other.example"]));
  });
});
