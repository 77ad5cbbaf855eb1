/** A club's past against the sessions that are there. */
import { expect, test } from "vitest";
import { compileData } from "../../../src/build/compile-data.ts";
import { UNSAID, type PastSession } from "../../../src/commands/import/past-session.ts";
import { planPast } from "../../../src/commands/import/plan-past.ts";

const CLUB = `name: Paris Probability Club
shortName: PPC
description: About probability.
siteUrl: https://ppc.example
uidDomain: ppc.example
firstYear: 2023
timeZone: Europe/Paris
usual: { weekday: Thursday, start: 14:00, duration: 60 }
retired: [taken-back]
`;
const KNOTS = "---\nid: knots-event-of-the-club\ntitle: Knots and links\ndate: 2024-03-14\n---\n";

const aPast = (changes: Partial<PastSession> = {}): PastSession => ({
  ...UNSAID,
  place: "event 1",
  id: "knots-event-of-the-club",
  title: "Knots and links",
  date: "2024-03-14",
  clock: "14:00",
  ...changes,
});

function plan(...pasts: PastSession[]) {
  const files = [
    { path: "data/club.yaml", text: CLUB },
    { path: "data/sessions/knots.md", text: KNOTS },
  ];
  const compiled = compileData(files, "data");
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  const { planned, passedOver } = planPast(pasts, files, compiled.value, "data");
  return {
    planned: planned.map(({ path, state, differences }) => [
      path,
      state,
      ...differences.map(({ field, isTaken }) => (isTaken ? `+ ${field}` : field)),
    ]),
    passedOver: passedOver.map(({ reason }) => reason),
  };
}

test("what is there already is the same", () => {
  expect(plan(aPast())).toEqual({ planned: [["data/sessions/knots.md", "same"]], passedOver: [] });
});

test("an event that was moved and renamed since the first import is the same session, and its new time is not taken by halves", () => {
  expect(
    plan(aPast({ title: "Braids", date: "2024-03-15", start: "15:00", clock: "15:00", location: "Room 5" })),
  ).toEqual({
    planned: [["data/sessions/knots.md", "lacks", "title", "date", "start", "+ location"]],
    passedOver: [],
  });
});

test.each([
  [{ title: "Knots & Links", date: "2024-03-14" }],
  [{ title: "On knots and links", date: "2024-03-14" }],
  [{ title: "Knots and links", date: "2024-03-21" }],
])("a row with %j is the session that is there", (changes) => {
  const { planned, passedOver } = plan(aPast({ id: null, ...changes }));
  expect([planned.map(([path]) => path), passedOver]).toEqual([["data/sessions/knots.md"], []]);
});

test("a row of the same day with another title is not written a second time", () => {
  expect(plan(aPast({ id: null, title: "Braids" }))).toEqual({
    planned: [],
    passedOver: [
      '"Braids" may be data/sessions/knots.md, which has another title on that day ("Knots and links"): where it is the same, write one title in both; where it is another, use --apart',
    ],
  });
});

test("new sessions take the number's id, or the day where there is none", () => {
  const { planned } = plan(
    aPast({ id: null, title: "A", date: "2024-05-02", number: 7 }),
    aPast({ id: null, title: "B", date: "2024-05-09" }),
    aPast({ id: null, title: "C", date: "2024-05-09" }),
  );
  expect(planned).toEqual([
    ["data/sessions/2024-05-02-s7.md", "new"],
    ["data/sessions/2024-05-09.md", "new"],
    ["data/sessions/2024-05-09-2.md", "new"],
  ]);
});

test("a session that was taken back does not come again, and one that is there twice comes once", () => {
  const other = { id: "braids-event-of-the-club", title: "Braids", date: "2024-03-21" };
  expect(
    plan(aPast({ id: "taken-back", title: "X", date: "2024-01-04" }), aPast(other), aPast(other)),
  ).toEqual({
    planned: [["data/sessions/2024-03-21-braids-event-of-the-club.md", "new"]],
    passedOver: [
      '"X" was taken back: taken-back is retired',
      '"Braids" is there twice (braids-event-of-the-club)',
    ],
  });
});
