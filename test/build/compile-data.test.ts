import { describe, expect, it, test } from "vitest";
import { sessionFields } from "../../src/build/session-fields.ts";
import { compileData } from "../../src/build/compile-data.ts";
import type { DataFile } from "../../src/build/data-file.ts";
import { toMistakeLine } from "../../src/build/mistake.ts";
import { aClubFile, aSessionFile } from "./data-files.ts";

function toWindows({ path, text }: DataFile): DataFile {
  return { path, text: `\ufeff${text.replaceAll("\n", "\r\n")}` };
}

/** Every mistake as a host sees it; none for data that compile. */
function mistakesOf(files: readonly DataFile[]): string[] {
  const compiled = compileData(files);
  return compiled.ok ? [] : compiled.error.mistakes.map(toMistakeLine);
}

describe("a field of a session that is wrong", () => {
  test.each([
    [4, "date: 2026-02-30", 'date: "2026-02-30" is not a date in the calendar, expected YYYY-MM-DD'],
    [4, "date: 15 June 2026", 'date: "15 June 2026" is not a date, expected YYYY-MM-DD'],
    [4, "date: 2926-06-15", 'date: "2926-06-15" is far off, expected a year from 1970 to 2199'],
    [4, "date: [2026]", "date: is a list, expected YYYY-MM-DD"],
    [
      2,
      "id: S 1",
      'id: "S 1" is not an id, expected 1 to 64 of a-z, 0-9 and -, beginning and ending with a letter or digit',
    ],
    [
      2,
      "id: -s1",
      'id: "-s1" is not an id, expected 1 to 64 of a-z, 0-9 and -, beginning and ending with a letter or digit',
    ],
    [
      3,
      `title: ${"x".repeat(301)}`,
      `title: "${"x".repeat(60)}…" is too long (301 characters), expected at most 300`,
    ],
    [
      3,
      String.raw`title: "bell \x07"`,
      String.raw`title: "bell \u0007" has a character that is no text (U+0007), expected the session's title`,
    ],
    [
      3,
      String.raw`title: "a\U0001FFFE"`,
      `title: "a\u{1fffe}" has a character that is no text (U+1FFFE), expected the session's title`,
    ],
    [
      5,
      String.raw`tags: ["\uFDD0"]`,
      'tags[0]: "\ufdd0" has a character that is no text (U+FDD0), expected one topic, such as sampling',
    ],
    [
      3,
      String.raw`title: "\u202Ereversed"`,
      `title: "\u202ereversed" has a character that is no text (U+202E, which turns the direction of text), expected the session's title`,
    ],
    [
      3,
      'title: "\u200b"',
      'title: "\u200b" shows nothing, for its characters are invisible, expected the session\'s title',
    ],
    [3, "title: {a: b}", "title: is a group of fields, expected the session's title"],
    [5, "number: S21", 'number: "S21" is not a whole number, expected a whole number from 0 to 9999'],
    [5, "number: 10000", 'number: "10000" is out of range, expected a whole number from 0 to 9999'],
    [5, "start: 1pm", 'start: "1pm" is not a time of day, expected HH:MM, 00:00 to 23:59, or "tba"'],
    [5, "start: 24:00", 'start: "24:00" is not a time of day, expected HH:MM, 00:00 to 23:59, or "tba"'],
    [5, "duration: 0", 'duration: "0" is out of range, expected a whole number from 1 to 1440'],
    [5, "duration: 1h", 'duration: "1h" is not a whole number, expected a whole number from 1 to 1440'],
    [
      5,
      "timeZone: EST",
      'timeZone: "EST" is not a known time zone, expected an IANA time zone, such as "America/New_York"',
    ],
    [
      5,
      'timeZone: "+02:00"',
      'timeZone: "+02:00" is not a known time zone, expected an IANA time zone, such as "America/New_York"',
    ],
    [
      5,
      "status: confirmed",
      'status: "confirmed" is not known here, expected one of scheduled, tentative, cancelled, postponed',
    ],
    [
      5,
      "join: zoom.us/j/1",
      'join: "zoom.us/j/1" is not a web address, expected an address that begins with https:// or http://',
    ],
    [
      5,
      "join: javascript:alert(1)",
      'join: "javascript:alert(1)" is not a web address, expected an address that begins with https:// or http://',
    ],
    [
      5,
      "join: https://me:pw@meet.example",
      'join: "https://me:pw@meet.example" holds a user name or password, which everybody would see, expected an address that begins with https:// or http://',
    ],
    [
      5,
      "join: https://",
      'join: "https://" is not a well-formed address, expected an address that begins with https:// or http://',
    ],
    [
      5,
      "replay: https://zoom.us/rec/share/1",
      'replay: "https://zoom.us/rec/share/1" is a meeting link, which belongs under "join", expected an address that begins with https://, a YouTube id, or none',
    ],
    [
      5,
      "replay: http://video.example/1",
      'replay: "http://video.example/1" does not begin with https://, expected an address that begins with https://, a YouTube id, or none',
    ],
    [
      5,
      "replay: https://www.youtube.com/@club",
      'replay: "https://www.youtube.com/@club" is not a YouTube video, expected an address that begins with https://, a YouTube id, or none',
    ],
    [
      5,
      "replay: javascript:alert(1)",
      'replay: "javascript:alert(1)" is not a video, expected an address that begins with https://, a YouTube id, or none',
    ],
    [
      5,
      "replay: [dQw4w9WgXcQ, https://meet.google.com/abc]",
      'replay[1]: "https://meet.google.com/abc" is a meeting link, which belongs under "join", expected an address that begins with https://, a YouTube id, or none',
    ],
    [5, "replay: [none, dQw4w9WgXcQ]", 'replay: "none" stands beside a replay, expected one or the other'],
    [
      5,
      "replay: { url: a }",
      "replay: is a group of fields, expected an address that begins with https://, a YouTube id, or none",
    ],
    [5, "passcode: 1234", 'passcode: has no address to join at beside it, expected "join: https://…" too'],
    [
      5,
      "stream: http://live.example",
      'stream: "http://live.example" does not begin with https://, expected an address that begins with https://',
    ],
    [
      5,
      "slides: javascript:alert(1)",
      'slides: "javascript:alert(1)" is not a web address, expected an address that begins with https:// or http://',
    ],
    [
      5,
      "code: data:text/html,a",
      'code: "data:text/html,a" is not a web address, expected an address that begins with https:// or http://',
    ],
    [
      5,
      "links: [{ title: A }]",
      "links[0].url: is missing, expected an address that begins with https:// or http://",
    ],
    [5, "chair: Ada", 'chair: "Ada" is text, expected a group of fields that begins with "name: …"'],
    [
      5,
      'chair: [{ name: Ada }, { url: "https://b.example" }]',
      "chair[1].name: is missing, expected one line of text",
    ],
    [
      5,
      "language: not a tag",
      'language: "not a tag" is not a language tag, expected a language tag such as en or pt-BR (BCP 47)',
    ],
    [
      5,
      "talks: [{ title: A, replay: none }]",
      'talks[0].replay: "none" is not a video, expected an address that begins with https://, or a YouTube id',
    ],
    [
      5,
      "replay: coming-soon",
      'replay: "coming-soon" is not a video, expected an address that begins with https://, a YouTube id, or none',
    ],
    [5, "tags: a, b", 'tags: "a, b" is text, expected a list, each item on its own line as "- …"'],
    [5, 'tags: ["a, b"]', 'tags[0]: "a, b" has a comma in it, expected each tag as an item'],
    [
      5,
      "announced: soon",
      'announced: "soon" is not a date or an instant, expected YYYY-MM-DD, or an instant such as 2026-06-12T09:00:00Z',
    ],
    [
      5,
      "announced: 2026-02-30T09:00:00Z",
      'announced: "2026-02-30T09:00:00Z" is not a date or an instant, expected YYYY-MM-DD, or an instant such as 2026-06-12T09:00:00Z',
    ],
    [
      5,
      "presenters: Grace",
      'presenters: "Grace" is text, expected a list, each item on its own line as "- name: …"',
    ],
    [
      5,
      "presenters: [Grace]",
      'presenters[0]: "Grace" is text, expected a group of fields that begins with "name: …"',
    ],
    [5, "timezone: UTC", 'timezone: is not a known field, expected "timeZone"'],
    [5, "speakers: Grace", 'speakers: is not a known field, expected "presenters"'],
    [5, "presnters: [Grace]", 'presnters: is not a known field, expected "presenters"'],
    [
      5,
      "colour: red",
      `colour: is not a known field, expected one of ${Object.keys(sessionFields).join(", ")}`,
    ],
  ])("line %i, %s", (line, text, expected) => {
    expect(mistakesOf([aClubFile(), aSessionFile({ [line]: text })])).toEqual([
      `data/sessions/one.md:${line} ${expected}`,
    ]);
  });
});

