import { expect, test } from "vitest";
import { readTranscriptFile } from "../../src/build/transcript-file.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import { aPublication } from "../support/builders.ts";
import { textOf } from "../support/documents.ts";

const transcript = [
  { from: 0, to: 2.5, text: "Welcome." },
  { from: 61.25, to: 3_725.999, text: "If a < b & b > c --> done" },
];
const write = (session: string) =>
  textOf("session-transcript", aPublication({ transcript }), { ...WHOLE, session });

test("a transcript is WebVTT, with times of hours and what could be a tag or a timing escaped", () => {
  expect(write("s21")).toBe(`WEBVTT

00:00:00.000 --> 00:00:02.500
Welcome.

00:01:01.250 --> 01:02:05.999
If a &lt; b &amp; b &gt; c --&gt; done
`);
});

test("the W3C's parser reads back what was written", () => {
  expect(readTranscriptFile(write("s21"), false)).toEqual({ cues: transcript, mistakes: [] });
});
