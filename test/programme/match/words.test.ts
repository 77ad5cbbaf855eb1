/** Titles as words, and words that are the same but for a slip. */
import { describe, expect, it } from "vitest";
import { isAlike, toSkeleton } from "../../../src/programme/match/alike.ts";
import { compareCounts, toCounts } from "../../../src/programme/match/counted.ts";
import { compareDate } from "../../../src/programme/match/titled-date.ts";
import { readTitle } from "../../../src/programme/match/title-text.ts";
import { toOtherScriptShare, toWords } from "../../../src/programme/match/words.ts";

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

  it.each(["3. Fog", "#3) Fog", "12) Fog"])("of a title leave its place in a playlist out: %j", (text) => {
    expect(readTitle(text).words).toEqual(["fog"]);
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
    expect([toSkeleton("khomyakov"), toSkeleton("homiakow")]).toEqual(["hmkv", "hmkv"]);
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
    ["Kites, July 15", "other"],
    ["Kites, June 15, 2025", "other"],
  ] as const)("%s: %s", (title, expected) => {
    expect(compareDate(toWords(title), startsAt, startsAt + 90 * 60_000)).toBe(expected);
  });
});

describe("what two titles count", () => {
  it.each([
    ["Knots, Part 2", "Knots Pt. II", "same"],
    ["Knots, Part 1", "Knots, Part 2", "conflict"],
    ["Songs (Day 2)", "Songs 2", "apart"],
    ["Songs (Day 2)", "Songs", "uncounted"],
    ["Songs", "Songs, Part 1", "piece"],
    ["Songs", "Songs 2026", "none"],
    ["Songs", "Top 10 Songs", "none"],
  ] as const)("%s / %s: %s", (session, video, expected) => {
    expect(compareCounts(toCounts(toWords(session)), toCounts(toWords(video)))).toBe(expected);
  });
});
