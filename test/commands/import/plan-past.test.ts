/** A club's past against the sessions that are there. */
import { expect, test } from "vitest";
import { compileData } from "../../../src/build/compile-data.ts";
import { UNSAID, type PastSession } from "../../../src/commands/import/past-session.ts";
import { planPast } from "../../../src/commands/import/plan-past.ts";
import { A_CLUB_FILE } from "./support.ts";

const CLUB = `${A_CLUB_FILE}retired: [taken-back]
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
  return planBeside([KNOTS], ...pasts);
}

/** @param texts of the session files that are there */
function planBeside(texts: readonly string[], ...pasts: PastSession[]) {
  const files = [
    { path: "data/club.yaml", text: CLUB },
    ...texts.map((text) => ({
      path: `data/sessions/${/^id: (.+)$/m.exec(text)?.[1]?.split("-")[0]}.md`,
      text,
    })),
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
      '"Braids" may be data/sessions/knots.md, which has another title on that day ("Knots and links"): where it is the same, write one title in both; where it is another, use --all',
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

const aFile = (id: string, title: string, date: string, more = ""): string =>
  `---\nid: ${id}\ntitle: ${title}\ndate: ${date}\n${more}---\n`;

test("a session that was known by its title is known by its name from then on", () => {
  const past = aPast({ id: "the-name-of-a-calendar" });
  expect(plan(past).planned).toEqual([["data/sessions/knots.md", "lacks", "+ knownAs"]]);
  const known = aFile("s1", "Knots and links", "2024-03-14", "knownAs: [other, the-name-of-a-calendar]\n");
  expect(planBeside([known], past).planned).toEqual([["data/sessions/s1.md", "same"]]);
  expect(planBeside([known], { ...past, title: "Braids", date: "2024-04-11" }).planned).toEqual([
    ["data/sessions/s1.md", "differs", "title", "date"],
  ]);
});

test("an event named like its series is the session of a sheet at that time, and its title is no title", () => {
  const sheet = aFile("s1", "Knots", "2024-03-14", "number: 1\n");
  const event = aPast({ id: "event-a", title: "Paris Probability Club" });
  expect(planBeside([sheet], event)).toEqual({
    planned: [["data/sessions/s1.md", "lacks", "+ knownAs"]],
    passedOver: [],
  });
  expect(planBeside([sheet], { ...event, clock: "18:00", start: "18:00" }).planned).toEqual([
    ["data/sessions/2024-03-14-event-a.md", "new"],
  ]);
});

test("a row's title is that of an event named like its series, or like who presents", () => {
  const row = aPast({ id: null, title: "Knots", presenters: [{ name: "Ada Lovelace" }] });
  for (const title of ["PPC", "Ada Lovelace"])
    expect(planBeside([aFile("event-a", title, "2024-03-14")], row).planned).toEqual([
      ["data/sessions/event.md", "lacks", "+ title", "+ presenters[Ada Lovelace]"],
    ]);
});

test("three of one title are a series of no title", () => {
  const days = ["2024-03-14", "2024-03-21", "2024-03-28"];
  const files = days.map((day, index) => aFile(`s${index + 1}`, `Title ${"abc"[index]}x`, day));
  const events = days.map((date, index) =>
    aPast({ id: `event-${"abc"[index]}`, title: "Reading group", date }),
  );
  expect(planBeside(files, ...events).planned.map(([path]) => path)).toEqual([
    "data/sessions/s1.md",
    "data/sessions/s2.md",
    "data/sessions/s3.md",
  ]);
});

test("an event with another title at the time of a session that is there is not written a second time", () => {
  const event = aPast({ id: "event-a", title: "Braids" });
  expect(plan(event)).toEqual({
    planned: [],
    passedOver: [
      '"Braids" may be data/sessions/knots.md, which has another title on that day ("Knots and links"): where it is the same, write one title in both; where it is another, use --all',
    ],
  });
});

test("the same people and a similar title, or the same number, are the same session on another day", () => {
  const file = aFile("s7", "Knots", "2024-03-14", "number: 7\npresenters: [{ name: Ada Lovelace }]\n");
  const ada = { id: null, date: "2024-04-11", presenters: [{ name: "Ada Lovelace" }] };
  for (const changes of [{ title: "Knots, again" }, { title: "Braids", number: 7 }])
    expect(planBeside([file], aPast({ ...ada, ...changes })).planned.map(([path]) => path)).toEqual([
      "data/sessions/s7.md",
    ]);
  expect(planBeside([file], aPast({ ...ada, title: "Braids" })).planned).toEqual([
    ["data/sessions/2024-04-11.md", "new"],
  ]);
});

test("a number that another session has is doubted, and is not given a second time", () => {
  const file = aFile("s7", "Knots", "2024-03-14", "number: 7\n");
  const row = aPast({ id: null, title: "Braids", date: "2024-04-11", number: 7 });
  expect(planBeside([file], row).passedOver).toEqual([
    '"Braids" may be data/sessions/s7.md, which has its number 7 and another title ("Knots"): where it is the same, write one title in both; where it is another, use --all',
  ]);
  const knots = aPast({ id: null, title: "Knots", number: 8 });
  expect(planBeside([file], knots, row).planned).toEqual([
    ["data/sessions/s7.md", "differs", "number"],
    ["data/sessions/2024-04-11.md", "new"],
  ]);
});

test("a posting that says no day is the session of its title near it; else it is doubted but on the club's weekday", () => {
  const posting = aPast({
    id: "post-a",
    title: "Braids",
    date: "2024-03-11",
    clock: undefined,
    isDayOfPosting: true,
  });
  expect(planBeside([aFile("s7", "Braids", "2024-03-14")], posting).planned).toEqual([
    ["data/sessions/s7.md", "lacks", "+ knownAs"],
  ]);
  expect(planBeside([aFile("s7", "On braids", "2024-09-12")], posting)).toEqual({
    planned: [],
    passedOver: [
      '"Braids" says no day, and was posted on Monday 11 March 2024, no Thursday: use --all where that is its day',
    ],
  });
  expect(planBeside([], { ...posting, date: "2024-03-14" }).planned).toEqual([
    ["data/sessions/2024-03-14-post-a.md", "new"],
  ]);
});

test("a passcode comes with its address, and a replay that is there in other words is the same", () => {
  const file = aFile(
    "s7",
    "Knots and links",
    "2024-03-14",
    "join: https://zoom.us/j/1\nreplay: [dQw4w9WgXcQ, https://vimeo.com/76979871]\nchair: { name: Emmy Noether }\n",
  );
  const past = aPast({
    id: null,
    join: "https://zoom.us/j/2",
    passcode: "4711",
    replay: "https://youtu.be/dQw4w9WgXcQ",
    chair: [{ name: "Emmy Noether" }],
    tags: ["knots"],
  });
  expect(planBeside([file], past).planned).toEqual([
    ["data/sessions/s7.md", "lacks", "join", "passcode", "+ tags"],
  ]);
  expect(planBeside([file], { ...past, join: "https://zoom.us/j/1" }).planned).toEqual([
    ["data/sessions/s7.md", "lacks", "+ passcode", "+ tags"],
  ]);
});
