/**
 * A live state whose rows are damaged one by one: the service goes on with everything else. Hundreds of restarts stay within one
 * object, where a restart is another Publisher over the same storage, as in walks; the last tests end the object and ask over HTTP.
 */
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { toFingerprint } from "../../src/programme/fingerprint.ts";
import type { NoticeRecord, SessionRecord } from "../../src/programme/ledger.ts";
import { joinBody } from "../../src/http/representation.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import { toShownSession } from "../../src/programme/shown-session.ts";
import { memo } from "../../src/publisher/memo.ts";
import { PIECE, REPRESENTATION } from "../../src/publisher/store/rows.ts";
import { Publisher } from "../../src/publisher/publisher.ts";
import { findPublisher } from "../../src/publisher/read-representation.ts";
import { STORE_VERSION } from "../../src/publisher/store/schema.ts";
import { aNotice, aSession } from "../support/builders.ts";
import { aChannelFeed, type FeedEntry } from "../support/channel-feed.ts";
import { FORMATS } from "../walk/observation.ts";
import { environment, get, ORIGIN, readFeeds, readStatus, runCron, standIn, xml } from "./support.ts";

const ENTRIES: FeedEntry[] = [
  { id: "videoS2000A", title: "S20 | Entropy", published: "2026-06-09T09:00:00+00:00" },
  { id: "videoS2100A", title: "S21 | Uniform", published: "2026-06-16T09:00:00+00:00" },
  { id: "videoAlone0", title: "An introduction", published: "2026-05-01T09:00:00+00:00" },
];
const VANISHED = aSession({
  id: "s19",
  number: 19,
  title: "Vanished",
  date: "2026-06-01",
  startsAt: Date.UTC(2026, 5, 1, 17),
  endsAt: Date.UTC(2026, 5, 1, 18),
});
const { dates: _dates, ...NOTICE } = aNotice();
const FIRST_SEEN = Date.UTC(2026, 4, 20, 12);

const PATHS = { rss: "/rss.xml", atom: "/atom.xml", json: "/feed.json", calendar: "/calendar.ics" };

type Cell = SqlStorageValue;
type Row = Record<string, Cell>;
const TABLES = [
  "fact",
  "feed",
  "source",
  "first_fill",
  "video",
  "session",
  "entry",
  "notice",
  "match",
  "set_aside",
];

const inObject = <T>(run: (state: DurableObjectState) => T | Promise<T>): Promise<T> =>
  runInDurableObject(findPublisher(environment), (_publisher, state) => {
    // An alarm would ring at the object's own Publisher, in the middle of what another does.
    vi.spyOn(state.storage, "setAlarm").mockResolvedValue();
    return run(state);
  });

const inStorage = <T>(run: (sql: SqlStorage) => T): Promise<T> => inObject(({ storage }) => run(storage.sql));

function insert(sql: SqlStorage, table: string, row: Row): void {
  const marks = Object.keys(row).map(() => "?");
  sql.exec(
    `INSERT OR REPLACE INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${marks.join(", ")})`,
    ...Object.values(row),
  );
}

/** What the code of a deployment finds: nothing in memory, and nothing rendered. */
async function wakeAnew(change: (sql: SqlStorage) => void): Promise<void> {
  await inStorage((sql) => {
    sql.exec("DELETE FROM kept_representation");
    change(sql);
  });
  await evictDurableObject(findPublisher(environment));
  memo.clear();
}

let whole: Record<string, Row[]> = {};
let baseline: string[] = [];

function putBack(sql: SqlStorage): void {
  for (const table of TABLES) {
    sql.exec(`DELETE FROM ${table}`);
    for (const row of whole[table] ?? []) insert(sql, table, row);
  }
}

beforeAll(async () => {
  standIn(() => xml(aChannelFeed({ entries: ENTRIES })));
  // Each damage is told in the log.
  vi.spyOn(console, "warn").mockImplementation(() => {});
  await runCron();
  const record: SessionRecord = {
    revision: { firstSeenAt: FIRST_SEEN, lastChangedAt: FIRST_SEEN, sequence: 0 },
    standing: {},
    shown: "",
  };
  const notice: NoticeRecord = NOTICE;
  await wakeAnew((sql) => {
    const entry = (key: string, at: number, value: unknown) =>
      insert(sql, "entry", { key, published_at: at, updated_at: at, shown: toFingerprint(value) });
    insert(sql, "session", { id: "s19", record: JSON.stringify(record), snapshot: JSON.stringify(VANISHED) });
    entry("session/s19", FIRST_SEEN, toShownSession(VANISHED));
    insert(sql, "notice", { key: "session/s21/notice/1", notice: JSON.stringify(notice) });
    entry("session/s21/notice/1", Date.UTC(2026, 5, 5, 8), notice);
    insert(sql, "set_aside", { table_name: "entry", key: "video/x", reason: "an old one", row: "{}", at: 1 });
    insert(sql, "fact", { name: "origin", value: '"https://feeds.example.org"' });
    insert(sql, "fact", { name: "nextTurnAt", value: "null" });
    sql.exec("DELETE FROM fact WHERE name = 'edition'");
  });
  await readFeeds();
  whole = await inStorage((sql) =>
    Object.fromEntries(TABLES.map((table) => [table, sql.exec(`SELECT * FROM ${table}`).toArray()])),
  );
  baseline = toItems(await readFeeds());
});

