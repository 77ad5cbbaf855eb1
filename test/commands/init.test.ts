/** A new club's folder. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compileData } from "../../src/build/compile-data.ts";
import { collectAnswers } from "../../src/commands/init/questions.ts";
import { main, toFiles } from "../../src/commands/init.ts";
import { callCommand } from "../support/call-command.ts";

const MACHINE = { timeZone: "Pacific/Auckland", year: 2026 };
const NEEDED = { name: "Knots & Links", site: "https://www.knots.example/club" };

let project = "";
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "init-"));
});
afterEach(() => rmSync(project, { recursive: true }));

const init = (...options: string[]) =>
  callCommand(main, options, { folder: project, environment: { DATA_DIR: "" } });

test("name and site are enough: all else has a preset, the domain is the site's", async () => {
  expect(await collectAnswers(NEEDED, MACHINE, null)).toEqual({
    ok: true,
    answers: {
      ...NEEDED,
      domain: "knots.example",
      language: "en",
      zone: "Pacific/Auckland",
      weekday: "Monday",
      start: "18:00",
      duration: "60",
      every: "week",
      "first-year": "2026",
      channel: "",
    },
  });
});

test("every option that is wrong or missing is named at once", async () => {
  const options = {
    site: "knots",
    language: "French",
    zone: "Paris",
    weekday: "Funday",
    start: "6pm",
    every: "month",
  };
  expect(await collectAnswers(options, MACHINE, null)).toEqual({
    ok: false,
    faults: [
      "--name: is missing, expected: Name of the club",
      expect.stringMatching(/^--site: "knots" /),
      "--domain: is missing, expected: Domain in all ids, yours for ever",
      expect.stringMatching(/^--language: "French" /),
      expect.stringMatching(/^--zone: "Paris" is not a known time zone/),
      expect.stringMatching(/^--weekday: "Funday" /),
      expect.stringMatching(/^--start: "6pm" is not a time of day/),
      '--every: "month" is no rhythm, expected "week" or "2 weeks"',
    ],
  });
});

test("a person is asked for what no option says, and an empty answer means the preset", async () => {
  const asked: [string, string | null][] = [];
  const collected = await collectAnswers({ ...NEEDED, zone: "UTC" }, MACHINE, async ({ option }, usual) => {
    asked.push([option, usual]);
    return option === "weekday" ? " Thursday " : "";
  });
  expect([asked, collected.ok && [collected.answers.weekday, collected.answers.start]]).toEqual([
    [
      ["domain", "knots.example"],
      ["language", "en"],
      ["weekday", "Monday"],
      ["start", "18:00"],
      ["duration", "60"],
      ["every", "week"],
      ["first-year", "2026"],
      ["channel", ""],
    ],
    ["Thursday", "18:00"],
  ]);
});

test.each([
  ["en-GB", "The sessions and replays of Knots & Links."],
  ["fr", "Knots & Links"],
])("a club in %s is described in no other language", async (language, description) => {
  const collected = await collectAnswers({ ...NEEDED, language }, MACHINE, null);
  const compiled = compileData(
    collected.ok ? toFiles("data", collected.answers).filter(({ path }) => path.endsWith(".yaml")) : [],
  );
  expect(compiled.ok && [compiled.value.club.language, compiled.value.club.description]).toEqual([
    language,
    description,
  ]);
});

test("a name with quotes and a hundred letters becomes a club without a mistake", async () => {
  const name = `The "Paris" Club: a #1 Reading Group of ${"Long ".repeat(12)}`.trim();
  const collected = await collectAnswers({ ...NEEDED, name }, MACHINE, null);
  const files = collected.ok ? toFiles("clubs/paris", collected.answers) : [];
  const compiled = compileData(files.filter(({ path }) => path.endsWith("club.yaml")));
  expect([
    files.map(({ path }) => path),
    files[0]?.text.split("\n")[0],
    compiled.ok && [compiled.value.club.name, compiled.value.club.shortName],
  ]).toEqual([
    ["clubs/paris/club.yaml", "clubs/paris/sessions/.gitkeep", ".data-dir"],
    "# yaml-language-server: $schema=../../src/build/schema/club.schema.json",
    [name, `TPCRG${"L".repeat(12)}`],
  ]);
});

test("the folder is written beside a file that names it, and never over another", async () => {
  const words = ["club", "--name", "Knots", "--site", "https://knots.example", "--yes"];
  const first = await init(...words);
  const text = readFileSync(join(project, "club/club.yaml"), "utf8");
  const again = await init(...words);
  const other = await init("other", ...words.slice(1));
  expect([first, readFileSync(join(project, ".data-dir"), "utf8"), again, other]).toEqual([
    {
      status: 0,
      stdout:
        "wrote club/club.yaml, club/sessions/.gitkeep, .data-dir\n\nNext: npm run validate, npm start; then commit club and .data-dir.\n",
      stderr: "",
    },
    "club\n",
    { status: 1, stdout: "", stderr: "club: is there already, expected a new folder: nothing was written\n" },
    {
      status: 1,
      stdout: "",
      stderr: '.data-dir: names "club" already, remove it to begin anew: nothing was written\n',
    },
  ]);
  expect(readFileSync(join(project, "club/club.yaml"), "utf8")).toBe(text);
});

test("data, once it is removed, may be the club's own and needs no other file", async () => {
  const { status } = await init("data", "--name", "Knots", "--site", "https://knots.example", "--yes");
  expect([status, readdirSync(project)]).toEqual([0, ["data"]]);
});

test.each([["../club"], ["/tmp/club"], ["."]])("%s is no folder of the project", async (folder) => {
  expect(await init(folder)).toEqual({
    status: 2,
    stdout: "",
    stderr: `"${folder}" is no folder of this project, expected a name such as club\nSee --help.\n`,
  });
});

test("a folder that holds something, and a file, stay as they are", async () => {
  mkdirSync(join(project, "club"));
  writeFileSync(join(project, "club/notes.txt"), "x");
  writeFileSync(join(project, "file"), "x");
  expect([(await init("club")).stderr, (await init("file")).stderr]).toEqual([
    "club: is there already, expected a new folder: nothing was written\n",
    "file: is there already, expected a new folder: nothing was written\n",
  ]);
});
