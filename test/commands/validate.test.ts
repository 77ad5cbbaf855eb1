/** What is legal and probably not meant. */
import { expect, test } from "vitest";
import { compileData } from "../../src/build/compile-data.ts";
import { toMistakeLine } from "../../src/build/mistake.ts";
import { findWarnings, toWarningLines, type Warning } from "../../src/commands/validate.ts";

const CLUB = `name: Example
shortName: E
description: About examples.
siteUrl: https://example.org
uidDomain: example.org
firstYear: 2025
timeZone: America/New_York
usual: { weekday: Monday, start: 13:00, duration: 90 }
youtube: { channelId: UCexampleexampleexampleA }
`;

function findAll(...sessions: string[]): Warning[] {
  const files = sessions.map((yaml, index) => ({
    path: `data/sessions/${index}.md`,
    text: `---\nid: s${index}\ntitle: Session ${index}\n${yaml}---\n`,
  }));
  const data = compileData([{ path: "data/club.yaml", text: CLUB }, ...files]);
  if (!data.ok) throw new Error(data.error.mistakes.map(toMistakeLine).join("\n"));
  return findWarnings(data.value, Date.UTC(2026, 5, 12));
}

function warn(...sessions: string[]): string[] {
  return findAll(...sessions).map(toMistakeLine);
}

const ADA = "presenters:\n  - name: Ada Example\n";

test("a usual session to come is as it should be", () => {
  expect(warn(`date: 2026-06-15\n${ADA}`)).toEqual([]);
});

test("an unusual weekday, nobody, two on a day, links and handles in names, and no replay are warned of", () => {
  expect(
    warn(
      `date: 2026-06-16\n${ADA}`,
      "date: 2026-06-15\n",
      "date: 2026-06-15\npresenters:\n  - name: Ada (@ada)\n  - name: Bob https://bob.example\n",
      `date: 2026-06-01\n${ADA}`,
      `date: 2026-05-25\nreplay: none\n${ADA}`,
      "date: 2026-05-18\nstatus: cancelled\n",
    ),
  ).toEqual([
    "data/sessions/0.md:4 date: Tuesday 16 June 2026 is not the club's usual Monday",
    "data/sessions/1.md:1 presenters: nobody presents",
    "data/sessions/2.md:4 date: 2026-06-15 has another session: data/sessions/1.md",
    "data/sessions/2.md:6 presenters[0].name: has a handle in it, which belongs under x",
    "data/sessions/2.md:7 presenters[1].name: has a link in it, which belongs under url",
    'data/sessions/3.md:1 replay: is over and names no replay: none is needed if the service finds it (npm run matches); "replay: none" if it was not recorded',
  ]);
});

test("a formula that cannot be read is warned of, at its line", () => {
  const warnings = warn(`date: 2026-06-15\n${ADA}---\n\nLet $x$ be\n$\\E[x]$.\n`);
  expect(warnings).toEqual([
    String.raw`data/sessions/0.md:10 abstract: "$\\E[x]$" is shown as it is written, as it cannot be read as a formula: Unsupported function name: \E`,
  ]);
});

test("what differs only in a date, an id or whose name it is, is of one kind", () => {
  const tuesdays = ["2026-06-16", "2026-06-23"].map((date) => `date: ${date}\n${ADA}`);
  const crowds = ["2026-06-29", "2026-07-06"].map(
    (date) => `date: ${date}\npresenters:\n  - name: Bob\n  - name: Ada (@ada)\n`,
  );
  const doubles = ["2026-06-29", "2026-07-06"].map((date) => `date: ${date}\n${ADA}`);
  expect(toWarningLines(findAll(...tuesdays, ...crowds, ...doubles))).toEqual([
    "data/sessions/0.md:4 date: Tuesday 16 June 2026 is not the club's usual Monday (1 more like it; --json names them)",
    "data/sessions/2.md:7 presenters[1].name: has a handle in it, which belongs under x (1 more like it; --json names them)",
    "data/sessions/4.md:4 date: 2026-06-29 has another session: data/sessions/2.md (1 more like it; --json names them)",
  ]);
});

const at = (path: string, field: string, message: string) => ({
  path,
  line: 4,
  field,
  message,
  kind: `${field}: ${message}`,
});

test("what is the same in many files is said once, with their number", () => {
  const [nobody, other] = ["nobody presents", "has a link in it"];
  expect(
    toWarningLines([
      at("a.md", "presenters", nobody),
      at("a.md", "title", other),
      at("b.md", "presenters", nobody),
      at("c.md", "presenters", nobody),
    ]),
  ).toEqual([
    "a.md:4 presenters: nobody presents (2 more like it; --json names them)",
    "a.md:4 title: has a link in it",
  ]);
});
