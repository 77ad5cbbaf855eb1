/** What makes an announcement doubtful: words beside it, another zone, another weekday, somebody else. All of it is invented. */
import { describe, expect, test } from "vitest";
import { A_PLAIN_SESSION, readSessions, readWarnings } from "../../support/announcements.ts";

const LABELS = "Title: Counting Sheep\nSpeaker: Ada Example\nWhen: June 15 (Mon), 1pm ET";

describe("words above an announcement that may take it back", () => {
  test.each([
    "Our room is now Barn 4.",
    "Bob Sample is stepping in for Ada.",
    "Ada can no longer make it.",
    "Aufgeschoben!",
    "이번 주는 휴강입니다.",
    "El seminario pospuesto",
    "We have to reschedule this.",
    "Sadly off, see you on the 19th.",
    "The herd is on holiday.",
    "因故停办一次。",
  ])("%j is shown", async (words) => {
    expect(await readSessions(`${words}\n\n${LABELS}`)).toEqual([
      { ...A_PLAIN_SESSION, missing: [`${JSON.stringify(words)} of line 1`] },
    ]);
  });

  test.each([
    "This one is cancelled, sorry.",
    "SUSPENDIDO",
    "It had to be postponed.",
    "The talk is suspended.",
  ])("%j refuses it", async (words) => {
    expect(await readSessions(`${words}\n\n${LABELS}`)).toBe(
      `1 "${words}" calls a session off, which is no announcement: write "status: cancelled" or "status: postponed" into its file`,
    );
  });

  test.each(["If you can't make it, there will be notes.", "Those who cannot attend get notes."])(
    "%j is about its readers",
    async (words) => {
      expect(await readSessions(`${words}\n\n${LABELS}`)).toEqual([A_PLAIN_SESSION]);
    },
  );

  test("above a forwarded mail they are shown, too", async () => {
    const forwarded =
      "---------- Forwarded message ---------\nFrom: Host <host@example.org>\nDate: Thu, Jun 11, 2026\nSubject: Sheep\n";
    expect(await readSessions(`The room is now Barn 4.\n\n${forwarded}\n${LABELS}`)).toEqual([
      { ...A_PLAIN_SESSION, missing: ['"The room is now Barn 4." of line 1'] },
    ]);
  });

  test("a paragraph that calls it off is no abstract", async () => {
    const words =
      "We are very sorry to tell you that the seminar is cancelled because all of the sheep have left the barn.";
    expect(await readSessions(`${LABELS}\n\n${words}`)).toBe(
      `5 "${words}" calls a session off, which is no announcement: write "status: cancelled" or "status: postponed" into its file`,
    );
  });
});

const toText = (when: string): string => `Title: Counting Sheep\nSpeaker: Ada Example\nWhen: ${when}, 1pm ET`;

describe("words below an announcement", () => {
  test.each(["Edit 6/10: Ada had to withdraw.", "The sheep are gone."])("%j are shown", async (words) => {
    expect(await readSessions(`${LABELS}\n\n${words}`)).toEqual([
      { ...A_PLAIN_SESSION, missing: [`${JSON.stringify(words)} of line 5`] },
    ]);
  });

  test.each([
    "Jane",
    "Jane Host",
    "Professor of Sheep",
    "Light lunch is served.",
    "+13017158592,,999888# US",
  ])("%j change nothing", async (words) => {
    expect(await readSessions(`${LABELS}\n\n${words}`)).toEqual([A_PLAIN_SESSION]);
  });

  test("what calls it off in a paragraph below its abstract refuses it", async () => {
    const words = "Update: this seminar has been cancelled.";
    expect(await readSessions(`${LABELS}\nAbstract: We count sheep.\n\n${words}`)).toBe(
      `6 "${words}" calls a session off, which is no announcement: write "status: cancelled" or "status: postponed" into its file`,
    );
  });

  test("what calls it off right below its abstract is shown", async () => {
    const words = "Update: this seminar has been cancelled.";
    expect(await readSessions(`${LABELS}\nAbstract: We count sheep.\n${words}`)).toEqual([
      {
        ...A_PLAIN_SESSION,
        abstract: `We count sheep.\n\n${words}`,
        missing: [`${JSON.stringify(words)} of line 5`],
      },
    ]);
  });
});

