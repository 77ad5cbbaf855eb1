import * as v from "valibot";
import { expect, test } from "vitest";
import {
  API_STATE,
  countUnits,
  isAskable,
  toStateAfterFault,
  toStateAfterRequest,
  UNASKED,
  UNITS_A_DAY,
} from "../../src/publisher/api-state.ts";

/** Seven in the morning in UTC is midnight in California, in summer. */
const EVENING = Date.UTC(2026, 5, 17, 6, 59);
const MIDNIGHT = Date.UTC(2026, 5, 17, 7);

test("no more than 2,000 units are spent in a day of California, and counting begins anew at its midnight", () => {
  let state = UNASKED;
  let asked = 0;
  while (isAskable(state, 2, EVENING)) {
    state = toStateAfterRequest(toStateAfterRequest(state, EVENING), EVENING);
    asked += 2;
  }
  expect([
    asked,
    countUnits(state, EVENING),
    countUnits(state, MIDNIGHT),
    isAskable(state, 2, MIDNIGHT),
  ]).toEqual([UNITS_A_DAY, 2_000, 0, true]);
});

const wait = (now: number) => toStateAfterFault(UNASKED, { reason: "quota_exceeded" }, now).waitsUntil;

test("a quota that is used up is waited for until midnight in California, in winter as well", () => {
  expect([wait(EVENING), wait(MIDNIGHT), wait(Date.UTC(2026, 11, 1, 12))]).toEqual([
    MIDNIGHT,
    MIDNIGHT + 86_400_000,
    Date.UTC(2026, 11, 2, 8),
  ]);
});

test("what fails again and again is asked less and less often, every six hours at least", () => {
  let state = UNASKED;
  const waits = [1, 2, 3, 4, 5, 6, 7].map(() => {
    state = toStateAfterFault(state, { reason: "network" }, EVENING);
    return ((state.waitsUntil ?? 0) - EVENING) / 60_000;
  });
  expect([waits, state.failingSince]).toEqual([[15, 30, 60, 120, 240, 360, 360], EVENING]);
});

test("after a clock that was years ahead nothing is waited for", () => {
  const state = { ...UNASKED, waitsUntil: EVENING + 400 * 86_400_000 };
  expect([isAskable(state, 2, EVENING), v.is(API_STATE, state)]).toEqual([true, true]);
});
