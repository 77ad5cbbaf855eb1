import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { FactTable } from "../../../src/publisher/store/fact-table.ts";
import { FeedTable } from "../../../src/publisher/store/feed-table.ts";
import { LedgerTable } from "../../../src/publisher/store/ledger-table.ts";
import { RowReader } from "../../../src/publisher/store/row-reader.ts";
import { SOURCE, VIDEO } from "../../../src/publisher/store/archive-rows.ts";
import { ENTRY, MATCH, NOTICE, RECORD, SNAPSHOT } from "../../../src/publisher/store/rows.ts";
import { openStore, STORE_VERSION, TABLES } from "../../../src/publisher/store/schema.ts";
import { aStorage, type TestStorage } from "../../support/sqlite.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures/store");
const folder = mkdtempSync(join(tmpdir(), "store-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The sessions that the last data of version 1 holds. */
const PRESENT = ["s20", "s21", "s22", "worked", "s24", "s25", "s26", "s27", "s29", "s30"];

let copies = 0;
/** A state as the code of a version left it. */
function aState(version: 1 | 2 | 3): TestStorage {
  const path = join(folder, `${copies++}.sqlite`);
  copyFileSync(join(FIXTURES, `version-${version}/state.sqlite`), path);
  return aStorage(path);
}
const aVersion1 = () => aState(1);

/** The one source that the states have. */
const SOURCE_OF_STATES = { feedUrl: "http://127.0.0.1:18411/feed", identity: null };
const LATER = [
  "feed",
  "first_fill",
  "video_detail",
  "set_aside",
  "representation",
  "representation_part",
  "kept_representation",
  "kept_piece",
  "store_version",
];
const KEPT = TABLES.filter((name) => !LATER.includes(name));
const dump = ({ database }: TestStorage) =>
  KEPT.map((name) => database.prepare(`SELECT * FROM ${name} ORDER BY 1`).all());

describe("the store", () => {
  test("is made at this code's version, and opened again as it is", () => {
    const storage = aStorage();
    const versions = [openStore(storage), openStore(storage)];
    const names = storage.database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .all()
      .map(({ name }) => name);
    expect([versions, names]).toEqual([[STORE_VERSION, STORE_VERSION], TABLES.toSorted()]);
  });

  test.each([
    [1, "1t0u5i0lox1"],
    [2, "23c7kgrwuqp"],
    [3, "2:6xj59632e8"],
  ] as const)("of version %i keeps every row, and every row can be read", (version, fingerprint) => {
    const storage = aState(version);
    const before = dump(storage);
    openStore(storage);
    const rows = new RowReader(storage.sql);
    const counts = [SOURCE, VIDEO, RECORD, SNAPSHOT, ENTRY, NOTICE, MATCH].map(
      (kind) => rows.read<unknown>(kind).length,
    );
    const facts = new FactTable(storage.sql, rows);
    expect([facts.get("published")?.fingerprint, dump(storage), counts, rows.readSetAside()]).toEqual([
      fingerprint,
      before,
      [1, 8, 11, 11, 20, 2, 5],
      { count: 0, lastAt: null, latest: [] },
    ]);
  });

  test.each([1, 2] as const)(
    "of version %i hands the health of its one source on, and whose it is",
    (version) => {
      const storage = aState(version);
      openStore(storage);
      const { identity, health } = new FeedTable(storage.sql, new RowReader(storage.sql)).get(
        "custom",
        SOURCE_OF_STATES,
      );
      const { lastAttemptAt, lastSuccessAt, failingSince, ...rest } = health;
      expect([
        identity,
        lastSuccessAt! < lastAttemptAt!,
        rest,
        version === 1 ? failingSince : failingSince! > lastSuccessAt!,
      ]).toEqual([
        "channel:UCexampleexampleexampleA",
        true,
        { consecutiveFailures: 1, lastError: "status 404, expected 200", retryAfterSeconds: 60 },
        version === 1 ? null : true,
      ]);
    },
  );

  test.each(["{", "null", "[]", '{"kind":"custom"}', ""])(
    "of version 2 whose facts are %j hands on what it can",
    (damage) => {
      const wholes = ["source", "pin", "health"].map((name) => {
        const storage = aState(2);
        storage.database.prepare("UPDATE fact SET value = ? WHERE name = ?").run(damage, name);
        openStore(storage);
        const { identity, health } = new FeedTable(storage.sql, new RowReader(storage.sql)).get(
          "custom",
          SOURCE_OF_STATES,
        );
        return [name, identity, health.consecutiveFailures];
      });
      expect(wholes).toEqual([
        ["source", "channel:UCexampleexampleexampleA", 0],
        ["pin", null, 1],
        ["health", "channel:UCexampleexampleexampleA", 0],
      ]);
    },
  );

  test("meets its own work again and keeps what came since", () => {
    const storage = aState(2);
    openStore(storage);
    storage.database.exec(
      "UPDATE feed SET health = replace(health, '404', '500'); DELETE FROM store_version",
    );
    const before = storage.database.prepare("SELECT * FROM feed").all();
    openStore(storage);
    expect(storage.database.prepare("SELECT * FROM feed").all()).toEqual(before);
  });

  test.each([1, 2, 3] as const)(
    "of version %i gives up its representations, which are rendered again in pieces",
    (version) => {
      const storage = aState(version);
      storage.database.exec(
        "INSERT OR REPLACE INTO representation VALUES ('rss', 'an edition', 1, 0, 'text/plain', '\"a\"', 0, x'00')",
      );
      openStore(storage);
      const tables = ["representation", "representation_part", "kept_representation", "kept_piece"];
      expect(tables.map((table) => storage.database.prepare(`SELECT * FROM ${table}`).all())).toEqual([
        [],
        [],
        [],
        [],
      ]);
    },
  );

  test.each([
    ["the oldest of fifteen videos that were there at first", 15, 6_000],
    ["everything, where they were fewer", 14, 0],
  ])("of version 1 learns how far a source was known from the start: %s", (_name, there, reach) => {
    const storage = aStorage();
    openStore(storage);
    const { database } = storage;
    database.exec("DROP TABLE first_fill; DELETE FROM store_version");
    database.exec("INSERT INTO source VALUES ('channel:UCa', 90000, 1), ('channel:UCb', 90000, 0)");
    for (let index = 0; index < 20; index++) {
      const seenAt = index < 20 - there ? 95_000 : 50_000;
      const row = [`video${index}`, "channel:UCa", "A", "", (index + 1) * 1_000, 0, seenAt];
      database.prepare("INSERT INTO video VALUES (?, ?, ?, ?, ?, ?, ?)").run(...row);
    }
    openStore(storage);
    expect(database.prepare("SELECT * FROM first_fill ORDER BY 1").all()).toEqual([
      { identity: "channel:UCa", reaches_back_to: reach },
      { identity: "channel:UCb", reaches_back_to: 0 },
    ]);
  });

  test("of version 1 holds what it was written for", () => {
    const storage = aVersion1();
    openStore(storage);
    const ledger = new LedgerTable(storage.sql, new RowReader(storage.sql));
    const { sessions, notices, published } = ledger.read({ fingerprint: "a", changedAt: 1 });
    expect({
      moved: sessions.get("s26")?.revision.sequence,
      notices: [...notices.keys()],
      replay: sessions.get("s29")?.standing.recording,
      rules: ledger
        .readMatches()
        .map(({ rule }) => rule)
        .toSorted(),
      vanished: ledger.readVanished(PRESENT).map(({ id }) => id),
      published,
    }).toEqual({
      moved: 1,
      notices: ["session/s26/notice/1", "session/s27/notice/1"],
      replay: "videoS2900A:replay",
      rules: ["identifier", "number", "number", "replay", "title"],
      vanished: ["s28"],
      published: { fingerprint: "a", changedAt: 1 },
    });
  });

  test("of a later version is left as it is", () => {
    const storage = aStorage();
    openStore(storage);
    storage.database.exec("UPDATE store_version SET version = 99; ALTER TABLE entry ADD COLUMN later TEXT");
    storage.database.exec("INSERT INTO entry VALUES ('session/s1', 1000, 1000, 'a', 'b')");
    expect([openStore(storage), new RowReader(storage.sql).read(ENTRY)]).toEqual([
      99,
      [["session/s1", { dates: { publishedAt: 1000, updatedAt: 1000 }, shown: "a" }]],
    ]);
  });

  test.each([
    ["lost", "DELETE FROM store_version"],
    ["negative", "UPDATE store_version SET version = -3"],
  ])("whose version is %s is brought up again without a loss", (_name, damage) => {
    const storage = aVersion1();
    openStore(storage);
    const before = dump(storage);
    storage.database.exec(damage);
    expect([openStore(storage), dump(storage)]).toEqual([STORE_VERSION, before]);
  });

  test("is as it was when a step fails", () => {
    const storage = aVersion1();
    storage.database.exec("CREATE VIEW set_aside AS SELECT 1");
    storage.database.exec("DROP TABLE representation");
    storage.database.exec("CREATE VIEW representation AS SELECT 1");
    const before = dump(storage);
    expect(() => openStore(storage)).toThrow(/representation/);
    storage.database.exec("DROP VIEW representation; DROP VIEW set_aside");
    expect([dump(storage), storage.database.prepare("PRAGMA table_list(store_version)").all()]).toEqual([
      before,
      [],
    ]);
  });
});
