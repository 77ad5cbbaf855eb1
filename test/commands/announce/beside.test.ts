/** What clubs write beside a title, a name, a room and an abstract, and what becomes of it. All of it is invented. */
import { describe, expect, test } from "vitest";
import { A_PLAIN_SESSION, readSessions, readWarnings } from "../../support/announcements.ts";

describe("around a title", () => {
  test.each<[sentence: string, title: string, session: object]>([
    ["the club's name in brackets is taken off", "[Reading Group] Counting Sheep", {}],
    ["the club's name and a colon are taken off", "ML Reading Group: Counting Sheep", {}],
    ["a word of attention is taken off", "UPDATE: Counting Sheep", {}],
    ["a number after a sign is the session's", "#24 Counting Sheep", { number: 24 }],
    ["where it is online is taken off", "Counting Sheep (on Zoom)", {}],
    ["how it is held is taken off", "Counting Sheep [hybrid event]", {}],
    ["that it will be recorded is taken off", "Counting Sheep (will be recorded)", {}],
    ["what there will be of it is taken off", "Counting Sheep [slides + video]", {}],
    ["several of these are taken off", "[Online] Counting Sheep (on Zoom) (recorded)", {}],
    ["a numbered room in brackets is the location", "Counting Sheep (Room 4.12)", { location: "Room 4.12" }],
    ["a room after @ is the location", "Counting Sheep @ Gates 104", { location: "Gates 104" }],
    ["a numbered room after a comma is the location", "Counting Sheep, Room 4.12", { location: "Room 4.12" }],
    ["emoji around it are taken off", "🚀 Counting Sheep 🐑🚀", {}],
    ["a spoiler's bars are taken off", "||Counting Sheep||", {}],
    ["stars around it are taken off", "**Counting Sheep**", {}],
    [
      "a comma before a link is taken off",
      "Counting Sheep, arXiv:2606.01234 [cs.LG]",
      { papers: [{ title: "Counting Sheep", arxiv: "2606.01234" }] },
    ],
    [
      "a note to the reader is shown",
      "Counting Sheep (note the unusual time!)",
      { missing: ['"note the unusual time!" of line 1'] },
    ],
    ["where it is online is taken off after a bar", "Counting Sheep | Zoom", {}],
    ["a series before a dash is taken off", "Theory Seminar – Counting Sheep", {}],
    ["a point at its end is taken off", "Counting Sheep.", {}],
    ["signs as HTML writes them are read", "Sheep &amp; Goats", { title: "Sheep & Goats" }],
    ["a note that it is stays", "Sheep (Note on Wool)", { title: "Sheep (Note on Wool)" }],
    ["who presents is taken off in brackets", "Counting Sheep (Ada Example, MIT)", {}],
    ["who presents is taken off after a comma", "Counting Sheep, Ada Example", {}],
    [
      "quotes before a subtitle belong to it",
      '"Why Sheep?": Counting Explained',
      { title: '"Why Sheep?": Counting Explained' },
    ],
    ["a word in capitals in brackets stays", "Sheep on Film (Video)", { title: "Sheep on Film (Video)" }],
    ["its own brackets stay", "Counting Sheep (and Goats)", { title: "Counting Sheep (and Goats)" }],
    [
      "a room that may be its theme stays, and is shown",
      "Counting Sheep (the Chinese Room)",
      {
        title: "Counting Sheep (the Chinese Room)",
        missing: ['"the Chinese Room" of line 1'],
      },
    ],
    ["words of a mode within it stay", "Zoom Fatigue Online", { title: "Zoom Fatigue Online" }],
    ["a link word alone in brackets stays", "Sheep (Meeting)", { title: "Sheep (Meeting)" }],
  ])("%s", async (_sentence, title, session) => {
    expect(await readSessions(`Title: ${title}\nSpeaker: Ada Example\nWhen: June 15 (Mon), 1pm ET`)).toEqual([
      { ...A_PLAIN_SESSION, ...session },
    ]);
  });

  test("what was taken off is said", async () => {
    expect(
      await readWarnings(
        "Title: [Reading Group] Counting Sheep (on Zoom)\nSpeaker: Ada Example\nWhen: June 15 (Mon), 1pm ET",
      ),
    ).toEqual(['left out: "Reading Group", "on Zoom"']);
  });
});

