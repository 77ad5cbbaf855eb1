/** Sheets of other clubs to sessions. */
import { expect, test } from "vitest";
import { readPast } from "./support.ts";

test("a French sheet with semicolons, a byte order mark and quoted lines is read by its columns", async () => {
  const sheet = `\ufeffN°;Date;Horaire;Orateur;Affiliation;Titre;Salle;Résumé;Vidéo
1;15/09/2022;15h30;Sophie Germain;CNRS;Nombres premiers;Salle 2;"Première ligne
; deuxième";https://youtu.be/dQw4w9WgXcQ
2;06/10/2022;;Évariste Galois, Niels Abel;;Groupes;;;
3;08/11/2022;;;;TBA;;;
4;;;Joseph Fourier;;Séries;;;
`;
  expect(await readPast(sheet)).toEqual({
    sessions: [
      {
        place: "line 2",
        number: 1,
        title: "Nombres premiers",
        date: "2022-09-15",
        start: "15:30",
        presenters: [{ name: "Sophie Germain", affiliation: "CNRS" }],
        location: "Salle 2",
        replay: "https://youtu.be/dQw4w9WgXcQ",
        announced: "2022-09-15",
        abstract: "Première ligne\n\n; deuxième",
      },
      {
        place: "line 4",
        number: 2,
        title: "Groupes",
        date: "2022-10-06",
        presenters: [{ name: "Évariste Galois" }, { name: "Niels Abel" }],
        announced: "2022-10-06",
      },
    ],
    passedOver: ['line 5: has no title yet ("TBA")', 'line 6: "Séries" has no date'],
  });
});

const toDates = async (sheet: string, wishes = {}): Promise<unknown> => {
  const { sessions, passedOver } = await readPast(sheet, wishes);
  return [sessions?.map(({ date }) => date), ...(passedOver ?? [])];
};

test("one number above 12 decides whether the day comes first in its whole column", async () => {
  expect(await toDates("Date,Title\n3/7/2024,Knots\n3/21/2024,Braids\n")).toEqual([
    ["2024-03-07", "2024-03-21"],
  ]);
  expect(await toDates("Date,Title\n3/7/2024,Knots\n21/3/2024,Braids\n")).toEqual([
    ["2024-07-03", "2024-03-21"],
  ]);
});

test("dates that can be read in two ways are refused until the organiser says which", async () => {
  const sheet = "Date,Title\n3/7/2024,Knots\n";
  expect(await toDates(sheet)).toEqual([
    [],
    'line 2: "3/7/2024" can be day or month first, expected --dates day-first or --dates month-first',
  ]);
  expect(await toDates(sheet, { order: "day-first" })).toEqual([["2024-07-03"]]);
  expect(await toDates("Date (mm/dd/yyyy),Title\n3/7/2024,Knots\n")).toEqual([["2024-03-07"]]);
});

test.each([
  ["2024-03-07", "2024-03-07"],
  ["2024/3/7", "2024-03-07"],
  ["7.3.2024", "2024-03-07"],
  ["Thu 7 March 2024", "2024-03-07"],
  ["March 7, 2024", "2024-03-07"],
  ["2024年3月7日", "2024-03-07"],
])("a cell of %s is %s", async (cell, date) => {
  expect(await toDates(`Date\tTitle\n${cell}\tKnots\n`)).toEqual([[date]]);
});

test.each([
  ["7 March", '"7 March" says no year, expected one, a column "Year", or --year'],
  ["Fri 7 March 2024", '"Fri 7 March 2024" says Friday, but it is Thursday 7 March 2024'],
  [
    "45358",
    '"45358" is a number, as spreadsheets keep dates: format the column as a date and export it again',
  ],
  ["2024-02-30", '"2024-02-30" is not in the calendar'],
  ["soon", '"soon" is no date that can be read'],
  ["2024-03-07 at lunch", '"at lunch" is not understood as a time'],
  ["2024-03-07 25:00", '"25:00" is not understood as a time'],
])("a cell of %s is refused", async (cell, reason) => {
  expect(await toDates(`Date\tTitle\n${cell}\tKnots\n`)).toEqual([[], `line 2: ${reason}`]);
});

test("a year stands in a heading or in a column of its own", async () => {
  const expected = [["2023-10-05", "2024-03-07"]];
  expect(await toDates("Date,Title\nFall 2023,\nOct 5,Knots\nSpring 2024,\nMarch 7,Braids\n")).toEqual(
    expected,
  );
  expect(await toDates("Year,Date,Title\n2023,Oct 5,Knots\n2024,March 7,Braids\n")).toEqual(expected);
});

test("columns of other names are told", async () => {
  const mapped = new Map([
    ["title", "Stuff"],
    ["date", "On"],
  ] as const);
  expect(await toDates("On,Stuff\n2024-03-07,Knots\n", { mapped })).toEqual([["2024-03-07"]]);
  expect(await readPast("On,Stuff\n2024-03-07,Knots\n")).toEqual({
    unread:
      "has no row that names a column of dates and one of titles; say which they are: --map title=COLUMN,date=COLUMN",
  });
});

