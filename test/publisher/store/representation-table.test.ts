import { describe, expect, test } from "vitest";
import type { Representation } from "../../../src/http/representation.ts";
import {
  MAX_QUERIES,
  RepresentationTable,
  TRIAL,
  USE_INTERVAL,
} from "../../../src/publisher/store/representation-table.ts";
import { openStore } from "../../../src/publisher/store/schema.ts";
import { aStorage } from "../../support/sqlite.ts";

const NOW = Date.UTC(2026, 5, 15);
const EDITION = "first edition";

function aTable() {
  const storage = aStorage();
  openStore(storage);
  const table = new RepresentationTable(storage);
  const { database } = storage;
  const countParts = () => database.prepare("SELECT count(*) AS count FROM representation_part").get();
  return { storage, database, table, countParts };
}

/** Bytes that differ from each other, so that none can stand in another's place; no part of a body is as long as a block of them. */
function aBody(length: number, seed = 1): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(Math.min(length, 65_536)).map(
    (_, index) => (index * seed + (index >> 8)) & 255,
  );
  const body = new Uint8Array(length);
  for (let at = 0; at < length; at += block.length) body.set(block.subarray(0, length - at), at);
  return body;
}

function aRepresentation(body = aBody(100), etag = '"a"'): Representation {
  return { body, gzip: null, contentType: "text/plain; charset=utf-8", etag, lastModified: NOW };
}

describe("a representation", () => {
  test.each([0, 1, 1_900_000, 1_900_001, 3_800_000, 9_000_000])("of %i bytes is kept as it is", (length) => {
    const { table } = aTable();
    const whole = aRepresentation(aBody(length));
    table.put("rss", EDITION, whole, NOW);
    const taken = table.take("rss", EDITION, NOW);
    // Compared as bytes: a list of nine million numbers takes seconds.
    const isSame = Buffer.compare(taken?.body ?? aBody(1), whole.body) === 0;
    expect([{ ...taken, body: null }, isSame]).toEqual(
      length === 0 ? [{ body: null }, false] : [{ ...whole, body: null }, true],
    );
  });

  test("of another edition is none", () => {
    const { table } = aTable();
    table.put("rss", EDITION, aRepresentation(), NOW);
    expect([table.take("rss", "other", NOW), table.take("atom", EDITION, NOW)]).toEqual([null, null]);
  });

  test.each([10, 2_000_000])("is kept with its compressed bytes (%i of them)", (length) => {
    const { table, database } = aTable();
    const whole = { ...aRepresentation(aBody(4_000_000)), gzip: aBody(length, 7) };
    table.put("rss", EDITION, whole, NOW);
    const taken = table.take("rss", EDITION, NOW);
    database.exec("DELETE FROM representation_part WHERE coding = 'gzip' AND part = 0");
    const damaged = table.take("rss", EDITION, NOW);
    expect([
      Buffer.compare(taken?.body ?? aBody(1), whole.body),
      Buffer.compare(taken?.gzip ?? aBody(1), whole.gzip),
      damaged?.body.byteLength,
      damaged?.gzip,
    ]).toEqual([0, 0, 4_000_000, null]);
  });

  test("that was large leaves no part behind", () => {
    const { table, countParts } = aTable();
    const before: unknown[] = [];
    for (const length of [5_000_000, 2_000_000, 10]) {
      table.put("rss", EDITION, aRepresentation(aBody(length)), NOW);
      before.push([countParts(), table.take("rss", EDITION, NOW)?.body.byteLength]);
    }
    expect(before).toEqual([
      [{ count: 3 }, 5_000_000],
      [{ count: 2 }, 2_000_000],
      [{ count: 0 }, 10],
    ]);
  });

  test.each([
    ["missing at the end", "DELETE FROM representation_part WHERE part = 2"],
    ["missing at the start", "DELETE FROM representation_part WHERE part = 0"],
    ["missing altogether", "DELETE FROM representation_part"],
    ["of another rendering", "UPDATE representation_part SET etag = '\"b\"' WHERE part = 1"],
    ["no bytes", "UPDATE representation_part SET bytes = 'text' WHERE part = 1"],
  ])("with a part that is %s is none", (_name, damage) => {
    const { table, database } = aTable();
    table.put("rss", EDITION, aRepresentation(aBody(5_000_000)), NOW);
    database.exec(damage);
    expect(table.take("rss", EDITION, NOW)).toBeNull();
  });

  test("stays whole when the next one cannot be written", () => {
    const { table, database } = aTable();
    table.put("rss", EDITION, aRepresentation(aBody(5_000_000)), NOW);
    database.exec(
      "CREATE TRIGGER full BEFORE INSERT ON representation_part WHEN NEW.part = 1 BEGIN SELECT raise(ABORT, 'full'); END",
    );
    const next = aRepresentation(aBody(6_000_000, 3), '"b"');
    expect(() => table.put("rss", "second edition", next, NOW)).toThrow(/full/);
    const taken = table.take("rss", EDITION, NOW);
    expect([taken?.etag, Buffer.compare(taken?.body ?? aBody(1), aBody(5_000_000))]).toEqual(['"a"', 0]);
  });
});

