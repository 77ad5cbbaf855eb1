import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FoundSession, Marked } from "../../../src/programme/search-result.ts";
import { toQueryText } from "../../../src/programme/search-terms.ts";
import { Search } from "../../../src/publisher/search/search.ts";
import { aPublishedProgramme, aPublishedSession } from "../../support/builders.ts";
import { anIndex, marksOf, someAssets, someCues, type Spoken } from "../../support/search.ts";
import { aStorage } from "../../support/sqlite.ts";

const BLOCK = aPublishedSession({
  id: "s1",
  number: 1,
  title: "Block Diffusion",
  presenters: [{ name: "Marianne Arriola", affiliation: "Cornell Tech" }],
  papers: [{ title: "Interpolating Between Autoregressive and Diffusion", arxiv: "2503.09573" }],
  tags: ["hybrid"],
  abstract: { html: "", text: "A naïve mask costs likelihood." },
});
const NOISE = aPublishedSession({
  id: "s2",
  number: 2,
  title: "Uniform Noise",
  presenters: [{ name: "Ada Example" }],
  papers: [],
  abstract: { html: "", text: "It mentions block diffusion once." },
});
const KANA = aPublishedSession({
  id: "s3",
  number: 3,
  title: "拡散モデルの学習",
  presenters: [{ name: "山田 太郎" }],
  papers: [],
  abstract: { html: "", text: "모델을 학습한다. हिन्दी में भाषण." },
});
const SESSIONS = [BLOCK, NOISE, KANA];
const SPOKEN: Spoken = {
  s2: someCues(
    "hello and welcome everybody",
    "today we look at schedules",
    "and the cosine schedule is what",
    "most people start with",
    "because entropy bounds it",
  ),
};

/** "a [b] c" with the hits between brackets. */
const write = (marked: Marked | undefined) =>
  marked?.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join("");
const programme = aPublishedProgramme({ sessions: SESSIONS });
const read = (search: Search, query: string, page = 1) =>
  search.toResults(toQueryText(query), page, programme, "");
const one = (search: Search, query: string): FoundSession | undefined => read(search, query).found[0];