describe("beside names", () => {
  test.each<[sentence: string, names: string, session: object]>([
    [
      "a sentence after an affiliation is none of it",
      "Ada Example (MIT). Bring a laptop.",
      {
        presenters: [{ name: "Ada Example", affiliation: "MIT" }],
        missing: ['"Bring a laptop" of line 2'],
      },
    ],
    [
      "each pair of brackets is read by itself",
      "Ada Example (MIT) (with Bob Sample)",
      {
        presenters: [{ name: "Ada Example", affiliation: "MIT" }],
        missing: ['"with Bob Sample" of line 2'],
      },
    ],
    [
      "a degree before brackets is nobody",
      "Ada Example, PhD (MIT)",
      { presenters: [{ name: "Ada Example", affiliation: "MIT" }] },
    ],
    ["an affiliation to be announced is none", "Ada Example (TBA)", {}],
    [
      "with whom the work was done is nobody who presents",
      "Ada Example (MIT), joint work with Bob Sample and Cy Third",
      { presenters: [{ name: "Ada Example", affiliation: "MIT" }] },
    ],
    [
      "whom somebody replaces is nobody who presents",
      "Ada Example (MIT) instead of Bob Sample (KAUST)",
      { presenters: [{ name: "Ada Example", affiliation: "MIT" }] },
    ],
    [
      "who leads through it is nobody who presents",
      "Ada Example (MIT); Chair: Bob Sample (KAUST)",
      { presenters: [{ name: "Ada Example", affiliation: "MIT" }] },
    ],
    [
      "an affiliation in brackets is on the next line",
      "Ada Example\n(University of Leeds)",
      { presenters: [{ name: "Ada Example", affiliation: "University of Leeds" }] },
    ],
    [
      "names in capitals are names",
      "ADA EXAMPLE (MIT)",
      { presenters: [{ name: "ADA EXAMPLE", affiliation: "MIT" }] },
    ],
    ["a calendar's guests are nobody who presents", "ada@example.org, bob@example.org", { presenters: [] }],
  ])("%s", async (_sentence, names, session) => {
    expect(
      await readSessions(`Title: Counting Sheep\nSpeaker: ${names}\nWhen: June 15 (Mon), 1pm ET`),
    ).toEqual([{ ...A_PLAIN_SESSION, ...session }]);
  });

  test("the end of a school's name is nobody", async () => {
    const names = "Ada Example, Department of Wool, London School of Economics and Political Science";
    expect(await readSessions(`Title: Counting Sheep\nSpeaker: ${names}\nWhen: June 15 (Mon), 1pm ET`)).toBe(
      '2 "Political Science" can be a person or an affiliation, expected an affiliation in parentheses after its name',
    );
  });

  test("a name after a label that is not known is shown", async () => {
    expect(
      await readSessions("Title: Counting Sheep\nWhen: June 15 (Mon), 1pm ET\n\nIn charge: Ada Example"),
    ).toEqual([{ ...A_PLAIN_SESSION, presenters: [], missing: ['"In charge: Ada Example" of line 4'] }]);
  });
});

