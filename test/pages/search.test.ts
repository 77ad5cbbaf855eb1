import { describe, expect, test } from "vitest";
import type { FoundSession, SearchResults } from "../../src/programme/search-result.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import {
  aPublication,
  aPublishedProgramme,
  aPublishedSession,
  aReplayedSession,
} from "../support/builders.ts";
import { textOf } from "../support/documents.ts";
import { aSearchedClubIn } from "../support/searched-club.ts";

const hit = (text: string) => ({ text, isHit: true });
const plain = (text: string) => ({ text, isHit: false });
const FOUND: FoundSession = {
  sessionId: "s21",
  fields: {
    title: [plain("S21: "), hit("Uniform"), plain(" Examples")],
    people: [hit("Grace"), plain(" Example")],
    abstract: [plain("What <b> shows")],
  },
  moments: [{ at: 3723, passageAt: 3700, text: [plain("so "), hit("noise"), plain(" is")] }],
};
const someResults = (fields: Partial<SearchResults> = {}): SearchResults => ({
  found: [FOUND],
  total: 1,
  page: 1,
  pages: 1,
  isComplete: true,
  ...fields,
});
const show = (results: SearchResults, published = aReplayedSession(), q = "noise & <co>") =>
  textOf("search", aPublication({ results, programme: aPublishedProgramme({ sessions: [published] }) }), {
    ...WHOLE,
    q,
  });
const readLinks = (html: string, pattern: RegExp) =>
  [...html.matchAll(/<a[^>]*href="([^"]*)"/g)]
    .map(([, href = ""]) => href)
    .filter((href) => pattern.test(href));
const readStatus = (html: string) => /role="status">([^]*?)<\/p>/.exec(html)?.[1]?.replace(/<[^>]*>/g, "");

describe("the page of a search", () => {
  test("marks what was asked for, and nothing in it is HTML", () => {
    const html = show(someResults());
    expect(html.match(/<li class="session h-event">[^]*<\/li>/)?.[0]).toBe(
      [
        '<li class="session h-event"><p class="when"><time class="dt-start" datetime="2026-06-15T17:00:00Z">Monday 15 June 2026, <span class="whole">13:00–14:30</span> <span class="whole">(America/New_York, UTC−04:00)</span></time><data class="dt-end" value="2026-06-15T18:30:00Z"></data></p><p class="local" data-starts="2026-06-15T17:00:00Z" data-ends="2026-06-15T18:30:00Z" data-zone="America/New_York" hidden=""></p>',
        '<h2 dir="auto"><a class="p-name u-url" href="/sessions/s21"><bdi>S21</bdi>: <mark>Uniform</mark> Examples</a></h2>',
        '<p class="note">Presented by: <bdi><mark>Grace</mark> Example</bdi></p>',
        '<p class="note"><bdi>What &lt;b&gt; shows</bdi></p>',
        '<p class="moment"><a href="https://www.youtube.com/watch?v=videoAAAAA0&amp;t=3723s">1:02:03</a> <bdi>so <mark>noise</mark> is</bdi> <a href="/sessions/s21#t3700">Transcript</a></p></li>',
      ].join(""),
    );
  });

  test.each([
    ["a word of the title", [plain("S21: "), hit("Uniform")], "<bdi>S21</bdi>: <mark>Uniform</mark>"],
    ["the number", [hit("S21"), plain(": Uniform")], "<mark><bdi>S21</bdi></mark>: Uniform"],
    ["both together", [hit("S21: Uniform")], "<mark><bdi>S21</bdi>: Uniform</mark>"],
    ["the end of a long title", [plain("… the "), hit("S21")], "… the <mark>S21</mark>"],
  ])("sets the number apart where %s was found", (_name, title, expected) => {
    const html = show(someResults({ found: [{ ...FOUND, fields: { title } }] }));
    expect(/<h2[^>]*><a[^>]*>([^]*?)<\/a>/.exec(html)?.[1]).toBe(expected);
  });

  test("speaks the club's language, and leaves what was found in its own", () => {
    const html = textOf("search", aSearchedClubIn("he"), { ...WHOLE, q: "noise" });
    expect([
      /<html[^>]*>/.exec(html)?.[0],
      /<input[^>]*>/.exec(html)?.[0],
      readStatus(html),
      /<nav[^]*<\/nav>/.exec(html)?.[0].match(/(?<=>)[^<>]+(?=<)/g),
      html.match(/(?<=<bdi><a href="[^"]*q=noise">)[^<]*(?=<\/a><\/bdi>)/g),
    ]).toEqual([
      '<html lang="he" dir="rtl">',
      '<input type="search" name="q" value="noise" dir="auto" aria-label="חיפוש במפגשים ובתמלולים" placeholder="חיפוש מפגשים" maxlength="200"/>',
      "25 מפגשים עבור ”noise“. האינדקס בהכנה: ייתכן שבעוד כמה דקות יהיו עוד.",
      ["תוצאות קודמות", "עמוד 2 מתוך 3", "תוצאות נוספות"],
      ["RSS", "Atom", "JSON Feed", "יומן"],
    ]);
  });

  test("keeps the search in its field, and tells search engines of the page without it", () => {
    const html = show(someResults({ page: 2, pages: 3 }));
    expect([
      html.includes('value="noise &amp; &lt;co&gt;"'),
      html.match(/<link rel="canonical"[^>]*>|<meta (?:name="robots"|property="og:url")[^>]*>/g),
    ]).toEqual([
      true,
      [
        '<link rel="canonical" href="https://feeds.example.org/search"/>',
        '<meta property="og:url" content="https://feeds.example.org/search"/>',
      ],
    ]);
  });

  test("leads to the passage alone where there is no recording to play", () => {
    expect(readLinks(show(someResults(), aPublishedSession()), /#t/)).toEqual(["/sessions/s21#t3700"]);
  });

  test.each([
    ["nothing was found", { found: [], total: 0, pages: 0 }, "No session for “noise &amp; &lt;co&gt;”."],
    ["one was", {}, "1 session for “noise &amp; &lt;co&gt;”."],
    [
      "more may be",
      { total: 2, isComplete: false },
      "2 sessions for “noise &amp; &lt;co&gt;”. The index is being made: there may be more in some minutes.",
    ],
  ])("says that %s", (_name, fields, expected) => {
    expect(readStatus(show(someResults(fields)))).toBe(expected);
  });

  test("is one of several pages", () => {
    const pages = [1, 2, 3, 9].map((page) =>
      show(someResults({ page, pages: 3, total: 30 }), undefined, "a b"),
    );
    const search = "https://feeds.example.org/search?q=a+b";
    expect(pages.map((html) => readLinks(html, /\/search\?/))).toEqual([
      [`${search}&amp;page=2`],
      [search, `${search}&amp;page=3`],
      [`${search}&amp;page=2`],
      [`${search}&amp;page=3`],
    ]);
  });

  test("offers the search as feeds and a calendar", () => {
    expect(readLinks(show(someResults(), undefined, "a b"), /q=/)).toEqual([
      "https://feeds.example.org/rss.xml?q=a+b",
      "https://feeds.example.org/atom.xml?q=a+b",
      "https://feeds.example.org/feed.json?q=a+b",
      "https://feeds.example.org/calendar.ics?q=a+b",
    ]);
  });

  test("offers none of words that only begin so: a feed knows whole words", () => {
    expect(readLinks(show(someResults({ isBeginning: true }), undefined, "a b"), /q=/)).toEqual([]);
  });
});
