import { expect, test } from "vitest";
import { HOUR, MINUTE } from "../../src/programme/instant.ts";
import { toPause } from "../../src/push/retry.ts";

test("pauses grow from a minute to six hours, and stay there", () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 100].map((failures) => toPause(failures, null) / MINUTE);
  expect(pauses).toEqual([1, 5, 15, 60, 180, 360, 360, 360]);
});

test("a pause is never shorter than Retry-After, and never longer than a day because of it", () => {
  expect([toPause(1, 30), toPause(1, 7_200), toPause(1, 10 ** 9)]).toEqual([MINUTE, 2 * HOUR, 24 * HOUR]);
});