describe("a field inside a presenter or a paper that is wrong", () => {
  test.each([
    [
      "presenters:\n  - name: A\n  - name: B\n    url: b.example",
      8,
      'presenters[1].url: "b.example" is not a web address, expected an address that begins with https:// or http://',
    ],
    [
      "presenters:\n  - name: A\n    x: a b",
      7,
      'presenters[0].x: "a b" is not a handle, expected a handle such as "ssahoo_", with or without "@"',
    ],
    [
      "presenters:\n  - name: A\n    x: https://x.com/ada",
      7,
      'presenters[0].x: "https://x.com/ada" is a link, expected the handle alone: "ada"',
    ],
    ["presenters:\n  - name: A\n  - x: b", 7, "presenters[1].name: is missing, expected one line of text"],
    [
      "presenters:\n  - name: A\n    twitter: a",
      7,
      'presenters[0].twitter: is not a known field, expected "x"',
    ],
    [
      "papers:\n  - title: P\n    arxiv: 2506.2064",
      7,
      'papers[0].arxiv: "2506.2064" has not the shape of an arXiv id, expected an arXiv id such as 2605.22765',
    ],
    [
      "papers:\n  - title: P\n    arxiv: 2513.00001",
      7,
      'papers[0].arxiv: "2513.00001" has not the shape of an arXiv id, expected an arXiv id such as 2605.22765',
    ],
    [
      "papers:\n  - title: P\n    arxiv: https://arxiv.org/abs/2506.20640v1",
      7,
      'papers[0].arxiv: "https://arxiv.org/abs/2506.20640v1" is more than the id, expected the id alone: 2506.20640',
    ],
    ["papers:\n  - arxiv: 2506.20640", 6, "papers[0].title: is missing, expected one line of text"],
  ])("%s", (text, line, expected) => {
    expect(mistakesOf([aClubFile(), aSessionFile({ 5: text })])).toEqual([
      `data/sessions/one.md:${line} ${expected}`,
    ]);
  });
});

