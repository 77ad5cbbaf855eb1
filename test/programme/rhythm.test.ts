import { expect, test } from "vitest";
import { toNextMeeting } from "../../src/programme/rhythm.ts";
import { aClub } from "../support/builders.ts";

const THURSDAYS = aClub({ usual: { weekday: 4, start: "18:00", durationMinutes: 60 } });

test.each<[string, number | undefined, string, string[], string]>([
  ["weekly is the next usual weekday", undefined, "2026-06-15", [], "2026-06-18"],
  ["today counts", undefined, "2026-06-18", [], "2026-06-18"],
  ["one that is taken is passed over", 1, "2026-06-15", ["2026-06-18", "2026-06-25"], "2026-07-02"],
  ["every two weeks goes on from the latest", 2, "2026-06-19", ["2026-06-04", "2026-06-18"], "2026-07-02"],
  ["also long after it", 3, "2026-06-19", ["2025-06-05"], "2026-07-09"],
  ["a session on another weekday sets no pace", 2, "2026-06-19", ["2026-06-18", "2026-06-23"], "2026-07-02"],
  ["what is planned further on sets it, too", 2, "2026-06-15", ["2026-07-09"], "2026-06-25"],
  ["with none before, the first usual weekday begins it", 2, "2026-06-15", [], "2026-06-18"],
])("the next meeting: %s", (_name, everyWeeks, today, taken, expected) => {
  const club = everyWeeks === undefined ? THURSDAYS : { ...THURSDAYS, everyWeeks };
  expect(toNextMeeting(club, today, new Set(taken))).toBe(expected);
});