test("names, papers and links that are not wholly understood are left over", async () => {
  const sheet = `Date,Title,Speaker,Affiliation,Paper,Recording,Notes
2024-03-07,Knots,"A, B; see list",,https://arxiv.org/abs/2401.00010v2,https://vault.example/private file,x
2024-03-14,Braids,"Ada Lovelace, Emmy Noether",MIT,"One https://a.example/1, two https://a.example/2",,
`;
  const { sessions, notes } = await readPast(sheet);
  expect([sessions?.map(({ papers, leftOver }) => [papers, leftOver]), notes]).toEqual([
    [
      [
        [{ title: "Knots", arxiv: "2401.00010" }],
        [expect.stringMatching(/^who presents: /), expect.stringMatching(/^recording: /)],
      ],
      [undefined, ['affiliation: "MIT"', "papers: One https://a.example/1, two https://a.example/2"]],
    ],
    ['columns that nothing was taken from: "Notes"'],
  ]);
});

test("a zone in a column of its own counts for the time", async () => {
  const { sessions } = await readPast(
    "Date,Time,Time zone,Title\n2024-02-29,9:00 am,America/New_York,Knots\n2024-03-07,10:00,UTC,Braids\n",
  );
  expect(sessions?.map(({ date, start }) => [date, start])).toEqual([
    ["2024-02-29", "15:00"],
    ["2024-03-07", "11:00"],
  ]);
});

test("a link is what its address says: a recording, a meeting, a paper, or another", async () => {
  const { sessions } = await readPast(`Date,Title,Link
2024-03-07,Knots,https://vimeo.com/76979871
2024-03-14,Braids,https://maths.example/talks/braids
2024-03-21,Rings,https://zoom.us/j/1
2024-03-28,Groups,https://arxiv.org/abs/2401.00010
`);
  const fields = sessions?.map(({ join, replay, papers, links }) => [join, replay, papers, links]);
  expect(fields).toEqual([
    [undefined, "https://vimeo.com/76979871", undefined, undefined],
    [
      undefined,
      undefined,
      undefined,
      [{ title: "maths.example", url: "https://maths.example/talks/braids" }],
    ],
    ["https://zoom.us/j/1", undefined, undefined, undefined],
    [undefined, undefined, [{ title: "Groups", arxiv: "2401.00010" }], undefined],
  ]);
});

test("links of several kinds in a cell are told by the words before them", async () => {
  const { sessions } = await readPast(
    "Date,Title,Materials\n2024-03-07,Knots,Slides: https://a.example/1 | Video: https://vimeo.com/76979871 | Blog: https://a.example/2\n",
  );
  expect(sessions?.map(({ slides, replay, links }) => [slides, replay, links])).toEqual([
    ["https://a.example/1", "https://vimeo.com/76979871", [{ title: "Blog", url: "https://a.example/2" }]],
  ]);
});

test("the cells of a term are one, and its year counts for the rows beside it", async () => {
  expect(
    await toDates("Term,Date,Title\nFall 2023,Oct 5,Knots\n,Oct 12,Braids\nSpring 2024,March 7,Rings\n"),
  ).toEqual([["2023-10-05", "2023-10-12", "2024-03-07"]]);
});

test("several columns of speakers are one list, and a row that is torn is passed over", async () => {
  const { sessions, passedOver } = await readPast(
    "Date;Title;Speaker 1;Speaker 2\n2024-03-07;Knots;Ada Lovelace;Emmy Noether\n2024-03-14;Rings; and ideals;Ada Lovelace;\n2024-03-21;Rings; and ideals;;Ada Lovelace\n",
  );
  expect([sessions?.[0]?.["presenters"], passedOver]).toEqual([
    [{ name: "Ada Lovelace" }, { name: "Emmy Noether" }],
    ['line 4: "Rings" has more cells than there are columns'],
  ]);
});

test("a cell as long as many rows is one that nothing closes", async () => {
  const { passedOver } = await readPast(`Date,Title,Speaker\n2024-03-07,Knots,${"Ada ".repeat(1_001)}\n`);
  expect(passedOver).toEqual(['line 2: "Knots" has a cell of more than 4000 characters']);
});

test("hours behind a date in words are no date", async () => {
  const { sessions } = await readPast(
    'Date,Title\n"Thursday, March 7th, 2024 (12-1pm)",Knots\n14-Mar-24,Braids\n21-Mar-2024,Rings\n',
  );
  expect(sessions?.map(({ date, start }) => [date, start])).toEqual([
    ["2024-03-07", "12:00"],
    ["2024-03-14", undefined],
    ["2024-03-21", undefined],
  ]);
});

test.each([
  ["Rings - CANCELLED", "Rings", "cancelled"],
  ["Rescheduled to Oct 3: Rings", "Rings", "postponed"],
  ["Rings [slides] [video]", "Rings", undefined],
  ["Labor Day - no meeting", undefined, 'line 2: "Labor Day - no meeting": there was no session'],
])("a title of %j is %j, %s", async (cell, title, expected) => {
  const { sessions, passedOver } = await readPast(`Date,Title\n2024-03-07,${cell}\n`);
  expect([sessions?.[0]?.["title"], sessions?.[0]?.["status"] ?? passedOver?.[0]]).toEqual([title, expected]);
});

