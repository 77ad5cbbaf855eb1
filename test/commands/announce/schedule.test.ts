/** Schedules of a term: each row is an announcement of its own. All of it is invented. */
import { describe, expect, test } from "vitest";
import { A_PLAIN_SESSION, readSessions } from "../../support/announcements.ts";

/** What a session has otherwise than Ada Example's on Counting Sheep, on Monday 15 June at the usual time; or why the text is refused. */
type Read = readonly object[] | string;

describe("schedules", () => {
  test.each<[sentence: string, text: string, read: Read]>([
    [
      "columns parted by wide gaps have the date, who presents, and the title",
      `Jun 15 (Mon)  Ada Example  How sheep are counted
Jun 22 (Mon)  Bob Sample  How goats are counted`,
      [
        { title: "How sheep are counted" },
        { date: "2026-06-22", title: "How goats are counted", presenters: [{ name: "Bob Sample" }] },
      ],
    ],
    [
      "a list has the day, who presents with a place, and the title",
      `- Jun 15: Ada Example (MIT) – Counting Sheep: A Survey
- Jun 22: Bob Sample (KAUST) – Counting Goats
- Jun 29: TBA
- Jul 6: no meeting (holiday)`,
      [
        { title: "Counting Sheep: A Survey", presenters: [{ name: "Ada Example", affiliation: "MIT" }] },
        {
          date: "2026-06-22",
          title: "Counting Goats",
          presenters: [{ name: "Bob Sample", affiliation: "KAUST" }],
        },
      ],
    ],
    [
      "a list has titles in quotes, and the time above it",
      `Mondays, 3pm ET

6/15 – "Counting Sheep" by Ada Example
6/22 – "Counting Goats" by Bob Sample`,
      [
        { start: "15:00" },
        { date: "2026-06-22", start: "15:00", title: "Counting Goats", presenters: [{ name: "Bob Sample" }] },
      ],
    ],
    [
      "a list has its own times, and who presents at the end",
      `**Jun 15, 3pm ET** Counting Sheep — Ada Example (MIT)
**Jun 22** Counting Goats — Bob Sample (KAUST)`,
      [
        { start: "15:00", presenters: [{ name: "Ada Example", affiliation: "MIT" }] },
        {
          date: "2026-06-22",
          title: "Counting Goats",
          presenters: [{ name: "Bob Sample", affiliation: "KAUST" }],
        },
      ],
    ],
    [
      "a list of which nothing says who and what is refused",
      `Jun 15: Ada Example – Counting Sheep
Jun 22: Bob Sample – Counting Goats`,
      '1 has no announcement, expected a line such as "📢 June 15 (Mon): TITLE", or lines "Title: …" and "Time: …"',
    ],
    [
      "a row of names says what the columns are",
      `| Speaker | Date | Title |
|---|---|---|
| Ada Example (MIT) | June 15 (Mon) | Counting Sheep |`,
      [{ presenters: [{ name: "Ada Example", affiliation: "MIT" }] }],
    ],
    [
      "tabs part columns",
      `Date	Speaker	Title
June 15 (Mon)	Ada Example	Counting Sheep`,
      [{}],
    ],
    [
      "a time above a table is that of its rows",
      `Mondays, 3pm ET

| Date | Speaker | Title |
|---|---|---|
| June 15 (Mon) | Ada Example | Counting Sheep |`,
      [{ start: "15:00" }],
    ],
    [
      "a row without a session is passed over",
      `| Date | Speaker | Title |
|---|---|---|
| June 15 (Mon) | Ada Example | Counting Sheep |
| June 22 (Mon) | – | no meeting |`,
      [{}],
    ],
    [
      "a title that is not known yet is a stand-in",
      `| Date | Speaker | Title |
|---|---|---|
| June 15 (Mon) | Ada Example | TBA |`,
      [{ title: "To be announced" }],
    ],
    [
      "a note that changes the time is read",
      `| Date | Speaker | Title | Notes |
|---|---|---|---|
| June 15 (Mon) | Ada Example | Counting Sheep | starts at 3pm ET |`,
      [{ start: "15:00" }],
    ],
    [
      "a note that nothing understands is shown",
      `| Date | Speaker | Title | Notes |
|---|---|---|---|
| June 15 (Mon) | Ada Example | Counting Sheep | room changed |`,
      [{ missing: ['"room changed" of line 3'] }],
    ],
    [
      "a row with more cells than columns is refused",
      `| Date | Speaker | Title |
|---|---|---|
| June 15 (Mon) | Ada Example | Sheep | Goats |`,
      "3 the row has 4 cells, expected 3 as in the first",
    ],
    [
      "a row without its date is refused",
      `| Date | Speaker | Title |
|---|---|---|
| June 15 (Mon) | Ada Example | Counting Sheep |
| | Bob Sample | Counting Goats |`,
      '4 the announcement has no date that can be read, expected one such as "June 15 (Mon)"',
    ],
    [
      "a wrapped cell is shown",
      `Date  Speaker  Title
June 15 (Mon)  Ada Example  Counting Sheep
                            and Goats`,
      [{ missing: ['"and Goats" of line 3'] }],
    ],
    [
      "papers with links make a session",
      `| Date | Presenter | Paper |
|---|---|---|
| June 15 (Mon) | Ada Example | [Counting Sheep](https://arxiv.org/abs/2601.00011) |`,
      [{ papers: [{ title: "Counting Sheep", arxiv: "2601.00011" }] }],
    ],
  ])("%s", async (_sentence, text, read) => {
    const expected = typeof read === "string" ? read : read.map((one) => ({ ...A_PLAIN_SESSION, ...one }));
    expect(await readSessions(text)).toEqual(expected);
  });
});
