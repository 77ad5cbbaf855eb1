/** The forms in which hosts announce a session; all posts are invented. */
import { describe, expect, test } from "vitest";
import { readAnnouncements } from "../../../src/commands/announce/announcements.ts";
import { A_MONDAY_CLUB } from "../../support/announcements.ts";

const ADA = { name: "Ada Example" };
const TITLE = "Counting Sheep";
const PAPER = [{ title: TITLE }];

/** The one session a text announces, without places and warnings; a string where it was refused. */
async function read(text: string, today = A_MONDAY_CLUB.today): Promise<unknown> {
  const result = await readAnnouncements(new TextEncoder().encode(text), { ...A_MONDAY_CLUB, today });
  if (!result.ok) return `${result.error.line} ${result.error.message}`;
  const { sessions, refused } = result.value;
  if (refused.length > 0) return refused.map(({ line, message }) => `${line} ${message}`).join("\n");
  return sessions.map(
    ({ firstLine: _first, lastLine: _last, warnings: _warnings, clock: _clock, missing, ...fields }) => ({
      ...fields,
      ...(missing.length > 0 && { missing }),
    }),
  );
}

async function readWarnings(text: string, today = A_MONDAY_CLUB.today): Promise<string[]> {
  const result = await readAnnouncements(new TextEncoder().encode(text), { ...A_MONDAY_CLUB, today });
  if (!result.ok) throw new Error(result.error.message);
  return result.value.sessions.flatMap(({ warnings }) =>
    warnings.map(({ line, message }) => `${line} ${message}`),
  );
}

const SAID = `This Monday, Ada Example will present her paper "${TITLE}".`;
const plain = { date: "2026-06-15", title: TITLE, presenters: [ADA], papers: PAPER, abstract: "" };

describe("dates", () => {
  test.each([
    "📢 June 15 (Mon): Counting Sheep",
    "📣 Mon, Jun 15: Counting Sheep",
    "🗓️ Monday, June 15th – Counting Sheep",
    "📢 15 June 2026: Counting Sheep",
    "📢 Monday 15 June 2026 | Counting Sheep",
    "📢 6/15 (Mon): Counting Sheep",
    "📢 2026-06-15: Counting Sheep",
    "📢 15.06.2026: Counting Sheep",
    "📢 Jun. 15, 2026 (Monday) - Counting Sheep",
    "📢 June 15 (Mon), 1pm ET: Counting Sheep",
    "📢 June 15 (Mon) 1pm ET / 10am PT / 7pm CET: Counting Sheep",
    "📢 June 15 (Mon): “Counting Sheep”",
    "📢 Next session: June 15 (Mon): Counting Sheep",
    "Reminder! June 15 (Mon): Counting Sheep",
    "RT @club: 📢 June 15 (Mon): Counting Sheep",
    "🚨 Counting Sheep (June 15, Mon)",
    "📢 June 15 (Mon)\nCounting Sheep",
    "June 15: Counting Sheep",
    "📢 Monday, the 15th of June, 2026: Counting Sheep",
    "📢 [Mon] June 15: Counting Sheep",
    "📢 15.6. 13:00: Counting Sheep",
    "📢 15. 6. 2026: Counting Sheep",
    "📢 June 15, 10 a.m. PT: Counting Sheep",
    "📢 June 15 · 13h00: Counting Sheep",
    "📢 June 15 at 13.00: Counting Sheep",
    "📢 June 15, 1300 ET: Counting Sheep",
    "📢 Mondays, June 15: Counting Sheep",
    "📢 2026-06-15, T17:00:00Z: Counting Sheep",
  ])("%j is read", async (header) => {
    expect(await read(`${header}\n${SAID}`)).toEqual([plain]);
  });

  test.each([
    ["2026-01-05", "📢 December 22 (Mon): Counting Sheep", "2025-12-22"],
    ["2025-12-29", "📢 January 5 (Mon): Counting Sheep", "2026-01-05"],
    ["2026-06-12", "📢 December 15 (Mon): Counting Sheep", "2025-12-15"],
  ])("seen on %s, %j is in the year of its weekday", async (today, header, date) => {
    expect(await read(`${header}\n${SAID}`, today)).toEqual([{ ...plain, date }]);
  });

  test.each([
    [
      "📢 June 16 (Mon): X",
      '1 "June 16 (Mon)" does not fit its weekday: it is Tuesday 16 June 2026, expected Monday 15 June 2026 or Monday 22 June 2026, or the year if it is not 2026 (a Monday in 2025 and 2031)',
    ],
    ["📢 June 31 (Mon): X", '1 "June 31 (Mon)" is not in the calendar, June has 30 days'],
    ["📢 June 15-16: X", '1 "June 15" goes on to a second date, expected one date for one session'],
    [
      "🚨 Counting Sheep (June 15–16)",
      '1 "June 15" goes on to a second date, expected one date for one session',
    ],
    [
      `📢 June 15 (Mon): X, as on June 22 (Mon)\n${SAID}\nTime: 6/8 (Mon), 6/22 (Mon) and 6/29 (Mon)`,
      "3 two dates: Monday 15 June 2026 and Monday 8 June 2026, expected one for a session",
    ],
    ["📢 6-7 June: X", '1 "6-7 June" goes on to a second date, expected one date for one session'],
    [
      "📢 6/2/2026: X",
      '1 "6/2/2026" can be Tuesday 2 June 2026 or Friday 6 February 2026, expected the month as a word',
    ],
    [
      "📢 June 15 (Mon) and June 22 (Mon): X",
      "1 two dates: Monday 15 June 2026 and Monday 22 June 2026, expected one for a session",
    ],
    [
      "📢 This Monday: X",
      '1 "📢 This Monday: X" is an announcement without a date that can be read (only the weekday Monday), expected one such as "June 15 (Mon)"',
    ],
    [
      `📢 June 15 (Mon): ${TITLE}\nThis Tuesday, Ada Example will present "${TITLE}".`,
      "2 says Tuesday, but the session is on Monday 15 June 2026",
    ],
    [
      "📢 June 16: X\nAda Example (@ada) will present X.",
      '1 "June 16" has no weekday, and it is Tuesday 16 June 2026, expected Monday 15 June 2026 or Monday 22 June 2026, or the year if it is not 2026 (a Monday in 2025 and 2031)',
    ],
  ])("%j is refused", async (text, message) => {
    expect(await read(text)).toBe(message);
  });
});