describe("a search", async () => {
  const { search } = await anIndex(SESSIONS, SPOKEN);

  test.each([
    ["a title", "block", ["s1", "s2"]],
    ["a presenter", "arriola", ["s1"]],
    ["an affiliation", "cornell", ["s1"]],
    ["a paper", "autoregressive", ["s1"]],
    ["an arXiv number", "2503.09573", ["s1"]],
    ["a tag", "hybrid", ["s1"]],
    ["an abstract, without its accents", "naive", ["s1"]],
    ["a session's number", "s2", ["s2"]],
    ["another form of a word", "diffusing masks", ["s1"]],
    ["all of several words, wherever they are written", "cornell likelihood", ["s1"]],
    ["what was said", "cosine", ["s2"]],
    ["what was said and what is written, where nothing has both", "ada entropy", ["s2"]],
    ["a phrase", '"block diffusion"', ["s1", "s2"]],
    ["not a phrase in another order", '"diffusion block"', []],
    ["two characters of a script without spaces", "学習", ["s3"]],
    ["one", "散", ["s3"]],
    ["not two that are not neighbours", "拡習", []],
    ["a Korean word without its ending", "모델", ["s3"]],
    ["Devanagari", "भाषण", ["s3"]],
    ["nothing that nobody has said", "zebra", []],
    ["nothing for signs alone", "🎉 ()", []],
  ])("finds %s", (_name, query, expected) => {
    expect(search.find(toQueryText(query))).toEqual(expected);
  });

  test("marks hits in the fields that hold them", () => {
    const found = one(search, "block diffusion arriola masks");
    expect(Object.entries(found?.fields ?? {}).map(([field, text]) => [field, write(text)])).toEqual([
      ["title", "S1: [Block] [Diffusion]"],
      ["people", "Marianne [Arriola], Cornell Tech"],
      ["papers", "Interpolating Between Autoregressive and [Diffusion], arXiv:2503.09573"],
      ["abstract", "A naïve [mask] costs likelihood."],
    ]);
  });

  test("marks what stands together in a script without spaces as one", () => {
    expect(write(one(search, "拡散モデル")?.fields.title)).toBe("S3: [拡散モデル]の学習");
  });

  test("names the second at which something was said", () => {
    expect(one(search, "cosine schedule")?.moments.map(({ at, text }) => [at, write(text)])).toEqual([
      [
        5,
        "hello and welcome everybody today we look at [schedules] and the [cosine] [schedule] is what most people start with because entropy bounds it",
      ],
    ]);
    expect(one(search, '"start with because entropy"')?.moments.map(({ at }) => at)).toEqual([15]);
  });

  test("names the passage in which it was said", () => {
    expect(
      ["cosine schedule", "entropy bounds"].map((q) =>
        one(search, q)?.moments.map(({ at, passageAt }) => [at, passageAt]),
      ),
    ).toEqual([[[5, 0]], [[20, 20]]]);
  });

  test("finds a sentence that two passages share", () => {
    const found = one(search, "most people start with because entropy bounds it");
    expect(found?.moments.map(({ at }) => at)).toEqual([15]);
  });

  test("names a second once, though two passages hold it", async () => {
    const cues = someCues(
      ...Array.from({ length: 8 }, (_, index) => (index === 4 ? "zebra" : `word${index}`)),
    );
    const { search: other } = await anIndex(SESSIONS, { s2: cues });
    expect(
      one(other, "zebra")?.moments.map(({ at, passageAt, text }) => [at, passageAt, write(text)]),
    ).toEqual([[20, 20, "word0 word1 word2 word3 [zebra] word5 word6 word7"]]);
  });

  test("says whether the index is made", async () => {
    const fresh = new Search(aStorage(), undefined, {});
    expect([fresh.toResults("a", 1, programme, "first").isComplete, fresh.find("a")]).toEqual([false, []]);
    while (await fresh.writeSlice("first", programme, 0));
    expect(fresh.toResults("a", 1, programme, "first").isComplete).toBe(true);
  });

  test("is never an error, whatever is typed, and writes nothing", async () => {
    const { search: other, storage } = await anIndex(SESSIONS, SPOKEN);
    const before = storage.database.prepare("SELECT total_changes() AS changes").get();
    const hostile = [
      '"',
      '""',
      '" OR 1',
      "NEAR(a b)",
      "title:a",
      "a*",
      "-",
      "^",
      "\u0000",
      "a\u0000b",
      "(((",
      "{}",
      "ⅷ ª",
      "\ud800",
      "🎉".repeat(1250),
      "x ".repeat(2500),
      "'; DROP TABLE search_session",
    ];
    const run = (query: string) => read(other, query).found.length;
    expect(hostile.map(run).every((count) => count >= 0)).toBe(true);
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 400 }), (query) => run(query) >= 0));
    expect(storage.database.prepare("SELECT total_changes() AS changes").get()).toEqual(before);
  });
});

describe("results", () => {
  const many = Array.from({ length: 23 }, (_, index) =>
    aPublishedSession({ id: `n${index}`, number: index, title: `Noise ${index}` }),
  );

  test("come ten on a page, newest first among equals", async () => {
    const { search } = await anIndex(many);
    const whole = aPublishedProgramme({ sessions: many });
    const pages = [1, 2, 3, 4].map((page) => search.toResults("noise", page, whole, ""));
    expect(pages.map(({ found, total, pages: count }) => [found.length, total, count])).toEqual([
      [10, 23, 3],
      [10, 23, 3],
      [3, 23, 3],
      [0, 23, 3],
    ]);
    expect(pages[0]?.found[0]?.sessionId).toBe("n22");
  });

  test("are of published sessions alone", async () => {
    const { search } = await anIndex(many);
    const few = aPublishedProgramme({ sessions: many.slice(0, 2) });
    expect(search.toResults("noise", 1, few, "").found.map(({ sessionId }) => sessionId)).toEqual([
      "n1",
      "n0",
    ]);
  });
});

