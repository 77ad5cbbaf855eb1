/** Titles, papers and abstracts: what belongs to them and what stands beside them. All of it is invented. */
import { describe, expect, test } from "vitest";
import { A_PLAIN_SESSION, readSessions } from "../../support/announcements.ts";

/** What a session has otherwise than Ada Example's on Counting Sheep, on Monday 15 June at the usual time; or why the text is refused. */
type Read = readonly object[] | string;

describe("titles, papers and abstracts", () => {
  test.each<[sentence: string, text: string, read: Read]>([
    [
      "a heading has the number and the title",
      `## Session 24: Counting Sheep
- **Date:** 2026-06-15
- **Presenter:** [Ada Example](https://ada.example) (MIT)`,
      [{ number: 24, presenters: [{ name: "Ada Example", affiliation: "MIT", url: "https://ada.example" }] }],
    ],
    [
      "a title in quotes is followed by who presents it",
      `"Counting Sheep" by Ada Example (MIT)
Date: June 15 (Mon)`,
      [{ presenters: [{ name: "Ada Example", affiliation: "MIT" }] }],
    ],
    [
      "a date in a title is the session's",
      `Title: Counting Sheep (June 15, 1pm ET)
Speaker: Ada Example`,
      [{}],
    ],
    [
      "a date that belongs to a title stays in it",
      `Title: The election of November 3
Speaker: Ada Example
Date: June 15 (Mon)`,
      [{ title: "The election of November 3" }],
    ],
    [
      "with whom the work was done says nothing of who presents",
      `Title: Counting Sheep (joint with Bob Sample)
Speaker: Ada Example
Date: June 15 (Mon)`,
      [{}],
    ],
    [
      "quotes around the first words of a title belong to it",
      `Title: "Sheep" and other tales
Speaker: Ada Example
Date: June 15 (Mon)`,
      [{ title: '"Sheep" and other tales' }],
    ],
    [
      "a room after a title in quotes is the place",
      `Title: "Counting Sheep" in Gates 104
Speaker: Ada Example
Date: June 15 (Mon)`,
      [{ location: "Gates 104" }],
    ],
    [
      "a room at the end of a title may be the place",
      `Title: Counting Sheep, Gates 104
Speaker: Ada Example
Date: June 15 (Mon)`,
      [{ title: "Counting Sheep, Gates 104", missing: ['"Gates 104" of line 1'] }],
    ],
    [
      "a wrapped title goes on",
      `Title: Counting Sheep
and goats
Speaker: Ada Example
Date: June 15 (Mon)`,
      [{ title: "Counting Sheep and goats" }],
    ],
    [
      "a line below a title that may be its end is shown",
      `Title: Counting Sheep
The Second Part
Speaker: Ada Example
Date: June 15 (Mon)`,
      [{ missing: ['"The Second Part" of line 2'] }],
    ],
    [
      "a second date in a post's title is refused",
      `📢 June 15 (Mon): Reading group, June 22 (Mon): Sheep
This Monday, Ada Example will present "Sheep".`,
      '1 "June 22 (Mon)" in the title is a second date, expected one date for one session',
    ],
    [
      "a call with two dates is refused",
      `📢 RESCHEDULED: Sheep is now June 22 (Mon), not June 15
This Monday, Ada Example will present "Sheep".`,
      '1 "📢 RESCHEDULED: Sheep is now June 22 (Mon), not June 15" is an announcement without a date that can be read (only the weekday Monday), expected one such as "June 15 (Mon)"',
    ],
    [
      "the class of an arXiv paper is not its title",
      `Title: Sheep
Speaker: Ada Example
Date: June 15 (Mon)
Paper: Counting Sheep [cs.LG] https://arxiv.org/abs/2601.00011#S3`,
      [{ title: "Sheep", papers: [{ title: "Counting Sheep", arxiv: "2601.00011" }] }],
    ],
    [
      "who wrote a paper is shown",
      `Title: Sheep
Speaker: Ada Example
Date: June 15 (Mon)
Paper: Counting Sheep, A. Example, B. Sample (2026) https://arxiv.org/abs/2601.00011`,
      [
        {
          title: "Sheep",
          papers: [{ title: "Counting Sheep", arxiv: "2601.00011" }],
          missing: ['"A. Example, B. Sample (2026)" of line 4'],
        },
      ],
    ],
    [
      "a citation is shown, for its title cannot be told",
      `Title: Sheep
Speaker: Ada Example
Date: June 15 (Mon)
Paper: Example & Sample. Counting Sheep. ICML 2026.`,
      [
        {
          title: "Sheep",
          papers: [{ title: "Example & Sample. Counting Sheep. ICML 2026" }],
          missing: ['"Example & Sample. Counting Sheep. ICML 2026" of line 4'],
        },
      ],
    ],
    [
      "a paper that is announced elsewhere has no title",
      `Title: Sheep
Speaker: Ada Example
Date: June 15 (Mon)
Paper: see attachment`,
      [{ title: "Sheep", missing: ['"see attachment" of line 4'] }],
    ],
    [
      "no paper is none",
      `Title: Sheep
Speaker: Ada Example
Date: June 15 (Mon)
Paper: none`,
      [{ title: "Sheep" }],
    ],
    [
      "a note in an abstract that names a time is shown",
      `Title: Sheep
Speaker: Ada Example
Date: June 15 (Mon)
Abstract: We count.

NOTE: we start at 3pm ET.`,
      [
        {
          title: "Sheep",
          abstract: "We count.\n\nNOTE: we start at 3pm ET.",
          missing: ['"NOTE: we start at 3pm ET." of line 6'],
        },
      ],
    ],
    [
      "a greeting ends an abstract",
      `Titel: Sheep
Referentin: Ada Example
Datum: 15. Juni 2026
Zusammenfassung: Wir zählen.

Viele Grüße
Bob`,
      [{ title: "Sheep", abstract: "Wir zählen." }],
    ],
    [
      "a life under its heading ends an abstract",
      `Title: Sheep
Speaker: Ada Example
Date: June 15 (Mon)
Abstract: We count.

Bio

Ada likes tea.`,
      [{ title: "Sheep", abstract: "We count." }],
    ],
    [
      "a title that says it is called off is refused",
      `Title: Sheep (canceled due to illness)
Speaker: Ada Example
Date: June 15 (Mon)`,
      '1 "Sheep (canceled due to illness)" calls a session off, which is no announcement: write "status: cancelled" or "status: postponed" into its file',
    ],
    [
      "papers stand in a list",
      `Title: Sheep
Speaker: Ada Example
Date: June 15 (Mon)
Papers:
1. Counting Sheep (https://arxiv.org/abs/2601.00011)
2. Counting Goats, arXiv:2601.00012`,
      [
        {
          title: "Sheep",
          papers: [
            { title: "Counting Sheep", arxiv: "2601.00011" },
            { title: "Counting Goats", arxiv: "2601.00012" },
          ],
        },
      ],
    ],
    [
      "an address in brackets after a paper's title is the paper's",
      `📢 June 15 (Mon): Sheep
This Monday, Ada Example will present "Counting Sheep" (https://ada.example/sheep.pdf).`,
      [{ title: "Sheep", papers: [{ title: "Counting Sheep", url: "https://ada.example/sheep.pdf" }] }],
    ],
    [
      "a meeting in brackets after a paper's title is not the paper's",
      `📢 June 15 (Mon): Sheep
This Monday, Ada Example will present "Counting Sheep" (https://zoom.us/j/9).`,
      [{ title: "Sheep", papers: [{ title: "Counting Sheep" }], join: "https://zoom.us/j/9" }],
    ],
    [
      "a room after a paper's title is the place",
      `📢 June 15 (Mon): Sheep
This Monday, Ada Example will present "Counting Sheep" in Gates 104.`,
      [{ title: "Sheep", papers: [{ title: "Counting Sheep" }], location: "Gates 104" }],
    ],
    [
      "a colleague after a paper's title is shown",
      `📢 June 15 (Mon): Sheep
This Monday, Ada Example will present "Counting Sheep" with Bob Sample (@bob).`,
      [
        {
          title: "Sheep",
          papers: [{ title: "Counting Sheep" }],
          missing: ['"with Bob Sample (@bob)" of line 2'],
        },
      ],
    ],
    [
      'an abstract goes on after "Code:"',
      `Title: Sheep
Speaker: Ada Example
Date: June 15 (Mon)
Abstract: We count.
Code: https://github.com/a/b
We find few.`,
      [{ title: "Sheep", code: "https://github.com/a/b", abstract: "We count.\n\nWe find few." }],
    ],
    [
      'an abstract goes on after "Authors:"',
      `Title: Sheep
Speaker: Ada Example
Date: June 15 (Mon)
Abstract: We count.
Authors: Ada Example
We find few.`,
      [{ title: "Sheep", abstract: "We count.\n\nWe find few." }],
    ],
    [
      "questions in an abstract are no labels",
      `Title: Sheep
Speaker: Ada Example
Date: June 15 (Mon)
Abstract:
We ask.
Where: does it fail?
Who: gains?
We answer.`,
      [{ title: "Sheep", abstract: "We ask.\n\nWhere: does it fail?\n\nWho: gains?\n\nWe answer." }],
    ],
    [
      "what a reply quotes below an announcement is passed over",
      `Title: Sheep
Speaker: Ada Example
Date: June 15 (Mon)

On Mon, Jun 1, 2026 at 9:00 AM Host <host@example.org>
wrote:
> Title: Goats
> Speaker: Bob Sample
> Date: June 8 (Mon)`,
      [{ title: "Sheep" }],
    ],
    [
      "a reply above an announcement leaves it",
      `Nice!

On Mon, Jun 1, 2026 at 9:00 AM Host <host@example.org> wrote:
> Title: Sheep
> Speaker: Ada Example
> Date: June 15 (Mon)`,
      [{ title: "Sheep" }],
    ],
    [
      "the next speaker is announced in a sentence",
      'Our next speaker is Ada Example (MIT), who will talk about "Counting Sheep" on Monday, June 15 at 1pm ET.',
      [{ presenters: [{ name: "Ada Example", affiliation: "MIT" }], papers: [{ title: "Counting Sheep" }] }],
    ],
  ])("%s", async (_sentence, text, read) => {
    const expected = typeof read === "string" ? read : read.map((one) => ({ ...A_PLAIN_SESSION, ...one }));
    expect(await readSessions(text)).toEqual(expected);
  });
});
