import { describe, expect, test } from "vitest";
import { parseCaptionName, toRank } from "../../../src/commands/transcripts/caption-name.ts";

describe("the name of a caption file", () => {
  test.each([
    ["S20 ｜ Entropy： why？ [videoAAAAA0].en.vtt", "S20 | Entropy: why?", "videoAAAAA0", "en", false],
    ["Either⧸Or [-ideo_AAAA0].en-orig.vtt", "Either/Or", "-ideo_AAAA0", "en-orig", false],
    ["20260608-A_talk-videoAAAAA0.pt-BR.srt", "20260608-A talk", "videoAAAAA0", "pt-BR", true],
    ["[videoAAAAA0].vtt", "", "videoAAAAA0", null, false],
    ["videoAAAAA0.de.vtt", "", "videoAAAAA0", "de", false],
    ["A [b] talk [videoAAAAA0].zh-Hans.vtt", "A [b] talk", "videoAAAAA0", "zh-Hans", false],
  ])("%s tells its video", (name, title, videoId, language, isSubRip) => {
    expect(parseCaptionName(name)).toEqual({ title, videoId, language, isSubRip });
  });

  test.each(["A talk.en.vtt", "A talk [videoAAAAA0].en.json3", "videoAAAAA0.mp4", "notes.txt"])(
    "%s tells none",
    (name) => {
      expect(parseCaptionName(name)).toBe(null);
    },
  );
});

const rank = (wanted: string) => ["en", "en-orig", "en-GB", null, "de"].map((given) => toRank(given, wanted));

test("captions in the language itself go before others of it, and those of another language are none", () => {
  expect([rank("en"), rank("en-GB")]).toEqual([
    [0, 1, 2, 3, null],
    [2, 1, 0, 3, null],
  ]);
});