test("between signs it is called off behind its title", async () => {
  const text =
    "📢 June 15 (Mon): Counting Sheep 🚫 cancelled 🚫\nThis Monday, Ada Example (@ada) will present her work.";
  expect(await readSessions(text)).toBe(
    '1 "Counting Sheep 🚫 cancelled 🚫" calls a session off, which is no announcement: write "status: cancelled" or "status: postponed" into its file',
  );
});

describe("words above that change nothing", () => {
  test.each([
    "Dear all,",
    "ML Reading Group – Fall 2026",
    "We are excited to host Ada!",
    "This is our next talk.",
    "Nice!",
    "Chair: Bob Sample",
    "Details below.",
    "来週のセミナー",
    "🐑🐑🐑",
  ])("%j", async (words) => {
    expect(await readSessions(`${words}\n\n${LABELS}`)).toEqual([A_PLAIN_SESSION]);
  });
});

describe("a time that is said twice", () => {
  test.each<[sentence: string, when: string, session: object]>([
    [
      "a city whose clock differs is shown",
      "6pm GMT (London)",
      { start: "14:00", missing: ['"London" of line 3'] },
    ],
    [
      "a city that its zone's name cannot mean is shown",
      "6pm IST (Dublin)",
      { start: "08:30", missing: ['"Dublin" of line 3'] },
    ],
    ["a city with the clock of the zone says nothing new", "7pm CEST (Berlin)", {}],
    [
      "midnight begins a day or ends it",
      "midnight ET",
      { start: "00:00", missing: ['"midnight ET" of line 3'] },
    ],
    ["midnight is sure with a second zone", "midnight ET / 6am CEST", { start: "00:00" }],
    ["a time that does not count any more is left out", "3pm ET (was: 1pm)", { start: "15:00" }],
    ["a note that the day is unusual says nothing new", "3pm ET (note the unusual day!)", { start: "15:00" }],
  ])("%s", async (_sentence, when, session) => {
    const text = `Title: Counting Sheep\nSpeaker: Ada Example\nWhen: June 15 (Mon), ${when}`;
    expect(await readSessions(text)).toEqual([{ ...A_PLAIN_SESSION, ...session }]);
  });

  test("a day told from today has the weekday beside it", async () => {
    expect(await readSessions(toText("tomorrow (Saturday)"))).toEqual([
      { ...A_PLAIN_SESSION, date: "2026-06-13" },
    ]);
    expect(await readSessions(toText("tomorrow (Monday)"))).toBe(
      '3 "tomorrow (Monday), 1pm ET" is no day that can be told for sure, expected the date',
    );
  });

  test("a length has hours and minutes in one word", async () => {
    expect(await readSessions(`${LABELS}\nDuration: 1h15`)).toEqual([{ ...A_PLAIN_SESSION, duration: 75 }]);
  });
});

