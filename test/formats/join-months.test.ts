import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/formats/entry.ts";
import { joinMonths } from "../../src/formats/join-months.ts";

/** Named by the instant that it was published at. */
const an = (date: string): Entry => ({
  kind: "video",
  id: date,
  title: "",
  url: "",
  publishedAt: Date.parse(date),
  updatedAt: 0,
  authors: [],
  tags: [],
  html: "",
  text: "",
  summary: "",
});

const join = (...dates: string[]) => [
  ...joinMonths(dates.map(an), { around: ["<", ">"], write: ({ id }) => `[${id}]` }),
];

describe("the pieces of a feed", () => {
  test.each([
    ["no entry", [], ["<>"]],
    ["one", ["2026-06-17"], ["<[2026-06-17]>"]],
    ["some of one month", ["2026-06-17", "2026-06-01"], ["<[2026-06-17][2026-06-01]>"]],
    [
      "those of several months",
      ["2026-06-17", "2026-05-31", "2026-05-30", "2025-05-31"],
      ["<[2026-06-17]", "[2026-05-31][2026-05-30]", "[2025-05-31]>"],
    ],
    [
      "the turn of a month of UTC",
      ["2026-06-01T00:00:00Z", "2026-05-31T23:59:59Z"],
      ["<[2026-06-01T00:00:00Z]", "[2026-05-31T23:59:59Z]>"],
    ],
  ])(
    "are its months, and what stands around them is with the first and the last: %s",
    (_name, dates, pieces) => {
      expect(join(...dates)).toEqual(pieces);
    },
  );
});