type Feed = Awaited<ReturnType<typeof readFeeds>>[number];

/** What `readFeeds` reads over HTTP, from a Publisher within the object. */
async function readInside(publisher: Publisher): Promise<Feed[]> {
  const feeds: Feed[] = [];
  for (const name of FORMATS) {
    const answer = await publisher.read({ name, selection: WHOLE, origin: ORIGIN, heldEtag: null });
    if (answer.outcome !== "found") throw new Error(`${name} is ${answer.outcome}`);
    const { representation } = answer;
    const text = new TextDecoder().decode(joinBody(representation));
    feeds.push({ path: PATHS[name], etag: representation.etag, text });
  }
  return feeds;
}

/** Every entry of every feed, as text. */
function toItems(feeds: readonly Feed[]): string[] {
  return feeds.flatMap(({ path, text }) => {
    const found = path.endsWith("json")
      ? toJsonItems(JSON.parse(text))
      : (text.match(/<item>[\s\S]*?<\/item>|<entry>[\s\S]*?<\/entry>|BEGIN:VEVENT[\s\S]*?END:VEVENT/g) ?? []);
    return found.map((item) => `${path} ${item}`);
  });
}

function toJsonItems(feed: unknown): string[] {
  const items = typeof feed === "object" && feed !== null && "items" in feed ? feed.items : null;
  return Array.isArray(items) ? items.map((item) => JSON.stringify(item)) : [];
}

const toNewest = (items: readonly string[]) =>
  Math.max(
    ...items.map((item) => Date.parse(/<(?:pubDate|published)>(.*?)</.exec(item)?.[1] ?? "1970-01-01")),
  );

/** The ways in which a cell may be wrong; what is no text where a number should be is wrong in one way. */
function toDamages(cell: Cell, other: Cell): Cell[] {
  const damages = [null, "", "x", 9e15, -5, 1.5, new Uint8Array([0, 255, 1]).buffer, other];
  if (typeof cell !== "string") return damages;
  return [
    ...damages,
    "{",
    "null",
    "[]",
    '{"a":1}',
    '"other"',
    cell.slice(0, cell.length / 2),
    cell.replace("{", '{"sequence":"x","kind":"x","sequence":'),
    `${cell.slice(0, 3)}\0${cell.slice(3)}`,
  ];
}

/** The row that is damaged of a table, and what its own entries mention. */
interface Case {
  table: string;
  key: string;
  own: RegExp;
}

const CASES: Case[] = [
  ...["origin", "published", "edition", "nextTurnAt", "span"].map((key) => ({
    table: "fact",
    key,
    own: /^nothing/,
  })),
  {
    table: "feed",
    key: "youtube https://www.youtube.com/feeds/videos.xml?channel_id=UCexampleexampleexampleA",
    own: /^nothing/,
  },
  { table: "source", key: "channel:UCexampleexampleexampleA", own: /^nothing/ },
  { table: "first_fill", key: "channel:UCexampleexampleexampleA", own: /^nothing/ },
  { table: "video", key: "videoS2100A", own: /s21|videoS2100A/i },
  { table: "video", key: "videoAlone0", own: /videoAlone0/ },
  { table: "session", key: "s21", own: /^.calendar[\s\S]*UID:s21@/ },
  { table: "session", key: "s19", own: /s19/ },
  { table: "entry", key: "session/s21", own: /session.s21(?!.notice)/ },
  { table: "entry", key: "video/videoS2100A", own: /videoS2100A/ },
  { table: "entry", key: "video/videoAlone0", own: /videoAlone0/ },
  { table: "entry", key: "session/s21/notice/1", own: /s21.notice/ },
  { table: "notice", key: "session/s21/notice/1", own: /s21.notice/ },
  { table: "match", key: "s21", own: /^nothing/ },
  { table: "set_aside", key: "entry", own: /^nothing/ },
];

/** A column, and what is put into it. */
interface Damaged {
  column: string;
  damages: Cell[];
}

function toCells({ table, key }: Case): Damaged[] {
  const rows = whole[table] ?? [];
  const index = rows.findIndex((row) => Object.values(row)[0] === key);
  const next = rows[(index + 1) % rows.length] ?? {};
  return (
    Object.entries(rows[index] ?? {})
      // The name of one fact is as good as that of another.
      .filter(([column]) => column !== "name" || key === "published")
      .map(([column, cell]) => ({ column, damages: toDamages(cell, next[column] ?? null) }))
  );
}

