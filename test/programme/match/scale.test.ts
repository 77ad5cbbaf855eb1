/** Twice the input takes twice the time: nothing that people paste may hold the service up. */
import { describe, it } from "vitest";
import { toNewsInput } from "../../matching/large-club.ts";
import { matchRecordings } from "../../../src/programme/match/match-recordings.ts";
import type { MatchInput } from "../../../src/programme/match/match.ts";
import { expectLinear, fill } from "../../support/linear.ts";
import { anUpload, aTalk, matchAll, PAGES_URL } from "./support.ts";

const KILOBYTE = 1_024;

const talks = [
  aTalk("2026-01-05-kites", "Kites in Strong Wind", ["Ada Moreau"], { number: 20 }),
  aTalk("2026-01-12-tides", "Reading the Tides", ["Bo Lindqvist"], { number: 21, week: 1 }),
];

/** Words of letters, no two alike at their start. */
const toDistinctWords = (letter: string, length: number) =>
  Array.from(
    { length: length / 6 },
    (_, at) => letter + at.toString(10).replace(/\d/g, (digit) => "abcdefghij"[Number(digit)]!),
  ).join(" ");

describe("matching takes time in proportion to", { retry: 2, timeout: 60_000 }, () => {
  it.each([
    "kites and tides ",
    "#21 ",
    "S0",
    "session \u00a0",
    "session 21 ",
    "\u00e9\u0301",
    "2026 1 1 ",
    "\u6f6e",
    ".",
  ])("a video's title of %j", async (text) => {
    await expectLinear(
      (size) => matchAll(talks, [anUpload("video", `session ${fill(text, size)}`)]),
      128 * KILOBYTE,
    );
  });

  it("titles and names of words that are all different", async () => {
    await expectLinear((size) => {
      const [title = "", name = "", other = ""] = ["k", "n", "o"].map((letter) =>
        toDistinctWords(letter, size),
      );
      return matchAll([aTalk("long", `Kites ${title}`, [name])], [anUpload("video", `Kites ${other}`)]);
    }, 16 * KILOBYTE);
  });

  it.each([
    "2026-01-05-kites ",
    "x",
    "-",
    ".",
    " ",
    "next ",
    `${PAGES_URL}/sessions/2026-01-05-kites `,
    "/sessions/",
    "/sessions/.",
    "session id ",
    "\n",
    "\u0416",
  ])("a description of one line of %j", async (text) => {
    await expectLinear((size) => {
      const description = `/sessions/x session id${fill(text, size)}!`;
      return matchAll(talks, [anUpload("video", "Kites", 2, description)]);
    }, 128 * KILOBYTE);
  });

  it("the sessions, when fifteen videos are new", async () => {
    const inputs = new Map<number, MatchInput>(
      [1_000, 2_000].map((size) => [size, toNewsInput(size, 15, true)]),
    );
    await expectLinear((size) => Array.from({ length: 5 }, () => matchRecordings(inputs.get(size)!)), 1_000);
  });
});
