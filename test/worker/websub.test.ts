/** `/websub/TOKEN`: from YouTube's hub to changed feeds, through the whole Worker. */
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { memo } from "../../src/publisher/memo.ts";
import { Publisher } from "../../src/publisher/publisher.ts";
import { findPublisher } from "../../src/publisher/read-representation.ts";
import { aChannelFeed, type FeedEntry } from "../support/channel-feed.ts";
import { aDelivery, toSignature, toTopic, type PushedEntry } from "../support/delivery.ts";
import { at, begin, readEntries, shipped, takeBack } from "./deployment.ts";
import {
  deliverPush,
  environment,
  get,
  readFeeds,
  readForm,
  readStatus,
  ring,
  runCron,
  standInFor,
  xml,
} from "./support.ts";

const NOW = Date.UTC(2026, 5, 16, 9, 1);
const S20: FeedEntry = {
  id: "videoS2000A",
  title: "S20 | Entropy of Examples",
  published: "2026-06-09T09:00:00+00:00",
};
const S21: FeedEntry = {
  id: "videoS2100A",
  title: "S21 | Uniform Examples Revisited",
  published: "2026-06-16T09:00:00+00:00",
};
const PUSHED: PushedEntry = { ...S21, updated: "2026-06-16T09:00:30.617888181+00:00" };

/** What the channel shows; how often it was asked; the forms that the hub was sent, and what it answers. */
let channel: FeedEntry[] = [];
let asked = 0;
let forms: URLSearchParams[] = [];
let answerAsHub: () => Response = () => new Response(null, { status: 202 });

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  [channel, asked, forms] = [[S20], 0, []];
  answerAsHub = () => new Response(null, { status: 202 });
  standInFor(
    () => {
      asked += 1;
      return xml(aChannelFeed({ entries: channel }));
    },
    async (request) => {
      forms.push(await readForm(request));
      return answerAsHub();
    },
  );
  await runCron();
  await ring();
});
afterEach(takeBack);

const toPath = () => new URL(forms.at(-1)?.get("hub.callback") ?? "").pathname;
const toQuery = (fields: Record<string, string> = {}) =>
  new URLSearchParams({
    "hub.mode": "subscribe",
    "hub.topic": toTopic(),
    "hub.challenge": "a <b>challenge</b>",
    "hub.lease_seconds": "432000",
    ...fields,
  }).toString();
const verify = (fields?: Record<string, string>) => get(`${toPath()}?${toQuery(fields)}`);

interface How {
  path?: string;
  signature?: string;
}

/** A delivery as the hub sends it; resolves when all is done that it brought about. @returns the status */
const deliver = (text: string, { path = toPath(), signature }: How = {}) =>
  deliverPush(path, text, {
    "content-type": "application/atom+xml",
    "x-hub-signature": signature ?? toSignature(text, forms.at(-1)?.get("hub.secret") ?? ""),
    link: `<${toTopic()}>; rel=self, <http://pubsubhubbub.appspot.com/>; rel=hub`,
  });

const readKeys = async () => (await readEntries()).map(([key]) => key);

describe("verification", () => {
  test("echoes the challenge alone, as text that nobody sniffs or keeps", async () => {
    const response = await verify();
    expect([
      response.status,
      await response.text(),
      response.headers.get("content-type"),
      response.headers.get("x-content-type-options"),
      response.headers.get("cache-control"),
    ]).toEqual([200, "a <b>challenge</b>", "text/plain; charset=utf-8", "nosniff", "no-store"]);
    expect((await readStatus()).push.channels).toEqual([
      {
        identity: "channel:UCexampleexampleexampleA",
        state: "leased",
        leaseUntil: "2026-06-21T09:01:00Z",
        lastDeliveryAt: null,
        ignoredDeliveries: 0,
        lastError: null,
      },
    ]);
  });

  test.each([
    ["unsubscribe, which was never asked for", { "hub.mode": "unsubscribe" }],
    ["another topic", { "hub.topic": toTopic("UCotherotherotherothersA") }],
    ["a challenge without end", { "hub.challenge": "a".repeat(2_049) }],
  ])("is 404 for %s", async (_what, fields) => {
    expect((await verify(fields)).status).toBe(404);
  });

  test("is 404 for another token, a second time, and without a challenge", async () => {
    const other = await get(`/websub/${"a".repeat(43)}?${toQuery()}`);
    const bare = await get(`${toPath()}?${toQuery().replace(/hub.challenge=[^&]*&/, "")}`);
    await verify();
    expect([other.status, bare.status, (await verify()).status]).toEqual([404, 404, 404]);
  });

  test("of a denial is 200 with nothing, and the status tells it", async () => {
    const response = await verify({ "hub.mode": "denied", "hub.reason": "no such topic" });
    const [lease] = (await readStatus()).push.channels;
    expect([response.status, await response.text(), lease?.state, lease?.lastError]).toEqual([
      200,
      "",
      "denied",
      "denied: no such topic",
    ]);
  });

  test.each(["PUT", "DELETE", "HEAD"])("%s is 405", async (method) => {
    const response = await get(toPath(), { method });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, POST"]);
  });
});