describe("presenters", () => {
  test.each([
    ["Ada Example will present his recent work “Counting Sheep”.", [ADA]],
    ["Today, Ada Example will be presenting their paper ‘Counting Sheep’.", [ADA]],
    ['Tomorrow, Ada Example and Bob Sample will present "Counting Sheep".', [ADA, { name: "Bob Sample" }]],
    ['This Monday, Ada Example & Bob Sample will present "Counting Sheep".', [ADA, { name: "Bob Sample" }]],
    ['Join us this Monday as Ada Example presents "Counting Sheep".', [ADA]],
    ['We are excited to host Ada Example (@ada), who will present "Counting Sheep".', [{ ...ADA, x: "ada" }]],
    [
      'This Monday, Ada Example (https://ada.example/~me, @ada), Bob von der Sample (MIT), and Cy O’Test (Uni A, x.com/cy_t) will present "Counting Sheep".',
      [
        { ...ADA, x: "ada", url: "https://ada.example/~me" },
        { name: "Bob von der Sample", affiliation: "MIT" },
        { name: "Cy O’Test", affiliation: "Uni A", x: "cy_t" },
      ],
    ],
    [
      '🎤 On Monday, Prof. Ada M. Example from ETH Zürich will give a talk on "Counting Sheep".',
      [{ name: "Ada M. Example", affiliation: "ETH Zürich" }],
    ],
    [
      "Speaker: Ada Example (she/her), University of A and Bob Sample\nPaper: Counting Sheep",
      [{ ...ADA, affiliation: "University of A" }, { name: "Bob Sample" }],
    ],
    [
      'This Monday, Ada Example, MIT and Bob Sample will present "Counting Sheep".',
      [{ ...ADA, affiliation: "MIT" }, { name: "Bob Sample" }],
    ],
    ["Speaker: Ada Example (@ada)\nPaper: Counting Sheep", [{ ...ADA, x: "ada" }]],
    ['This Monday, Ada Example @ada will present "Counting Sheep".', [{ ...ADA, x: "ada" }]],
    [
      'This Monday, 李明 and Łukasz Żak will present "Counting Sheep".',
      [{ name: "李明" }, { name: "Łukasz Żak" }],
    ],
  ])("%j is read", async (sentence, presenters) => {
    expect(await read(`📢 June 15 (Mon): ${TITLE}\n${sentence}`)).toEqual([{ ...plain, presenters }]);
  });

  test.each([
    [
      'This Monday, @ada will present "X".',
      '2 "@ada" has no name, expected the presenter\'s name before the handle',
    ],
    [
      'This Monday, Ada Example, Uni A, Bob Sample will present "X".',
      '2 "Bob Sample" can be a person or an affiliation, expected an affiliation in parentheses after its name',
    ],
    [
      'This Monday, a friend of ours will present "X".',
      '2 "a friend of ours" is not understood as a name, expected "NAME (@handle, site)" for each presenter',
    ],
  ])("%j is refused", async (sentence, message) => {
    expect(await read(`📢 June 15 (Mon): X\n${sentence}`)).toBe(message);
  });
});

