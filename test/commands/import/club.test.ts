/** A club whose past is in a sheet, a calendar and a feed at once: every session is there once, in whatever order they come. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../../src/commands/import.ts";
import { callCommand } from "../../support/call-command.ts";
import { A_CLUB_FILE } from "./support.ts";

const SHEET = `No.,Date,Time (ET),Speaker,Affiliation,Title,Slides,Recording
1,2025-01-09,1:00 PM,Ada Lovelace,MIT,Engines of thought,https://slides.example/1,https://youtu.be/dQw4w9WgXcQ
2,2025-01-23,1:00 PM,Emmy Noether,Göttingen,Rings and ideals,,
3,2025-02-06,2:00 PM,Kurt Novak,,Sets without choice,,not recorded
4,2025-02-20,1:00 PM,"Jo March, Al Beth",,Handlers,,
`;

const SERIES = "UID:series0123456789abcdef01@google.com";
const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
${SERIES}
DTSTART;TZID=America/New_York:20250109T130000
DTEND;TZID=America/New_York:20250109T140000
RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4
SUMMARY:Paris Probability Club
DESCRIPTION:Join: https://zoom.us/j/1
END:VEVENT
BEGIN:VEVENT
${SERIES}
RECURRENCE-ID;TZID=America/New_York:20250123T130000
DTSTART;TZID=America/New_York:20250123T130000
DTEND;TZID=America/New_York:20250123T140000
SUMMARY:Emmy Noether
END:VEVENT
BEGIN:VEVENT
${SERIES}
RECURRENCE-ID:20250206T180000Z
DTSTART;TZID=America/New_York:20250206T140000
DTEND;TZID=America/New_York:20250206T150000
SUMMARY:PPC #3: Sets without choice
END:VEVENT
END:VCALENDAR
`.replaceAll("\n", "\r\n");

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>PPC</title><link>https://ppc.example</link><description>x</description>
<item><title>Engines of thought</title><guid>https://ppc.example/?p=1</guid><pubDate>Mon, 06 Jan 2025 09:00:00 GMT</pubDate><description>On engines.</description></item>
<item><title>PPC: Rings and ideals</title><guid>https://ppc.example/?p=2</guid><pubDate>Mon, 20 Jan 2025 09:00:00 GMT</pubDate><description>&lt;p&gt;When: Thursday, January 23, 2025, 1pm ET&lt;/p&gt;&lt;p&gt;On rings.&lt;/p&gt;</description></item>
<item><title>Handlers, by Jo March and Al Beth</title><guid>https://ppc.example/?p=4</guid><pubDate>Mon, 17 Feb 2025 09:00:00 GMT</pubDate><description>Date: 20 February</description></item>
</channel></rss>
`;

const FILES = { "talks.csv": SHEET, "club.ics": CALENDAR, "feed.xml": FEED };

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "club-"));
  mkdirSync(join(folder, "sessions"));
  writeFileSync(join(folder, "club.yaml"), A_CLUB_FILE);
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  return folder;
}

/** @returns the counts of the report and what comes after them */
async function importFile(folder: string, name: string): Promise<string[]> {
  const words = ["--today", "2026-11-25", "--yes", join(folder, name)];
  const { stdout } = await callCommand(main, words, { environment: { DATA_DIR: folder } });
  return stdout.split("\n").filter((line) => /^\d+ new|^Nothing/.test(line));
}

/** One after the other, as a person would. */
async function importFiles(folder: string, names: readonly string[] = Object.keys(FILES)) {
  const said: string[][] = [];
  for (const name of names) said.push(await importFile(folder, name));
  return said;
}

function readSessions(folder: string): Record<string, string> {
  const names = readdirSync(join(folder, "sessions")).toSorted();
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(folder, "sessions", name), "utf8")]),
  );
}

const NOTHING_NEW = (same: number, different: number): string[] => [
  `0 new, 0 to fill in, ${different} that differ, ${same} the same`,
  "Nothing to write.",
];

test("first the sheet: calendar and feed fill in what it lacks, and nothing changes the second time", async () => {
  const folder = aFolder();
  expect(await importFiles(folder)).toEqual([
    ["4 new, 0 to fill in, 0 that differ, 0 the same"],
    ["0 new, 4 to fill in, 0 that differ, 0 the same"],
    ["0 new, 3 to fill in, 0 that differ, 0 the same"],
  ]);
  const sessions = readSessions(folder);
  expect(Object.keys(sessions)).toEqual([
    "2025-01-09-s1.md",
    "2025-01-23-s2.md",
    "2025-02-06-s3.md",
    "2025-02-20-s4.md",
  ]);
  expect(sessions["2025-01-09-s1.md"]).toBe(`---
id: s1
number: 1
title: Engines of thought
date: 2025-01-09
start: 19:00
presenters:
  - name: Ada Lovelace
    affiliation: MIT
join: https://zoom.us/j/1
replay: https://youtu.be/dQw4w9WgXcQ
slides: https://slides.example/1
announced: 2025-01-09
knownAs: [series0123456789abcdef01-20250109, p-1-sartoth]
---

On engines.
`);
  expect(await importFiles(folder)).toEqual([NOTHING_NEW(4, 0), NOTHING_NEW(4, 0), NOTHING_NEW(2, 1)]);
  expect(readSessions(folder)).toEqual(sessions);
});

test("first the calendar: its sessions take the titles of the sheet, and keep the ids of their events", async () => {
  const folder = aFolder();
  const order = ["club.ics", "talks.csv", "feed.xml"];
  expect(await importFiles(folder, order)).toEqual([
    ["4 new, 0 to fill in, 0 that differ, 0 the same"],
    ["0 new, 4 to fill in, 0 that differ, 0 the same"],
    ["0 new, 3 to fill in, 0 that differ, 0 the same"],
  ]);
  const sessions = readSessions(folder);
  const front = Object.values(sessions).map((text) =>
    /^id: (.+)\n(?:number: (.+)\n)?title: (.+)$/m.exec(text)?.slice(1),
  );
  expect(front).toEqual([
    ["series0123456789abcdef01-20250109", "1", "Engines of thought"],
    ["series0123456789abcdef01-20250123", "2", "Rings and ideals"],
    ["series0123456789abcdef01-20250206", "3", "Sets without choice"],
    ["series0123456789abcdef01-20250220", "4", "Handlers"],
  ]);
  expect(await importFiles(folder, order)).toEqual([NOTHING_NEW(4, 0), NOTHING_NEW(4, 0), NOTHING_NEW(2, 1)]);
  expect(readSessions(folder)).toEqual(sessions);
});
