import { expect, test } from "vitest";
import { toRhythm } from "../../src/wording/rhythm.ts";
import { aClub } from "../support/builders.ts";

test.each([
  ["on Mondays at 13:00 (America/New_York)", {}],
  ["every week on Mondays at 13:00 (America/New_York)", { everyWeeks: 1 }],
  ["every 2 weeks on Mondays at 13:00 (America/New_York)", { everyWeeks: 2 }],
])("a club meets %s", (expected, fields) => {
  expect(toRhythm(aClub(fields))).toBe(expected);
});
