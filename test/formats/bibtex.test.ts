/** Bibliographies as this service writes them, and as citation-js reads them. */
import { Cite } from "@citation-js/core";
// oxlint-disable-next-line import/no-unassigned-import -- it makes itself known to citation-js
import "@citation-js/plugin-bibtex";
import { describe, expect, test } from "vitest";
import type { PublishedSession } from "../../src/programme/publication.ts";
import type { Session } from "../../src/programme/session.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import { HOSTILE, UNSENDABLE } from "../golden/programme.ts";
import {
  aPublication,
  aPublishedProgramme,
  aPublishedSession,
  aReplayedSession,
} from "../support/builders.ts";
import { textOf } from "../support/documents.ts";

function write(published: PublishedSession): string {
  const programme = aPublishedProgramme({ sessions: [published] });
  return textOf("session-bibtex", aPublication({ programme }), { ...WHOLE, session: published.session.id });
}

/** What citation-js reads of it, without what it adds of its own. */
function read(session: Partial<Session>): Record<string, unknown>[] {
  const { data } = new Cite(write(aPublishedSession(session)));
  return data.map(({ _graph, "citation-key": _key, ...entry }: Record<string, unknown>) => entry);
}

/** The names of the authors of the first entry. */
function readNames(...names: string[]): unknown {
  const [talk] = read({ presenters: names.map((name) => ({ name })) });
  return talk?.["author"];
}

const NO_PAPERS = { papers: [] };

