/** Words that are said everywhere, where not all passages are looked at. */
import { describe, expect, test } from "vitest";
import { aPublishedProgramme, aPublishedSession } from "../../support/builders.ts";
import { anIndex, someCues, type Spoken } from "../../support/search.ts";

const IDS = Array.from({ length: 8 }, (_, index) => `s${index}`);
const SESSIONS = IDS.map((id) =>
  aPublishedSession({ id, title: id, presenters: [], papers: [], abstract: { html: "", text: "" } }),
);
const programme = aPublishedProgramme({ sessions: SESSIONS });
/** 1,870 passages hold "the model"; s1 says "rare" three times, s5 once; no passage of s3 says both "model" and "oven". */
const SPOKEN: Spoken = Object.fromEntries(
  IDS.map((id, session) => {
    const toText = (index: number) => {
      if (session === 1 && index % 300 === 10) return "a rare model";
      if (session === 5 && index === 10) return "a rare model";
      if (session === 3 && index === 100) return "an oven";
      return session === 3 && index < 110 && index > 90 ? "so" : "of the model we speak.";
    };
    return [id, someCues(...Array.from({ length: 700 }, (_, index) => toText(index)))];
  }),
);

describe("words that are said everywhere", async () => {
  const { search } = await anIndex(SESSIONS, SPOKEN);

  test.each([
    ["one", "model"],
    ["two", "the model"],
    ["a phrase", '"the model"'],
    ["a phrase and a word", '"of the" model'],
    ["a sentence", "of the model we speak"],
  ])("find every session that says them: %s", (_name, query) => {
    expect(new Set(search.find(query))).toEqual(new Set(IDS));
  });

  test("come newest first beyond those that are counted", () => {
    expect(search.find("model")).toEqual(["s7", "s6", "s5", "s4", "s3", "s2", "s1", "s0"]);
  });

  test("are shown with their moments in the oldest session too", () => {
    const [oldest] = search
      .toResults("the model", 1, programme, "")
      .found.filter(({ sessionId }) => sessionId === "s0");
    expect(oldest?.moments.map(({ at }) => at)).toEqual([0, 15, 30]);
  });

  test("leave rare ones counted, most often first", () => {
    expect([search.find("rare"), search.find("rare model")]).toEqual([
      ["s1", "s5"],
      ["s1", "s5"],
    ]);
  });

  test("are found apart where they are together nowhere, rare ones first", () => {
    const { found } = search.toResults("oven model", 1, programme, "");
    expect(found.map(({ sessionId, moments }) => [sessionId, moments[0]?.at])).toEqual([["s3", 500]]);
  });
});

describe("a long search", async () => {
  const { search } = await anIndex(SESSIONS, {
    s1: someCues("alpha1 bravo1 charlie1 delta1 echo1 foxtrot1", ...Array(20).fill("pause."), "in it"),
    s2: someCues("alpha1 bravo1 charlie1 delta1 echo1 foxtrot1"),
    s3: someCues("alpha1 bravo1 charlie1", ...Array(20).fill("pause."), "delta1 echo1 foxtrot1 in it"),
  });

  test("is told by its longest words, if the session says the others too", () => {
    expect(search.find("in it alpha1 bravo1 charlie1 delta1 echo1 foxtrot1")).toEqual(["s1"]);
  });
});

describe("scripts without spaces", async () => {
  const spoken: Spoken = {
    s1: someCues("拡散モデルの学習", "を話します", ...Array<string>(20).fill("はい。"), "言語です。"),
    s2: someCues("モデ", "ルとデル。"),
    s3: someCues("モデとデルです。", "LLaDA拡散です"),
  };
  const { search, storage } = await anIndex(SESSIONS, spoken);

  test.each([
    ["a character", "学", ["s1"]],
    ["one that is said everywhere", "デ", ["s3", "s2", "s1"]],
    ["a word of two", "拡散", ["s3", "s1"]],
    ["a word of three, also from caption to caption", "モデル", ["s2", "s1"]],
    ["a word and a character", "拡散 の", ["s1"]],
    ["two words", "拡散 学習", ["s1"]],
    ["two that are apart", "拡散 言語", ["s1"]],
    ["a sentence longer than is looked for", "拡散モデルの学習を話します", ["s1"]],
    ["not another that begins so", "拡散モデルの学習は話します", []],
    ["letters and characters together", "llada拡散", ["s3"]],
  ])("find %s", (_name, query, ids) => {
    expect(search.find(query)).toEqual(ids);
  });

  test("leave no pairs behind", async () => {
    await anIndex(SESSIONS, { s2: spoken["s2"] ?? [] }, storage);
    const counts = storage.sql
      .exec(
        "SELECT (SELECT count(*) FROM search_pair) AS pairs, (SELECT count(*) FROM search_passage) AS passages",
      )
      .toArray();
    expect(counts).toEqual([{ pairs: 1, passages: 1 }]);
  });
});
