/** Replays, talks and the further addresses of a session file, as the session has them. */
import { describe, expect, test } from "vitest";
import { readSessionFile } from "../../src/build/session-file.ts";
import type { Session } from "../../src/programme/session.ts";

const CLUB = { timeZone: "UTC", usual: { start: "12:00", duration: 60 }, retired: [] };

/** The session of a file with these lines; throws what is wrong in it. */
function read(...lines: string[]): Session {
  const front = ["id: s1", "title: A", "date: 2026-06-15", ...lines].join("\n");
  const { session, mistakes } = readSessionFile(`---\n${front}\n---\n`, CLUB);
  if (session === null) throw new Error(mistakes.map(({ field, message }) => `${field} ${message}`).join());
  return session;
}

const YOUTUBE = { videoId: "dQw4w9WgXcQ" };
const VIMEO = { videoId: "vimeo.76979871", url: "https://vimeo.com/76979871" };

describe("the replays of a session", () => {
  test.each<[string, string[], Pick<Session, "replay" | "otherReplays">]>([
    ["none named", [], {}],
    ["none taken", ["replay: none"], { replay: "none" }],
    ["one elsewhere", ["replay: https://vimeo.com/76979871"], { replay: VIMEO }],
    [
      "a list, the first of which is the session's own",
      ["replay:", "  - youtu.be/dQw4w9WgXcQ", "  - https://vimeo.com/76979871", "  - dQw4w9WgXcQ"],
      { replay: YOUTUBE, otherReplays: [VIMEO] },
    ],
    [
      "those of talks after it, each once",
      [
        "replay: dQw4w9WgXcQ",
        "talks:",
        "  - { title: A, replay: 'https://vimeo.com/76979871' }",
        "  - { title: B, replay: dQw4w9WgXcQ }",
      ],
      { replay: YOUTUBE, otherReplays: [VIMEO] },
    ],
    [
      "a stream on YouTube becomes it",
      ["stream: https://www.youtube.com/live/dQw4w9WgXcQ"],
      { replay: YOUTUBE },
    ],
    [
      "a stream does not take the place of what is named",
      ["stream: https://www.youtube.com/live/dQw4w9WgXcQ", "replay: https://vimeo.com/76979871"],
      { replay: VIMEO },
    ],
    [
      "nor of a word that there is none",
      ["stream: https://www.youtube.com/live/dQw4w9WgXcQ", "replay: none"],
      { replay: "none" },
    ],
    ["a stream elsewhere is no replay", ["stream: https://live.example/1"], {}],
  ])("%s", (_name, lines, expected) => {
    const { replay, otherReplays } = read(...lines);
    expect({ replay, otherReplays }).toEqual(expected);
  });

  test("none beside a talk's replay is a contradiction", () => {
    expect(() => read("replay: none", "talks: [{ title: A, replay: dQw4w9WgXcQ }]")).toThrow(
      'replay "none" stands beside a replay, expected one or the other',
    );
  });
});

test("presenters and papers of talks are the session's too, each once", () => {
  const { presenters, papers, talks } = read(
    "presenters: [{ name: Ada, url: 'https://ada.example' }]",
    "papers: [{ title: P, arxiv: 2601.00001 }]",
    "talks:",
    "  - { title: A, presenters: [{ name: Ada }, { name: Max }], papers: [{ title: p, arxiv: 2601.00001 }, { title: Q }] }",
  );
  const [one, two] = [
    { title: "P", arxiv: "2601.00001", url: "https://arxiv.org/abs/2601.00001" },
    { title: "Q" },
  ];
  expect({ presenters, papers, talks }).toEqual({
    presenters: [{ name: "Ada", url: "https://ada.example" }, { name: "Max" }],
    papers: [one, two],
    talks: [
      { title: "A", presenters: [{ name: "Ada" }, { name: "Max" }], papers: [{ ...one, title: "p" }, two] },
    ],
  });
});

test("one chair is a list of one; a language is in its canonical form; what is not named is absent", () => {
  const session = read("chair: { name: Grace }", "language: pt-br", "slides: https://s.example");
  expect([session.chair, session.inLanguage, session.slides, "links" in session, "talks" in session]).toEqual(
    [[{ name: "Grace" }], "pt-BR", "https://s.example", false, false],
  );
});

test("the members that every session has had stand in the order in which fingerprints were made", () => {
  const session = read("presenters: [{ name: Ada }]", "join: https://a.example", "location: B", "tags: [c]");
  expect(Object.keys(session)).toEqual([
    "id",
    "title",
    "date",
    "status",
    "presenters",
    "join",
    "location",
    "tags",
    "timeZone",
    "isAllDay",
    "startsAt",
    "endsAt",
    "papers",
    "abstract",
  ]);
});
