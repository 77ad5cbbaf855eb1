/** When a hook is reminded of a session. */
import { describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "../../../src/programme/instant.ts";
import type { PublishedProgramme } from "../../../src/programme/publication.ts";
import type { Session } from "../../../src/programme/session.ts";
import { toReminders } from "../../../src/push/hooks/reminders.ts";
import {
  aNotice,
  aPublishedProgramme,
  aPublishedSession,
  aSession,
  someDates,
} from "../../support/builders.ts";

const START = aSession().startsAt;
const HOOK = { before: [1_440, 60], posts: ["announced", "moved", "cancelled", "replay"] } as const;
const hook = { before: [...HOOK.before], posts: [...HOOK.posts] };

const of = (session: Partial<Session>, fields: Partial<PublishedProgramme> = {}) =>
  aPublishedProgramme({ sessions: [aPublishedSession(session)], ...fields });

const leads = (programme: PublishedProgramme, now: number, wanted = hook) =>
  toReminders(wanted, programme, now).map(({ minutes }) => minutes);

test("a day before until twelve hours before, an hour before until the start", () => {
  expect(toReminders(hook, of({}), START - 3 * DAY)).toEqual([
    {
      id: "session/s21/reminder/1440/2026-06-15T17:00:00Z",
      sessionId: "s21",
      startsAt: START,
      minutes: 1_440,
      dueAt: START - DAY,
      usefulUntil: START - 12 * HOUR,
    },
    {
      id: "session/s21/reminder/60/2026-06-15T17:00:00Z",
      sessionId: "s21",
      startsAt: START,
      minutes: 60,
      dueAt: START - HOUR,
      usefulUntil: START,
    },
  ]);
});

test.each([
  [START - 12 * HOUR - 1, [1_440, 60]],
  [START - 12 * HOUR, [60]],
  [START - 1, [60]],
  [START, []],
])("what is useful no more is none: at %d", (now, expected) => {
  expect(leads(of({}), now)).toEqual(expected);
});

test.each(["cancelled", "postponed"] as const)("none of a session that is %s", (status) => {
  expect(leads(of({ status }), START - 3 * DAY)).toEqual([]);
});

test("a tentative one is reminded of", () => {
  expect(leads(of({ status: "tentative" }), START - 3 * DAY)).toEqual([1_440, 60]);
});

test("one whose time is to be announced is reminded of as if it began at noon, and not an hour before", () => {
  const midnight = Date.UTC(2026, 5, 15, 4);
  const programme = of({ isAllDay: true, startsAt: midnight, endsAt: midnight + DAY });
  expect(
    toReminders(hook, programme, START - 4 * DAY).map(({ dueAt, usefulUntil }) => [dueAt, usefulUntil]),
  ).toEqual([[midnight + 12 * HOUR - DAY, midnight]]);
});

describe("where the news itself came later than the reminder", () => {
  const late = aPublishedProgramme({
    sessions: [aPublishedSession({}, { announcement: someDates(START - 20 * HOUR) })],
  });
  const moved = of(
    {},
    {
      notices: [
        aNotice({ sequence: 10, dates: someDates(START - 20 * HOUR) }),
        aNotice({ sequence: 2, dates: someDates(START - 5 * DAY) }),
      ],
    },
  );
  test.each([
    ["announced", late],
    ["moved", moved],
  ] as const)("there is none a day before: %s", (_news, programme) => {
    expect(leads(programme, START - 19 * HOUR)).toEqual([60]);
  });

  test.each([
    ["announced", late],
    ["moved", moved],
  ] as const)("there is one where the hook is not told that it is %s", (news, programme) => {
    const posts = hook.posts.filter((post) => post !== news);
    expect(leads(programme, START - 19 * HOUR, { ...hook, posts })).toEqual([1_440, 60]);
  });

  test("there is one an hour before, for it says how to take part", () => {
    const sessions = [aPublishedSession({}, { announcement: someDates(START - 30 * MINUTE) })];
    expect(leads(aPublishedProgramme({ sessions }), START - 29 * MINUTE)).toEqual([60]);
  });
});

test("a moved session has others, and the first due stands first", () => {
  const sessions = [
    aPublishedSession({ id: "s22", startsAt: START + DAY, endsAt: START + DAY + HOUR }),
    aPublishedSession(),
  ];
  expect(toReminders(hook, aPublishedProgramme({ sessions }), START - 3 * DAY).map(({ id }) => id)).toEqual([
    "session/s21/reminder/1440/2026-06-15T17:00:00Z",
    "session/s21/reminder/60/2026-06-15T17:00:00Z",
    "session/s22/reminder/1440/2026-06-16T17:00:00Z",
    "session/s22/reminder/60/2026-06-16T17:00:00Z",
  ]);
});
