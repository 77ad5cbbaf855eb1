import { describe, expect, test } from "vitest";
import { MAX_PIECE_BYTES } from "../../../src/http/pieces.ts";
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
  const readPieces = () => database.prepare("SELECT key, position, digest FROM kept_piece").all();
  const countWrites = () => database.prepare("SELECT total_changes() AS changes").get()?.["changes"];
  return { storage, database, table, readPieces, countWrites };
}

const encode = (text: string) => new Uint8Array(Buffer.from(text));

/** With a letter for each piece: those with the same letter are the same. */
function aRepresentation(letters = "a"): Representation {
  return {
    pieces: letters.split("").map((letter) => ({
      bytes: encode(letter.repeat(3)),
      digest: letter,
      deflated: encode(letter),
    })),
    gzipEnd: encode(`end of ${letters}`),
    contentType: "text/plain; charset=utf-8",
    etag: `"${letters}"`,
    lastModified: NOW,
  };
}

describe("a representation", () => {
  test.each(["a", "abc", "aba"])("of the pieces %j is kept as it is", (letters) => {
    const { table } = aTable();
    table.put("rss", EDITION, aRepresentation(letters), NOW);
    expect(table.take("rss", EDITION, NOW)).toEqual(aRepresentation(letters));
  });

  test("that is not worth compressing is kept without an end of that", () => {
    const { table } = aTable();
    table.put("rss", EDITION, { ...aRepresentation(), gzipEnd: null }, NOW);
    expect(table.take("rss", EDITION, NOW)).toEqual({ ...aRepresentation(), gzipEnd: null });
  });

  test("has pieces as long as they may be", () => {
    const { table } = aTable();
    const bytes = crypto.getRandomValues(new Uint8Array(60_000));
    const long = new Uint8Array(MAX_PIECE_BYTES).map((_, index) => bytes[index % 60_000] ?? 0);
    const pieces = [{ bytes: long, digest: "long", deflated: long.slice() }];
    table.put("rss", EDITION, { ...aRepresentation(), pieces }, NOW);
    expect(table.take("rss", EDITION, NOW)?.pieces[0]?.bytes.byteLength).toBe(MAX_PIECE_BYTES);
  });

  test("of another edition is none", () => {
    const { table } = aTable();
    table.put("rss", EDITION, aRepresentation(), NOW);
    expect([table.take("rss", "other", NOW), table.take("atom", EDITION, NOW)]).toEqual([null, null]);
  });

  test.each([
    ["a piece that changed", "abcd", "abXd", 1],
    ["one more", "abc", "abcd", 1],
    ["one less", "abc", "ab", 1],
    ["the first gone", "abc", "bc", 3],
    ["nothing", "abc", "abc", 0],
  ])("is written again as far as it is another: %s", (_name, before, after, pieces) => {
    const { table, readPieces, countWrites } = aTable();
    table.put("rss", EDITION, aRepresentation(before), NOW);
    table.put("atom", EDITION, aRepresentation("z"), NOW);
    const written = Number(countWrites());
    table.put("rss", "second edition", aRepresentation(after), NOW);
    const expected = after.split("").map((digest, position) => ({ key: "rss", position, digest }));
    // Beside the pieces its own row.
    expect([
      Number(countWrites()) - written,
      readPieces(),
      table.take("rss", "second edition", NOW),
      table.take("rss", EDITION, NOW),
    ]).toEqual([
      1 + pieces,
      [{ key: "atom", position: 0, digest: "z" }, ...expected],
      aRepresentation(after),
      null,
    ]);
  });

  test("is known to be there, of its edition alone, until it is damaged or the tables are others", () => {
    const { table, database } = aTable();
    const look = () => ["rss", "atom"].map((key) => table.has(key, EDITION));
    const states = [look()];
    table.put("rss", EDITION, aRepresentation(), NOW);
    states.push(look());
    table.put("rss", "second edition", aRepresentation(), NOW);
    states.push(look());
    table.put("rss", EDITION, aRepresentation(), NOW);
    states.push(look());
    database.exec("UPDATE kept_representation SET stamps = ''");
    table.take("rss", EDITION, NOW);
    states.push(look());
    database.exec(
      "INSERT INTO kept_representation VALUES ('atom', 'first edition', 1, 0, '', '', 0, '', NULL)",
    );
    table.forget();
    states.push(look());
    expect(states).toEqual([
      [false, false],
      [true, false],
      [false, false],
      [true, false],
      [false, false],
      [false, true],
    ]);
  });

  test("tells what is known of the compressed bytes of its pieces", () => {
    const { table } = aTable();
    table.put("rss", EDITION, aRepresentation("abc"), NOW);
    table.put("atom", EDITION, aRepresentation("z"), NOW);
    const findDeflated = table.openDeflated("rss");
    expect(["b", "c", "x", "z"].map(findDeflated)).toEqual([encode("b"), encode("c"), null, null]);
  });

  test.each([
    ["missing at the end", "DELETE FROM kept_piece WHERE position = 2"],
    ["missing at the start", "DELETE FROM kept_piece WHERE position = 0"],
    ["missing altogether", "DELETE FROM kept_piece"],
    ["of another rendering", "UPDATE kept_piece SET digest = 'x' WHERE position = 1"],
    ["shorter", "UPDATE kept_piece SET bytes = x'00' WHERE position = 1"],
    ["no bytes, though as long", "UPDATE kept_piece SET bytes = 'xyz' WHERE position = 1"],
    ["no bytes", "UPDATE kept_piece SET bytes = 'text' WHERE position = 1"],
    ["not compressed", "UPDATE kept_piece SET deflated = 'text' WHERE position = 1"],
    ["not as it says of itself", "UPDATE kept_representation SET stamps = 'a b'"],
  ])("with a piece that is %s is none, and whole when it was written again", (_name, damage) => {
    const { table, database } = aTable();
    table.put("rss", EDITION, aRepresentation("abc"), NOW);
    database.exec(damage);
    const damaged = table.take("rss", EDITION, NOW);
    table.put("rss", EDITION, aRepresentation("abc"), NOW);
    expect([damaged, table.take("rss", EDITION, NOW)]).toEqual([null, aRepresentation("abc")]);
  });

  test.each(["'t'", "'text'", "x'0000'"])("does not give compressed bytes that are %s", (damage) => {
    const { table, database } = aTable();
    table.put("rss", EDITION, aRepresentation("ab"), NOW);
    database.exec(`UPDATE kept_piece SET deflated = ${damage} WHERE position = 1`);
    expect(["a", "b"].map(table.openDeflated("rss"))).toEqual([encode("a"), null]);
  });

  test("stays whole when the next one cannot be written", () => {
    const { table, database } = aTable();
    table.put("rss", EDITION, aRepresentation("abc"), NOW);
    database.exec(
      "CREATE TRIGGER full BEFORE INSERT ON kept_piece WHEN NEW.position = 1 BEGIN SELECT raise(ABORT, 'full'); END",
    );
    expect(() => table.put("rss", "second edition", aRepresentation("xyz"), NOW)).toThrow(/full/);
    expect(table.take("rss", EDITION, NOW)).toEqual(aRepresentation("abc"));
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
      .prepare("SELECT key FROM kept_representation")
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
    expect(database.prepare("SELECT count(*) AS count FROM kept_representation").get()).toEqual({
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

  test("go with all their pieces", () => {
    const { table, readPieces } = aTable();
    table.put("rss?tag=a", EDITION, aRepresentation("abc"), NOW);
    fill(table, "limit", MAX_QUERIES, NOW + 1);
    expect(readPieces().filter(({ key }) => key === "rss?tag=a")).toEqual([]);
  });

  test("that were damaged are not counted twice", () => {
    const { table, database } = aTable();
    fill(table, "limit", MAX_QUERIES, NOW);
    database.exec("UPDATE kept_piece SET bytes = 'text' WHERE key = 'rss?limit=7'");
    const damaged = has(table, "rss?limit=7", NOW);
    fill(table, "limit", MAX_QUERIES, NOW + USE_INTERVAL);
    const query = "SELECT count(*) AS count FROM kept_representation";
    expect([damaged, database.prepare(query).get()]).toEqual([false, { count: MAX_QUERIES }]);
  });

  test("with a time of use that cannot be are as new ones", () => {
    const { table, database } = aTable();
    put(table, "rss?tag=a", NOW);
    database.exec("UPDATE kept_representation SET used_at = 'x'");
    const damaged = table.take("rss?tag=a", EDITION, NOW);
    put(table, "rss?tag=a", NOW);
    expect([damaged, database.prepare("SELECT used_at FROM kept_representation").get()]).toEqual([
      null,
      { used_at: NOW - TRIAL },
    ]);
  });

  test("are counted anew after a restore", () => {
    const { table, database } = aTable();
    fill(table, "limit", MAX_QUERIES, NOW);
    database.exec("DELETE FROM kept_representation");
    table.forget();
    fill(table, "tag", MAX_QUERIES, NOW);
    expect(has(table, "rss?tag=0", NOW)).toBe(true);
  });
});
