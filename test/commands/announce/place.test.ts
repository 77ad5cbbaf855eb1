/** Where a session is: rooms, links and passcodes, and what of such lines is shown because no field has it. All of it is invented. */
import { describe, expect, test } from "vitest";
import { A_PLAIN_SESSION, readSessions, readWarnings } from "../../support/announcements.ts";

/** What a session has otherwise than Ada Example's on Counting Sheep, on Monday 15 June at the usual time; or why the text is refused. */
type Read = readonly object[] | string;

describe("where", () => {
  test.each<[sentence: string, text: string, read: Read]>([
    [
      "a room stands beside a link",
      "Where: Gates 104 or https://zoom.us/j/9",
      [{ join: "https://zoom.us/j/9", location: "Gates 104" }],
    ],
    [
      "a room may have several parts",
      "Location: Room 3.14, Building A and Zoom: https://zoom.us/j/9",
      [{ join: "https://zoom.us/j/9", location: "Room 3.14, Building A" }],
    ],
    ["a number alone is a room after its label", "Room: 3.14", [{ location: "3.14" }]],
    [
      "words after a link that name no room are shown",
      "Where: Gates 104 or https://zoom.us/j/9 (remote only for guests)",
      [
        {
          join: "https://zoom.us/j/9",
          location: "Gates 104",
          missing: ['"remote only for guests" of line 4'],
        },
      ],
    ],
    [
      "a live stream is no room",
      "Where: Gates 104, livestream: https://youtube.com/live/abc",
      [{ location: "Gates 104", missing: ['"https://youtube.com/live/abc" of line 4'] }],
    ],
    [
      "a passcode stands beside its link",
      "Zoom: https://zoom.us/j/9 (Passcode: 4242)",
      [{ join: "https://zoom.us/j/9", passcode: "4242" }],
    ],
    [
      "a passcode has a line of its own",
      `Zoom: https://zoom.us/j/9
Passcode: a1,b2;c3`,
      [{ join: "https://zoom.us/j/9", passcode: "a1,b2;c3" }],
    ],
    [
      "a passcode in quotes may have spaces",
      'Zoom: https://zoom.us/j/9 (password is "open sesame")',
      [{ join: "https://zoom.us/j/9", passcode: "open sesame" }],
    ],
    [
      "words after a passcode are shown",
      "Zoom: https://zoom.us/j/9, password: ask the host",
      [{ join: "https://zoom.us/j/9", passcode: "ask", missing: ['"the host" of line 4'] }],
    ],
    [
      "a passcode in Japanese is one",
      "場所：オンライン https://zoom.us/j/44 （パスコード: 9876）",
      [{ join: "https://zoom.us/j/44", passcode: "9876" }],
    ],
    [
      "a second link is shown",
      "Zoom: https://zoom.us/j/1 (overflow: https://zoom.us/j/2)",
      [{ join: "https://zoom.us/j/1", missing: ['"overflow" of line 4', '"https://zoom.us/j/2" of line 4'] }],
    ],
    [
      "a meeting's number without a link is shown",
      "Zoom: Meeting ID 123 4567 8901",
      [{ missing: ['"Meeting ID 123 4567 8901" of line 4'] }],
    ],
    [
      "a meeting's number beside its link says nothing more",
      `Zoom: https://zoom.us/j/12345678901
Meeting ID: 123 4567 8901`,
      [{ join: "https://zoom.us/j/12345678901" }],
    ],
    [
      "a time beside a room is shown",
      "Where: Gates 104, 3pm",
      [{ location: "Gates 104", missing: ['"3pm" of line 4'] }],
    ],
    [
      "a room on a line of its own is the place",
      `
Gates 104`,
      [{ location: "Gates 104" }],
    ],
    [
      "a room among the words of a signature is shown, and is not the place",
      `
Bob Sample
MIT, Room 32-G449`,
      [{ missing: ['"MIT, Room 32-G449" of line 6'] }],
    ],
    [
      "slides and code are links of the talk",
      `Slides: https://example.org/s.pdf
Code: https://github.com/a/b`,
      [{ slides: "https://example.org/s.pdf", code: "https://github.com/a/b" }],
    ],
    ["slides without a link are shown", "Slides: will follow", [{ missing: ['"will follow" of line 4'] }]],
    [
      "a paper's link is no meeting",
      "Link: https://arxiv.org/abs/2601.00011",
      [{ papers: [{ title: "Counting Sheep", arxiv: "2601.00011" }] }],
    ],
  ])("%s", async (_sentence, text, read) => {
    const expected = typeof read === "string" ? read : read.map((one) => ({ ...A_PLAIN_SESSION, ...one }));
    expect(
      await readSessions(`Title: Counting Sheep\nWhen: June 15 (Mon), 1pm ET\nSpeaker: Ada Example\n${text}`),
    ).toEqual(expected);
  });

  test.each([
    [
      "a link to register is named",
      "RSVP at https://lu.ma/abc",
      ['no field is known for "RSVP at https://lu.ma/abc": it was left out'],
    ],
    [
      "a label that no field knows is named with its link",
      "Register: https://example.org/register",
      ['left out: "Register: https://example.org/register"'],
    ],
  ])("%s", async (_sentence, text, warnings) => {
    expect(
      await readWarnings(`Title: Counting Sheep\nWhen: June 15 (Mon), 1pm ET\nSpeaker: Ada Example\n${text}`),
    ).toEqual(warnings);
  });
});