describe("papers and abstract", () => {
  test("two papers take the two links in order", async () => {
    const text = `📢 June 15 (Mon): Wool\nThis Monday, Ada Example will present her papers "Wool I" and "Wool II".\narxiv.org/abs/2601.00011 https://arxiv.org/pdf/2601.00012v2.pdf`;
    const papers = [
      { title: "Wool I", arxiv: "2601.00011" },
      { title: "Wool II", arxiv: "2601.00012" },
    ];
    expect(await read(text)).toEqual([{ ...plain, title: "Wool", papers }]);
  });

  test("an arXiv id without its last digit is refused", async () => {
    expect(await read(`📢 June 15 (Mon): ${TITLE}\n${SAID}\nPaper: https://arxiv.org/abs/2601.0001`)).toBe(
      '3 "2601.0001" has not the shape of an arXiv id, expected an arXiv id such as 2605.22765',
    );
  });

  test("emoji paragraphs stay paragraphs, bullets become a list, signs of Markdown stay signs", async () => {
    const text = `📢 June 15 (Mon): ${TITLE}\n🐑 One *star* and $a_b$.\n\n✨Two <b>.\n• first\n• second\n${SAID}`;
    const abstract = "One \\*star\\* and $a_b$.\n\nTwo \\<b>.\n\n- first\n- second";
    expect(await read(text)).toEqual([{ ...plain, abstract }]);
  });

  test("paragraphs without emoji belong to a post that says at its end who presents", async () => {
    const text = `📢 June 15 (Mon): ${TITLE}\n\nSheep are counted.\n\nFlocks have sizes.\n\n${SAID}`;
    expect(await read(text)).toEqual([{ ...plain, abstract: "Sheep are counted.\n\nFlocks have sizes." }]);
  });
});

const MAIL = `Title: Counting Sheep
Time: June 15 (Monday), 1pm ET / 10am PT / 7pm CET
Paper: https://arxiv.org/abs/2601.00011
Meeting link: https://meet.example.org/abc
Abstract: Sheep are usually counted one by one, which takes the
whole night.

A flock has a size.

Best,
The hosts`;

describe("mail", () => {
  const mailed = {
    date: "2026-06-15",
    title: TITLE,
    presenters: [],
    papers: [{ title: TITLE, arxiv: "2601.00011" }],
    join: "https://meet.example.org/abc",
    abstract: "Sheep are usually counted one by one, which takes the whole night.\n\nA flock has a size.",
  };

  test("labelled lines are read, the greeting is not", async () => {
    expect(await read(`Hi all,\n\n${MAIL}`)).toEqual([mailed]);
  });

  test("who presents may be said before the labels", async () => {
    expect(await read(`Hi all,\n\nThis Monday, Ada Example will present her paper.\n\n${MAIL}`)).toEqual([
      { ...mailed, presenters: [ADA] },
    ]);
  });

  test("header fields are skipped, also their date, and quoted-printable is decoded", async () => {
    const body = MAIL.replace("which takes the\nwhole night.", "which takes the =\nwhole night.").replace(
      "A flock",
      "=41 flock",
    );
    const mail = `From: host <host@example.org>\nDate: Fri, 12 Jun 2026 09:00:00 +0000\nSubject: sheep\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/html\n\n<p>x</p>\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n${body}\n--b--\n`;
    expect(await read(mail)).toEqual([mailed]);
  });

  test("a time that is not the usual one is kept in the club's zone", async () => {
    const text = MAIL.replace("1pm ET / 10am PT / 7pm CET", "16:00–17:00 Europe/Paris");
    expect(await read(text)).toEqual([{ ...mailed, start: "10:00", duration: 60 }]);
  });

  test("no date is refused", async () => {
    expect(await read(MAIL.replace("June 15 (Monday), ", ""))).toBe(
      '2 the announcement has no date that can be read, expected one such as "June 15 (Mon)"',
    );
  });
});

