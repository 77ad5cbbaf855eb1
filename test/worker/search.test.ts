import { runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { findPublisher } from "../../src/publisher/read-representation.ts";
import { aChannelFeed } from "../support/channel-feed.ts";
import { environment, get, readStatus, runCron, standIn, startAfresh, xml } from "./support.ts";

const ENTRIES = [
  { id: "videoS2000A", title: "S20 | Entropy", published: "2026-06-09T09:00:00+00:00" },
  { id: "videoS2100A", title: "S21 | Uniform", published: "2026-06-16T09:00:00+00:00" },
];

beforeEach(() => void standIn(() => xml(aChannelFeed({ entries: ENTRIES }))));
afterEach(startAfresh);

/** Until the index is made. */
async function makeIndex(): Promise<void> {
  await runCron();
  while (await findPublisher(environment).writeIndex());
}

const readPage = async (path: string) => await (await get(path)).text();
const readFound = (html: string) =>
  [...html.matchAll(/<h2[^>]*><a[^>]* href="\/sessions\/([^"]*)"/g)].map(([, id]) => id);
const readMarked = (html: string) => [...html.matchAll(/<mark>([^<]*)<\/mark>/g)].map(([, word]) => word);

/** How many rows the Publisher has written in its life. */
const countWrites = () =>
  runInDurableObject(findPublisher(environment), (_publisher, state) => {
    const tables = state.storage.sql
      .exec<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
      )
      .toArray();
    return tables.map(({ name }) => [
      name,
      state.storage.sql.exec<{ count: number }>(`SELECT count(*) AS count FROM "${name}"`).one().count,
    ]);
  });

describe("/search", () => {
  test("finds what was said, and plays it from its second", async () => {
    await makeIndex();
    const html = await readPage("/search?q=marmalade+schedules");
    expect([readFound(html), readMarked(html)]).toEqual([["s20"], ["marmalade", "schedule"]]);
    expect(html).toContain('<a href="https://www.youtube.com/watch?v=videoS2000A&amp;t=11s">0:11</a>');
  });

  test("finds what is written, with the hits marked", async () => {
    await makeIndex();
    const html = await readPage("/search?q=uniform");
    expect([readFound(html), [...new Set(readMarked(html))]]).toEqual([
      ["s21", "s20"],
      ["Uniform", "uniform"],
    ]);
  });

  test("takes the last word for the beginning of one where nothing is found, and then offers no feed", async () => {
    await makeIndex();
    const html = await readPage("/search?q=marmal");
    expect([readFound(html), readMarked(html), html.includes("rss.xml?q=")]).toEqual([
      ["s20"],
      ["marmalade"],
      false,
    ]);
  });

  test("tells an operator how far the index is made, and nothing of what was searched", async () => {
    await runCron();
    const before = (await readStatus()).search;
    await makeIndex();
    await get("/search?q=marmalade");
    const status = await readStatus();
    const { wanted } = status.search.sessions;
    expect([before.isComplete, status.search, JSON.stringify(status).includes("marmalade")]).toEqual([
      false,
      {
        sessions: { indexed: wanted, wanted },
        transcripts: { indexed: 1, wanted: 1 },
        isComplete: true,
        missing: [],
      },
      false,
    ]);
  });

  test("makes the index by itself, slice by slice", async () => {
    await get("/search?q=marmalade");
    await expect.poll(async () => readFound(await readPage("/search?q=marmalade"))).toEqual(["s20"]);
  });

  test("makes one slice at a time, whoever asks", async () => {
    await runCron();
    const publisher = findPublisher(environment);
    for (let round = 0; round < 4; round++)
      await Promise.all([publisher.writeIndex(), publisher.writeIndex(), publisher.writeIndex()]);
    expect(readFound(await readPage("/search?q=marmalade"))).toEqual(["s20"]);
  });

  test("is kept by nobody, and costs no write", async () => {
    await makeIndex();
    await get("/search");
    const before = await countWrites();
    const fields = await Promise.all(
      [
        "/search?q=entropy",
        "/rss.xml?q=entropy",
        "/calendar.ics?q=of",
        "/search?q=entropy&page=7",
        "/search?page=7",
      ].map(async (path) => {
        const { status, headers } = await get(path);
        return [status, headers.get("cache-control"), headers.get("cloudflare-cdn-cache-control")];
      }),
    );
    expect(fields.filter((_field, index) => index % 3 === 0)).toEqual([
      [200, "private, max-age=60", "no-store"],
      [200, "private, max-age=60", "no-store"],
    ]);
    expect(await countWrites()).toEqual(before);
  });

  test.each([
    ["a quote", '"'],
    ["an operator", "a AND"],
    ["NUL", "\u0000"],
    ["5 KB of emoji", "🎉".repeat(1_250)],
    ["NEAR(", "NEAR("],
    ["a minus", "-"],
    ["5 KB of words", "x ".repeat(2_500)],
    ["SQL", "'); DROP TABLE search_session"],
    ["a percent sign", "%"],
  ])("answers %s", async (_name, query) => {
    await makeIndex();
    const response = await get(`/search?q=${encodeURIComponent(query)}`);
    expect([response.status, response.headers.get("x-robots-tag")]).toEqual([200, null]);
  });

  test("without a query is a form, and so is one that is empty", async () => {
    const [plain, empty] = await Promise.all(["/search", "/search?q="].map(readPage));
    expect([plain, plain?.includes('<form class="search" action="/search"')]).toEqual([empty, true]);
  });
});