describe("a bibliography", () => {
  test("of a talk with its replay and its paper, whole", () => {
    expect(write(aReplayedSession())).toBe(`% https://feeds.example.org/sessions/s21

@misc{example.org:s21,
  author = {Grace Example},
  title = {{Uniform Examples Revisited}},
  howpublished = {Example Reading Group},
  year = {2026},
  month = jun,
  day = {15},
  url = {https://feeds.example.org/sessions/s21},
  note = {https://www.youtube.com/watch?v=videoAAAAA0},
}

@misc{arXiv:2601.00001,
  key = {Uniform Examples},
  title = {{Uniform Examples}},
  year = {2026},
  eprint = {2601.00001},
  archiveprefix = {arXiv},
  doi = {10.48550/arXiv.2601.00001},
  url = {https://arxiv.org/abs/2601.00001},
}
`);
  });

  test("of several talks names each, with who presents it and its own replay", () => {
    const [first, second] = [{ videoId: "videoAAAAA0" }, { videoId: "vimeo.1", url: "https://vimeo.com/1" }];
    const talks = [
      { title: "One", presenters: [{ name: "Ada Example" }], papers: [] },
      { title: "Two", presenters: [], papers: [], replay: second },
    ];
    const session = { talks, papers: [], replay: first, otherReplays: [second] };
    const text = write(aReplayedSession(session, { recording: { ...first, state: "replay" } }));
    const shared = `  howpublished = {Example Reading Group},
  year = {2026},
  month = jun,
  day = {15},
  url = {https://feeds.example.org/sessions/s21},
`;
    expect(text).toBe(`% https://feeds.example.org/sessions/s21

@misc{example.org:s21:1,
  author = {Ada Example},
  title = {{One}},
${shared}}

@misc{example.org:s21:2,
  key = {Two},
  title = {{Two}},
${shared}  note = {https://vimeo.com/1},
}
`);
  });

  test.each(["cancelled", "postponed"] as const)("has no talk that is %s, and its paper still", (status) => {
    const keys = write(aPublishedSession({ status })).match(/@misc\{[^,]+/g);
    expect([keys, write(aPublishedSession({ status, papers: [] }))]).toEqual([
      ["@misc{arXiv:2601.00001"],
      "% https://feeds.example.org/sessions/s21\n",
    ]);
  });
});

describe("keys", () => {
  test("are of the paper where it has a lasting id, else of its place; none is there twice", () => {
    const papers = [
      { title: "A", arxiv: "hep-th/9901001" },
      { title: "B", url: "https://a.example" },
      { title: "C", arxiv: "hep-th/9901001", url: "https://b.example" },
      { title: "D" },
    ];
    expect(write(aPublishedSession({ papers })).match(/(?<=@misc\{)[^,]+/g)).toEqual([
      "example.org:s21",
      "arXiv:hep-th-9901001",
      "example.org:s21:paper2",
      "example.org:s21:paper4",
    ]);
  });
});

describe("as citation-js reads it,", () => {
  test("a talk and its paper are what they were", () => {
    expect(read({})).toEqual([
      {
        type: "document",
        id: "example.org:s21",
        author: [{ given: "Grace", family: "Example" }],
        title: "Uniform Examples Revisited",
        publisher: "Example Reading Group",
        issued: { "date-parts": [[2026, 6, 15]] },
        URL: "https://feeds.example.org/sessions/s21",
      },
      {
        type: "document",
        id: "arXiv:2601.00001",
        title: "Uniform Examples",
        issued: { "date-parts": [[2026]] },
        DOI: "10.48550/arXiv.2601.00001",
        URL: "https://arxiv.org/abs/2601.00001",
      },
    ]);
  });

  test.each([
    ["what breaks careless writers", HOSTILE + UNSENDABLE, HOSTILE.replace(/[\u202c\u202e]/g, "")],
    ["braces that do not balance", "} a { b }} {", "} a { b }} {"],
    ["a backslash at the end", String.raw`a \textbf{b} \\ c\ `.trim(), String.raw`a \textbf{b} \\ c` + "\\"],
    [
      "what TeX reads otherwise",
      "100% of $5 #1 a_b ~ x^2 & y @misc{z,",
      "100% of $5 #1 a_b ~ x^2 & y @misc{z,",
    ],
    ["dashes and quotation marks", "a -- b --- ``c'' \"d\" 'e'", "a -- b --- ``c'' \"d\" 'e'"],
    [
      "capitals, accents and formulas",
      "LLaDA, dLLMs: É ø ß x̂ ∈ ℝ^d 拡散",
      "LLaDA, dLLMs: É ø ß x̂ ∈ ℝ^d 拡散",
    ],
    ["lines", "a\n  b", "a b"],
  ])("a title with %s stays as it is", (_name, title, expected) => {
    const [talk, paper] = read({ title, papers: [{ title }] });
    expect([talk?.["title"], paper?.["title"]]).toEqual([expected, expected]);
  });

  test('names are told apart, and those with a comma or an "and" stay whole', () => {
    expect(
      readNames(
        "Ada Example",
        "Jean de la Fontaine",
        "李明",
        "Martin King, Jr.",
        "Barnes and Noble",
        "others",
      ),
    ).toEqual([
      { given: "Ada", family: "Example" },
      { given: "Jean", "non-dropping-particle": "de la", family: "Fontaine" },
      { family: "李明" },
      { family: "Martin King, Jr." },
      { family: "Barnes and Noble" },
      { family: "others" },
    ]);
  });

  test("a name in which there is nothing to read is none", () => {
    expect([readNames("\u200b"), readNames()]).toEqual([undefined, undefined]);
  });

  test("addresses are theirs, but for what would end the field", () => {
    const url = "https://a.example/%7Eb?c=%20d&e=_f~#g";
    const entries = read({
      papers: [
        { title: "A", url },
        { title: "B", url: "https://a.example/?q={b}\\^" },
      ],
    });
    expect(entries.slice(1).map((entry) => entry["URL"])).toEqual([
      url,
      "https://a.example/?q=%7Bb%7D%5C%5E",
    ]);
  });

  test("a paper is of the year that its arXiv id says", () => {
    const ids = ["2601.00001", "0704.0001", "hep-th/9108001", "math.GT/0309136"];
    const papers = ids.map((arxiv) => ({ title: "A", arxiv }));
    const years = read({ papers })
      .slice(1)
      .map((entry) => entry["issued"]);
    expect(years).toEqual([2026, 2007, 1991, 2003].map((year) => ({ "date-parts": [[year]] })));
  });

  test("a session without a title that can be read is called by its id", () => {
    expect(read({ ...NO_PAPERS, title: "\u200b" })).toMatchObject([{ title: "s21" }]);
  });
});