describe("beside a room", () => {
  test.each<[sentence: string, words: string, session: object]>([
    ["a sentence after it is left out", "Gates 104. Please arrive early.", { location: "Gates 104" }],
    ["what will be served is left out", "Gates 104 (pizza will be served)", { location: "Gates 104" }],
    ["that it changed is left out", "Gates 104 (note the room change!)", { location: "Gates 104" }],
    ["the room it replaces is left out", "Gates 104 instead of Gates 200", { location: "Gates 104" }],
    ["where the link is to be had is no room", "Zoom (link sent to the mailing list)", {}],
    ["its own brackets stay", "Gates 104 (Computer Science)", { location: "Gates 104 (Computer Science)" }],
    ["a map is no part of it", "Gates 104 (map: https://maps.example.org/4)", { location: "Gates 104" }],
    ["points within it end nothing", "Bldg. E, 77 Mass. Ave", { location: "Bldg. E, 77 Mass. Ave" }],
    ["a point at its end is taken off", "Gates 104.", { location: "Gates 104" }],
    [
      "a point before the link is taken off",
      "In person: Gates 104. Online: https://zoom.us/j/1",
      { location: "Gates 104", join: "https://zoom.us/j/1" },
    ],
    ["a name that is new stays", "The New Room, New York", { location: "The New Room, New York" }],
    [
      "a sentence about it is no room, and is shown",
      "ask Bob Sample",
      { missing: ['"ask Bob Sample" of line 4'] },
    ],
  ])("%s", async (_sentence, words, session) => {
    expect(
      await readSessions(
        `Title: Counting Sheep\nSpeaker: Ada Example\nWhen: June 15 (Mon), 1pm ET\nLocation: ${words}`,
      ),
    ).toEqual([{ ...A_PLAIN_SESSION, ...session }]);
  });

  test("what was left out is said", async () => {
    expect(
      await readWarnings(
        "Title: Counting Sheep\nSpeaker: Ada Example\nWhen: June 15 (Mon), 1pm ET\nLocation: Gates 104 (pizza will be served). Please arrive early.",
      ),
    ).toEqual(['left out: "Please arrive early."', 'left out: "pizza will be served"']);
  });
});

describe("beside a meeting link", () => {
  test.each<[sentence: string, words: string, session: object]>([
    ["a code after a colon", "https://zoom.us/j/1, passcode: a!B,c", { passcode: "a!B,c" }],
    ["a code with digits needs no colon", "https://zoom.us/j/1 (passcode 4242)", { passcode: "4242" }],
    ["that none is needed is no code", "https://zoom.us/j/1 (no password needed)", {}],
    [
      "where it is to be had is no code, and is shown",
      "https://zoom.us/j/1 (password is in the mail)",
      { missing: ['"password is in the mail" of line 4'] },
    ],
  ])("%s", async (_sentence, words, session) => {
    expect(
      await readSessions(
        `Title: Counting Sheep\nSpeaker: Ada Example\nWhen: June 15 (Mon), 1pm ET\nZoom: ${words}`,
      ),
    ).toEqual([{ ...A_PLAIN_SESSION, join: "https://zoom.us/j/1", ...session }]);
  });

  test("a calendar's invitation below a line is the only announcement's", async () => {
    expect(
      await readSessions(`Title: Counting Sheep
Presenter: Ada Example
When: Monday, 15 June 2026 13:00-14:00 (UTC-05:00) Eastern Time (US & Canada)
Where: Microsoft Teams Meeting
________________
Microsoft Teams meeting
Click here to join the meeting <https://teams.microsoft.com/l/meetup-join/abc>
Meeting ID: 123 456 789
Passcode: aBcD12`),
    ).toEqual([
      {
        ...A_PLAIN_SESSION,
        duration: 60,
        join: "https://teams.microsoft.com/l/meetup-join/abc",
        passcode: "aBcD12",
      },
    ]);
  });
});

describe("beside the labels", () => {
  const BLOCK = "Title: Counting Sheep\nSpeaker: Ada Example\nWhen: June 15 (Mon), 1pm ET";

  test("an abstract may come first", async () => {
    expect(await readSessions(`Abstract: We count.\n\n${BLOCK}`)).toEqual([
      { ...A_PLAIN_SESSION, abstract: "We count." },
    ]);
  });

  test("words above that call it off refuse it", async () => {
    expect(await readSessions(`Sorry, there will be no seminar on Monday.\n\n${BLOCK}`)).toBe(
      '1 "Sorry, there will be no seminar on Monday." calls a session off, which is no announcement: write "status: cancelled" or "status: postponed" into its file',
    );
  });

  test.each(["We start 15 minutes later than usual.", "Bob Sample steps in, as Ada is ill."])(
    "%j is shown",
    async (words) => {
      expect(await readSessions(`${BLOCK}\n\n${words}`)).toEqual([
        { ...A_PLAIN_SESSION, missing: [`${JSON.stringify(words)} of line 5`] },
      ]);
    },
  );
});

