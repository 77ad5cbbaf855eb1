import { describe, expect, test } from "vitest";
import { aPublishedProgramme, aPublishedSession } from "../../support/builders.ts";
import { anIndex, someCues, type Spoken } from "../../support/search.ts";

const aSession = (id: string, title: string) =>
  aPublishedSession({ id, title, presenters: [], papers: [], tags: [], abstract: { html: "", text: "" } });
const SESSIONS = [
  aSession("s1", "Masked Diffusion"),
  aSession("s2", "Éclairs"),
  aSession("s3", "拡散モデル"),
];
const SPOKEN: Spoken = {
  s1: someCues("we look at autoregressive models", "and at block diffusion", "it is artificial"),
  s2: someCues("an autoregression is no model of an oven", "art and articles"),
};
const programme = aPublishedProgramme({ sessions: SESSIONS });

describe("the beginning of a word", async () => {
  const { search } = await anIndex(SESSIONS, SPOKEN);
  const read = (query: string) => {
    const { found, isBeginning = false } = search.toResults(query, 1, programme, "");
    return [found.map(({ sessionId }) => sessionId), isBeginning];
  };

  test.each([
    ["finds what is written", "diffusio", ["s1"], true],
    ["finds what was said", "autoregr", ["s2", "s1"], true],
    ["finds other words with it", "oven autoregr", ["s2"], true],
    ["ends a phrase", '"block diffusio"', ["s1"], true],
    ["needs no accent", "ecla", ["s2"], true],
    ["may have one", "écla", ["s2"], true],
    ["is not looked for where the word itself is found", "art", ["s2"], false],
    ["is not looked for where the word itself is known", "masked art", [], false],
    ["has three letters", "ov", [], false],
    ["is of the last word alone", "autoregr oven", [], false],
    ["is of no word at all", "zeb", [], false],
    ["is none of a character", "拡散モ型", [], false],
  ])("%s", (_name, query, ids, isBeginning) => {
    expect(read(query)).toEqual([ids, isBeginning]);
  });

  test("is marked with the whole word", () => {
    const [found] = search.toResults("autoregr", 1, programme, "").found;
    const marked = found?.moments[0]?.text.filter(({ isHit }) => isHit).map(({ text }) => text);
    expect(marked).toEqual(["autoregression"]);
  });

  test("is nothing to a saved search", () => {
    expect([search.find("diffusio"), search.find("diffusion")]).toEqual([[], ["s1"]]);
  });

  test("of a word that is no longer said is the beginning of nothing", async () => {
    const { storage } = await anIndex(SESSIONS, SPOKEN);
    const { search: other } = await anIndex(SESSIONS, {}, storage);
    expect(other.toResults("autoregr", 1, programme, "").found).toEqual([]);
    expect(other.toResults("diffusio", 1, programme, "").total).toBe(1);
  });
});
