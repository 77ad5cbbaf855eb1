import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openStore, STORE_VERSION } from "../../../src/publisher/store/schema.ts";
import {
  MAX_STATE_BYTES,
  parseState,
  readText,
  restoreState,
  toStateDocument,
  type StateDocument,
} from "../../../src/publisher/store/state-document.ts";
import { aSession } from "../../support/builders.ts";
import { aStorage, type TestStorage } from "../../support/sqlite.ts";

const folder = mkdtempSync(join(tmpdir(), "state-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The state that version 1 left, brought up to this version. */
function aState(): TestStorage {
  const path = join(folder, `${Math.random()}.sqlite`);
  copyFileSync(join(import.meta.dirname, "../../fixtures/store/version-1/state.sqlite"), path);
  const storage = aStorage(path);
  openStore(storage);
  return storage;
}

function anEmptyStore(): TestStorage {
  const storage = aStorage();
  openStore(storage);
  return storage;
}

const toText = ({ sql }: TestStorage) => Buffer.concat(toStateDocument(sql, "example.org")).toString();

function parse(text: string): StateDocument {
  const document = parseState(text, "example.org");
  if (!document.ok) throw new Error(JSON.stringify(document.error));
  return document.value;
}

/** Tables that version 1 did not have. */
const LATER = new Set(["set_aside", "first_fill", "feed", "video_detail"]);

const KEEPING = { isReplacing: false };
const REPLACING = { isReplacing: true };

describe("a state as a document", () => {
  test("has its rows in order, one a line, and none of the representations", () => {
    const lines = toText(aState()).split("\n");
    expect([lines[0], lines[1], lines[2]?.slice(0, 16), lines.length, lines.at(-2)]).toEqual([
      `{"format":"journal-club-feeds state","version":${STORE_VERSION},"club":"example.org", "tables": {`,
      '"fact": [',
      '{"name":"edition',
      84,
      "}}",
    ]);
  });

  test("comes back whole, and gives the same document again", () => {
    const text = toText(aState());
    const other = anEmptyStore();
    expect([restoreState(other, parse(text), KEEPING), toText(other)]).toEqual([
      { ok: true, value: { rows: 57 } },
      text,
    ]);
  });

  test("holds what can be read, and what was set aside", () => {
    const state = aState();
    state.database.exec("UPDATE session SET snapshot = '{' WHERE id = 's28'; UPDATE video SET title = ''");
    const text = toText(state);
    const { tables } = parse(text);
    expect([tables["video"], tables["set_aside"]?.length]).toEqual([[], 9]);
    expect(restoreState(anEmptyStore(), parse(text), KEEPING).ok).toBe(true);
  });

  test("of an older version is migrated", () => {
    const text = toText(aState());
    const { tables, ...document } = parse(text);
    const older = Object.fromEntries(Object.entries(tables).filter(([name]) => !LATER.has(name)));
    const other = anEmptyStore();
    restoreState(other, { ...document, version: 1, tables: older }, KEEPING);
    expect(toText(other)).toBe(text);
  });

  test("does not take the place of another state unless that is asked for", () => {
    const state = aState();
    const before = toText(state);
    const empty = parse(toText(anEmptyStore()));
    expect([restoreState(state, empty, KEEPING), toText(state)]).toEqual([
      { ok: false, error: { reason: "not_empty" } },
      before,
    ]);
    restoreState(state, empty, REPLACING);
    expect(parse(toText(state))).toEqual(empty);
  });

  test("leaves the facts of a service that has published nothing for others", () => {
    const fresh = anEmptyStore();
    fresh.database.exec(`INSERT INTO fact VALUES ('source', '{"kind":"none","feedUrl":null}')`);
    expect(restoreState(fresh, parse(toText(aState())), KEEPING).ok).toBe(true);
  });
});

describe("what is no state", () => {
  const text = toText(aState());
  test.each([
    ["no JSON", "{", "no JSON"],
    ["another document", '{"version": 1}', "format: missing"],
    [
      "a later version",
      text.replace(/"version":\d+/, `"version":${STORE_VERSION + 1}`),
      `version: expected at most ${STORE_VERSION}`,
    ],
    ["another club's", text.replace("example.org", "other.org"), 'club: "other.org", expected "example.org"'],
    [
      "a table that is a list of numbers",
      text.replace(/"video": \[[\s\S]*?\n\]/, '"video": [1]'),
      "tables.video.0: expected Object",
    ],
  ])("%s is refused with its place", (_name, damaged, message) => {
    expect(parseState(damaged, "example.org")).toEqual({
      ok: false,
      error: { reason: "not_a_state", message },
    });
  });

  test.each<[string, (document: StateDocument) => void, string]>([
    [
      "another table",
      ({ tables }) => (tables["sqlite_master"] = []),
      'tables: "sqlite_master" is no table of a state',
    ],
    [
      "another column",
      ({ tables }) => (tables["match"]![1]!["x) --"] = 1),
      'tables.match[1]: "x) --" is no column',
    ],
    [
      "a missing column",
      ({ tables }) => Reflect.deleteProperty(tables["entry"]![2]!, "shown"),
      "tables.entry[2]: NOT NULL constraint failed: entry.shown",
    ],
    [
      "two rows of one key",
      ({ tables }) => tables["source"]!.push(tables["source"]![0]!),
      "tables.source[1]: UNIQUE constraint failed: source.identity",
    ],
    [
      "a value that cannot be read",
      ({ tables }) => (tables["session"]![0]!["record"] = '{"revision":{"firstSeenAt":-1}}'),
      'session "s20": record.revision.firstSeenAt: expected >=0',
    ],
  ])("%s is refused, and all is as before", (_name, damage, message) => {
    const document = parse(text);
    damage(document);
    const state = aState();
    state.database.exec("DELETE FROM match");
    const before = toText(state);
    expect([restoreState(state, document, REPLACING), toText(state)]).toEqual([
      { ok: false, error: { reason: "not_a_state", message } },
      before,
    ]);
  });

  test("a body that is too large is not read to its end", async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    expect([await readText(body), sent < 40]).toEqual([
      { ok: false, error: { reason: "too_large", maxBytes: MAX_STATE_BYTES } },
      true,
    ]);
  });
});

test("a thousand sessions with long abstracts and five thousand videos are within the bound, and come back", () => {
  const state = anEmptyStore();
  const abstract = { html: `<p>${"é word ".repeat(400)}</p>`, text: "é word ".repeat(400) };
  const record = '{"revision":{"firstSeenAt":0,"lastChangedAt":0,"sequence":0},"standing":{},"shown":""}';
  state.transactionSync(() => {
    for (let index = 0; index < 1000; index++) {
      const id = `s${index}`;
      state.sql.exec(
        "INSERT INTO session VALUES (?, ?, ?)",
        id,
        record,
        JSON.stringify(aSession({ id, abstract })),
      );
    }
    for (let index = 0; index < 5000; index++) {
      const id = `video${String(index).padStart(6, "0")}`;
      const row = [id, "channel:UC1", "A title", "Chapters. ".repeat(80), 1, 0, 1];
      state.sql.exec("INSERT INTO video VALUES (?, ?, ?, ?, ?, ?, ?)", ...row);
    }
  });
  const text = toText(state);
  const other = anEmptyStore();
  expect([
    text.length > 9_000_000 && Buffer.byteLength(text) < MAX_STATE_BYTES,
    restoreState(other, parse(text), KEEPING),
    toText(other) === text,
  ]).toEqual([true, { ok: true, value: { rows: 6000 } }, true]);
}, 60_000);
