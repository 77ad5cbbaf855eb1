/** Posts without labels: threads, days under a title, names under a day. All of it is invented. */
import { describe, expect, test } from "vitest";
import { A_PLAIN_SESSION, readSessions } from "../../support/announcements.ts";

const AT_MIT = { presenters: [{ name: "Ada Example", affiliation: "MIT" }] };

describe("posts without labels", () => {
  test.each<[sentence: string, text: string, read: readonly object[] | string]>([
    [
      "a thread's counters are no days",
      `1/ Next reading group: June 15 (Mon), 1pm ET 🧵
2/ Ada Example (@ada) will present her paper "Counting Sheep".
3/ arxiv.org/abs/2606.01234`,
      [
        {
          presenters: [{ name: "Ada Example", x: "ada" }],
          papers: [{ title: "Counting Sheep", arxiv: "2606.01234" }],
        },
      ],
    ],
    [
      "a thread may say how long it is",
      `(1/2) Title: Counting Sheep
(2/2) When: June 15 (Mon), 1pm ET`,
      [{ presenters: [] }],
    ],
    [
      "days that look like counters stay days",
      `1/6 Title: Counting Sheep
2/6 Speaker: Ada Example`,
      '1 has no announcement, expected a line such as "📢 June 15 (Mon): TITLE", or lines "Title: …" and "Time: …"',
    ],
    [
      "Slack's emoji stand for labels",
      `:calendar: Monday, June 15 @ 1pm ET
:microphone: Ada Example (MIT)
:page_facing_up: Counting Sheep
:round_pushpin: Gates 104`,
      [{ ...AT_MIT, papers: [{ title: "Counting Sheep" }], location: "Gates 104" }],
    ],
    [
      "who presents stands before the title",
      "Mon 15 June, 13:00 ET | Ada Example (MIT) | Counting Sheep",
      [AT_MIT],
    ],
    [
      "who presents stands before a title in quotes, and a meeting after it",
      'Mon June 15, 1pm ET: Ada Example (MIT), "Counting Sheep", https://zoom.us/j/1',
      [{ ...AT_MIT, join: "https://zoom.us/j/1" }],
    ],
    ["who presents stands after the title", "📢 June 15 (Mon): Counting Sheep – Ada Example (MIT)", [AT_MIT]],
    [
      "a part of a title in brackets is nobody",
      "Title: Sheep – Deep Dive (Part II)\nSpeaker: Ada Example\nWhen: June 15 (Mon), 1pm ET",
      [{ title: "Sheep – Deep Dive (Part II)" }],
    ],
    [
      "who presents is below the title",
      "### Monday, June 15, 1pm ET – Counting Sheep\nAda Example (MIT)",
      [AT_MIT],
    ],
    [
      "who presents is below, after a sign and a word",
      "📢 June 15 (Mon): Counting Sheep\n🎓 by Ada Example (MIT)",
      [AT_MIT],
    ],
    [
      "a title in quotes is below who presents",
      'Monday, June 15, 2026\nAda Example (MIT)\n"Counting Sheep"',
      [AT_MIT],
    ],
    [
      "a day alone is above the title and who presents",
      "June 15, 2026\nCounting Sheep\nAda Example (MIT)",
      [AT_MIT],
    ],
    [
      "who presents and a title in quotes are above the day",
      'Ada Example, University of Leeds\n"Counting Sheep"\nMonday, June 15, 2026, 1:00 pm – 2:00 pm\nWean Hall 8220',
      [
        {
          presenters: [{ name: "Ada Example", affiliation: "University of Leeds" }],
          duration: 60,
          location: "Wean Hall 8220",
        },
      ],
    ],
    [
      "a heading is above the day",
      "# Counting Sheep\n-# by Ada Example (MIT)\n📅 **Monday, June 15th, 2026**\n🕐 **1:00 PM EDT**",
      [AT_MIT],
    ],
    [
      "a number stands above the labels",
      "## 📚 Paper Reading #17\n**Title:** Counting Sheep\n**Presenter:** Ada Example\n**When:** June 15 (Mon), 1pm ET",
      [{ number: 17 }],
    ],
    [
      "a second talk is shown",
      "Monday, June 15, 1pm ET\nTalk 1: Counting Sheep – Ada Example (MIT)\nTalk 2: Counting Goats – Bob Sample (MIT)",
      [
        {
          ...AT_MIT,
          title: "Talk 1: Counting Sheep",
          missing: ['"Talk 2: Counting Goats – Bob Sample (MIT)" of line 3'],
        },
      ],
    ],
    [
      "a title with its day is above labels",
      "Counting Sheep — June 15, 2026, 1pm ET\nSpeaker: Ada Example (MIT)\nRoom: Gates 104",
      [{ ...AT_MIT, location: "Gates 104" }],
    ],
    [
      "a line above labels of which none is a title may be it",
      "Counting Sheep\nWhen: Mon Jun 15, 2026 1pm (EDT)\nSpeaker: Ada Example (MIT)",
      [{ ...AT_MIT, missing: ["a title of its own"] }],
    ],
    [
      "German has its verb first",
      'Liebe alle,\nam Montag, dem 15. Juni 2026, um 13 Uhr (ET) spricht Ada Example (TU Berlin) über "Counting Sheep".',
      [
        {
          presenters: [{ name: "Ada Example", affiliation: "TU Berlin" }],
          papers: [{ title: "Counting Sheep" }],
        },
      ],
    ],
    [
      "French says the day first",
      "Le lundi 15 juin à 13h (New York), Ada Example (Inria) présentera « Counting Sheep ».",
      [
        {
          presenters: [{ name: "Ada Example", affiliation: "Inria" }],
          papers: [{ title: "Counting Sheep" }],
        },
      ],
    ],
    [
      "Portuguese says the day first, after a greeting",
      'Olá! Na segunda, 15 de junho, às 15h (ET), Ada Example (USP) vai apresentar "Counting Sheep".',
      [
        {
          start: "15:00",
          presenters: [{ name: "Ada Example", affiliation: "USP" }],
          papers: [{ title: "Counting Sheep" }],
        },
      ],
    ],
    [
      "what is exclaimed before names is none of them",
      '📢 June 16 (Tue): Counting Sheep\nBecause of the holiday we meet on Tuesday this week! Ada Example (@ada) will present her paper "Counting Sheep".',
      [
        {
          date: "2026-06-16",
          presenters: [{ name: "Ada Example", x: "ada" }],
          papers: [{ title: "Counting Sheep" }],
        },
      ],
    ],
  ])("%s", async (_sentence, text, read) => {
    const expected = typeof read === "string" ? read : read.map((one) => ({ ...A_PLAIN_SESSION, ...one }));
    expect(await readSessions(text)).toEqual(expected);
  });
});