describe("a field that is missing", () => {
  it("is reported at the front matter's first line", () => {
    expect(mistakesOf([aClubFile(), { path: "data/sessions/one.md", text: "---\n---\n" }])).toEqual([
      "data/sessions/one.md:1 id: is missing, expected 1 to 64 of a-z, 0-9 and -, beginning and ending with a letter or digit",
      "data/sessions/one.md:1 title: is missing, expected the session's title",
      "data/sessions/one.md:1 date: is missing, expected YYYY-MM-DD",
    ]);
  });

  it("is reported at its own line when it is there and blank", () => {
    expect(mistakesOf([aClubFile(), aSessionFile({ 3: "title:" })])).toEqual([
      "data/sessions/one.md:3 title: is missing, expected the session's title",
    ]);
  });
});

describe("YAML that cannot be read", () => {
  test.each([
    [
      3,
      "title: Examples: a Revision",
      'title: has ": " inside the value, expected the value in quotes: "Examples: a Revision"',
    ],
    [3, 'title: "Examples', String.raw`title: "\"Examples" is not closed, expected a quote at its end`],
    [
      3,
      "title: *Great* examples",
      'title: "*Great* examples" goes on after its end, expected the whole value in quotes',
    ],
    [
      3,
      "title: Example #21",
      'title: is cut short at " #", where YAML begins a comment, expected the value in quotes',
    ],
    [3, "title: !!str x", 'title: begins with "!", a YAML tag, expected the value in quotes'],
    [3, "title: &a x", 'title: begins with "&", a YAML anchor, expected the value in quotes'],
    [
      5,
      "x: @grace",
      'x: "@grace" begins with a character that YAML keeps for itself, expected the value in quotes: "@grace"',
    ],
    [5, "title: Again", "title: is given twice, expected once"],
    [5, "presenters:\n\t- name: A", "name: is indented with a tab, expected spaces"],
    [5, "tags: [a, b", "tags: is a list or group that is not closed, expected a ] or } at its end"],
    [5, "just words", 'front matter: is not a field, expected "name: value"'],
  ])("line %i, %s", (line, text, expected) => {
    const at = text.includes("\n") ? line + 1 : line;
    expect(mistakesOf([aClubFile(), aSessionFile({ [line]: text })])).toEqual([
      `data/sessions/one.md:${at} ${expected}`,
    ]);
  });
});