describe("the index", () => {
  const long: Spoken = { s1: someCues(...Array.from({ length: 700 }, (_, index) => `word${index} said.`)) };

  test("takes long transcripts in slices, and is known by what it was made of", async () => {
    const { slices, search, storage } = await anIndex(SESSIONS, long);
    expect(slices).toBe(9);
    expect([one(search, "word0")?.moments[0]?.at, one(search, "word699")?.moments[0]?.at]).toEqual([0, 3495]);
    const again = new Search(storage, someAssets(long), marksOf(long));
    expect(again.isDue(JSON.stringify(SESSIONS))).toBe(false);
    again.forget();
    const restored = new Search(storage, someAssets(long), marksOf(long));
    expect([again, restored].map((other) => other.isDue(JSON.stringify(SESSIONS)))).toEqual([true, true]);
  });

  test("goes on where it was broken off", async () => {
    const storage = aStorage();
    const assets = someAssets(long);
    const begun = new Search(storage, assets, marksOf(long));
    for (let slice = 0; slice < 3; slice++) await begun.writeSlice("e", programme, 0);
    expect([begun.find("word0"), begun.readTranscript("s1")]).toEqual([[], null]);
    const other = new Search(storage, assets, marksOf(long));
    let slices = 0;
    while (await other.writeSlice("e", programme, 0)) slices += 1;
    expect([slices, other.find("word699"), other.readTranscript("s1")?.length]).toEqual([5, ["s1"], 700]);
  });

  test("takes nothing in again that has not changed", async () => {
    const { storage } = await anIndex(SESSIONS, SPOKEN);
    const assets = someAssets(SPOKEN);
    const search = new Search(storage, assets, marksOf(SPOKEN));
    expect([await search.writeSlice("another", programme, 0), assets.asked]).toEqual([false, []]);
  });

  test("replaces a transcript that has changed, and forgets one that is gone", async () => {
    const { storage } = await anIndex(SESSIONS, { ...SPOKEN, ...long });
    const changed: Spoken = { s1: someCues("something else") };
    const { search } = await anIndex(SESSIONS, changed, storage);
    expect(["word0", "word699", "cosine", "something"].map((word) => search.find(word))).toEqual([
      [],
      [],
      [],
      ["s1"],
    ]);
    const count =
      "SELECT (SELECT count(*) FROM search_passage) AS passages, (SELECT count(*) FROM search_transcript) AS transcripts";
    expect({ ...storage.database.prepare(count).get() }).toEqual({ passages: 1, transcripts: 1 });
  });

  test("follows a session's text, and forgets a session", async () => {
    const { storage } = await anIndex(SESSIONS, SPOKEN);
    const renamed = aPublishedSession({ ...BLOCK.session, title: "Semi-autoregressive" });
    const { search } = await anIndex([renamed], {}, storage);
    expect(["semi", "block", "uniform", "cosine"].map((word) => search.find(word))).toEqual([
      ["s1"],
      [],
      [],
      [],
    ]);
    expect({ ...storage.database.prepare("SELECT count(*) AS sources FROM search_source").get() }).toEqual({
      sources: 1,
    });
  });

  test("asks once for a transcript that is not there, and again when the object wakes", async () => {
    const storage = aStorage();
    const assets = someAssets({});
    const run = async () => {
      const search = new Search(storage, assets, { s1: "a-mark" });
      while (await search.writeSlice("e", programme, 0));
      return search.isDue("e");
    };
    expect([await run(), await run(), assets.asked.length]).toEqual([false, false, 2]);
  });

  test("of another version begins anew", async () => {
    const { storage } = await anIndex(SESSIONS);
    storage.sql.exec("UPDATE search_state SET version = 0");
    const search = new Search(storage, undefined, {});
    expect([search.isDue(JSON.stringify(SESSIONS)), search.find("block")]).toEqual([true, []]);
  });
});
