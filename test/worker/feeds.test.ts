import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { aChannelFeed, type FeedEntry } from "../support/channel-feed.ts";
import { FEEDS, get, readFeeds, readStatus, runCron, standIn, startAfresh, xml } from "./support.ts";

const REPLAYS: FeedEntry[] = [
  { id: "videoS2100A", title: "S21 | Uniform Examples Revisited", published: "2026-06-16T09:00:00+00:00" },
  { id: "videoS2000A", title: "S20 | Quite another title", published: "2026-06-09T09:00:00+00:00" },
  { id: "videoAlone0", title: "Welcome", published: "2026-05-01T09:00:00+00:00" },
  { id: "videoShort0", title: "In a minute", published: "2026-05-02T09:00:00+00:00", isShort: true },
];
const feed = () => xml(aChannelFeed({ entries: REPLAYS }));

const find = (text: string | undefined, pattern: RegExp) =>
  [...(text ?? "").matchAll(pattern)].map((match) => match[1]);

beforeEach(() => void standIn(feed));
afterEach(startAfresh);

describe("one model, four formats", () => {
  test("the replay of each session is in every format, and nothing twice", async () => {
    await runCron();
    const [rss, atom, json, calendar] = (await readFeeds()).map(({ text }) => text);
    const ids = [
      "tag:example.org,2025:video/videoS2100A",
      "tag:example.org,2025:video/videoS2000A",
      "tag:example.org,2025:video/videoAlone0",
      "tag:example.org,2025:session/s21",
      "tag:example.org,2025:session/s20",
    ];
    expect({
      rss: find(rss, /<guid isPermaLink="false">([^<]*)</g),
      atom: find(atom, /<entry>[\s\S]*?<id>([^<]*)</g),
      json: JSON.parse(json ?? "").items.map(({ id }: { id: string }) => id),
      calendar: find(calendar, /BEGIN:VEVENT[\s\S]*?\r\nURL(?:;VALUE=URI)?:(\S+)/g),
    }).toEqual({
      rss: ids,
      atom: ids,
      json: ids,
      calendar: [
        "https://www.youtube.com/watch?v=videoS2000A",
        "https://www.youtube.com/watch?v=videoS2100A",
      ],
    });
  });

  test("the status names every match and what was left alone", async () => {
    await runCron();
    const { sources, counts, matches, unmatched } = await readStatus();
    expect({
      states: sources.map(({ identity, state }) => [identity, state]),
      counts,
      matches: matches.map(({ sessionId, videoId, rule }) => ({ sessionId, videoId, rule })),
      left: unmatched.map(({ videoId }) => videoId),
    }).toEqual({
      states: [["channel:UCexampleexampleexampleA", "ok"]],
      counts: { sessions: 2, videos: 4, recordings: 2, unmatchedVideos: 2, ambiguous: 0 },
      matches: [
        { sessionId: "s20", videoId: "videoS2000A", rule: "number" },
        { sessionId: "s21", videoId: "videoS2100A", rule: "number" },
      ],
      left: ["videoAlone0", "videoShort0"],
    });
  });

  test.each(FEEDS)("%s answers a condition with 304 and HEAD without a body", async (path) => {
    await runCron();
    const full = await get(path);
    const etag = full.headers.get("etag") ?? "";
    const unchanged = await get(path, { headers: { "if-none-match": etag } });
    const head = await get(path, { method: "HEAD" });
    expect([full.status, unchanged.status, await unchanged.text(), head.status, await head.text()]).toEqual([
      200,
      304,
      "",
      200,
      "",
    ]);
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(full.headers));
  });

  test("unknown parameters give the same bytes and are not kept at the edge", async () => {
    await runCron();
    const plain = await get("/rss.xml");
    const tracked = await get("/rss.xml?utm_source=mail");
    expect([await tracked.text(), tracked.headers.get("cloudflare-cdn-cache-control")]).toEqual([
      await plain.text(),
      "no-store",
    ]);
  });
});

describe("addresses", () => {
  test.each([
    ["/rss.xml/", "/rss.xml"],
    ["/feed?limit=3", "/rss.xml?limit=3"],
    ["/calendar/", "/calendar.ics"],
    ["/sessions/s21.ics/", "/sessions/s21.ics"],
  ])("%s is answered with 308 to %s", async (path, target) => {
    const response = await get(path, { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([308, target]);
  });

  test.each([
    ["/rss.xml?limit=0", 400],
    ["/calendar.ics?alarm=7", 400],
    ["/rss.xml?alarm=7", 200],
    ["/sessions/none.ics", 404],
    ["/nothing", 404],
    ["//other.example/", 404],
    ["/%5Cother.example/", 404],
    ["/%0Aa/", 404],
    ["/nothing/", 404],
    ["/__proto__", 404],
    ["/calendar.ics?tag=no-such-tag", 200],
  ])("%s is answered with %i", async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  test("other methods are refused with those that are possible", async () => {
    const refused = await get("/rss.xml", { method: "POST" });
    const options = await get("/rss.xml", { method: "OPTIONS" });
    expect([
      refused.status,
      refused.headers.get("allow"),
      options.status,
      options.headers.get("access-control-allow-methods"),
    ]).toEqual([405, "GET, HEAD, OPTIONS", 204, "GET, HEAD, OPTIONS"]);
  });

  test("one session is a download with the UID it has in the calendar", async () => {
    const response = await get("/sessions/s21.ics");
    const text = await response.text();
    expect([response.headers.get("content-disposition"), /UID:(\S+)/.exec(text)?.[1]]).toEqual([
      'attachment; filename="example.org-s21.ics"',
      "s21@example.org",
    ]);
  });
});
