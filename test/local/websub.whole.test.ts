/** `npm start` with a hub in the place of YouTube's: from its delivery to what a reader is served. */
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { aChannelFeed, CHANNEL_ID, type FeedEntry } from "../support/channel-feed.ts";
import { aDelivery } from "../support/delivery.ts";
import { copyClub } from "../support/fixture-club.ts";
import { findFreePort, listen } from "../support/listen.ts";
import { StandInHub, type Mood } from "../support/stand-in-hub.ts";
import type { Status } from "../../src/publisher/status.ts";
import { LocalService } from "../support/local-service.ts";

const FEEDS = ["rss.xml", "atom.xml", "feed.json", "calendar.ics"];
/** From a delivery to changed feeds, where the channel shows the video. */
const WITHIN_MS = 2_000;
/** What a flood makes the service ask the channel, it has asked by then: a look two seconds after, and what it takes. */
const FLOOD_SETTLED_MS = 4_000;

let entries: FeedEntry[] = [];
let asked = 0;
const channel = createServer((_request, response) => {
  asked += 1;
  response.writeHead(200, { "content-type": "text/xml; charset=UTF-8" }).end(aChannelFeed({ entries }));
});
let origin = "";
let service: LocalService;
let hub: StandInHub;

beforeAll(async () => {
  origin = await listen(channel);
});
beforeEach(async () => {
  entries = [anEntry(0)];
  asked = 0;
  service = await LocalService.create();
  hub = new StandInHub();
});
afterEach(async () => {
  await service.remove();
  hub.close();
});
afterAll(() => {
  channel.closeAllConnections();
  channel.close();
});

const anEntry = (index: number): FeedEntry => ({
  id: `video${String(index).padStart(6, "0")}`,
  title: `Talk ${index}`,
  published: new Date(Date.now() - 60_000 + index).toISOString(),
});
const toPush = (entry: FeedEntry) => aDelivery([{ ...entry, updated: new Date().toISOString() }]);

async function start(mood: Mood): Promise<string> {
  hub.mood = mood;
  const club = join(service.stateDir, "club");
  await copyClub(club, `youtube: { channels: [${CHANNEL_ID}] }\n`);
  const { address } = await service.start(await findFreePort(), {
    DATA_DIR: club,
    CHANNEL_FEED_URL: `${origin}/feeds/videos.xml?channel_id=${CHANNEL_ID}`,
    YOUTUBE_HUB_URL: await hub.listen(),
  });
  await vi.waitFor(() => expect(hub.forms.length).toBeGreaterThan(0), { timeout: 10_000 });
  return address;
}

const readLease = async (address: string) => {
  const response = await fetch(`${address}/status.json`);
  const status: unknown = await response.json();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is the service's own
  return (status as Status).push.channels[0];
};
const readTags = (address: string) =>
  Promise.all(
    FEEDS.slice(0, 3).map(async (name) => {
      const response = await fetch(`${address}/${name}`);
      await response.arrayBuffer();
      return response.headers.get("etag");
    }),
  );

/** Deliver a video that the channel shows, with readers polling all the time. @returns milliseconds to the last changed feed */
async function time(address: string, entry: FeedEntry): Promise<number> {
  const before = await readTags(address);
  entries = [entry, ...entries];
  const startedAt = performance.now();
  const status = await hub.deliver(toPush(entry));
  if (status !== 204) throw new Error(`status ${status}`);
  while (performance.now() - startedAt < 30_000) {
    const now = await readTags(address);
    if (now.every((tag, index) => tag !== before[index])) break;
    await sleep(20);
  }
  return performance.now() - startedAt;
}

test("a hub that verifies and delivers: every feed has the video within two seconds; forgeries and floods change nothing", async () => {
  hub.leaseSeconds = 60;
  const address = await start("verifies");
  await vi.waitFor(async () => expect((await readLease(address))?.state).toBe("leased"));
  const times = [await time(address, anEntry(1)), await time(address, anEntry(2))];
  console.log(`from delivery to changed feeds: ${times.map((ms) => `${Math.round(ms)} ms`).join(", ")}`);
  expect([hub.verified, times.filter((ms) => ms > WITHIN_MS)]).toEqual([
    [{ status: 200, isEchoed: true }],
    [],
  ]);

  const before = [await readTags(address), asked];
  await hub.verify();
  await hub.verify("unsubscribe");
  const statuses = [
    await hub.deliver(toPush(anEntry(3)), { signature: "sha1=00" }),
    await hub.deliver("<rubbish"),
    await hub.deliver(toPush(anEntry(3)), { path: "a".repeat(43) }),
  ];
  expect([statuses, hub.verified.slice(1).map(({ status }) => status)]).toEqual([
    [204, 204, 410],
    [404, 404],
  ]);
  expect([await readTags(address), asked]).toEqual(before);

  const flood = await Promise.all(
    Array.from({ length: 100 }, (_, index) => hub.deliver(toPush(anEntry(100 + index)))),
  );
  await sleep(FLOOD_SETTLED_MS);
  expect([new Set(flood), asked <= Number(before[1]) + 1]).toEqual([new Set([204]), true]);

  // Renewed at half its time, under the same callback.
  await vi.waitFor(() => expect(hub.verified.at(-1)?.isEchoed).toBe(true), {
    timeout: 45_000,
    interval: 500,
  });
  expect([hub.forms.length, new Set(hub.forms.map(String)).size, (await readLease(address))?.state]).toEqual([
    2,
    1,
    "leased",
  ]);
});

test.each<[Mood, string, string | null]>([
  ["refuses", "refused", "status 503"],
  ["denies", "denied", "denied: not today"],
  ["is silent", "asking", null],
])("a hub that %s: the status says so, and the service is well", async (mood, state, lastError) => {
  const address = await start(mood);
  await vi.waitFor(async () => expect(await readLease(address)).toMatchObject({ state, lastError }), {
    timeout: 10_000,
  });
  const health = await (await fetch(`${address}/healthz`)).text();
  const feed = await (await fetch(`${address}/atom.xml`)).text();
  expect([health, feed.includes("Talk 0")]).toEqual(["ok\n", true]);
});