describe("times that disagree", () => {
  test("are a warning with both instants, and the first counts", async () => {
    expect(await readWarnings(`📢 June 15 (Mon), 1pm ET / 6pm CET: ${TITLE}\n${SAID}`)).toEqual([
      '1 the times disagree: "1pm ET" on 2026-06-15 is 2026-06-15T17:00:00Z (America/New_York), "6pm CET" is 2026-06-15T16:00:00Z (Europe/Paris); the first was taken',
    ]);
  });

  test("with the club's usual time are a warning with both instants", async () => {
    expect(await readWarnings(`📢 June 15 (Mon), 2pm ET: ${TITLE}\n${SAID}`)).toEqual([
      '1 "2pm ET" is 2026-06-15T18:00:00Z, the club\'s usual 13:00 America/New_York is 2026-06-15T17:00:00Z; the announcement was taken',
    ]);
  });

  test("between the two changes of the clocks nothing is warned of", async () => {
    expect(
      await readWarnings(`📢 March 16 (Mon), 1pm ET / 6pm CET: ${TITLE}\n${SAID}`, "2026-03-12"),
    ).toEqual([]);
  });
});

test.each([
  [
    "📢 June 22 (Mon): CANCELLED",
    '1 "CANCELLED" calls a session off, which is no announcement: write "status: cancelled" or "status: postponed" into its file',
  ],
  [
    "CANCELLED: June 22 (Mon)",
    '1 "CANCELLED: June 22 (Mon)" calls a session off, which is no announcement: write "status: cancelled" or "status: postponed" into its file',
  ],
  [
    "📢 15 June 2026 (Tue): X",
    '1 "15 June 2026 (Tue)" does not fit its weekday: it is Monday 15 June 2026, expected Tuesday 9 June 2026 or Tuesday 16 June 2026, or the year if it is not 2026 (a Tuesday in 2021 and 2027)',
  ],
  [
    "📢 June 15 (Mon), 1pm XYT: X",
    '1 "1pm XYT": the zone XYT is not known here, expected ET, CET, UTC or a name such as America/New_York',
  ],
])("%j cannot be announced", async (text, message) => {
  expect(await read(text)).toBe(message);
});

test("who gives the talk may be said in the passive before the labels", async () => {
  const text = `Our next session will be given by Ada Example (Uni A) and Bob Sample.\n\n${MAIL}`;
  const presenters = [{ ...ADA, affiliation: "Uni A" }, { name: "Bob Sample" }];
  expect(await read(text)).toMatchObject([{ title: TITLE, presenters }]);
});

test("a paper without quotes is not guessed, and that is said", async () => {
  const text = `📢 June 15 (Mon): ${TITLE}\nThis Monday, Ada Example will present her work on sheep.`;
  expect(await read(text)).toEqual([{ ...plain, papers: [] }]);
  expect(await readWarnings(text)).toEqual(["2 no paper is named in quotes: none was taken"]);
});

test("colleagues without names are refused", async () => {
  const text = `📢 June 15 (Mon): ${TITLE}\nAda Example (@ada) and colleagues will present "${TITLE}".`;
  expect(await read(text)).toBe(
    '2 "colleagues" is not understood as a name, expected "NAME (@handle, site)" for each presenter',
  );
});

/** A mail that says no more than when; the club meets on Mondays at 13:00 in New York. */
const when = (words: string) => `Title: ${TITLE}\nWhen: ${words}\nSpeaker: Ada Example`;
const met = { ...plain, papers: [] };