const readIds = async (path: string) => {
  const feed = await (
    await get(path)
  ).json<{ title: string; items: { id: string; date_published: string }[] }>();
  return feed.items.map(({ id, date_published: date }) => `${date} ${id}`);
};

describe("a saved search", () => {
  test("has the entries of the sessions that it finds, as the whole feed has them", async () => {
    await makeIndex();
    const [whole, found, none] = await Promise.all(
      ["/feed.json", "/feed.json?q=Marmalade", "/feed.json?q=zebra"].map(readIds),
    );
    expect(found).toEqual(whole?.filter((entry) => /s20|videoS2000A/.test(entry)));
    expect([found?.length, none]).toEqual([2, []]);
  });

  test("finds the same in the programme as data, which leads to its feed and calendar", async () => {
    await makeIndex();
    const { upcoming, past, videos, feedUrl, calendarUrl } = await (
      await get("/programme.json?q=Marmalade")
    ).json<{ upcoming: { id: string }[]; past: { id: string }[] } & Record<string, unknown>>();
    const ids = [...upcoming, ...past].map(({ id }) => id);
    const queries = [feedUrl, calendarUrl].map((url) => new URL(String(url)).search);
    expect([ids, videos, queries]).toEqual([["s20"], undefined, ["?q=marmalade", "?q=marmalade"]]);
  });

  test("says in its name what it is about, and is one for spellings that find the same", async () => {
    await makeIndex();
    const [first, second] = await Promise.all(
      ["/rss.xml?q=Marmalade", "/rss.xml?q=+marmalade"].map(readPage),
    );
    expect([/<title>([^<]*)/.exec(first ?? "")?.[1], second]).toEqual([
      "Example Reading Group: about marmalade",
      first,
    ]);
  });
});

describe("a transcript", () => {
  test("is on the session's page, folded, each passage with its second, and at an address of its own", async () => {
    await runCron();
    const before = await get("/sessions/s20");
    await makeIndex();
    const [after, file, none] = await Promise.all(
      ["/sessions/s20", "/sessions/s20.vtt", "/sessions/s21.vtt"].map((path) => get(path)),
    );
    const moments = [
      ...(await after!.text()).matchAll(/<p id="t(\d+)"><a href="[^"]*t=(\d+)s" data-at="\1">/g),
    ];
    expect([(await before.text()).includes("Transcript"), moments.map(([, id, t]) => [id, t])]).toEqual([
      false,
      [
        ["0", "0"],
        ["62", "62"],
      ],
    ]);
    expect([file?.status, file?.headers.get("content-type"), none?.status]).toEqual([
      200,
      "text/vtt; charset=utf-8",
      404,
    ]);
    expect((await file!.text()).split("\n").slice(0, 4)).toEqual([
      "WEBVTT",
      "",
      "00:00:00.500 --> 00:00:05.000",
      "Welcome to the twentieth session.",
    ]);
  });

  test("is on its page within five seconds, though the isolate has just heard that another page is as it was", async () => {
    vi.useFakeTimers({ now: Date.now(), toFake: ["Date"] });
    await runCron();
    for (const path of ["/sessions/s20", "/sessions/s21"]) await get(path);
    while (await findPublisher(environment).writeIndex());
    vi.setSystemTime(Date.now() + 5_000);
    await get("/sessions/s21");
    expect((await readPage("/sessions/s20")).includes("Welcome to the twentieth session.")).toBe(true);
  });

  test("that comes changes when the page was changed last", async () => {
    await runCron();
    const before = Date.parse((await get("/sessions/s20")).headers.get("last-modified") ?? "");
    await makeIndex();
    const after = Date.parse((await get("/sessions/s20")).headers.get("last-modified") ?? "");
    const since = new Date(after).toUTCString();
    const again = await Promise.all(
      ["/sessions/s20", "/rss.xml?q=marmalade"].map((path) =>
        get(path, { headers: { "if-modified-since": since } }),
      ),
    );
    expect(again.map(({ status, headers }) => [status, headers.get("last-modified")])).toEqual([
      [304, since],
      [304, since],
    ]);
    expect(after).toBeGreaterThanOrEqual(before);
    expect(after).toBeGreaterThan(Date.now() - 60_000);
  });

  test("is not to be had from the assets by itself", async () => {
    expect((await get("/transcripts/s20.json")).status).toBe(404);
  });
});
