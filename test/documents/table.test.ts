import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findDocument, toKey, toLinks, writeDocument } from "../../src/documents/addresses.ts";
import { toHeaders } from "../../src/documents/document.ts";
import { DOCUMENTS } from "../../src/documents/table.ts";
import { WHOLE, type Selection } from "../../src/programme/selection.ts";
import { PUBLICATION, SEARCHED } from "../golden/programme.ts";
import { aPublication, aPublishedProgramme, aReplayedSession } from "../support/builders.ts";
import { textOf } from "../support/documents.ts";

const FIRST = PUBLICATION.programme.sessions[0]!.session.id;
const ONE: Selection = { ...WHOLE, session: FIRST };
const toOne = ({ pattern }: { pattern: string }): Selection =>
  pattern.includes(":year") ? { ...ONE, year: 2026 } : ONE;
const S21: Selection = { ...WHOLE, session: "s21" };
const ROWS = DOCUMENTS.map((document) => ({ ...document, document }));
const OF_SESSIONS = ROWS.filter(({ pattern }) => pattern.includes(":session"));

const DOWNLOADS: Readonly<Record<string, string>> = {
  "session-calendar": 'attachment; filename="example.org-s21.ics"',
  "session-bibtex": 'attachment; filename="example.org-s21.bib"',
};

describe("the table", () => {
  test("has every name and every address once", () => {
    const names = DOCUMENTS.map(({ name }) => name);
    const patterns = DOCUMENTS.map(({ pattern }) => pattern);
    expect([new Set(names).size, new Set(patterns).size]).toEqual([names.length, patterns.length]);
  });

  test.each(ROWS)("writes $pattern, the same for an equal publication", ({ document }) => {
    const again = writeDocument(document, structuredClone(SEARCHED), toOne(document));
    expect(writeDocument(document, SEARCHED, toOne(document))).toBe(again);
    expect(again?.length).toBeGreaterThan(100);
  });

  test.each(OF_SESSIONS)("has no $pattern of a session that does not exist", ({ document }) => {
    expect(writeDocument(document, SEARCHED, { ...WHOLE, session: "none" })).toBe(null);
  });

  test.each(ROWS)("says of $pattern whether the clock changes it", ({ document }) => {
    const [first, last] = [Date.UTC(2020, 0, 1), Date.UTC(2040, 0, 1)].map((asOf) =>
      writeDocument(document, { ...SEARCHED, asOf }, toOne(document)),
    );
    // What has turns may happen to look the same; what has none must.
    if (document.hasTurns !== true) expect(first).toBe(last);
  });

  test("keeps what differs under keys that differ", () => {
    const selections: Selection[] = [
      WHOLE,
      S21,
      { ...WHOLE, show: "replays" },
      { ...WHOLE, tag: "s21" },
      { ...WHOLE, theme: "dark" },
      { ...WHOLE, q: "s21" },
      { ...WHOLE, q: "s21", page: 2 },
      { ...WHOLE, alarm: 5 },
      { ...WHOLE, year: 2026 },
    ];
    const keys = DOCUMENTS.flatMap((document) => selections.map((selection) => toKey(document, selection)));
    expect(new Set(keys).size).toBe(DOCUMENTS.length * selections.length);
  });

  test.each(ROWS)(
    "offers $pattern in place, and only one session's calendar and citation as downloads",
    ({ document }) => {
      const disposition = toHeaders(document, PUBLICATION.club, S21)["content-disposition"] ?? "inline";
      expect(disposition).toBe(DOWNLOADS[document.name] ?? "inline");
    },
  );
});

test("a page of a year is kept under a key without a query: there are as many as years", () => {
  const document = findDocument("year")!;
  expect([
    toKey(document, { ...WHOLE, year: 2025 }),
    writeDocument(document, PUBLICATION, { ...WHOLE, year: 1999 }),
  ]).toEqual(["year/2025", null]);
});

describe("links", () => {
  const links = toLinks("https://feeds.example.org", findDocument("calendar") ?? undefined, {
    ...WHOLE,
    alarm: 15,
    tag: "a b",
  });

  test("name the document itself by its canonical address", () => {
    expect(links.self).toBe("https://feeds.example.org/calendar.ics?tag=a+b&alarm=15");
  });

  test("name what can be subscribed to, for as much of a selection as each knows", () => {
    const selection: Selection = { show: "replays", cancelled: false, alarm: 15 };
    expect(links.subscriptions.map((one) => [one.label, one.mediaType, one.toUrl(selection)])).toEqual([
      ["RSS", "application/rss+xml", "https://feeds.example.org/rss.xml?show=replays"],
      ["Atom", "application/atom+xml", "https://feeds.example.org/atom.xml?show=replays"],
      ["JSON Feed", "application/feed+json", "https://feeds.example.org/feed.json?show=replays"],
      [
        "Calendar",
        "text/calendar",
        "https://feeds.example.org/calendar.ics?show=replays&cancelled=0&alarm=15",
      ],
    ]);
  });

  test("lead to every other document by its name", () => {
    expect([links.to("session-embed", { ...S21, theme: "dark" }), links.to("home")]).toEqual([
      "https://feeds.example.org/embed/s21?theme=dark",
      "https://feeds.example.org/",
    ]);
    expect(() => links.to("nothing")).toThrow('no document is called "nothing"');
  });
});

describe("another format", () => {
  test("is a writer and a row: nothing else in src knows of the plain-text programme", () => {
    const folder = join(import.meta.dirname, "../../src");
    const named = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .filter((name) =>
        /programme-text|programme\.txt|toProgrammeText/.test(readFileSync(join(folder, name), "utf8")),
      )
      .map((name) => `src/${name}`);
    expect(named.toSorted()).toEqual(["src/documents/table.ts", "src/formats/programme-text.ts"]);
  });

  test("such as the programme as plain text, whole", () => {
    const past = aReplayedSession({ id: "s20", number: 20, startsAt: 0, endsAt: 1, presenters: [] });
    const [published] = aPublishedProgramme().sessions;
    const programme = aPublishedProgramme({ sessions: [past, published!] });
    expect(textOf("text", aPublication({ programme }))).toBe(`Example Reading Group
A reading group about examples.

COMING

S21: Uniform Examples Revisited
  Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00)
  Grace Example
  https://feeds.example.org/sessions/s21

PAST

S20: Uniform Examples Revisited
  Wednesday 31 December 1969, 19:00–19:00 (America/New_York, UTC−05:00)
  Replay: https://www.youtube.com/watch?v=videoAAAAA0
  https://feeds.example.org/sessions/s20
`);
  });

  test("of nothing says so", () => {
    const programme = aPublishedProgramme({ sessions: [] });
    expect(textOf("text", aPublication({ programme }), { ...WHOLE, tag: "nothing" })).toBe(
      "Example Reading Group: tagged nothing\nA reading group about examples.\n\nNothing is announced at the moment.\n",
    );
  });
});