/** @returns whether the table's own rules let it be damaged so */
function damageCell(sql: SqlStorage, { table, key }: Case, column: string, damage: Cell): boolean {
  putBack(sql);
  const [keyColumn] = Object.keys(whole[table]?.[0] ?? {});
  try {
    return sql.exec(`UPDATE ${table} SET ${column} = ? WHERE ${keyColumn} = ?`, damage, key).rowsWritten > 0;
  } catch {
    return false;
  }
}

/** What is wrong with what is served: entries of others that came, went or changed, and entries that are news again. */
function findWrongs(feeds: readonly Feed[], own: RegExp): string[] {
  const after = toItems(feeds);
  const changed = [
    ...baseline.filter((item) => !after.includes(item)).map((item) => `- ${item}`),
    ...after.filter((item) => !baseline.includes(item)).map((item) => `+ ${item}`),
  ].filter((item) => !own.test(item.slice(2)));
  return [...changed, ...(toNewest(after) > toNewest(baseline) ? ["re-dated"] : [])];
}

/** Each damage of a column, and a cron after the last. */
async function findWrongsOf(
  state: DurableObjectState,
  one: Case,
  { column, damages }: Damaged,
): Promise<unknown[]> {
  const { sql } = state.storage;
  const wrongs: unknown[] = [];
  let publisher = new Publisher(state, environment);
  for (const damage of damages) {
    if (!damageCell(sql, one, column, damage)) continue;
    sql.exec("DELETE FROM representation");
    publisher = new Publisher(state, environment);
    const found = findWrongs(await readInside(publisher), one.own);
    if (found.length > 0) wrongs.push({ column, damage, found });
    await publisher.status();
  }
  const { toPrepare } = await publisher.refresh();
  for (const name of toPrepare) await publisher.prepare([name]);
  return [...wrongs, ...findWrongs(await readInside(publisher), /./)];
}

describe.each(CASES)("a damaged row $key of $table", (one) => {
  test("leaves every other entry as it is, re-dates none, and stops nothing", async () => {
    const cells = toCells(one);
    const wrongs = await inObject(async (state) => {
      const found: unknown[] = [];
      for (const damaged of cells) found.push(...(await findWrongsOf(state, one, damaged)));
      return found;
    });
    expect([cells.length > 0, wrongs]).toEqual([true, []]);
  }, 60_000);
});

test("a row that cannot be read is told in the status, and kept", async () => {
  const record = { table: "session", key: "s21", own: /^nothing/ };
  await wakeAnew((sql) => void damageCell(sql, record, "record", '{"revision":1}'));
  await get("/rss.xml");
  const kept = await inStorage((sql) => sql.exec("SELECT * FROM set_aside WHERE key = 's21'").toArray());
  expect([(await readStatus()).store, kept.map(({ row }) => row)]).toEqual([
    {
      version: STORE_VERSION,
      setAside: {
        count: 2,
        lastAt: expect.stringMatching(/^2026-/),
        latest: [
          { table: "session", key: "s21", reason: "record.revision: expected Object" },
          { table: "entry", key: "video/x", reason: "an old one" },
        ],
      },
    },
    [expect.stringMatching(/^\{"id":"s21","record":"\{\\"revision\\":1\}","snapshot":"\{.*\}"\}$/)],
  ]);
});

test("damaged representations are rendered again", async () => {
  const columns = [REPRESENTATION, PIECE].flatMap(({ table, columns: names }) =>
    names.map((column) => ({ table, column })),
  );
  const [damaged, wrongs] = await inObject(async (state) => {
    const { sql } = state.storage;
    const written = new Set<unknown>();
    const found: unknown[] = [];
    for (const place of columns) {
      for (const damage of toDamages("a kept one", "/other")) {
        // Whole in its form, and another: only who writes a row could tell.
        if (damage === '"other"') continue;
        putBack(sql);
        sql.exec("DELETE FROM kept_representation");
        const before = await readInside(new Publisher(state, environment));
        // Its own rules refuse some.
        const { rowsWritten } = sql.exec(
          `UPDATE OR IGNORE ${place.table} SET ${place.column} = ? WHERE key = 'rss'`,
          damage,
        );
        const after = await readInside(new Publisher(state, environment));
        if (rowsWritten > 0) written.add(place);
        if (toFingerprint(after) !== toFingerprint(before)) found.push({ ...place, damage, after });
      }
    }
    return [[...written], found];
  });
  expect([damaged, wrongs]).toEqual([columns, []]);
}, 60_000);

test.each([
  ["lost", "DELETE FROM store_version"],
  ["too high", "UPDATE store_version SET version = 99"],
  ["negative", "UPDATE store_version SET version = -1"],
])("a version that is %s stops nothing", async (_name, damage) => {
  await wakeAnew((sql) => {
    putBack(sql);
    sql.exec(damage);
  });
  expect(findWrongs(await readFeeds(), /^nothing/)).toEqual([]);
  expect((await get("/status.json")).status).toBe(200);
});
