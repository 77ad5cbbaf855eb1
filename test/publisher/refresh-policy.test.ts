import { describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "../../src/programme/instant.ts";
import type { ProgrammeSession } from "../../src/programme/programme.ts";
import {
  isFetchDue,
  isReplayAwaited,
  toAwaited,
  type RefreshState,
} from "../../src/publisher/refresh-policy.ts";
import { UNTRIED, type SourceHealth } from "../../src/publisher/source-health.ts";
import { aSession } from "../support/builders.ts";

const ATTEMPT = Date.UTC(2026, 5, 20, 12);
const fine: SourceHealth = { ...UNTRIED, lastAttemptAt: ATTEMPT, lastSuccessAt: ATTEMPT };
const failing = (consecutiveFailures: number, retryAfterSeconds: number | null = null): SourceHealth => ({
  ...fine,
  consecutiveFailures,
  retryAfterSeconds,
  lastError: "status 404, expected 200",
});
const endedAt = (endsAt: number): ProgrammeSession => ({
  session: aSession({ startsAt: endsAt - HOUR, endsAt }),
  recording: null,
});

/** Of an object that has been awake since, with nothing awaited. */
const aState = (changes: Partial<RefreshState>): RefreshState => ({
  health: fine,
  isRecalled: false,
  awaited: () => [],
  trialInterval: null,
  ...changes,
});

/** The first quarter of an hour after the attempt, as the cron meets it, at which a fetch is due. */
function toFirstDue(
  health: SourceHealth,
  sessions: ProgrammeSession[] = [],
  trialInterval: number | null = null,
): number {
  for (let minutes = 0; minutes < 3_000; minutes += 15) {
    const state = aState({ health, awaited: () => toAwaited(sessions, ATTEMPT), trialInterval });
    if (isFetchDue(state, ATTEMPT + minutes * MINUTE)) return minutes;
  }
  return Number.POSITIVE_INFINITY;
}

/** The crons at which an object asks that knows what is written alone, in minutes after that; it forgets each. */
const toAsks = (changes: Partial<RefreshState>, jitter = 0): number[] =>
  Array.from({ length: 14 }, (_, index) => (index + 1) * 15).filter((minutes) =>
    isFetchDue(aState({ ...changes, isRecalled: true }), ATTEMPT + minutes * MINUTE + jitter),
  );

describe("refresh policy", () => {
  test("fetches at once when nothing was ever tried", () => {
    expect(isFetchDue(aState({ health: UNTRIED }), ATTEMPT)).toBe(true);
  });

  test("fetches at once when the clock has jumped back behind the last attempt", () => {
    const due = [DAY, MINUTE, 10_000].map((back) => isFetchDue(aState({}), ATTEMPT - back));
    expect(due).toEqual([true, true, false]);
  });

  test("fetches hourly as a rule", () => expect(toFirstDue(fine)).toBe(60));

  test("fetches every 15 minutes in the three days after a session whose replay is missing", () => {
    expect([
      toFirstDue(fine, [endedAt(ATTEMPT - DAY)]),
      toFirstDue(fine, [endedAt(ATTEMPT - 4 * DAY)]),
    ]).toEqual([15, 60]);
  });

  test("backs off while the source fails, to a quarter of the pace", () => {
    const awaited = [endedAt(ATTEMPT - HOUR)];
    expect([1, 2, 3, 4, 9].map((failures) => toFirstDue(failing(failures)))).toEqual([
      75, 150, 285, 285, 285,
    ]);
    expect([1, 2, 3, 4, 9].map((failures) => toFirstDue(failing(failures), awaited))).toEqual([
      30, 45, 75, 75, 75,
    ]);
  });

  test("never asks before Retry-After has passed, and does not believe one of a year", () => {
    expect([toFirstDue(failing(1, 7_200)), toFirstDue(failing(1, 31_536_000))]).toEqual([120, 1_440]);
  });

  test("obeys a trial's interval instead, also while failing", () => {
    expect([toFirstDue(failing(5), [], 0), toFirstDue(fine, [], 30 * MINUTE)]).toEqual([0, 30]);
  });

  describe("of an object that knows what is written alone", () => {
    test("asks once an hour as if it knew of its asks, until so long ago that it has none", () => {
      expect(toAsks({})).toEqual([60, 120, 180, 195, 210]);
    });

    test("asks as often, where crons are early or late", () => {
      expect([toAsks({}, -29_000), toAsks({}, 14 * MINUTE)].map((asks) => asks.slice(0, 2))).toEqual([
        [60, 120],
        [60, 120],
      ]);
    });

    test("asks every quarter of an hour while a replay is awaited, and as often as a trial wants", () => {
      const every = Array.from({ length: 14 }, (_, index) => (index + 1) * 15);
      expect([toAsks({ awaited: () => [ATTEMPT - DAY] }), toAsks({ trialInterval: 0 })]).toEqual([
        every,
        every,
      ]);
      expect(toAsks({ trialInterval: 30 * MINUTE }).slice(0, 3)).toEqual([30, 60, 90]);
    });

    test("knows its failures: all of them are written", () => {
      expect(toAsks({ health: failing(1) })).toEqual(
        Array.from({ length: 10 }, (_, index) => 75 + index * 15),
      );
    });
  });

  test("spreads the clubs: two attempts at different instants do not back off alike", () => {
    const dueSeconds = [0, 1, 2, 3].map((offset) => {
      const health = { ...failing(4), lastAttemptAt: ATTEMPT + offset };
      let now = ATTEMPT;
      while (!isFetchDue(aState({ health }), now)) now += 1_000;
      return now;
    });
    expect(new Set(dueSeconds).size).toBe(4);
  });
});

describe("a replay is awaited", () => {
  const at = ATTEMPT;
  const ended = endedAt(ATTEMPT - HOUR);
  test.each([
    ["after a session without one", ended, true],
    ["not before the end", endedAt(ATTEMPT + HOUR), false],
    [
      "not when a person said there is none",
      { ...ended, session: { ...ended.session, replay: "none" as const } },
      false,
    ],
    [
      "not after a cancelled session",
      { ...ended, session: { ...ended.session, status: "cancelled" as const } },
      false,
    ],
    [
      "not once it is there",
      { ...ended, recording: { videoId: "videoAAAAA0", state: "replay" as const } },
      false,
    ],
  ])("%s", (_when, item, awaited) => {
    expect(isReplayAwaited(toAwaited([item], at - DAY), at)).toBe(awaited);
  });
});
