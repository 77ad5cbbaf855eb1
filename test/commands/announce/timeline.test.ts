/** A pasted timeline: whole posts, cut copies, others' posts; and input that is no timeline at all. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findDates } from "../../../src/commands/announce/when/dates.ts";
import { findTimes } from "../../../src/commands/announce/when/times.ts";
import { readAnnouncements } from "../../../src/commands/announce/announcements.ts";
import { A_MONDAY_CLUB } from "../../support/announcements.ts";
import { expectLinear } from "../../support/linear.ts";

const TIMELINE = join(import.meta.dirname, "../../fixtures/announcement/timeline.txt");

async function readTimeline() {
  const read = await readAnnouncements(await readFile(TIMELINE), A_MONDAY_CLUB);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

test("each session comes once, whole where one copy is whole", async () => {
  const { sessions, refused } = await readTimeline();
  expect(refused).toEqual([]);
  expect(sessions).toEqual([
    {
      firstLine: 24,
      lastLine: 25,
      date: "2026-06-01",
      title: "Hay",
      presenters: [],
      papers: [],
      abstract: "Hay is dry grass, and",
      missing: ["presenters", "the end of the post"],
      warnings: [],
    },
    {
      firstLine: 17,
      lastLine: 20,
      date: "2026-06-08",
      title: "Knots",
      presenters: [{ name: "Dee Model", x: "dee", url: "https://dee.example" }],
      papers: [{ title: "Towards Knots" }],
      abstract: "A knot is a loop with intentions.\n\nLoops compose.",
      missing: [],
      warnings: [],
    },
    {
      firstLine: 6,
      lastLine: 9,
      date: "2026-06-15",
      title: "Counting Sheep at Scale",
      presenters: [
        { name: "Ada Example", x: "ada_ex", url: "https://ada.example" },
        { name: "Bob Sample", x: "bob", url: "https://bob.example" },
        { name: "Cy Test", x: "cy_t", url: "https://cy.example" },
      ],
      papers: [{ title: "Counting Sheep at Scale" }],
      abstract:
        "Sheep are usually counted one by one, which is slow. In this work they are counted by the flock.\n\nThe authors show that a flock has a size.",
      missing: [],
      warnings: [],
    },
  ]);
});

test("everything else is passed over with its lines and the reason", async () => {
  const { passedOver } = await readTimeline();
  expect(passedOver.map(({ line, lastLine, reason }) => `${line}-${lastLine} ${reason}`)).toEqual([
    "1-3 is part of a profile",
    "4-5 is a cut copy of the announcement at line 6",
    "10-12 is no announcement: no line begins with a date",
    "13-14 is a cut copy of the announcement at line 17",
    "15-16 is no announcement: no line begins with a date",
    "21-23 names a day (Wednesday) but no date",
    "26-26 is part of a profile",
  ]);
});

test.each([
  ["nothing", "", "1 is empty, expected the text of an announcement"],
  ["spaces", " \n\n ", "1 is empty, expected the text of an announcement"],
  ["zeros", "a\nb\0c", "2 is binary, expected text"],
  ["a control character", "a\n\u0007", "2 has a character that is no text (U+0007), expected plain text"],
  [
    "HTML",
    "<!doctype html><p>June 15</p>",
    "1 is HTML, expected the text as it is read: copy it from the page",
  ],
  ["10 MB", "a".repeat(10_000_000), "1 is larger than 1 MB, expected the text of announcements"],
  [
    "one endless line",
    "a".repeat(20_000),
    "1 has a line of 20000 characters, expected the text of announcements",
  ],
  [
    "other posts",
    "Hello there\nWhat a day",
    '1 has no announcement, expected a line such as "📢 June 15 (Mon): TITLE", or lines "Title: …" and "Time: …"',
  ],
  [
    "a mail without text",
    "From: a@example.org\nSubject: x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=",
    "1 is a mail without text: copy its text instead",
  ],
])("%s is refused as a whole", async (_name, text, message) => {
  const read = await readAnnouncements(new TextEncoder().encode(text), A_MONDAY_CLUB);
  expect(read.ok ? "read" : `${read.error.line} ${read.error.message}`).toBe(message);
});

test("bytes that are not UTF-8 are refused with their line", async () => {
  const read = await readAnnouncements(new Uint8Array([0x61, 0x0a, 0xe9, 0x61]), A_MONDAY_CLUB);
  expect(read.ok ? "read" : `${read.error.line} ${read.error.message}`).toBe(
    "2 is not UTF-8, expected text saved as UTF-8",
  );
});

const announce = (text: string) => readAnnouncements(new TextEncoder().encode(text), A_MONDAY_CLUB);

test.each<[string, (count: number) => unknown, number]>([
  ["dates on a line", (count) => findDates("6/15 (Mon), ".repeat(count), true), 4_500],
  ["times on a line", (count) => findTimes("10am PT / 1pm ET / ".repeat(count)), 1_800],
  [
    "announcements",
    (count) => announce(Array.from({ length: count }, (_, at) => `📢 June 15 (Mon): Sheep ${at}`).join("\n")),
    200,
  ],
  ["wide gaps", (count) => announce(`June 15${" ".repeat(9_000)}(Mon): x 1\n`.repeat(count)), 3],
])("%s take time in proportion to their number", { retry: 2, timeout: 60_000 }, async (_name, run, count) => {
  await expectLinear(run, count);
});
