/** What the club's language changes in documents, and what it must not. */
import { describe, expect, test } from "vitest";
import { toLinks } from "../../src/documents/addresses.ts";
import { toProblemPage } from "../../src/pages/problem.tsx";
import type { Publication } from "../../src/programme/publication.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import { messages as en } from "../../src/wording/messages/en.ts";
import { MESSAGES } from "../../src/wording/messages/table.ts";
import { PUBLICATION } from "../golden/programme.ts";
import { aPublishedProgramme } from "../support/builders.ts";
import { aClubIn, CONTENTS } from "../support/clubs-by-language.ts";
import { textOf } from "../support/documents.ts";
import { aSearchedClubIn } from "../support/searched-club.ts";

const LANGUAGES = Object.keys(CONTENTS);

type Node = string | ((...given: never[]) => string) | { [name: string]: Node };

/** The words of messages, without what is put into them. */
function toPieces(node: Node): string[] {
  if (typeof node === "string") return node.split(/\{\w+\}/);
  if (typeof node !== "function") return Object.values(node).flatMap(toPieces);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each takes texts and numbers, and puts them into a text
  const call = node as unknown as (...given: string[]) => string;
  return call(...Array.from({ length: 5 }, () => "\0")).split("\0");
}

const toWords = (pieces: readonly string[]) =>
  new Set(pieces.flatMap((piece) => piece.toLowerCase().match(/[a-z]{2,}/g) ?? []));

/** English words all the same: products, a zone, a paper, places for the script to fill in; "Tag" is a day in German. */
const NAMES =
  /(?:Google|Apple) Calendar|The Old Reader|JSON Feed|New_York|Uniform Noise Revisited|\{\w+\}|\d Tag\b/g;

/** What people see or hear: text, and attributes that are said; not what is marked as English or as an address. */
function toVisible(html: string): string {
  const said = [
    ...html.matchAll(
      / (?:aria-label|placeholder|title|alt|content|data-(?:title|copied|changed|in-your-time|own-time|starts|ends|over|star))="([^"]*)"/g,
    ),
  ];
  const text = html
    .replace(/<(script|code)[^>]*>.*?<\/\1>|<span lang="en"[^>]*>.*?<\/span>/gs, " ")
    .replace(/<[^>]*>/g, " ");
  return [text, ...said.map(([, value = ""]) => value)]
    .join(" ")
    .replaceAll(NAMES, " ")
    .replace(/\S*(?:https?:|webcal:|&#39;|&lt;)\S*/g, " ");
}

/** Every page and text that is for people, at the time of the session and after it. */
function toAllText(publication: Publication): string {
  const { club, programme } = publication;
  const later = { ...publication, asOf: Date.UTC(2026, 5, 30) };
  const empty = { ...publication, isSample: true, programme: aPublishedProgramme({ sessions: [] }) };
  const during = { ...publication, asOf: Date.UTC(2026, 5, 15, 17, 30) };
  const ofSessions = programme.sessions.flatMap(({ session: { id } }) =>
    [publication, later].flatMap((given) =>
      ["session", "session-embed"].map((name) => textOf(name, given, { ...WHOLE, session: id })),
    ),
  );
  const ofAll = [publication, later, during, empty].flatMap((given) =>
    ["home", "subscribe", "embed", "text"].map((name) => textOf(name, given)),
  );
  const year = textOf("year", publication, { ...WHOLE, year: 2026 });
  const narrowed = textOf("home", publication, { ...WHOLE, tag: "x", limit: 1 });
  const problems = [400, 404, 405, 503].map((status) =>
    toProblemPage(club, "", toLinks(""), {
      problem: { reason: status === 404 ? "not_found" : "unavailable", path: "/x", retryAfterSeconds: 30 },
      details: { status, title: "English", detail: "English" },
    }),
  );
  return [...ofSessions, ...ofAll, year, narrowed, ...problems].map(toVisible).join(" ");
}

/** What a search finds, a transcript, chapters, and a feed of a search. */
function toSearchedText(language: string): string {
  const { tag } = CONTENTS[language]!;
  const found = [0, 1, 2, 25].map((total) => aSearchedClubIn(language, { total }));
  const pages = found.map((given) => textOf("search", given, { ...WHOLE, q: tag }));
  const session = textOf("session", found[0]!, { ...WHOLE, session: "s17" });
  const name = /<title>[^<]*/.exec(textOf("rss", found[0]!, { ...WHOLE, q: tag }))?.[0] ?? "";
  return [...pages, textOf("search", found[0]!), session, name].map(toVisible).join(" ");
}

test.each(LANGUAGES)("nothing in English is left on a page in %s", (language) => {
  const own = toWords([...toPieces(MESSAGES[language]!), ...Object.values(CONTENTS[language]!).flat()]);
  const text = `${toAllText(aClubIn(language))} ${toSearchedText(language)}`;
  const shown = toWords([text]);
  expect([...toWords(toPieces(en))].filter((word) => shown.has(word) && !own.has(word))).toEqual([]);
});

test.each([
  ["home", "ar", '<html lang="ar" dir="rtl">'],
  ["embed", "he", '<html lang="he" dir="rtl" class="framed">'],
  ["home", "ja", '<html lang="ja">'],
])("%s in %s says its language and its direction", (name, language, tag) => {
  expect(/<html[^>]*>/.exec(textOf(name, aClubIn(language)))?.[0]).toBe(tag);
});

const inLanguage = (language: string) => ({
  ...PUBLICATION,
  club: { ...PUBLICATION.club, language },
});

/** Everything that subscribers' programs tell entries and events apart by, and their dates. */
const toIdentity = (language: string) => {
  const publication = inLanguage(language);
  const find = (name: string, pattern: RegExp) => textOf(name, publication).match(pattern);
  return {
    rss: find("rss", /<guid.*|<pubDate>.*|<lastBuildDate>.*|<link>.*/g),
    atom: find("atom", /<id>.*|<published>.*|<updated>.*/g),
    json: find("json", /"(?:id|date_published|date_modified)": .*/g),
    calendar: find(
      "calendar",
      /^(?:UID|SEQUENCE|DTSTAMP|CREATED|LAST-MODIFIED|DTSTART.*|DTEND.*|STATUS|PRODID):.*/gm,
    ),
  };
};
describe("a club that changes its language", () => {
  const before = toIdentity("en");

  test.each(LANGUAGES)("keeps every id, date and sequence in %s", (language) => {
    expect(toIdentity(language)).toEqual(before);
  });

  test("shows it in what people read", () => {
    expect(textOf("rss", inLanguage("de")).includes("Abgesagt: S9: Example 9")).toBe(true);
  });
});