describe("a file that is no session file", () => {
  test.each([
    [
      "no front matter",
      "Just words.\n",
      '1 file: does not begin with front matter, expected a first line of "---"',
    ],
    ["an empty file", "", '1 file: does not begin with front matter, expected a first line of "---"'],
    [
      "front matter without an end",
      "---\nid: s1\n",
      '1 file: has front matter without an end, expected a line of "---" before the abstract',
    ],
    [
      "a list for front matter",
      "---\n- id\n---\n",
      '1 file: is not made of fields, expected lines such as "title: …"',
    ],
    [
      "a NUL",
      "---\nid: s1\n\u0000---\n",
      "3 file: has a character that is no text (U+0000), expected UTF-8 without control characters",
    ],
    [
      "text that is not UTF-8",
      "---\ntitle: Caf\ufffd\n---\n",
      "2 file: has a character that is no text (U+FFFD), expected UTF-8 without control characters",
    ],
    [
      "half of an emoji",
      "---\ntitle: \ud83e\n---\n",
      "2 file: has a character that is no text (U+D83E), expected UTF-8 without control characters",
    ],
    [
      "an isolate of direction",
      "---\nid: s1\n---\n\na \u2067b\u2069\n",
      "5 file: has a character that is no text (U+2067, which turns the direction of text), expected UTF-8 without control characters",
    ],
    [
      "front matter too long",
      `---\ntitle: ${"x".repeat(20_000)}\n---\n`,
      "1 file: has too much front matter (20007 characters), expected at most 20000",
    ],
    [
      "a file too large",
      "x".repeat(100_001),
      "1 file: is too large (100001 characters), expected at most 100000",
    ],
  ])("%s", (_name, text, expected) => {
    expect(mistakesOf([aClubFile(), { path: "data/sessions/one.md", text }])).toEqual([
      `data/sessions/one.md:${expected}`,
    ]);
  });

  it("is refused by its name", () => {
    expect(mistakesOf([aClubFile(), { path: "data/sessions/one.txt", text: "" }])).toEqual([
      'data/sessions/one.txt:1 file: is no session file, expected a name that ends in ".md"',
    ]);
  });

  it("is refused when its abstract is too long, at the abstract's line", () => {
    expect(mistakesOf([aClubFile(), aSessionFile({}, "one.md", "x".repeat(20_001))])).toEqual([
      "data/sessions/one.md:6 abstract: is too long (20001 characters), expected at most 20000",
    ]);
  });
});

describe("a time that does not exist", () => {
  test.each([
    [
      "in the start",
      { 4: "date: 2026-03-08", 5: "start: 02:30" },
      '5 start: "02:30" on 2026-03-08 does not exist in America/New_York, where the clocks jump over it, expected another time, such as 03:30',
    ],
    [
      "in a zone of its own",
      { 4: "date: 2026-03-29", 5: "timeZone: Europe/Paris\nstart: 02:00" },
      '6 start: "02:00" on 2026-03-29 does not exist in Europe/Paris, where the clocks jump over it, expected another time, such as 03:00',
    ],
    [
      "a day left out",
      { 4: "date: 2011-12-30", 5: "timeZone: Pacific/Apia\nstart: tba" },
      '4 date: "2011-12-30" does not exist in Pacific/Apia, which left the day out, expected another date',
    ],
  ])("%s", (_name, changes, expected) => {
    expect(mistakesOf([aClubFile(), aSessionFile(changes)])).toEqual([`data/sessions/one.md:${expected}`]);
  });

  it("is the date's mistake where the start is the club's", () => {
    const files = [aClubFile({ 10: "  start: 02:30" }), aSessionFile({ 4: "date: 2026-03-08" })];
    expect(mistakesOf(files)).toEqual([
      'data/sessions/one.md:4 date: "02:30" on 2026-03-08 does not exist in America/New_York, where the clocks jump over it, expected another time, such as 03:30',
    ]);
  });
});