describe("after an abstract", () => {
  const HEAD =
    "Title: Counting Sheep\nSpeaker: Ada Example\nWhen: June 15 (Mon), 1pm ET\nAbstract: We count.\n";

  test.each<[sentence: string, after: string, session: object]>([
    ["a heading about the speaker ends it", "\nAbout the Speaker\nAda Example likes wool.", {}],
    ["a biography of any name ends it", "Speaker's short biography: Ada Example likes wool.", {}],
    ["words to the readers are none of it", "\nPlease register by Friday noon.", {}],
    ["what is served is none of it", "\nPizza will be served.", {}],
    [
      "a calendar's invitation is none of it",
      "\nJoin Zoom Meeting\nhttps://zoom.us/j/1?pwd=a\nMeeting ID: 999 888\nPasscode: 4242",
      { join: "https://zoom.us/j/1?pwd=a", passcode: "4242" },
    ],
    ["the talks to come are none of it", "\nUpcoming talks:\nJune 22: Bob Sample – Goats", {}],
    ["a postscript is none of it", "\nP.S. Next week Bob Sample talks about goats.", {}],
    ["a signature is none of it", "\nJane Host\nProfessor of Sheep", {}],
    [
      "a heading within it is no signature",
      "\nRelated Work\n\nOthers count, too.",
      { abstract: "We count.\n\nRelated Work\n\nOthers count, too." },
    ],
    [
      "a second paragraph is its own",
      "\nThis talk will count goats, too.",
      { abstract: "We count.\n\nThis talk will count goats, too." },
    ],
    [
      "a long paragraph that begins so is its own",
      `\nPlease ${"count sheep and ".repeat(30)}goats.`,
      { abstract: `We count.\n\nPlease ${"count sheep and ".repeat(30)}goats.` },
    ],
  ])("%s", async (_sentence, after, session) => {
    expect(await readSessions(HEAD + after)).toEqual([
      { ...A_PLAIN_SESSION, abstract: "We count.", ...session },
    ]);
  });

  test("words to the readers are said to be left out", async () => {
    expect(await readWarnings(`${HEAD}\nPizza will be served.`)).toEqual([
      'left out: "Pizza will be served."',
    ]);
  });
});

describe("links beside the paper's", () => {
  const HEAD = "Title: Counting Sheep\nSpeaker: Ada Example\nWhen: June 15 (Mon), 1pm ET\n";

  test("a paper's address at Hugging Face has its arXiv id", async () => {
    expect(await readSessions(`${HEAD}Paper: https://huggingface.co/papers/2606.01234`)).toEqual([
      { ...A_PLAIN_SESSION, papers: [{ title: "Counting Sheep", arxiv: "2606.01234" }] },
    ]);
  });

  test("another paper is not the session's, and is shown", async () => {
    const line = "Background reading: https://arxiv.org/abs/2401.00001";
    expect(await readSessions(HEAD + line)).toEqual([
      { ...A_PLAIN_SESSION, missing: [`${JSON.stringify(line)} of line 4`] },
    ]);
  });

  test("words of goodbye with a link say where", async () => {
    expect(
      await readSessions(
        'On Monday, June 15, at 1pm ET, Ada Example will present "Counting Sheep".\n\nSee you on Zoom: https://zoom.us/j/1',
      ),
    ).toEqual([{ ...A_PLAIN_SESSION, papers: [{ title: "Counting Sheep" }], join: "https://zoom.us/j/1" }]);
  });
});
