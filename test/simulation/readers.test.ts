/** What a simulated reader is told, loses, and is told twice. */
import { describe, expect, test } from "vitest";
import { follow, type ReaderClass } from "./readers.ts";
import type { Version } from "./service.ts";

const aVersion = (from: number, ids: string[], fields: Partial<Version> = {}): Version => ({
  from,
  etag: `"${from}"`,
  lastModified: from,
  bytes: 100,
  told: new Map(ids.map((id) => [id, { words: id, subject: id }])),
  ...fields,
});

describe("a reader", () => {
  const HOURLY: ReaderClass = {
    name: "one",
    format: "rss",
    readers: 12,
    interval: 3_600_000,
    conditions: { tag: false, date: true },
  };
  const see = (...versions: Version[]) => {
    const { created, lost, doubled } = follow(HOURLY, versions, 10 * 3_600_000);
    return { created, lost, doubled };
  };
  const LATER = 4 * 3_600_000;

  test("is told what is new", () => {
    expect(see(aVersion(0, ["a"]), aVersion(LATER, ["a", "b"]))).toEqual({
      created: 24,
      lost: 0,
      doubled: 0,
    });
  });

  test("loses what is published without a later date, when it asks by date", () => {
    const undated = aVersion(LATER, ["a", "b"], { lastModified: 0 });
    expect(see(aVersion(0, ["a"]), undated)).toEqual({ created: 12, lost: 12, doubled: 0 });
  });

  test("loses what goes away, and has it twice when it is back", () => {
    const back = aVersion(2 * LATER, ["a", "b"]);
    expect(see(aVersion(0, ["a", "b"]), aVersion(LATER, ["a"]), back)).toEqual({
      created: 24,
      lost: 12,
      doubled: 12,
    });
  });

  test("has the same twice under another id", () => {
    const renamed = aVersion(LATER, []);
    const told = new Map([
      ["a", { words: "a", subject: "a" }],
      ["b", { words: "b", subject: "a" }],
    ]);
    expect(see(aVersion(0, ["a"]), { ...renamed, told })).toEqual({ created: 24, lost: 0, doubled: 12 });
  });
});
