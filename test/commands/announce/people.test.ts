/** Who presents, as announcements write it: a name, an affiliation, or a question. All of it is invented. */
import { describe, expect, test } from "vitest";
import { A_PLAIN_SESSION, readSessions, readWarnings } from "../../support/announcements.ts";

/** What a session has otherwise than Ada Example's on Counting Sheep, on Monday 15 June at the usual time; or why the text is refused. */
type Read = readonly object[] | string;

describe("who presents", () => {
  test.each<[sentence: string, text: string, read: Read]>([
    [
      "an organisation after a comma is the affiliation, and its city belongs to it",
      "Speaker: Prof. Dr. Anna Sample, Max Planck Institute for Informatics, Saarbrücken",
      [
        {
          presenters: [
            { name: "Anna Sample", affiliation: "Max Planck Institute for Informatics, Saarbrücken" },
          ],
        },
      ],
    ],
    [
      "a university after a comma is the affiliation",
      "Speaker: Priya Raman, University of Toronto",
      [{ presenters: [{ name: "Priya Raman", affiliation: "University of Toronto" }] }],
    ],
    [
      "an organisation of two words is one where its last word says so",
      "Speaker: Ada Example, Mistral AI",
      [{ presenters: [{ name: "Ada Example", affiliation: "Mistral AI" }] }],
    ],
    [
      "a single word after a whole name is the affiliation",
      "Speaker: Ada Example, Cohere",
      [{ presenters: [{ name: "Ada Example", affiliation: "Cohere" }] }],
    ],
    [
      "a degree is no affiliation",
      "Speaker: Ada Example, PhD, Stanford",
      [{ presenters: [{ name: "Ada Example", affiliation: "Stanford" }] }],
    ],
    [
      "pronouns are no affiliation",
      "Speaker: Ada Example (he/him), Universidade de São Paulo",
      [{ presenters: [{ name: "Ada Example", affiliation: "Universidade de São Paulo" }] }],
    ],
    [
      "a role is left out and where it is held kept",
      "Speaker: Ada Example, PhD student at USP",
      [{ presenters: [{ name: "Ada Example", affiliation: "USP" }] }],
    ],
    ["a role without a place says nothing here", "Speaker: Ada Example (invited speaker)", [{}]],
    [
      "an affiliation stands after a dash",
      "Speaker: Ada Example – ETH Zürich",
      [{ presenters: [{ name: "Ada Example", affiliation: "ETH Zürich" }] }],
    ],
    [
      "an affiliation stands on the line below the name",
      `Speaker: Ada Example
University of Leeds`,
      [{ presenters: [{ name: "Ada Example", affiliation: "University of Leeds" }] }],
    ],
    [
      "an affiliation has a label of its own",
      `Speaker: Ada Example
Affiliation: University of Leeds`,
      [{ presenters: [{ name: "Ada Example", affiliation: "University of Leeds" }] }],
    ],
    [
      "emphasis is no part of a name",
      "Speaker: **Ada Example** (*USP*)",
      [{ presenters: [{ name: "Ada Example", affiliation: "USP" }] }],
    ],
    [
      "a son is one person with his name",
      "Speaker: J. R. Sample, Jr. (UCLA)",
      [{ presenters: [{ name: "J. R. Sample Jr.", affiliation: "UCLA" }] }],
    ],
    [
      "a second affiliation is shown",
      `Speaker: Ada Example (MIT)
Affiliation: University of Leeds`,
      [
        {
          presenters: [{ name: "Ada Example", affiliation: "MIT" }],
          missing: ['"University of Leeds" of line 4'],
        },
      ],
    ],
    [
      "names in Chinese and Japanese have their affiliations",
      "講演者：山田太郎（東京大学）、李明（清华大学）",
      [
        {
          presenters: [
            { name: "山田太郎", affiliation: "東京大学" },
            { name: "李明", affiliation: "清华大学" },
          ],
        },
      ],
    ],
    [
      "an affiliation in Chinese follows a comma",
      "主讲人：李明，清华大学",
      [{ presenters: [{ name: "李明", affiliation: "清华大学" }] }],
    ],
    [
      "several people have each their own affiliation",
      "Speakers: Ada Example (USP, Brazil), Bob Sample (Google DeepMind / UCL)",
      [
        {
          presenters: [
            { name: "Ada Example", affiliation: "USP, Brazil" },
            { name: "Bob Sample", affiliation: "Google DeepMind / UCL" },
          ],
        },
      ],
    ],
    [
      "what is said of a person and is no affiliation is shown",
      "Speaker: Ada Example (supervised by Bob Sample, MIT)",
      [{ missing: ['"supervised by Bob Sample, MIT" of line 3'] }],
    ],
    [
      "a sentence about a person is shown",
      "Speaker: Ada Example, who leads the theory group at USP",
      [{ missing: ['"who leads the theory group at USP" of line 3'] }],
    ],
    [
      "two words after a name can be a person or a place",
      "Speaker: Ada Example, Black Forest",
      '3 "Black Forest" can be a person or an affiliation, expected an affiliation in parentheses after its name',
    ],
    [
      "a surname before its first name is no two people",
      "Speaker: Example, Ada",
      '3 "Ada" can be a person or an affiliation, expected an affiliation in parentheses after its name',
    ],
    [
      "surnames before first names are no four people",
      "Speakers: Example, Ada; Sample, Bob",
      '3 "Ada" can be a person or an affiliation, expected an affiliation in parentheses after its name',
    ],
    [
      "first names in a list are people",
      "Speakers: Ada, Bob and Cy",
      [{ presenters: [{ name: "Ada" }, { name: "Bob" }, { name: "Cy" }] }],
    ],
    [
      'an organisation after "and" can be a second one',
      "Speaker: Ada Example, University of Toronto and Vector Institute",
      '3 "Vector Institute" can be a person or an affiliation, expected an affiliation in parentheses after its name',
    ],
    [
      'a department with "and" in its name is no person',
      "Speaker: Ada Example, Department of Statistics and Data Science, Yale University",
      '3 "Data Science" can be a person or an affiliation, expected an affiliation in parentheses after its name',
    ],
  ])("%s", async (_sentence, text, read) => {
    const expected = typeof read === "string" ? read : read.map((one) => ({ ...A_PLAIN_SESSION, ...one }));
    expect(await readSessions(`Title: Counting Sheep\nWhen: June 15 (Mon), 1pm ET\n${text}`)).toEqual(
      expected,
    );
  });

  test.each([
    ["et al. names nobody", "Speaker: Ada Example et al.", ['"et al." names nobody and was left out']],
    [
      "a mail address is no handle and no affiliation",
      "Speaker: Ada Example <ada@example.org>",
      ['"<ada@example.org>" is no X handle and was left out'],
    ],
    [
      "a label for another person is shown with the name",
      `Speaker: Ada Example
Chair: Bob Sample`,
      ['left out: "Chair: Bob Sample"'],
    ],
    [
      "what is said of a life is only named",
      `Speaker: Ada Example
Bio: Ada Example likes tea.`,
      ['left out: "Bio:"'],
    ],
  ])("%s", async (_sentence, text, warnings) => {
    expect(await readWarnings(`Title: Counting Sheep\nWhen: June 15 (Mon), 1pm ET\n${text}`)).toEqual(
      warnings,
    );
  });
});
