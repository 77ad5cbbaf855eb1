import { runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { memo } from "../../src/publisher/memo.ts";
import { findPublisher } from "../../src/publisher/read-representation.ts";
import { MAX_QUERIES } from "../../src/publisher/store/representation-table.ts";
import { aChannelFeed } from "../support/channel-feed.ts";
import { environment, FEEDS, get, runCron, standIn, startAfresh, xml } from "./support.ts";

/** Under which a feed is kept. */
const KEYS: Record<string, string> = {
  "/rss.xml": "rss",
  "/atom.xml": "atom",
  "/feed.json": "json",
  "/calendar.ics": "calendar",
};
const ENTRY = { id: "videoS2100A", title: "S21 | Uniform", published: "2026-06-16T09:00:00+00:00" };

beforeEach(async () => {
  standIn(() => xml(aChannelFeed({ entries: [ENTRY] })));
  await runCron();
});
afterEach(startAfresh);

const inStorage = <T>(run: (sql: SqlStorage) => T): Promise<T> =>
  runInDurableObject(findPublisher(environment), (_publisher, state) => run(state.storage.sql));

/** Everything stored, but for the source's health. */
const readTables = () =>
  inStorage((sql) =>
    [
      "fact WHERE name <> 'health'",
      "source",
      "video",
      "session",
      "entry",
      "notice",
      "match",
      "representation",
    ].map((table) => JSON.stringify(sql.exec(`SELECT * FROM ${table}`).toArray())),
  );

describe("a poll", () => {
  test.each(FEEDS)("of %s gives finished bytes: nothing is parsed and nothing rendered", async (path) => {
    await inStorage((sql) =>
      sql.exec(
        "UPDATE representation SET body = CAST('planted' AS BLOB), etag = '\"p\"' WHERE key = ?",
        KEYS[path],
      ),
    );
    memo.clear();
    const response = await get(path);
    expect([await response.text(), response.headers.get("etag")]).toEqual(["planted", '"p"']);
  });

  test("costs no read at all while the isolate holds the bytes", async () => {
    const text = await (await get("/rss.xml")).text();
    await inStorage((sql) => sql.exec("UPDATE representation SET body = CAST('planted' AS BLOB)"));
    expect(await (await get("/rss.xml")).text()).toBe(text);
  });

  test("writes nothing", async () => {
    const before = await readTables();
    memo.clear();
    for (const path of FEEDS) await get(path);
    expect(await readTables()).toEqual(before);
  });
});

describe("a cycle that brings nothing new", () => {
  test("writes nothing but the source's health", async () => {
    const before = await readTables();
    await runCron();
    expect(await readTables()).toEqual(before);
  });
});

describe("feeds of a selection", () => {
  test("are rendered at the first request and kept", async () => {
    await get("/rss.xml?tag=uniform");
    await inStorage((sql) =>
      sql.exec("UPDATE representation SET body = CAST('planted' AS BLOB) WHERE key = 'rss?tag=uniform'"),
    );
    memo.clear();
    expect(await (await get("/rss.xml?tag=uniform")).text()).toBe("planted");
  });

  test("are bounded in number, the least recently used goes first, and the plain feeds stay", async () => {
    await get("/rss.xml?limit=1");
    await get("/rss.xml?limit=2");
    for (let limit = 3; limit <= MAX_QUERIES; limit++) await get(`/rss.xml?limit=${limit}`);
    memo.clear();
    await get("/rss.xml?limit=1");
    await get(`/rss.xml?limit=${MAX_QUERIES + 1}`);
    const kept = await inStorage((sql) =>
      sql.exec<{ key: string }>("SELECT key FROM representation").toArray(),
    );
    const keys = new Set(kept.map(({ key }) => key));
    expect([
      keys.has("rss?limit=1"),
      keys.has("rss?limit=2"),
      FEEDS.every((path) => keys.has(KEYS[path] ?? "")),
      [...keys].filter((key) => key.includes("?")).length,
    ]).toEqual([true, false, true, MAX_QUERIES]);
  });
});
