import { expect, test } from "vitest";
import { dateEntries, type CurrentEntry } from "../../src/programme/date-entries.ts";
import { SECOND } from "../../src/programme/instant.ts";
import type { EntryRecord } from "../../src/programme/ledger.ts";
import { toShowing } from "../../src/programme/shown.ts";
import { someDates } from "../support/builders.ts";

const NOW = Date.UTC(2026, 5, 17, 12);
const anEntry = (key: string, firstSeenAt = NOW + 1): CurrentEntry => ({
  key,
  toFirstSeenAt: () => firstSeenAt,
  showing: toShowing(key),
});
const toKnown = (...secondsAgo: number[]): Map<string, EntryRecord> =>
  new Map(
    secondsAgo.map((ago) => [`known-${ago}`, { dates: someDates(NOW - ago * SECOND), shown: "known" }]),
  );

test("new entries take the next seconds backwards that no other entry has, however many those are", () => {
  const known = toKnown(0, 1, 2, 4, 5);
  const dated = dateEntries([anEntry("a"), anEntry("b"), anEntry("c", NOW - 5 * SECOND)], known, NOW);
  const secondsAgo = ["a", "b", "c"].map((key) => (NOW - dated.get(key)!.dates.publishedAt) / SECOND);
  expect(secondsAgo).toEqual([3, 6, 7]);
});

test("where nothing is new and nothing changed the records are the same object", () => {
  const dated = dateEntries([anEntry("a")], toKnown(0), NOW);
  expect(dateEntries([anEntry("a", NOW - SECOND)], dated, NOW + SECOND)).toBe(dated);
});
