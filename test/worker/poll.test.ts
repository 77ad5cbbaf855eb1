import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { findDocument } from "../../src/documents/addresses.ts";
import { HOUR } from "../../src/programme/instant.ts";
import { Desk } from "../../src/publisher/desk.ts";
import { memo } from "../../src/publisher/memo.ts";
import { Publisher } from "../../src/publisher/publisher.ts";
import { findPublisher } from "../../src/publisher/read-representation.ts";
import {
  MAX_QUERIES,
  RepresentationTable,
  USE_INTERVAL,
} from "../../src/publisher/store/representation-table.ts";
import { app } from "../../src/routes/app.ts";
import { aChannelFeed } from "../support/channel-feed.ts";
import { refreshToEnd } from "../support/refresh.ts";
import { compiled } from "./data.ts";
import { environment, FEEDS, get, plant, runCron, standIn, startAfresh, toQueries, xml } from "./support.ts";

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

const inPublisher = (run: (publisher: Publisher) => Promise<void>) =>
  runInDurableObject(findPublisher(environment), run);

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
      "kept_representation",
      "kept_piece",
    ].map((table) => JSON.stringify(sql.exec(`SELECT * FROM ${table}`).toArray())),
  );

describe("a poll", () => {
  test.each(FEEDS)("of %s gives finished bytes: nothing is parsed and nothing rendered", async (path) => {
    await inStorage((sql) =>
      sql.exec("UPDATE kept_representation SET etag = '\"p\"' WHERE key = ?", KEYS[path]),
    );
    await plant(KEYS[path]);
    memo.clear();
    const response = await get(path);
    expect([await response.text(), response.headers.get("etag")]).toEqual(["planted", '"p"']);
  });

  test("costs no read at all while the isolate holds the bytes", async () => {
    const text = await (await get("/rss.xml")).text();
    await plant();
    expect(await (await get("/rss.xml")).text()).toBe(text);
  });

  test("writes nothing", async () => {
    const before = await readTables();
    memo.clear();
    for (const path of FEEDS) await get(path);
    expect(await readTables()).toEqual(before);
  });
});

/** All that a client sees of an answer. */
const seeAll = async (path: string, init: RequestInit) => {
  const { status, headers, body } = await get(path, init);
  const bytes = new Uint8Array(await new Response(body).arrayBuffer());
  return { status, fields: [...headers], bytes };
};

describe("a poll of what this isolate has just served", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.now(), toFake: ["Date"] });
  });

  const REQUESTS = [
    {},
    { method: "HEAD" },
    { headers: { "if-none-match": "TAG" } },
    { headers: { "if-none-match": 'W/"x", TAG' } },
    { headers: { "if-none-match": "TAG" }, method: "HEAD" },
    { headers: { "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT" } },
    { headers: { "if-match": '"other"', "if-none-match": "TAG" } },
  ];

  test.each([...FEEDS, "/", "/calendar.ics?utm_source=x", "/rss.xml?limit=3", "/sessions/s21.ics"])(
    "of %s is told what the first was, and no route is looked for",
    async (path) => {
      const etag = (await get(path)).headers.get("etag") ?? "";
      const inits = REQUESTS.map(({ method = "GET", headers = {} }) => ({
        method,
        headers: Object.entries(headers).map(([name, value]): [string, string] => [
          name,
          value.replace("TAG", etag),
        ]),
      }));
      const first = [];
      for (const init of inits) {
        memo.clear();
        first.push(await seeAll(path, init));
      }
      await get(path);
      const routes = vi.spyOn(app, "fetch");
      const again = [];
      for (const init of inits) again.push(await seeAll(path, init));
      expect([routes.mock.calls.length, again]).toEqual([0, first]);
    },
  );

  test("renders nothing, writes nothing, and asks the Publisher nothing", async () => {
    await get("/rss.xml");
    const spies = [
      vi.spyOn(findDocument("rss")!, "write"),
      vi.spyOn(Publisher.prototype, "read"),
      vi.spyOn(Desk.prototype, "find"),
    ];
    const before = await readTables();
    for (let poll = 0; poll < 20; poll++) await get("/rss.xml");
    expect([await readTables(), spies.map(({ mock }) => mock.calls.length)]).toEqual([before, [0, 0, 0]]);
  });

  test("after five seconds is one question for all who poll whatever was made from the same, and reads and writes no bytes", async () => {
    const paths = ["/rss.xml", "/rss.xml?limit=3", "/"];
    for (const path of paths) await get(path);
    vi.useFakeTimers({ now: Date.now() + 5_000, toFake: ["Date"] });
    const [reads, finds] = [vi.spyOn(Publisher.prototype, "read"), vi.spyOn(Desk.prototype, "find")];
    const counts = [];
    for (const path of paths) {
      await Promise.all(Array.from({ length: 8 }, () => get(path)));
      await get(path);
      counts.push([reads.mock.calls.length, finds.mock.calls.length]);
    }
    // Home has a mark of its own, as it changes with the turns.
    expect(counts).toEqual([
      [1, 0],
      [1, 0],
      [2, 0],
    ]);
  });

  test("counts as a use, once the isolate has to ask", async () => {
    await get("/rss.xml?limit=3");
    const use = vi.spyOn(RepresentationTable.prototype, "use");
    vi.setSystemTime(Date.now() + 5_000);
    await get("/rss.xml?limit=3");
    expect(use.mock.calls.map(([key]) => key)).toEqual(["rss?limit=3"]);
  });

  test("is written again after a restore, though the programme be the same", async () => {
    await get("/rss.xml");
    await inPublisher(async (publisher) => {
      const state = await new Response(publisher.exportState()).blob();
      await publisher.importState(state.stream(), { isReplacing: true });
    });
    const find = vi.spyOn(Desk.prototype, "find");
    vi.setSystemTime(Date.now() + 5_000);
    await get("/rss.xml");
    expect(find).toHaveBeenCalledOnce();
  });

  test("is told of a change after five seconds, also of a query that is kept no longer", async () => {
    await get("/rss.xml?limit=3");
    await inStorage((sql) => sql.exec("DELETE FROM kept_representation"));
    standIn(() => xml(aChannelFeed({ entries: [ENTRY, { ...ENTRY, id: "videoLater0", title: "Later" }] })));
    vi.useFakeTimers({ now: Date.now() + HOUR, toFake: ["Date"] });
    await refreshToEnd(findPublisher(environment));
    expect(await (await get("/rss.xml?limit=3")).text()).toContain("videoLater0");
  });
});

