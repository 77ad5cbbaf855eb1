/** A new session file. */
import { expect, test } from "vitest";
import { toNextId, toNextNumber } from "../../src/commands/announce/plan.ts";
import { toTemplate } from "../../src/commands/new.ts";
import { readSessionFile } from "../../src/build/session-file.ts";

test.each([
  [["s6", "s21", "dllm-2025-a"], undefined, "s22"],
  [["s6", "s21"], 20, "s20"],
  [["s20", "s21"], 21, "s22"],
  [["talk-08", "talk-09"], undefined, "talk-10"],
  [[], undefined, "s1"],
])("after %j, with number %s, comes %s", (used, number, id) => {
  expect(toNextId(used, number)).toBe(id);
});

test.each([
  [[6, 7], 8],
  [[21, 22, undefined], 23],
  [[undefined, 7, 6], 8],
  [[6, undefined, undefined, undefined], undefined],
  [[], undefined],
])("after sessions with the numbers %j comes %s", (numbers, next) => {
  const sessions = numbers.map((number) => (number === undefined ? {} : { number }));
  expect(toNextNumber(sessions)).toBe(next);
});

test("the template is a session file without mistakes", () => {
  const text = toTemplate(
    { id: "s22", number: 22, title: "Knots: a start", date: "2026-06-22" },
    "13:00, 90 minutes",
  );
  const club = { timeZone: "America/New_York", usual: { start: "13:00", duration: 90 }, retired: [] };
  const { session, mistakes } = readSessionFile(text, club);
  expect({
    mistakes,
    number: session?.number,
    title: session?.title,
    date: session?.date,
    abstract: session?.abstract,
  }).toEqual({
    mistakes: [],
    number: 22,
    title: "Knots: a start",
    date: "2026-06-22",
    abstract: { html: "", text: "" },
  });
});
