/** Titles as words, and words that are the same but for a slip. */
import { describe, expect, it } from "vitest";
import { compareDates, compareParts, Title } from "../../../src/programme/match/titles.ts";
import { createVocabulary, indexWords } from "../../../src/programme/match/vocabulary.ts";
import {
  findNameForms,
  isAlike,
  isSpelledAlike,
  toNames,
  toOtherScriptShare,
  toWords,
} from "../../../src/programme/match/words.ts";

describe("words", () => {
  it.each([
    ["Kites in Strong Wind!", ["kites", "in", "strong", "wind"]],
    ["Élan, Łódź & Smørrebrød", ["elan", "lodz", "and", "smorrebrod"]],
    ["don't don’t dont", ["dont", "dont", "dont"]],
    ["“Fog” — the Q&A 🌫️", ["fog", "the", "qa"]],
    ["Ｋｉｔｅｓ ２", ["kites", "2"]],
    ["Ruby3 day2", ["ruby", "3", "day", "2"]],
    ["Анна Щербакова", ["anna", "shcherbakova"]],
    ["茶の湯 tea", ["茶の", "の湯", "tea"]],
    ["", []],
  ])("of %j", (text, expected) => {
    expect(toWords(text)).toEqual(expected);
  });

  it.each([
    ["Kites", 0],
    ["Кит", 1],
    ["Kит", 2 / 3],
    ["2026", 0],
  ])("of other scripts in %j are %d of all letters", (text, expected) => {
    expect(toOtherScriptShare(text)).toBe(expected);
  });
});

describe("two words are alike", () => {
  it.each([
    ["building", "build"],
    ["sailor", "sailors"],
    ["lighthuose", "lighthouse"],
    ["lighthose", "lighthouse"],
    ["perrotta", "perotta"],
  ])("%s, %s", (a, b) => {
    expect([isAlike(a, b), isAlike(b, a)]).toEqual([true, true]);
  });

  it.each([
    ["test", "text"],
    ["2024", "2025"],
    ["kite", "kindness"],
    ["cat", "cats"],
    ["harbour", "labour"],
  ])("but not %s, %s", (a, b) => {
    expect([isAlike(a, b), isAlike(b, a)]).toEqual([false, false]);
  });

  it("as names spelled from another alphabet", () => {
    expect([isSpelledAlike("khomyakov", "homiakow"), isSpelledAlike("khomyakov", "kozlov")]).toEqual([
      true,
      false,
    ]);
  });
});

describe("a date in a title", () => {
  const startsAt = Date.UTC(2026, 5, 15, 17);
  it.each([
    ["Kites, June 15, 2026", "same"],
    ["15 Jun 2026 Kites", "same"],
    ["Kites 2026-06-15", "same"],
    ["Kites (June 14)", "same"],
    ["Kites, cut on June 18", "none"],
    ["Kites, June 2026", "none"],
    ["Kites in May", "none"],
    ["Kites, June 45", "none"],
    ["Kites 2026 13 1", "none"],
    ["Kites, July 15", "other"],
    ["Kites, June 15, 2025", "other"],
  ] as const)("%s: %s", (title, expected) => {
    expect(compareDates(new Title(title).dates, startsAt, startsAt + 90 * 60_000)).toBe(expected);
  });
});

describe("what two titles count", () => {
  it.each([
    ["Knots, Part 2", "Knots Pt. II", "same"],
    ["Knots, Part 2", "Knots, Part Two", "same"],
    ["Knots, Part 1", "Knots, Part 2", "other"],
    ["Songs (Day 2)", "Songs 2", "silent"],
    ["Songs (Day 2)", "Songs", "silent"],
    ["Songs", "Songs, Part 1", "other"],
    ["Songs", "Songs 2026", "none"],
    ["Error 404", "Error 500", "none"],
    ["7 5 Songs", "7 6 Songs", "none"],
    ["Songs", "Top 10 Songs", "none"],
  ] as const)("%s / %s: %s", (session, video, expected) => {
    expect(compareParts(new Title(session).parts, new Title(video).parts)).toBe(expected);
  });
});

describe("what words say", () => {
  const sessions = [["knots", "for", "sailors"], ["knots", "knots"], ["tea"], ["茶の"]];
  const videos = [
    ["club", "knots", "today"],
    ["club", "tea"],
    ["club", "for"],
    ["unlike", "anything"],
  ];
  const { toWeight, toExtraWeight } = createVocabulary(indexWords(sessions), videos);
  it("is less for each title that holds them, once a title, and for short ones", () => {
    expect(["sailors", "knots", "tea", "茶の", "elsewhere"].map(toWeight)).toEqual([7, 2.5, 3, 4, 8]);
  });
  it("is next to nothing where every video has them and no session", () => {
    expect(["club", "knots", "today", "anything"].map(toExtraWeight)).toEqual([2 / 3, 2.5, 5, 8]);
  });
});

describe("presenters' names", () => {
  it("are their different words, without initials", () => {
    const names = ["J. R. Moreau", "Bo Bo Li", "🌊"].map((name) => ({ name }));
    expect(toNames(names)).toEqual([["moreau"], ["bo", "li"]]);
  });

  it.each([
    ["in any order", "lindqvist ada", false, ["ada", "lindqvist"]],
    ["with a slip", "ada lindquist", false, ["ada", "lindquist"]],
    ["in part", "ada", false, ["ada"]],
    ["as spelled from another script", "ada lintkvist", true, ["ada"]],
  ])("stand %s", (_, title, isOtherScript, forms) => {
    expect(findNameForms(["ada", "lindqvist"], new Set(title.split(" ")), isOtherScript)).toEqual(forms);
  });

  it("are spelled in another way only between scripts, and not when they are one word", () => {
    const words = new Set(["ivan", "homiakow"]);
    expect(findNameForms(["ivan", "khomyakov"], words, true)).toEqual(["ivan", "homiakow"]);
    expect(findNameForms(["ivan", "khomyakov"], words, false)).toEqual(["ivan"]);
    expect(findNameForms(["khomyakov"], words, true)).toEqual([]);
  });
});