describe("450 addresses", () => {
  test("are held at once: of a second round the Publisher hears nothing, and after five seconds one question", async () => {
    vi.useFakeTimers({ now: Date.now(), toFake: ["Date"] });
    const paths = [...toQueries(420), ...Array.from({ length: 30 }, (_none, n) => `/atom.xml?x=${n}`)];
    for (const path of paths) await get(path);
    const [reads, finds] = [vi.spyOn(Publisher.prototype, "read"), vi.spyOn(Desk.prototype, "find")];
    for (const path of paths) await get(path);
    const inTime = [reads.mock.calls.length, finds.mock.calls.length];
    vi.setSystemTime(Date.now() + 5_000);
    for (const path of paths) await get(path);
    expect([inTime, [reads.mock.calls.length, finds.mock.calls.length]]).toEqual([
      [0, 0],
      [1, 0],
    ]);
  }, 60_000);

  test("of 500 limits are 39 documents", async () => {
    const write = vi.spyOn(findDocument("text")!, "write");
    for (let limit = 1; limit <= 500; limit++) await get(`/programme.txt?limit=${limit}`);
    expect(write).toHaveBeenCalledTimes(39);
  });
});

describe("a cycle that brings nothing new", () => {
  test("writes nothing but the source's health", async () => {
    const before = await readTables();
    await runCron();
    expect(await readTables()).toEqual(before);
  });

  test("asks for no session, although the object has slept", async () => {
    const { sessions, videos } = compiled;
    const asked: string[] = [];
    const watch = (name: string, value: unknown) =>
      Object.defineProperty(compiled, name, {
        configurable: true,
        get: () => (asked.push(name), value),
      });
    watch("sessions", sessions);
    watch("videos", videos);
    await evictDurableObject(findPublisher(environment));
    await runCron();
    const value = { configurable: true, enumerable: true, writable: true };
    Object.defineProperty(compiled, "sessions", { ...value, value: sessions });
    Object.defineProperty(compiled, "videos", { ...value, value: videos });
    expect(asked).toEqual([]);
  });
});

/** What one request costs the Publisher: rows read and written, as Cloudflare counts them. */
async function countRows(path: string): Promise<{ read: number; written: number }> {
  memo.clear();
  const cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = [];
  const watch = await inStorage((sql) => {
    const exec = sql.exec.bind(sql);
    return vi.spyOn(sql, "exec").mockImplementation((query: string, ...bindings: unknown[]) => {
      const cursor = exec(query, ...bindings);
      cursors.push(cursor);
      return cursor;
    });
  });
  await (await get(path)).text();
  watch.mockRestore();
  return {
    read: cursors.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
    written: cursors.reduce((sum, { rowsWritten }) => sum + rowsWritten, 0),
  };
}