describe("times of day", () => {
  test.each([
    ["June 15 (Mon), noon–1pm ET", { start: "12:00", duration: 60 }],
    ["June 15, 11-1pm ET", { start: "11:00", duration: 120 }],
    ["7 December, 1-2pm ET", { date: "2026-12-07", duration: 60 }],
    ["Monday, June 15, midnight ET", { start: "00:00", missing: ['"midnight ET" of line 2'] }],
    ["Monday, June 15, 12 midnight PT", { start: "03:00", missing: ['"12 midnight PT" of line 2'] }],
    ["Tues, June 16, 15.30 Uhr CET", { date: "2026-06-16", start: "09:30" }],
  ])("%j is read", async (words, said) => {
    expect(await read(when(words))).toEqual([{ ...met, ...said }]);
  });

  test.each([
    "2026-06-15T17:00:00Z",
    "2026-06-15T19:00+02:00",
    "2026-06-15T13:00:00.000-04:00",
    "June 15, 10:30pm GMT+5:30",
    "June 15, 12pm Etc/GMT+5",
    "June 15, 12pm CST / 1pm ET",
    "Tuesday, June 16, 2am JST",
    "Monday June 15, 1pm ET / Tuesday June 16, 2am JST",
  ])("%j is the club's usual time", async (words) => {
    expect(await read(when(words))).toEqual([met]);
    expect(await readWarnings(when(words))).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/usual|disagree|not known/)]),
    );
  });

  test("a zone on a line of its own is the zone of the time", async () => {
    expect(await read(`${when("June 15 (Mon), 19:00")}\nTime zone: Europe/Paris`)).toEqual([met]);
  });

  test("the sentence that says who presents may say the time", async () => {
    const text = `📢 June 15 (Mon): ${TITLE}\nThis Monday at 3pm ET, Ada Example will present "${TITLE}".`;
    expect(await read(text)).toEqual([{ ...plain, start: "15:00" }]);
  });

  test.each([
    ["9am CST", '"9am CST": CST can be America/Chicago or Asia/Shanghai, expected one of these names'],
    ["25:00", '"25:00" is no time of day, expected one such as "1pm ET" or "13:00"'],
    ["13pm ET", '"13pm ET" is no time of day, expected one such as "1pm ET" or "13:00"'],
  ])("%j is asked about", async (words, message) => {
    expect(await read(when(`June 15, ${words}`))).toBe(`2 ${message}`);
  });

  test("IST is read as India's, and that is said where nothing bears it out", async () => {
    expect(await readWarnings(when("Monday, June 15, 9pm IST"))).toEqual([
      '2 "9pm IST": IST is read as Asia/Kolkata, not as Asia/Jerusalem',
      '2 "9pm IST" is 2026-06-15T15:30:00Z, the club\'s usual 13:00 America/New_York is 2026-06-15T17:00:00Z; the announcement was taken',
    ]);
    expect(await readWarnings(when("Monday, June 15, 10:30pm IST"))).toEqual([]);
  });

  test("a second day that is not the same moment is refused", async () => {
    expect(await read(when("Monday June 15, 1pm ET / Tuesday June 16, 3am JST"))).toBe(
      "2 two dates: Monday 15 June 2026 and Tuesday 16 June 2026, expected one for a session",
    );
  });
});

test.each(["three days ago", "it may 15 times", "in 2 days", "1.5.2 of the program"])(
  "%j is no date",
  async (words) => {
    expect(
      await read(`📢 June 15 (Mon): ${TITLE}\nThis Monday, Ada Example will present "${TITLE}", ${words}.`),
    ).toEqual([plain]);
  },
);

test("a club that does not meet is no session", async () => {
  expect(await read("📢 June 15 (Mon): We won’t meet this week")).toBe(
    '1 "We won’t meet this week" calls a session off, which is no announcement: write "status: cancelled" or "status: postponed" into its file',
  );
});

test("a calendar's own text without a title is refused, its time is no title", async () => {
  expect(await read("📢 Monday, June 15 · 1:00 – 2:00pm\nTime zone: America/New_York")).toBe(
    "1 the announcement has no title, expected one after the date",
  );
});

test("addresses in angle brackets are addresses", async () => {
  const text = `*Title:* ${TITLE}\n*When:* June 15, 1pm ET\n*Where:* <https://zoom.us/j/1?pwd=a|Zoom>\n*Speaker:* Ada Example\n*Paper:* <https://arxiv.org/abs/2601.00011>`;
  expect(await read(text)).toEqual([
    { ...plain, papers: [{ title: TITLE, arxiv: "2601.00011" }], join: "https://zoom.us/j/1?pwd=a" },
  ]);
});