describe("who presents, and who else is named", () => {
  const WHAT = "Title: Counting Sheep\nWhen: June 15 (Mon), 1pm ET";

  test("a discussant beside a presenter presents nothing", async () => {
    const text = `${WHAT}\nPresenter: Ada Example\nDiscussant: Bob Sample`;
    expect(await readSessions(text)).toEqual([A_PLAIN_SESSION]);
    expect(await readWarnings(text)).toEqual(['left out: "Discussant: Bob Sample"']);
  });

  test("a discussant alone presents", async () => {
    expect(await readSessions(`${WHAT}\nDiscussant: Ada Example`)).toEqual([A_PLAIN_SESSION]);
  });

  test.each<[sentence: string, speaker: string, presenters: object[]]>([
    [
      "an acronym in brackets of its own belongs to the affiliation",
      "Ada Example (Institute for Sheep (IFS), Zurich)",
      [{ name: "Ada Example", affiliation: "Institute for Sheep (IFS), Zurich" }],
    ],
    [
      "the year of a student is no affiliation",
      "Ada Example (2nd year PhD student, MIT)",
      [{ name: "Ada Example", affiliation: "MIT" }],
    ],
    [
      "a title of several belongs to no name",
      "Profs. Ada Example and Bob Sample",
      [{ name: "Ada Example" }, { name: "Bob Sample" }],
    ],
    [
      "brackets behind an affiliation are none of it",
      "Ada Example, MIT (joining remotely)",
      [{ name: "Ada Example", affiliation: "MIT" }],
    ],
    [
      "brackets in brackets are no affiliation otherwise",
      "Ada Example (MIT (she/her))",
      [{ name: "Ada Example", affiliation: "MIT" }],
    ],
  ])("%s", async (_sentence, speaker, presenters) => {
    expect(await readSessions(`${WHAT}\nSpeaker: ${speaker}`)).toEqual([{ ...A_PLAIN_SESSION, presenters }]);
  });

  test("a title that is not known is no name", async () => {
    expect(await readSessions(`${WHAT}\nSpeaker: Hon. Ada Example`)).toBe(
      '3 "Hon. Ada Example" is not understood as a name, expected "NAME (@handle, site)" for each presenter',
    );
  });

  test("a group is no person", async () => {
    expect(await readSessions(`${WHAT}\nSpeaker: The Sheep Team (MIT)`)).toBe(
      '3 "The Sheep Team (MIT)" is not understood as a name, expected "NAME (@handle, site)" for each presenter',
    );
  });

  test("whose the affiliation after several names is, is said", async () => {
    const text = `${WHAT}\nSpeakers: Ada Example and Bob Sample, University of B`;
    expect(await readWarnings(text)).toEqual(['"University of B" is taken for Bob Sample alone']);
    expect(await readWarnings(`${WHAT}\nSpeakers: Ada Example (MIT) and Bob Sample (ETH)`)).toEqual([]);
  });

  test("who presents stands in brackets behind the title where nothing else says so", async () => {
    const when = "When: June 15 (Mon), 1pm ET";
    const presenters = [{ name: "Ada Example", affiliation: "MIT" }];
    expect(await readSessions(`Title: Counting Sheep (Ada Example, MIT)\n${when}`)).toEqual([
      { ...A_PLAIN_SESSION, presenters },
    ]);
    expect(
      await readSessions(`Title: Counting Sheep (Bob Sample, MIT)\nSpeaker: Ada Example\n${when}`),
    ).toEqual([{ ...A_PLAIN_SESSION, title: "Counting Sheep (Bob Sample, MIT)" }]);
  });
});

describe("a title that is not the last word", () => {
  test.each(["(tentative title)", "(TBC)", "[working title]", "(Arbeitstitel)", "(título provisório)"])(
    "%j is none of it",
    async (doubt) => {
      const text = `Title: Counting Sheep ${doubt}\nSpeaker: Ada Example\nWhen: June 15 (Mon), 1pm ET`;
      expect(await readSessions(text)).toEqual([A_PLAIN_SESSION]);
      expect(await readWarnings(text)).toEqual([`left out: "${doubt.slice(1, -1)}"`]);
    },
  );

  test.each<[sentence: string, title: string, session: object]>([
    ["with whom a session is held is none of it", "Counting Sheep - joint session with the goat club", {}],
    [
      "a label within it is shown",
      "Counting Sheep. Abstract: We count.",
      { title: "Counting Sheep. Abstract: We count", missing: ['"Abstract: We count." of line 1'] },
    ],
    [
      "that it does not take place is hardly of it",
      "Counting Sheep is postponed",
      { title: "Counting Sheep is postponed", missing: ['"Counting Sheep is postponed" of line 1'] },
    ],
    ["words of that kind within it are its own", "The Cancelled Sheep", { title: "The Cancelled Sheep" }],
    ["a sentence within it is its own", "Sheep. Why: A Study", { title: "Sheep. Why: A Study" }],
  ])("%s", async (_sentence, title, session) => {
    const text = `Title: ${title}\nSpeaker: Ada Example\nWhen: June 15 (Mon), 1pm ET`;
    expect(await readSessions(text)).toEqual([{ ...A_PLAIN_SESSION, ...session }]);
  });

  test("stars around a paper's title are none of it", async () => {
    const text = "📅 *June 15 (Mon), 1pm ET*\n🎤 Ada Example (MIT)\n📄 *Counting Sheep*";
    expect(await readSessions(text)).toEqual([
      {
        ...A_PLAIN_SESSION,
        presenters: [{ name: "Ada Example", affiliation: "MIT" }],
        papers: [{ title: "Counting Sheep" }],
      },
    ]);
  });
});

