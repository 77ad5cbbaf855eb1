/** The commands on files of series, run as a host runs them. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callCommand, type Called } from "../support/call-command.ts";
import { main as matchSeries } from "./match-series.ts";
import { main as scoreMatches } from "./score-matches.ts";

const ROOT = join(import.meta.dirname, "../..");
const TWO_CLUBS = "test/fixtures/matching/two-clubs.json";
const MISTAKES = "test/fixtures/matching/mistakes.json";
const TWICE = "test/fixtures/matching/twice.json";

interface Run {
  code: number;
  out: string[];
  errors: string[];
}

const MAINS = { "match-series": matchSeries, "score-matches": scoreMatches };

async function run(command: keyof typeof MAINS, ...words: string[]): Promise<Run> {
  return toRun(await callCommand(MAINS[command], words, { folder: ROOT }));
}

function toRun({ status, stdout, stderr }: Called): Run {
  return { code: status, out: toLines(stdout), errors: toLines(stderr) };
}

function toLines(text: string): string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

describe("npm run match", () => {
  it("prints the pairs of each series as JSON", async () => {
    const { code, out, errors } = await run("match-series", TWO_CLUBS);
    expect({ code, pairs: JSON.parse(out.join("\n")) as unknown, errors }).toEqual({
      code: 0,
      pairs: {
        "harbour-club": { kites: "kitesVideo", locks: "locksVideo" },
        "valley-club": { snow: "snowVideo" },
      },
      errors: [],
    });
  });

  it("explains a session that has its recording", async () => {
    expect(await run("match-series", TWO_CLUBS, "--explain", "kites")).toEqual({
      code: 0,
      out: [
        "harbour-club",
        'kites "Kites in Strong Wind", 2026-01-05, Ada Moreau',
        '  recording: kitesVideo "Harbour Club | Kites in Strong Wind", by title: title 0.98, presenter named in the description, 2 days after: 0.99; no other candidate',
        '  0.99 kitesVideo "Harbour Club | Kites in Strong Wind": title 0.98, presenter named in the description, 2 days after - taken',
      ],
      errors: [],
    });
  });

  it("explains a session that has none", async () => {
    expect(await run("match-series", TWO_CLUBS, "--explain=bees")).toEqual({
      code: 0,
      out: [
        "harbour-club",
        'bees "What Bees Remember", 2026-01-19',
        "  no recording: too close to call",
        '  0.99 beesVideo "Harbour Club | What Bees Remember": title 0.98, 2 days after',
        '  0.99 beesCopy "Harbour Club | What Bees Remember": title 0.98, 2 days after',
      ],
      errors: [],
    });
  });

  it("names place, field and expectation of every mistake", async () => {
    expect(await run("match-series", MISTAKES)).toEqual({
      code: 1,
      out: [],
      errors: [
        `${MISTAKES} [0].sessions[0].date: expected a date that exists, as "2026-06-15"`,
        `${MISTAKES} [0].sessions[1].title: expected a text`,
        `${MISTAKES} [0].sessions[1].presenters: expected a list of names`,
        `${MISTAKES} [0].videos[0].id: expected an id, found an empty text`,
        `${MISTAKES} [0].videos[0].publishedAt: expected an instant, as "2026-06-15T17:00:00Z"`,
        `${MISTAKES} [0].truth.kites: expected an id, a text`,
        `${MISTAKES} [1].videos: expected a list of videos`,
      ],
    });
  });

  it("names an id that is used twice", async () => {
    expect(await run("match-series", TWICE)).toEqual({
      code: 1,
      out: [],
      errors: [`${TWICE} [0].sessions[1].id: expected an id of its own, "kites" is that of [0] too`],
    });
  });

  it.each([
    ["a file that is not there", ["nowhere.json"], 1, "nowhere.json: there is no such file or folder"],
    ["a file that is no JSON", ["README.md"], 1, /^README\.md file: is not JSON \(SyntaxError: .*\)$/],
    [
      "a session that is not there",
      [TWO_CLUBS, "--explain", "moon"],
      1,
      `${TWO_CLUBS}: has no session "moon"`,
    ],
    ["no file", [], 2, "expected one FILE, got 0"],
    ["two files", [TWO_CLUBS, MISTAKES], 2, "expected one FILE, got 2"],
  ])("says what is wrong with %s", async (_, args, code, message) => {
    const found = await run("match-series", ...args);
    expect({ code: found.code, out: found.out }).toEqual({ code, out: [] });
    expect(found.errors[0]).toMatch(message);
  });

  it("helps", async () => {
    const { code, out, errors } = await run("match-series", "--help");
    expect({ code, usage: out[0], errors }).toEqual({
      code: 0,
      usage: "npm run -s match -- FILE [--explain SESSION_ID]",
      errors: [],
    });
  });
});

describe("npm run match:score", () => {
  it("prints precision, recall, and what is wrong or missed by kind", async () => {
    expect(await run("score-matches", TWO_CLUBS)).toEqual({
      code: 0,
      out: [
        "precision 0.6667  (2 right of 3 returned)",
        "recall    0.4000  (2 right of 5 known)",
        "",
        "wrong, video has another session: 1",
        '  harbour-club locks "A Short History of Padlocks" (2026-02-02, Dana Kowalczyk) - locksVideo "Harbour Club | A Short History of Padlocks"',
        "      title 0.98, presenter not named, 2 days after: 0.99; no other candidate",
        "",
        "missed, unlike: 1",
        '  harbour-club tides "Reading the Tides" (2026-01-12, Bo Lindqvist) - tidesVideo "Harbour Club | Monday by the sea"',
        "      nothing alike: best tides 0.02",
        "",
        "missed, too close to call: 1",
        '  harbour-club bees "What Bees Remember" (2026-01-19) - beesVideo "Harbour Club | What Bees Remember"',
        "      too close to call with beesCopy 0.99: best bees 0.99",
        "",
        "missed, video given to another session: 1",
        '  harbour-club fog "Fog" (2026-01-26) - locksVideo "Harbour Club | A Short History of Padlocks"',
        "      given to locks: title 0.98, presenter not named, 2 days after: 0.99; no other candidate",
      ],
      errors: [],
    });
  });

  it("asks for the truth", async () => {
    expect(await run("score-matches", "test/fixtures/matching/untold.json")).toEqual({
      code: 1,
      out: [],
      errors: [
        "test/fixtures/matching/untold.json [0].truth: is missing, expected an object, video ids by session id",
      ],
    });
  });
});