describe("a hub that refuses", () => {
  test("is told in the status; the health is well, and replays come by the cron", async () => {
    await takeBack();
    vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
    standInFor(() => xml(aChannelFeed({ entries: channel })));
    await runCron();
    await ring();
    channel = [S20, S21];
    at(NOW + 26 * 3_600_000);
    await runCron();
    const [lease] = (await readStatus()).push.channels;
    expect([
      lease?.state,
      lease?.lastError,
      await (await get("/healthz")).text(),
      (await readKeys())[0],
    ]).toEqual(["refused", "status 503", "ok\n", "video/videoS2100A"]);
  });
});

describe("a delivery", () => {
  beforeEach(async () => {
    await verify();
    // Held by the isolate from now on.
    await readFeeds();
    asked = 0;
  });

  test("changes every feed when the channel shows the video, also where the isolate holds another copy", async () => {
    const before = await readFeeds();
    channel = [S20, S21];
    const status = await deliver(aDelivery([PUSHED]));
    const after = await readFeeds();
    expect([status, asked, after.map(({ etag }, index) => etag !== before[index]?.etag)]).toEqual([
      204,
      1,
      [true, true, true, true],
    ]);
    expect((await readKeys())[0]).toBe("video/videoS2100A");
  });

  test("is looked after by the alarm where the channel does not show it yet", async () => {
    await deliver(aDelivery([PUSHED]));
    channel = [S20, S21];
    at(NOW + 62_000);
    await ring();
    memo.clear();
    expect([asked, (await readKeys())[0]]).toEqual([2, "video/videoS2100A"]);
  });

  test("survives a restart before anybody could look: the alarm is set, and looks", async () => {
    const publisher = findPublisher(environment);
    const text = aDelivery([PUSHED]);
    const delivered = {
      signature: toSignature(text, forms.at(-1)?.get("hub.secret") ?? ""),
      link: null,
      bytes: Uint8Array.from(new TextEncoder().encode(text)),
    };
    while (await publisher.writeIndex());
    const setFor = await runInDurableObject(publisher, async (instance, { storage }) => {
      const spy = vi.spyOn(storage, "setAlarm").mockResolvedValue();
      vi.spyOn(storage, "getAlarm").mockResolvedValue(null);
      await instance.receivePush(toPath().replace("/websub/", ""), delivered);
      return spy.mock.calls;
    });
    await evictDurableObject(publisher);
    channel = [S20, S21];
    at(NOW + 3_000);
    await runInDurableObject(publisher, (instance) => instance.alarm());
    memo.clear();
    expect([setFor, asked, (await readKeys())[0]]).toEqual([[[NOW + 2_000]], 1, "video/videoS2100A"]);
  });

  test("again, or of a video nine years old, changes nothing", async () => {
    channel = [S20, S21];
    await deliver(aDelivery([PUSHED]));
    const before = await readFeeds();
    await deliver(aDelivery([PUSHED]));
    const times = asked;
    await deliver(aDelivery([{ ...PUSHED, id: "videoNine00", published: "2017-01-15T14:18:07+00:00" }]));
    expect([times, asked, await readFeeds()]).toEqual([1, 2, before]);
  });

  test("with another signature is answered alike, and nobody looks", async () => {
    channel = [S20, S21];
    expect([await deliver(aDelivery([PUSHED]), { signature: "sha1=00" }), asked]).toEqual([204, 0]);
    expect((await readStatus()).push.channels[0]).toMatchObject({
      ignoredDeliveries: 1,
      lastDeliveryAt: null,
    });
  });

  test("is 410 for a token that is none, and 413 beyond 256 KB", async () => {
    const path = `/websub/${"a".repeat(43)}`;
    expect([await deliver(aDelivery([PUSHED]), { path }), await deliver("a".repeat(262_145)), asked]).toEqual(
      [410, 413, 0],
    );
  });

  test("in a flood, all at once, makes no more than three cycles, and the channel be asked three times", async () => {
    const cycles = vi.spyOn(Publisher.prototype, "refresh");
    const statuses = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        deliver(aDelivery([{ ...PUSHED, id: `flood${String(index).padStart(6, "0")}` }])),
      ),
    );
    const counts = [asked, cycles.mock.calls.length];
    expect([new Set(statuses), counts.filter((count) => count < 1 || count > 3)]).toEqual([
      new Set([204]),
      [],
    ]);
  });

  test("while a cycle runs is looked at when that ends", async () => {
    const { promise: late, resolve: answer } = Promise.withResolvers<void>();
    standInFor(async () => {
      asked += 1;
      const entries = channel;
      if (asked === 1) await late;
      return xml(aChannelFeed({ entries }));
    });
    const first = deliver(aDelivery([PUSHED]));
    await vi.waitFor(() => expect(asked).toBe(1));
    channel = [S20, S21];
    at(NOW + 5_000);
    // Taken, and what it brings about left to the cycle that runs.
    await deliver(aDelivery([{ ...PUSHED, id: "videoLater0" }]));
    answer();
    await first;
    memo.clear();
    expect([asked, (await readKeys())[0]]).toEqual([2, "video/videoS2100A"]);
  });
});

test("a club without a channel asks no hub", async () => {
  await takeBack();
  const { club } = shipped;
  begin({ club: { ...club, youtube: { ...club.youtube, channels: [] } } });
  forms = [];
  standInFor(
    () => new Response("", { status: 404 }),
    async (request) => {
      forms.push(await readForm(request));
      return new Response(null, { status: 202 });
    },
  );
  await runCron();
  await ring();
  expect([forms, (await readStatus()).push.channels]).toEqual([[], []]);
});