describe("files together", () => {
  test.each([
    [
      "one id",
      { 5: "number: 1" },
      { 5: "number: 2" },
      '2 id: "s1" is the id of data/sessions/a.md too, expected one id for one session',
    ],
    [
      "one number",
      { 5: "number: 7" },
      { 2: "id: s2", 5: "number: 007" },
      '5 number: "7" is the number of data/sessions/a.md too, expected one number for one session',
    ],
    [
      "one replay",
      { 5: "replay: dQw4w9WgXcQ" },
      { 2: "id: s2", 5: "replay: https://youtu.be/dQw4w9WgXcQ?si=x" },
      '5 replay: "dQw4w9WgXcQ" is the replay of data/sessions/a.md too, expected one video for one session',
    ],
    [
      "one replay, of a talk",
      { 5: "replay: [dQw4w9WgXcQ, 'https://vimeo.com/1']" },
      { 2: "id: s2", 5: "talks: [{ title: A, replay: 'https://vimeo.com/1' }]" },
      '5 talks[0].replay: "vimeo.1" is the replay of data/sessions/a.md too, expected one video for one session',
    ],
    [
      "one stream on YouTube",
      { 5: "stream: https://youtu.be/dQw4w9WgXcQ" },
      { 2: "id: s2", 5: "stream: https://www.youtube.com/live/dQw4w9WgXcQ" },
      '5 stream: "dQw4w9WgXcQ" is the replay of data/sessions/a.md too, expected one video for one session',
    ],
  ])("%s of two sessions", (_name, first, second, expected) => {
    const files = [aSessionFile(second, "b.md"), aClubFile(), aSessionFile(first, "a.md")];
    expect(mistakesOf(files)).toEqual([`data/sessions/b.md:${expected}`]);
  });

  it("may both lack a number and both have not been recorded", () => {
    const files = [
      aClubFile(),
      aSessionFile({ 5: "replay: none" }),
      aSessionFile({ 2: "id: s2", 5: "replay: none" }, "b.md"),
    ];
    expect(mistakesOf(files)).toEqual([]);
  });

  it("must not use an id that was taken back", () => {
    expect(mistakesOf([aClubFile({ 12: "retired: [s1]" }), aSessionFile()])).toEqual([
      'data/sessions/one.md:2 id: "s1" is retired in the club file, expected an id that was never used',
    ]);
  });

  it("are all judged, wrong ones too", () => {
    const files = [
      aClubFile({ 7: "timeZone: Boston", 12: "retired: [s9]" }),
      aSessionFile({ 4: "date: soon" }, "a.md"),
      aSessionFile({ 3: "title:", 5: "start: noon\nnumber: x" }, "b.md"),
      aSessionFile({ 2: "id: s9" }, "c.md"),
    ];
    expect(mistakesOf(files)).toEqual([
      'data/club.yaml:7 timeZone: "Boston" is not a known time zone, expected an IANA time zone, such as "America/New_York"',
      'data/sessions/a.md:4 date: "soon" is not a date, expected YYYY-MM-DD',
      'data/sessions/b.md:2 id: "s1" is the id of data/sessions/a.md too, expected one id for one session',
      "data/sessions/b.md:3 title: is missing, expected the session's title",
      'data/sessions/b.md:5 start: "noon" is not a time of day, expected HH:MM, 00:00 to 23:59, or "tba"',
      'data/sessions/b.md:6 number: "x" is not a whole number, expected a whole number from 0 to 9999',
      'data/sessions/c.md:2 id: "s9" is retired in the club file, expected an id that was never used',
    ]);
  });
});