describe("a schedule", () => {
  test("tells who from what although a row is called off", async () => {
    const rows = "| June 15 | Ada Example (MIT) | Counting Sheep |\n| June 22 | CANCELLED | |";
    const presenters = [{ name: "Ada Example", affiliation: "MIT" }];
    expect(await readSessions(`${rows}\n| June 29 | Bob Sample (ETH) | Losing Goats |`)).toEqual([
      { ...A_PLAIN_SESSION, presenters },
      {
        ...A_PLAIN_SESSION,
        date: "2026-06-29",
        title: "Losing Goats",
        presenters: [{ name: "Bob Sample", affiliation: "ETH" }],
      },
    ]);
  });

  test("has its titles where nobody is at a place", async () => {
    const rows =
      "| June 15 | Counting Sheep | Ada Example (MIT) |\n| June 22 | Losing Goats | Bob Sample (ETH) |";
    expect(await readSessions(rows)).toEqual([
      { ...A_PLAIN_SESSION, presenters: [{ name: "Ada Example", affiliation: "MIT" }] },
      {
        ...A_PLAIN_SESSION,
        date: "2026-06-22",
        title: "Losing Goats",
        presenters: [{ name: "Bob Sample", affiliation: "ETH" }],
      },
    ]);
  });
});

describe("the zone of a schedule", () => {
  const presenters = [{ name: "Ada Example", affiliation: "MIT" }];

  test.each([
    "All times CEST\n\n| Date | Time | Speaker | Title |",
    "Times are in CEST\n\n| Date | Time | Speaker | Title |",
    "| Date | Time (CEST) | Speaker | Title |",
  ])("stands above it: %j", async (head) => {
    const row = "| June 15 | 19:00 | Ada Example (MIT) | Counting Sheep |";
    expect(await readSessions(`${head}\n|---|---|---|---|\n${row}`)).toEqual([
      { ...A_PLAIN_SESSION, presenters },
    ]);
  });

  test("is not that of words which name none, and what may change it is shown", async () => {
    const rows = "| Date | Speaker | Title |\n| June 15 | Ada Example (MIT) | Counting Sheep |";
    expect(await readSessions(`Some times may change\nThe room is now Barn 4.\n\n${rows}`)).toEqual([
      { ...A_PLAIN_SESSION, presenters, missing: ['"The room is now Barn 4." of line 2'] },
    ]);
  });
});

test("a calendar's point is one of two kinds", async () => {
  const text = "Counting Sheep\nMonday, June 15, 2026 ⋅ 1:00 – 2:00pm\nSpeaker: Ada Example";
  expect(await readSessions(text)).toEqual([
    { ...A_PLAIN_SESSION, duration: 60, missing: ["a title of its own"] },
  ]);
});

test("a title that is a time alone is refused", async () => {
  expect(await readSessions("Title: 2pm ET\nSpeaker: Ada Example\nWhen: June 15 (Mon)")).toBe(
    '1 "2pm ET" is no time of day, expected one such as "1pm ET" or "13:00"',
  );
});

describe("where it is", () => {
  test.each<[sentence: string, line: string, session: object]>([
    ["a host after a room is none of it", "Where: Gates 100. Host: Bob Sample", { location: "Gates 100" }],
    [
      "another label after a room is shown",
      "Where: Gates 100. Slides: on paper",
      { location: "Gates 100", missing: ['"Slides: on paper" of line 4'] },
    ],
    [
      "a link after a room has words of its own",
      "Where: Gates 100; Zoom for remote people: https://zoom.us/j/999",
      { location: "Gates 100", join: "https://zoom.us/j/999" },
    ],
    [
      "words about a link after a room are shown",
      "Where: Gates 100, Zoom if it rains",
      { location: "Gates 100", missing: ['"Zoom if it rains" of line 4'] },
    ],
    ["a program has no room", "Where: MS Teams (link in calendar)", {}],
    ["that a room is new says nothing of it", "Where: NEW ROOM: Gates 100", { location: "Gates 100" }],
    ["a recording is no meeting", "Recording of last time: https://zoom.us/rec/share/abc", {}],
    [
      "numbers of a meeting are no room",
      "Where: online, https://zoom.us/j/999 (ID 999, code 4242)",
      { join: "https://zoom.us/j/999", passcode: "4242" },
    ],
  ])("%s", async (_sentence, line, session) => {
    expect(await readSessions(`${LABELS}\n${line}`)).toEqual([{ ...A_PLAIN_SESSION, ...session }]);
  });
});