test("an academic year has its months from January on in its second year", async () => {
  const sheet =
    "Date,Title\n2023-24,\nOct 5,Knots\nMarch 7,Braids\n2024/2025,\n5 Oct,Rings\n6 March,Groups\n";
  expect(await toDates(sheet)).toEqual([["2023-10-05", "2024-03-07", "2024-10-05", "2025-03-06"]]);
  expect(await toDates("Year,Date,Title\n2023-2024,March 7,Knots\n")).toEqual([["2024-03-07"]]);
});

test("dates that turn back below one year's heading are of another year, and not guessed", async () => {
  const sheet =
    "Date,Title\nFall 2024,\nOct 3,Knots\nDec 5,Braids\nJan 9,Rings\nJan 23,Groups\n2025-02-06,Fields\n";
  expect(await toDates(sheet)).toEqual([
    ["2024-10-03", "2024-12-05", "2025-02-06"],
    'line 5: "Rings": says no year, and stands after 2024-12-05, expected its year in its cell or a heading',
    'line 6: "Groups": says no year, and stands after 2024-12-05, expected its year in its cell or a heading',
  ]);
});

test("a latest-first list turns to another year where its dates turn forward", async () => {
  expect(await toDates("2024 talks,\nDate,Title\nMarch 7,Knots\nFeb 8,Braids\nNov 9,Rings\n")).toEqual([
    ["2024-03-07", "2024-02-08"],
    'line 5: "Rings": says no year, and stands after 2024-02-08, expected its year in its cell or a heading',
  ]);
});

test("a heading of several years leaves the year open", async () => {
  const sheet = 'Date,Title\nFall 2023,\nOct 5,Knots\n"2024, then 2026",\nMarch 7,Braids\n';
  expect(await toDates(sheet)).toEqual([
    ["2023-10-05"],
    'line 4: "2024, then 2026" has no date and no title',
    'line 5: "March 7" says no year, expected one, a column "Year", or --year',
  ]);
});

test("the organiser says the years of dates that say none", async () => {
  const years = { first: 2023, second: 2024 };
  expect(await toDates("Date,Title\nOct 5,Knots\nMarch 7,Braids\n", { years })).toEqual([
    ["2023-10-05", "2024-03-07"],
  ]);
});

test("names of columns stand in two rows, and again above each term", async () => {
  const expected = [{ title: "Knots", presenters: [{ name: "Ada Lovelace", affiliation: "MIT" }] }];
  for (const sheet of [
    "Date,Speaker,,Talk\n,Name,Affiliation,Title\n2024-03-07,Ada Lovelace,MIT,Knots\n",
    "When,Speaker,,\n,Name,Affiliation,Title\n2024-03-07,Ada Lovelace,MIT,Knots\n",
  ]) {
    const { sessions, passedOver } = await readPast(sheet);
    expect([sessions?.map(({ title, presenters }) => ({ title, presenters })), passedOver]).toEqual([
      expected,
      undefined,
    ]);
  }
  const { sessions } = await readPast(
    "Date,Title\n7/3/2024,Knots\n21/3/2024,Braids\n\nTitle,Date\nRings,3/28/2024\nGroups,4/4/2024\n",
  );
  expect(sessions?.map(({ date, title }) => [date, title])).toEqual([
    ["2024-03-07", "Knots"],
    ["2024-03-21", "Braids"],
    ["2024-03-28", "Rings"],
    ["2024-04-04", "Groups"],
  ]);
});

test("numbers that begin anew with each term are no session's own", async () => {
  const { sessions, notes } = await readPast("No,Date,Title\n1,2024-03-07,Knots\n1,2024-10-03,Braids\n");
  expect([sessions?.map(({ number }) => number), notes]).toEqual([
    [undefined, undefined],
    ["several sessions have the number 1: no number was taken"],
  ]);
});

test("what stands above the columns is shown", async () => {
  const { notes } = await readPast('Our talks,,\n"All at 5 pm, room 3",,\nDate,Title,\n2024-03-07,Knots,\n');
  expect(notes).toEqual(['above the columns: "Our talks"', 'above the columns: "All at 5 pm, room 3"']);
});

test("a cell of an abstract fills what no column says, and what a column says otherwise is left over", async () => {
  const { sessions } = await readPast(
    `Date,Title,Slides,Abstract\n2024-03-07,Knots,https://a.example/1,"On knots.\nSlides: https://a.example/2\nCode: https://a.example/3"\n`,
  );
  expect(sessions?.map(({ slides, code, abstract, leftOver }) => [slides, code, abstract, leftOver])).toEqual(
    [["https://a.example/1", "https://a.example/3", "On knots.", ['slides: "https://a.example/2"']]],
  );
});