const put = (table: RepresentationTable, key: string, now: number) =>
  table.put(key, EDITION, aRepresentation(), now);
const fill = (table: RepresentationTable, name: string, count: number, now: number) => {
  for (let index = 0; index < count; index++) put(table, `rss?${name}=${index}`, now + index);
};
const has = (table: RepresentationTable, key: string, now: number) => table.take(key, EDITION, now) !== null;

describe("queries", () => {
  test("are bounded in number; of those asked for once the first goes first, and plain ones stay", () => {
    const { table, database } = aTable();
    put(table, "rss", NOW);
    fill(table, "limit", MAX_QUERIES + 2, NOW);
    const keys = database
      .prepare("SELECT key FROM representation")
      .all()
      .map(({ key }) => key);
    expect([
      keys.length,
      ["rss", "rss?limit=0", "rss?limit=1", "rss?limit=2"].map((key) => keys.includes(key)),
    ]).toEqual([MAX_QUERIES + 1, [true, false, false, true]]);
  });

  test("that were kept before the object woke count too", () => {
    const { table, storage, database } = aTable();
    fill(table, "limit", MAX_QUERIES, NOW);
    put(new RepresentationTable(storage), "rss?tag=a", NOW + 1_000);
    expect(database.prepare("SELECT count(*) AS count FROM representation").get()).toEqual({
      count: MAX_QUERIES,
    });
  });

  test.each([
    ["an hour later", USE_INTERVAL, true],
    ["within the hour", USE_INTERVAL - 1, false],
  ])("asked for again %s: any number of new ones pushes it out? %#", (_name, later, isKept) => {
    const { table } = aTable();
    put(table, "rss?tag=a", NOW);
    table.take("rss?tag=a", EDITION, NOW + later);
    fill(table, "limit", 3 * MAX_QUERIES, NOW + later);
    expect(has(table, "rss?tag=a", NOW + later)).toBe(isKept);
  });

  test("whose bytes the asker has are used as well, and nothing is written or made for it", () => {
    const { table, database } = aTable();
    put(table, "rss?tag=a", NOW);
    const changes = () => database.prepare("SELECT total_changes() AS changes").get();
    const before = changes();
    for (const key of ["rss?tag=a", "rss?tag=none", "rss"]) table.use(key, NOW + USE_INTERVAL);
    const after = changes();
    fill(table, "limit", MAX_QUERIES, NOW + USE_INTERVAL);
    expect([after, has(table, "rss?tag=a", NOW + USE_INTERVAL), has(table, "rss?tag=none", NOW)]).toEqual([
      before,
      true,
      false,
    ]);
  });

  test("polled once a day stay for ever, and for two days after the last poll", () => {
    const { table } = aTable();
    const DAY = TRIAL / 2;
    put(table, "rss?tag=a", NOW);
    const stayed = [1, 2, 3, 4, 5].map((day) => {
      const isKept = has(table, "rss?tag=a", NOW + day * DAY);
      fill(table, `day${day}`, MAX_QUERIES, NOW + day * DAY + 1);
      return isKept;
    });
    fill(table, "late", MAX_QUERIES, NOW + 7 * DAY + USE_INTERVAL);
    expect([stayed, has(table, "rss?tag=a", NOW + 8 * DAY)]).toEqual([[true, true, true, true, true], false]);
  });

  test("keep their rank when they are rendered again, and when the object sleeps after the cron", () => {
    const { table, storage } = aTable();
    put(table, "rss?tag=a", NOW);
    table.take("rss?tag=a", "second edition", NOW + USE_INTERVAL);
    put(table, "rss?tag=a", NOW + USE_INTERVAL);
    table.writeUses();
    const woken = new RepresentationTable(storage);
    put(woken, "rss?tag=a", NOW + USE_INTERVAL + 1);
    fill(woken, "limit", MAX_QUERIES, NOW + USE_INTERVAL + 2);
    expect(has(woken, "rss?tag=a", NOW + USE_INTERVAL)).toBe(true);
  });

  test("large ones go with all their parts", () => {
    const { table, countParts } = aTable();
    table.put("rss?tag=a", EDITION, aRepresentation(aBody(5_000_000)), NOW);
    fill(table, "limit", MAX_QUERIES, NOW + 1);
    expect(countParts()).toEqual({ count: 0 });
  });

  test("with a time of use that cannot be are as new ones", () => {
    const { table, database } = aTable();
    put(table, "rss?tag=a", NOW);
    database.exec("UPDATE representation SET used_at = 'x'");
    const damaged = table.take("rss?tag=a", EDITION, NOW);
    put(table, "rss?tag=a", NOW);
    expect([damaged, database.prepare("SELECT used_at FROM representation").get()]).toEqual([
      null,
      { used_at: NOW - TRIAL },
    ]);
  });

  test("are counted anew after a restore", () => {
    const { table, database } = aTable();
    fill(table, "limit", MAX_QUERIES, NOW);
    database.exec("DELETE FROM representation");
    table.forget();
    fill(table, "tag", MAX_QUERIES, NOW);
    expect(has(table, "rss?tag=0", NOW)).toBe(true);
  });
});