describe("labels on one line", () => {
  test.each([
    "Title: Counting Sheep; Speaker: Ada Example; When: June 15 (Mon), 1pm ET",
    "Title: Counting Sheep | Speaker: Ada Example\nWhen: June 15 (Mon), 1pm ET",
  ])("are as many lines: %j", async (text) => {
    expect(await readSessions(text)).toEqual([A_PLAIN_SESSION]);
  });

  test("have links of several kinds", async () => {
    const links =
      "Paper: https://arxiv.org/abs/2606.01234 | Slides: https://s.example/1 | Code: https://c.example/1";
    expect(await readSessions(`${LABELS}\n${links}`)).toEqual([
      {
        ...A_PLAIN_SESSION,
        papers: [{ title: "Counting Sheep", arxiv: "2606.01234" }],
        slides: "https://s.example/1",
        code: "https://c.example/1",
      },
    ]);
  });

  test.each(["Counting Sheep | Code: the Talk", "Counting Sheep; Goats: a Survey", "Sheep | Talk: Goats"])(
    "are none within a title: %j",
    async (title) => {
      expect(
        await readSessions(`Title: ${title}\nSpeaker: Ada Example\nWhen: June 15 (Mon), 1pm ET`),
      ).toMatchObject([{ title }]);
    },
  );
});

const toMail = (day: string, sent: string): string =>
  `Subject: Reminder\nFrom: host@example.org\nDate: ${sent}\n\nTitle: Counting Sheep\nSpeaker: Ada Example\nWhen: ${day}, 1pm ET`;

describe("days told from today", () => {
  test("are told from when a mail was sent, too", async () => {
    expect(await readSessions(toMail("tomorrow", "Fri, 12 Jun 2026 08:00:00 -0400"))).toEqual([
      { ...A_PLAIN_SESSION, date: "2026-06-13" },
    ]);
    expect(await readSessions(toMail("next Monday", "Sat, 13 Jun 2026 08:00:00 -0400"))).toEqual([
      A_PLAIN_SESSION,
    ]);
    expect(await readSessions(toMail("tomorrow", "Thu, 11 Jun 2026 08:00:00 -0400"))).toBe(
      '7 "tomorrow" is Saturday 13 June 2026 from today and Friday 12 June 2026 from when the mail was sent, expected the date',
    );
  });

  test("have no year of two digits that is far away", async () => {
    expect(await readSessions(toText("26-06-15"))).toBe(
      '3 "26-06-15" names the year 2015, expected four digits for one so far from today',
    );
    expect(await readSessions(toText("15.06.26"))).toEqual([A_PLAIN_SESSION]);
    expect(await readSessions(toText("June 15, 2015"))).toEqual([{ ...A_PLAIN_SESSION, date: "2015-06-15" }]);
  });
});

describe("below an abstract", () => {
  test.each<[sentence: string, lines: string, abstract: string]>([
    ["other labels are left out", "Keywords: sheep, goats\nRefreshments: tea", "We count sheep."],
    [
      "a sentence with a colon is its own",
      "Level: it does not matter.",
      "We count sheep.\n\nLevel: it does not matter.",
    ],
    [
      "what it refers to is no paper",
      "[1] https://arxiv.org/abs/2606.01234",
      "We count sheep.\n\n\\[1\\] https://arxiv.org/abs/2606.01234",
    ],
  ])("%s", async (_sentence, lines, abstract) => {
    expect(await readSessions(`${LABELS}\nAbstract: We count sheep.\n${lines}`)).toEqual([
      { ...A_PLAIN_SESSION, abstract },
    ]);
  });
});
