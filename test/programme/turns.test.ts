import { expect, test } from "vitest";
import { toSpan } from "../../src/programme/turns.ts";

const SESSIONS = [
  { startsAt: 100, endsAt: 200 },
  { startsAt: 150, endsAt: 300 },
];

test.each([
  [50, { since: 0, until: 100 }],
  [100, { since: 100, until: 150 }],
  [199, { since: 150, until: 200 }],
  [300, { since: 300, until: null }],
])("at %i the pages are right in %o", (now, span) => {
  expect(toSpan(SESSIONS, now)).toEqual(span);
});

test("without sessions they are right for ever", () => {
  expect(toSpan([], 5)).toEqual({ since: 0, until: null });
});