describe("the cost of a request", () => {
  test("does not grow with what is kept, and a poll is a read", async () => {
    await inStorage((sql) =>
      sql.exec(
        `WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${MAX_QUERIES})
         INSERT INTO kept_representation SELECT 'rss?tag=' || n, '', 0, n, 'text/plain', '"a"', 1, '', NULL FROM n`,
      ),
    );
    const costs = [];
    for (const limit of [1, 2, 3, 3]) costs.push(await countRows(`/rss.xml?limit=${limit}`));
    expect(costs).toEqual([
      // The first since the object woke counts what there is.
      { read: MAX_QUERIES + 4, written: 4 },
      // Of two months, and so in two pieces.
      { read: 2, written: 5 },
      { read: 2, written: 5 },
      // The row, its pieces, and the one behind them, where SQLite sees that there are no more.
      { read: 4, written: 0 },
    ]);
  });
});

const countKept = () =>
  inStorage(
    (sql) => sql.exec<{ kept: number }>("SELECT count(*) AS kept FROM kept_representation").one().kept,
  );

describe("names that no session has", () => {
  test.each([
    "/calendar.ics?tag=to-come",
    "/rss.xml?presenter=nobody",
    // Each is known, but not together.
    "/feed.json?tag=uniform&presenter=nobody",
    "/?tag=nothing",
    "/embed?presenter=nobody",
  ])("%s is answered, and kept by nobody", async (path) => {
    const keptBefore = await countKept();
    const costs = [await countRows(path), await countRows(path)];
    const write = vi.spyOn(findDocument("calendar")!, "write");
    // The isolate does not hold it either: each request writes it.
    const answers = [await get("/calendar.ics?tag=to-come"), await get("/calendar.ics?tag=to-come")];
    const written = write.mock.calls.length;
    const { status } = await get(path);
    expect([status, written, costs, await countKept(), answers.map(({ ok }) => ok)]).toEqual([
      200,
      2,
      [
        { read: 0, written: 0 },
        { read: 0, written: 0 },
      ],
      keptBefore,
      [true, true],
    ]);
  });

  test("are a valid feed, which has the session once it comes", async () => {
    const path = "/calendar.ics?tag=uniform";
    const tags = compiled.sessions.map((session) => session.tags);
    for (const session of compiled.sessions) session.tags = [];
    await evictDurableObject(findPublisher(environment));
    const before = await (await get(path)).text();
    for (const [index, session] of compiled.sessions.entries()) session.tags = tags[index] ?? [];
    await evictDurableObject(findPublisher(environment));
    const after = await (await get(path)).text();
    expect(
      [before, after].map((text) => /BEGIN:VCALENDAR[\s\S]*BEGIN:(VTIMEZONE|VEVENT)/.test(text)),
    ).toEqual([true, true]);
    expect([before.includes("VEVENT"), after.includes("UID:s21@example.org")]).toEqual([false, true]);
  });
});

const toKeyOf = (path: string) => path.replace("/calendar.ics", "calendar");

describe("feeds of a selection", () => {
  test("are rendered at the first request and kept", async () => {
    await get("/rss.xml?tag=uniform");
    await plant("rss?tag=uniform");
    memo.clear();
    expect(await (await get("/rss.xml?tag=uniform")).text()).toBe("planted");
  });

  test("are bounded in number, the least recently used goes first, and the plain feeds stay", async () => {
    const [first = "", second = "", ...others] = toQueries(MAX_QUERIES + 1);
    const last = others.pop() ?? "";
    for (const path of [first, second, ...others]) await get(path);
    // An hour later, as a subscriber does.
    vi.useFakeTimers({ now: Date.now() + USE_INTERVAL, toFake: ["Date"] });
    memo.clear();
    await get(first);
    await get(last);
    const kept = await inStorage((sql) =>
      sql.exec<{ key: string }>("SELECT key FROM kept_representation").toArray(),
    );
    const keys = new Set(kept.map(({ key }) => key));
    expect([
      keys.has(toKeyOf(first)),
      keys.has(toKeyOf(second)),
      FEEDS.every((path) => keys.has(KEYS[path] ?? "")),
      [...keys].filter((key) => key.includes("?")).length,
    ]).toEqual([true, false, true, MAX_QUERIES]);
  }, 60_000);
});
