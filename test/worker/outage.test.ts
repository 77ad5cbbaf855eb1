import { evictDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { memo } from "../../src/publisher/memo.ts";
import { findPublisher } from "../../src/publisher/read-representation.ts";
import { aChannelFeed, type FeedEntry } from "../support/channel-feed.ts";
import { environment, get, readFeeds, readStatus, runCron, standIn, startAfresh, xml } from "./support.ts";

const ENTRY: FeedEntry = {
  id: "videoS2100A",
  title: "S21 | Uniform",
  published: "2026-06-16T09:00:00+00:00",
};
const good = aChannelFeed({ entries: [ENTRY] });
const OUTAGES: [string, () => Response | Promise<Response>, string][] = [
  ["a 404 page", () => new Response("<!DOCTYPE html>", { status: 404 }), "status 404, expected 200"],
  ["a 500", () => new Response("", { status: 500 }), "status 500, expected 200"],
  ["a 403", () => new Response("", { status: 403 }), "status 403, expected 200"],
  [
    "a 429",
    () => new Response("", { status: 429, headers: { "retry-after": "60" } }),
    "status 429, expected 200",
  ],
  ["a page with 200", () => new Response("<html>"), 'not XML: begins with "<html>", expected "<?xml"'],
  ["an empty body", () => new Response(""), 'not XML: begins with "", expected "<?xml"'],
  ["no entries", () => xml(aChannelFeed({ entries: [] })), "a feed without entries"],
  [
    "another channel",
    () => xml(aChannelFeed({ channelId: "UCotherotherotherotherQQ", entries: [ENTRY] })),
    "the feed of channel:UCotherotherotherotherQQ, expected channel:UCexampleexampleexampleA",
  ],
  ["25 MB", () => xml(`${good}${" ".repeat(25_000_000)}`), "larger than 1048576 bytes"],
  ["a reset", () => Promise.reject(new Error("reset by peer")), "the connection failed: reset by peer"],
];

const replayOf = (text: string) => /<item>(?:(?!<\/item>)[\s\S])*videoS2100A[\s\S]*?<\/item>/.exec(text)?.[0];

beforeEach(async () => {
  standIn(() => xml(good));
  await runCron();
});
afterEach(startAfresh);

describe("a failing source", () => {
  test.each(OUTAGES)("%s leaves every byte and is told in the status", async (_name, answer, lastError) => {
    const before = await readFeeds();
    const [source] = (await readStatus()).sources;
    standIn(answer);
    await runCron();
    const [now] = (await readStatus()).sources;
    expect(await readFeeds()).toEqual(before);
    expect([now?.state, now?.lastError, now?.consecutiveFailures, now?.lastSuccessAt]).toEqual([
      "failing",
      lastError,
      1,
      source?.lastSuccessAt,
    ]);
  });

  test("is trouble after a day, until it answers", async () => {
    vi.useFakeTimers({ now: Date.UTC(2027, 5, 17), toFake: ["Date"] });
    standIn(() => new Response("", { status: 404 }));
    await runCron();
    const [first, since] = [await get("/healthz"), (await readStatus()).sources[0]?.failingSince];
    vi.setSystemTime(Date.UTC(2027, 5, 18, 1));
    await runCron();
    const later = await get("/healthz");
    standIn(() => xml(good));
    vi.setSystemTime(Date.UTC(2027, 5, 18, 12));
    await runCron();
    const last = await get("/healthz");
    vi.useRealTimers();
    expect([since, first.status, later.status, await later.text(), last.status, await last.text()]).toEqual([
      "2027-06-17T00:00:00Z",
      200,
      503,
      "source: no fetch of the feed of channel:UCexampleexampleexampleA was accepted since 2027-06-17T00:00:00Z; the last error: status 404, expected 200\n",
      200,
      "ok\n",
    ]);
  });

  test("a video that leaves the feed stays, and comes back as it was", async () => {
    const before = await readFeeds();
    const other = { id: "videoOther0", title: "Another", published: "2026-06-01T09:00:00+00:00" };
    standIn(() => xml(aChannelFeed({ entries: [other] })));
    await runCron();
    standIn(() => xml(aChannelFeed({ entries: [ENTRY, other] })));
    await runCron();
    const rss = (await readFeeds())[0]?.text ?? "";
    expect(replayOf(rss)).toBe(replayOf(before[0]?.text ?? ""));
  });

  test("view counts change nothing", async () => {
    const before = await readFeeds();
    standIn(() => xml(aChannelFeed({ entries: [{ ...ENTRY, views: 99_999 }] })));
    await runCron();
    expect(await readFeeds()).toEqual(before);
  });
});

describe("a restart", () => {
  test("gives the same bytes and the same entity tags", async () => {
    const before = await readFeeds();
    await evictDurableObject(findPublisher(environment));
    memo.clear();
    expect(await readFeeds()).toEqual(before);
  });
});

describe("two crons at once", () => {
  test("fetch once", async () => {
    const seen = standIn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return xml(good);
    });
    await Promise.all([runCron(), runCron(), runCron()]);
    expect(seen.requests).toBe(1);
  });
});
