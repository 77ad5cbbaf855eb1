import { expect, test } from "vitest";
import { HOUR } from "../../../src/programme/instant.ts";
import { toHealthAfterSuccess } from "../../../src/publisher/source-health.ts";
import { FeedTable } from "../../../src/publisher/store/feed-table.ts";
import { RowReader } from "../../../src/publisher/store/row-reader.ts";
import { openStore } from "../../../src/publisher/store/schema.ts";
import { aStorage } from "../../support/sqlite.ts";

const SOURCE = { feedUrl: "https://example.org/feed.xml", identity: null };
const AT = Date.UTC(2026, 5, 17);

/** What is known while awake, and what after a sleep. */
function setEach(...feeds: { identity: "channel:UCa" | null; at: number }[]) {
  const storage = aStorage();
  openStore(storage);
  const rows = new RowReader(storage.sql);
  const table = new FeedTable(storage.sql, rows);
  for (const { identity, at } of feeds)
    table.set("custom", SOURCE, { identity, health: toHealthAfterSuccess(at) });
  return [table, new FeedTable(storage.sql, rows)].map((one) => {
    const { identity, health, isRecalled } = one.get("custom", SOURCE);
    return [identity, health.lastSuccessAt, isRecalled];
  });
}

test("that a feed is still well is known while the object is awake, and written after three hours", () => {
  const [first, soon, late] = [AT, AT + HOUR, AT + 3 * HOUR].map((at) => ({
    identity: "channel:UCa" as const,
    at,
  }));
  expect([setEach(first!, soon!), setEach(first!, soon!, late!)]).toEqual([
    [
      ["channel:UCa", AT + HOUR, false],
      ["channel:UCa", AT, true],
    ],
    [
      ["channel:UCa", AT + 3 * HOUR, false],
      ["channel:UCa", AT + 3 * HOUR, true],
    ],
  ]);
});

test("whose a feed is found to be is written at once", () => {
  const [, asleep] = setEach({ identity: null, at: AT }, { identity: "channel:UCa", at: AT + HOUR });
  expect(asleep).toEqual(["channel:UCa", AT + HOUR, true]);
});