describe("a club file that is wrong", () => {
  test.each([
    [
      12,
      "every: month",
      'every: "month" is not a number of weeks, expected a number of weeks, such as "week" or "2 weeks"',
    ],
    [
      12,
      "every: 0 weeks",
      'every: "0 weeks" is not a number of weeks, expected a number of weeks, such as "week" or "2 weeks"',
    ],
    [12, "every: 99 weeks", 'every: "99 weeks" is too long, expected at most 52 weeks'],
    [1, "name:", "name: is missing, expected one line of text"],
    [
      4,
      "siteUrl: example.org",
      'siteUrl: "example.org" is not a web address, expected an address that begins with https:// or http://',
    ],
    [
      5,
      "uidDomain: https://example.org",
      'uidDomain: "https://example.org" is not a domain name, expected a domain name in small letters, such as example.org',
    ],
    [6, "firstYear: 25", 'firstYear: "25" is out of range, expected a whole number from 1970 to 2199'],
    [
      9,
      "  weekday: 1",
      'usual.weekday: "1" is not known here, expected one of Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday',
    ],
    [
      12,
      "youtube:\n  channelId: '@club'",
      'youtube.channelId: "@club" is a handle or a page, expected UC and 22 more characters, or https://www.youtube.com/channel/UC…: npm run channel -- @club',
    ],
    [
      12,
      "youtube:\n  channels: [PLexampleexampleA]",
      'youtube.channels[0]: "PLexampleexampleA" is a playlist, expected it under playlists: PLexampleexampleA',
    ],
    [
      12,
      "youtube:\n  playlists: [https://youtu.be/AAAAAAAAAAA]",
      'youtube.playlists[0]: "https://youtu.be/AAAAAAAAAAA" is no playlist of YouTube, expected PL and more characters, or https://www.youtube.com/playlist?list=PL…',
    ],
    [
      12,
      `youtube:\n  playlists: [${"PLexampleexampleA, ".repeat(11)}]`,
      "youtube.playlists: has too many items, expected at most 10",
    ],
    [
      12,
      "hubs: [http://hub.example/]",
      'hubs[0]: "http://hub.example/" does not begin with https://, expected an address that begins with https://',
    ],
    [12, "youtube:\n  shorts: maybe", 'youtube.shorts: "maybe" is neither, expected true or false'],
    [12, "feedLength: 501", 'feedLength: "501" is out of range, expected a whole number from 1 to 500'],
    [
      12,
      "language: english!",
      'language: "english!" is not a language tag, expected a language tag such as en or pt-BR (BCP 47)',
    ],
    [
      12,
      "channelId: UC",
      "channelId: is not a known field, expected one of name, shortName, description, siteUrl, uidDomain, firstYear, language, timeZone, usual, every, hosts, youtube, feedLength, retired, worker, publicUrl, hubs, hooks",
    ],
  ])("line %i, %s", (line, text, expected) => {
    const at = text.includes("\n") ? line + 1 : line;
    expect(mistakesOf([aClubFile({ [line]: text })])).toEqual([`data/club.yaml:${at} ${expected}`]);
  });

  it("is missing", () => {
    expect(mistakesOf([])).toEqual([
      "data/club.yaml:1 file: is missing, expected the club's name, site, time zone and so on",
    ]);
  });
});

describe("data that compile", () => {
  it("are ordered by start, then id, whatever their files are called", () => {
    const compiled = compileData([
      aSessionFile({ 2: "id: s3", 4: "date: 2026-06-22" }, "a.md"),
      aSessionFile({ 2: "id: s2" }, "b.md"),
      aClubFile(),
      aSessionFile({}, "c.md"),
    ]);
    expect(compiled.ok && compiled.value.sessions.map(({ id }) => id)).toEqual(["s1", "s2", "s3"]);
  });

  it("say where each session was read", () => {
    const compiled = compileData([aClubFile(), aSessionFile({}, "c.md")]);
    const origin = compiled.ok ? compiled.value.origins.get("s1") : undefined;
    expect([origin?.path, origin?.lineOf("date")]).toEqual(["data/sessions/c.md", 4]);
  });

  it("may come from Windows, with CRLF and a byte order mark", () => {
    const files = [aClubFile(), aSessionFile({ 5: "start: tba" })];
    expect(JSON.stringify(compileData(files.map(toWindows)))).toBe(JSON.stringify(compileData(files)));
  });

  it("count lines of a file from Windows as editors do", () => {
    const text = aSessionFile({ 4: "date: soon" }).text.replaceAll("\n", "\r\n");
    expect(mistakesOf([aClubFile(), { path: "data/sessions/one.md", text }])).toEqual([
      'data/sessions/one.md:4 date: "soon" is not a date, expected YYYY-MM-DD',
    ]);
  });

  it("may have no sessions yet", () => {
    expect(mistakesOf([aClubFile()])).toEqual([]);
  });
});

test("hubs of a club are no part of the club, and count once", () => {
  const text = "hubs: [https://hub.example/, https://hub.example/]";
  const compiled = compileData([aClubFile({ 12: text })]);
  expect(compiled.ok && compiled.value.push.hubs).toEqual(["https://hub.example/"]);
  expect(compiled.ok && Object.keys(compiled.value.club)).not.toContain("hubs");
});
