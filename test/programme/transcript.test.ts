import { describe, expect, test } from "vitest";
import {
  toCues,
  toPassages,
  toSecond,
  toSharing,
  type Caption,
  type Cue,
} from "../../src/programme/transcript.ts";

const caption = (from: number, to: number, ...lines: string[]): Caption => ({ from, to, lines });
const say = (cues: readonly Cue[]) => cues.map(({ from, to, text }) => `${from}–${to} ${text}`);

const every = (seconds: number, texts: readonly string[]): Cue[] =>
  texts.map((text, index) => ({ from: index * seconds, to: (index + 1) * seconds, text }));

describe("captions to cues", () => {
  test("lines of one caption are one text", () => {
    expect(say(toCues([caption(0, 2, "Welcome to", "the club.")]))).toEqual(["0–2 Welcome to the club."]);
  });

  test("captions that roll, as YouTube makes them, say every word once and when it came", () => {
    const rolling = [
      caption(0.08, 2.5, "hello and welcome"),
      caption(2.5, 2.51, "hello and welcome"),
      caption(2.51, 5, "hello and welcome", "to block diffusion"),
      caption(5, 5.01, "to block diffusion"),
      caption(5.01, 8, "to block diffusion", "by marianne"),
    ];
    expect(say(toCues(rolling))).toEqual([
      "0.08–2.5 hello and welcome",
      "2.51–5 to block diffusion",
      "5.01–8 by marianne",
    ]);
  });

  test("captions that grow word by word do, too", () => {
    const growing = [caption(0, 1, "so"), caption(1, 2, "so this is"), caption(2, 3, "so this is it")];
    expect(say(toCues(growing))).toEqual(["0–1 so", "1–2 this is", "2–3 it"]);
    const kana = [caption(0, 1, "拡散"), caption(1, 2, "拡散モデル"), caption(2, 3, "拡散モデルは")];
    expect(say(toCues(kana))).toEqual(["0–1 拡散", "1–2 モデル", "2–3 は"]);
  });

  test("a word that begins like the one before is another", () => {
    const told = [caption(0, 1, "the"), caption(1, 2, "the", "end"), caption(2, 3, "ending", "comes")];
    expect(say(toCues(told))).toEqual(["0–1 the", "1–2 end", "2–3 ending comes"]);
  });

  test("what somebody says twice stays where captions do not roll", () => {
    const told = [
      caption(0, 1, "Yes."),
      caption(1, 2, "Yes."),
      caption(2, 3, "We"),
      caption(3, 4, "do"),
      caption(4, 5, "that"),
    ];
    expect(say(toCues(told))).toEqual(["0–1 Yes.", "1–2 Yes.", "2–3 We", "3–4 do", "4–5 that"]);
  });

  test("a caption ends where the next begins, unless both are shown at once", () => {
    expect(say(toCues([caption(0, 9, "One"), caption(2, 4, "Two"), caption(2, 5, "Three")]))).toEqual([
      "0–2 One",
      "2–4 Two",
      "2–5 Three",
    ]);
  });

  test("a caption without a line is none", () => {
    expect(toCues([caption(0, 9)])).toEqual([]);
  });
});

describe("cues to passages", () => {
  test("a passage ends with a sentence once it is long enough", () => {
    const cues = every(6, ["We begin.", "This is", "the method.", "It works."]);
    expect(toPassages(cues).map(({ at, text }) => [at, text])).toEqual([
      [0, "We begin. This is the method."],
      [18, "It works."],
    ]);
  });

  test("without full stops it ends after twenty seconds", () => {
    const cues = every(5, ["a", "b", "c", "d", "e", "f"]);
    expect(toPassages(cues).map(({ at, text }) => [at, text])).toEqual([
      [0, "a b c d"],
      [20, "e f"],
    ]);
  });

  test("it ends where there is silence, and where it would be too long to read", () => {
    const cues = [
      { from: 0, to: 1, text: "Hello" },
      { from: 6, to: 7, text: "a".repeat(300) },
      { from: 7, to: 8, text: "b".repeat(300) },
    ];
    expect(toPassages(cues).map(({ at }) => at)).toEqual([0, 6, 7]);
  });

  test("scripts without spaces are joined without", () => {
    expect(toPassages(every(1, ["拡散モデル", "について"]))[0]?.text).toBe("拡散モデルについて");
  });

  test("each place of a passage knows its second", () => {
    const [passage] = toPassages(every(2.5, ["We begin", "with noise", "and end"]));
    const found = ["We", "begin", "noise", "end"].map((word) => [
      word,
      toSecond(passage!.cues, passage!.text.indexOf(word)),
    ]);
    expect(found).toEqual([
      ["We", 0],
      ["begin", 0],
      ["noise", 2],
      ["end", 5],
    ]);
  });
});

describe("a passage as it is searched", () => {
  const [first, second] = [
    { at: 0, text: "We begin", cues: [[0, 0]] as const },
    {
      at: 21,
      text: `with noise ${"and ".repeat(40)}end`,
      cues: [
        [0, 21],
        [5, 23],
        [160, 40],
      ] as const,
    },
  ];

  test("has the beginning of the next, and knows when that is said", () => {
    expect(toSharing(first, second)).toEqual({
      text: `We begin with noise ${"and ".repeat(27)}`.trim(),
      cues: [
        [0, 0],
        [9, 21],
        [14, 23],
      ],
    });
  });

  test("is the last one by itself", () => {
    expect(toSharing(first, undefined)).toBe(first);
  });
});
