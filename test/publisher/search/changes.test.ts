import { describe, expect, test } from "vitest";
import { Search } from "../../../src/publisher/search/search.ts";
import { aPublishedProgramme, aPublishedSession } from "../../support/builders.ts";
import { anIndex, someAssets, someCues, type Spoken } from "../../support/search.ts";

const SESSIONS = ["s1", "s2"].map((id) => aPublishedSession({ id }));
const BOTH: Spoken = { s1: someCues("hello everybody"), s2: someCues("welcome back") };
const ONE: Spoken = { s1: BOTH["s1"] ?? [] };
const [FIRST, LATER, LAST] = [1_000_000, 2_000_000, 3_000_000];

const read = ({ search }: Awaited<ReturnType<typeof anIndex>>) => [
  search.readChangedAt("s1"),
  search.readChangedAt("s2"),
  search.readChangedAt(),
];
const make = (spoken: Spoken, now: number, storage?: Awaited<ReturnType<typeof anIndex>>["storage"]) =>
  anIndex(SESSIONS, spoken, storage, now);

describe("when a transcript came or went", () => {
  test("is nothing where there never was one", async () => {
    expect(read(await make({}, FIRST))).toEqual([0, 0, 0]);
  });

  test("is told by session, and of all together, in whole seconds", async () => {
    const { storage } = await make(ONE, FIRST + 999);
    expect(read(await make(BOTH, LATER, storage))).toEqual([FIRST, LATER, LATER]);
  });

  test("does not go back when one is taken out", async () => {
    const { storage } = await make(BOTH, FIRST);
    await make(ONE, LATER, storage);
    expect(read(await make({}, LAST, storage))).toEqual([LAST, LATER, LAST]);
  });

  test("is told as soon as the first passages are taken out", async () => {
    const { storage } = await make({ s1: someCues(...Array<string>(400).fill("hello again.")) }, FIRST);
    const search = new Search(storage, someAssets({}), {});
    await search.writeSlice("e", aPublishedProgramme({ sessions: SESSIONS }), LATER);
    expect([search.readChangedAt("s1"), search.readTranscript("s1"), search.isDue("e")]).toEqual([
      LATER,
      null,
      true,
    ]);
  });

  test("does not go back with a clock, nor when the session goes", async () => {
    const { storage } = await make(BOTH, LATER);
    await anIndex([], {}, storage, FIRST);
    expect(read(await make({}, FIRST, storage))).toEqual([LATER, LATER, LATER]);
  });

  test("moves when one is changed", async () => {
    const { storage } = await make(BOTH, FIRST);
    const changed = { ...BOTH, s2: someCues("welcome home") };
    expect(read(await make(changed, LATER, storage))).toEqual([FIRST, LATER, LATER]);
  });

  test("is the same when the index is made anew of the same", async () => {
    const { storage } = await make(BOTH, FIRST);
    storage.sql.exec("UPDATE search_state SET version = 0");
    expect(read(await make(BOTH, LATER, storage))).toEqual([FIRST, FIRST, FIRST]);
  });

  test("moves when one is gone as the index is made anew", async () => {
    const { storage } = await make(BOTH, FIRST);
    storage.sql.exec("UPDATE search_state SET version = 0");
    expect(read(await make(ONE, LATER, storage))).toEqual([FIRST, LATER, LATER]);
  });
});
