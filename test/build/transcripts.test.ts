import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileFolder } from "../../src/build/data-module.ts";
import { readTranscriptFile } from "../../src/build/transcript-file.ts";
import { compileTranscripts } from "../../src/build/transcripts.ts";

const VTT = `WEBVTT
Kind: captions
Language: en

REGION
id:fred
width:40%

NOTE a comment

1
00:00:01.000 --> 00:00:04.000 align:start position:0%
<v Ada>Welcome &amp; hello to
the <i>club</i>.

00:00:04.000 --> 00:01:02.500
R&D is the topic. <00:00:05.000><c>Now.</c>
`;
const say = (text: string, isSubRip = false) => {
  const { cues, mistakes } = readTranscriptFile(text, isSubRip);
  return [
    ...cues.map(({ from, to, text: said }) => `${from}–${to} ${said}`),
    ...mistakes.map(({ line, message }) => `${line}: ${message}`),
  ];
};

const files = (...names: string[]) => names.map((name) => ({ path: `data/transcripts/${name}`, text: VTT }));

describe("a transcript's file", () => {
  test("is WebVTT: without its tags, settings and comments, as YouTube and people write it", () => {
    expect(say(VTT)).toEqual(["1–4 Welcome & hello to the club.", "4–62.5 R&D is the topic. Now."]);
  });

  test("is SubRip, from any system", () => {
    const text =
      "\ufeff1\r\n0:00:01,000 --> 0:00:04,000 X1:0\r\nHello\r\nthere\r\n\r\n2\r\n00:00:04,000 --> 00:00:06,000\r\n<font color=red>Bye</font>\r\n";
    expect(say(text, true)).toEqual(["1–4 Hello there", "4–6 Bye"]);
  });

  const timings = "expected timings such as 00:01:02.500 --> 00:01:05.000, in order";
  test.each([
    [
      "no WebVTT",
      "Hello\n",
      false,
      ['1: no valid signature. (File needs to start with "WEBVTT".), expected "WEBVTT" on the first line'],
    ],
    [
      "a timing that is none",
      "WEBVTT\n\n00:00:01.000 --> soon\nHi\n",
      false,
      [`3: timestamp must start with a character in the range 0-9, ${timings}`],
    ],
    [
      "SubRip in a file of WebVTT",
      "WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nHi\n",
      false,
      [`3: no decimal separator (".") found, ${timings}`],
    ],
    [
      "a timing of SubRip",
      "1\n00:00:01,000 --> 00:00:61,000\nHi\n",
      true,
      [`2: you cannot have more than 59 seconds, ${timings}`],
    ],
    [
      "an end before its beginning",
      "WEBVTT\n\n00:02.000 --> 00:01.000\nHi\n",
      false,
      [`3: end timestamp is not greater than start timestamp, ${timings}`],
    ],
    [
      "nothing that was said",
      "WEBVTT\n\n00:01.000 --> 00:02.000\n \n",
      false,
      ["1: has no captions, expected WebVTT or SubRip"],
    ],
  ])("with %s is refused with its line", (_name, text, isSubRip, expected) => {
    expect(say(text, isSubRip)).toEqual(expected);
  });

  test("that is no transcript is refused for its size", () => {
    expect(say(" ".repeat(5_000_001))).toEqual([
      "1: is too large (5000001 characters), expected at most 5000000",
    ]);
  });
});

describe("the folder of transcripts", () => {
  const ids = new Set(["s1", "s2"]);

  test("has one of each session", () => {
    const { transcripts, mistakes } = compileTranscripts(files("s1.vtt", "s2.vtt"), ids);
    const [first, second] = [...transcripts.values()];
    expect([[...transcripts.keys()], first, mistakes]).toEqual([["s1", "s2"], second, []]);
    expect(first?.mark).toMatch(/^[\da-f]{16}$/);
  });

  test.each([
    ["of no session", "s3.vtt", '"s3" is no session, expected the id of one before the ending'],
    ["twice", "s1.vtt", '"s1" has two transcripts, expected one'],
    ["that is something else", "s2.txt", 'is no transcript, expected a name that ends in ".vtt" or ".srt"'],
  ])("has none %s", (_name, name, message) => {
    const { mistakes } = compileTranscripts(files("s1.vtt", name), ids);
    expect(mistakes).toEqual([{ path: `data/transcripts/${name}`, line: 1, field: "file", message }]);
  });
});

test("a build writes transcripts beside the module, and removes what is no more", async () => {
  const folder = await mkdtemp(join(tmpdir(), "club-data-"));
  const assets = join(folder, ".build/assets/transcripts");
  const build = async () => {
    const compiled = await compileFolder(
      "test/fixtures/session-file",
      join(folder, ".build/data.ts"),
      "1.0.0",
    );
    return [compiled.ok, await readdir(assets)];
  };
  await mkdir(assets, { recursive: true });
  await writeFile(join(assets, "gone.json"), "[]");
  expect(await build()).toEqual([true, []]);
  await rm(folder, { recursive: true });
});

test("the club of the fixtures has a transcript, which the module names and no feed depends on", async () => {
  const folder = await mkdtemp(join(tmpdir(), "club-data-"));
  const compiled = await compileFolder("test/fixtures/club", join(folder, "data.ts"), "1.0.0");
  const [name = ""] = await readdir(join(folder, "assets/transcripts"));
  const module = await readFile(join(folder, "data.ts"), "utf8");
  expect([compiled.ok, module.includes(`"${name.replace(".json", "")}": "`)]).toEqual([true, true]);
  await rm(folder, { recursive: true });
});
