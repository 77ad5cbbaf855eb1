import { describe, expect, test, vi } from "vitest";
import { Search } from "../../../src/publisher/search/search.ts";
import { aPublishedProgramme, aPublishedSession } from "../../support/builders.ts";
import { marksOf, someAssets, someCues, type Spoken } from "../../support/search.ts";
import { aStorage } from "../../support/sqlite.ts";

const programme = aPublishedProgramme({ sessions: ["s1", "s2"].map((id) => aPublishedSession({ id })) });
const aSpeech = (word: string) =>
  someCues(...Array.from({ length: 700 }, (_, index) => `${word}${index} said.`));
const LONG: Spoken = { s1: aSpeech("word") };

const read = (search: Search) => search.report("e", programme);

describe("a transcript of several slices", () => {
  test("is fetched once", async () => {
    const assets = someAssets(LONG);
    const search = new Search(aStorage(), assets, marksOf(LONG));
    while (await search.writeSlice("e", programme, 0));
    expect([assets.asked, search.find("word699")]).toEqual([["/transcripts/s1.json"], ["s1"]]);
  });

  test("is fetched again when the object has slept, and goes on where it was", async () => {
    const assets = someAssets(LONG);
    const storage = aStorage();
    for (let slice = 0; slice < 9; slice++)
      await new Search(storage, assets, marksOf(LONG)).writeSlice("e", programme, 0);
    const search = new Search(storage, assets, marksOf(LONG));
    while (await search.writeSlice("e", programme, 0));
    const passages = storage.sql
      .exec("SELECT count(*) AS count, count(DISTINCT text) AS different FROM search_passage")
      .toArray();
    expect([search.find("word0"), search.find("word699"), passages[0]]).toEqual([
      ["s1"],
      ["s1"],
      { count: 234, different: 234 },
    ]);
  });

  test("is not kept for the next one", async () => {
    const both = { ...LONG, s2: aSpeech("other") };
    const assets = someAssets(both);
    const search = new Search(aStorage(), assets, marksOf(both));
    while (await search.writeSlice("e", programme, 0));
    expect([assets.asked, search.find("other699"), search.find("word699")]).toEqual([
      ["/transcripts/s1.json", "/transcripts/s2.json"],
      ["s2"],
      ["s1"],
    ]);
  });
});

describe("how far the index is made", () => {
  test("is told slice by slice", async () => {
    const search = new Search(aStorage(), someAssets(LONG), marksOf(LONG));
    const before = read(search);
    await search.writeSlice("e", programme, 0);
    const between = read(search);
    while (await search.writeSlice("e", programme, 0));
    const none = { indexed: 0, wanted: 1 };
    expect([before, between, read(search)]).toEqual([
      { sessions: { indexed: 0, wanted: 2 }, transcripts: none, isComplete: false, missing: [] },
      { sessions: { indexed: 2, wanted: 2 }, transcripts: none, isComplete: false, missing: [] },
      {
        sessions: { indexed: 2, wanted: 2 },
        transcripts: { indexed: 1, wanted: 1 },
        isComplete: true,
        missing: [],
      },
    ]);
  });

  test("names transcripts that could not be had, of the programme's sessions alone", async () => {
    const marks = { ...marksOf(LONG), s2: "a-mark", unknown: "another" };
    const search = new Search(aStorage(), someAssets(LONG), marks);
    while (await search.writeSlice("e", programme, 0));
    expect(read(search)).toEqual({
      sessions: { indexed: 2, wanted: 2 },
      transcripts: { indexed: 1, wanted: 2 },
      isComplete: false,
      missing: ["s2"],
    });
  });

  test("counts no transcript of before for the one that is wanted", async () => {
    const storage = aStorage();
    const first = new Search(storage, someAssets(LONG), marksOf(LONG));
    while (await first.writeSlice("e", programme, 0));
    const changed = new Search(storage, someAssets({}), { s1: "another-mark" });
    expect(read(changed).transcripts).toEqual({ indexed: 0, wanted: 1 });
  });
});

describe("the index of many sessions", () => {
  const many = aPublishedProgramme({
    sessions: Array.from({ length: 60 }, (_, index) =>
      aPublishedSession({ id: `s${index}`, title: `Talk${index}` }),
    ),
  });
  const write = async (search: Search) => {
    while (await search.writeSlice("e", many, 0));
    return many.sessions.map((_session, index) => search.find(`talk${index}`));
  };
  const each = many.sessions.map(({ session }) => [session.id]);

  test("is made of each once, and looks into its tables once", async () => {
    const storage = aStorage();
    const asked = vi.spyOn(storage.sql, "exec");
    const found = await write(new Search(storage, undefined, {}));
    const count = (beginning: string) =>
      asked.mock.calls.filter(([query]) => query.startsWith(beginning)).length;
    expect([found, count("SELECT * FROM search_source"), count("INSERT INTO search_session")]).toEqual([
      each,
      1,
      60,
    ]);
  });

  test("goes on where it was, when a slice was taken back", async () => {
    const storage = aStorage();
    const search = new Search(storage, undefined, {});
    await search.writeSlice("e", many, 0);
    const { transactionSync } = storage;
    vi.spyOn(storage, "transactionSync").mockImplementationOnce((run) =>
      transactionSync.call(storage, () => {
        run();
        throw new Error("the disk is full");
      }),
    );
    await expect(search.writeSlice("e", many, 0)).rejects.toThrow("the disk is full");
    expect(await write(search)).toEqual(each);
  });
});
