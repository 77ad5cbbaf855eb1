import { expect, test } from "vitest";
import { toClock } from "../../src/wording/clock.ts";

test("seconds are said as players say them", () => {
  expect([0, 59, 60, 754, 3600, 3723, 36_000].map(toClock)).toEqual([
    "0:00",
    "0:59",
    "1:00",
    "12:34",
    "1:00:00",
    "1:02:03",
    "10:00:00",
  ]);
});
