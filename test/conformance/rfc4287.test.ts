/** Atom (RFC 4287), on the programme of test/golden. */
import { expect, test } from "vitest";
import { WHOLE } from "../../src/programme/selection.ts";
import { CLUB, PUBLIC_URL, PUBLICATION } from "../golden/programme.ts";
import { aPublishedProgramme } from "../support/builders.ts";
import { readFeed, textOf } from "../support/documents.ts";
import { findAll, parseXml, textsOf, type Element } from "../support/parse-xml.ts";

const feed = readFeed(PUBLICATION);
const root = await parseXml(textOf("atom", PUBLICATION));
const entries = findAll(root, "entry");
const count = (element: Element, name: string) => textsOf(element, name).length;

/** RFC 3339, as 3.3 asks for it. */
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
/** RFC 4151 2.1. */
const TAG_URI = /^tag:[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:[\w.~!$&'()*+,;=:@/?%-]*$/;

test("2: the namespace is Atom's and xml:lang the club's language", () => {
  expect([root.name, root.attributes]).toEqual([
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": CLUB.language },
  ]);
});

test("3.1.1.2: titles, summaries and contents of entries are said to be HTML, and are escaped HTML", () => {
  const texts = entries.flatMap(({ children }) =>
    children.filter(({ name }) => ["title", "summary", "content"].includes(name)),
  );
  expect(new Set(texts.map(({ attributes }) => attributes["type"]))).toEqual(new Set(["html"]));
  const titles = texts.filter(({ name }) => name === "title").map(({ text }) => text);
  expect(titles.filter((title) => /[<>]/.test(title))).toEqual([]);
});

test("3.2.1: every person has one name", () => {
  expect(new Set(findAll(root, "author").map((author) => count(author, "name")))).toEqual(new Set([1]));
});

test("3.3: dates are RFC 3339", () => {
  const dates = [...findAll(root, "updated"), ...findAll(root, "published")].map(({ text }) => text);
  expect(dates.filter((date) => !RFC_3339.test(date))).toEqual([]);
});

test("4.1.1: a feed has one id, one title, one updated, one link to itself and one to its hub", () => {
  const links = root.children.filter(({ name }) => name === "link").map(({ attributes }) => attributes);
  expect([["id", "title", "updated", "subtitle"].map((name) => count(root, name)), links]).toEqual([
    [1, 1, 1, 1],
    [
      { rel: "alternate", href: `${PUBLIC_URL}/` },
      { rel: "self", href: `${PUBLIC_URL}/atom.xml` },
      { rel: "hub", href: `${PUBLIC_URL}/hub` },
    ],
  ]);
});

test("4.1.1: the feed has an author, for entries that present nobody", () => {
  expect(count(root, "author")).toBe(1);
});

test("4.1.1: a feed without entries is still complete", async () => {
  const empty = await parseXml(
    textOf("atom", { ...PUBLICATION, programme: aPublishedProgramme({ sessions: [] }) }),
  );
  expect([
    ["id", "title", "updated", "author"].map((name) => count(empty, name)),
    findAll(empty, "entry"),
  ]).toEqual([[1, 1, 1, 1], []]);
});

test("4.1.2: each entry has one id, title, updated, published, content and link", () => {
  const names = ["id", "title", "updated", "published", "content", "link"];
  expect(entries.map((entry) => names.map((name) => count(entry, name)))).toEqual(
    entries.map(() => [1, 1, 1, 1, 1, 1]),
  );
});

test("4.1.2: one author for each presenter", () => {
  expect(entries.map((entry) => findAll(entry, "name").map(({ text }) => text))).toEqual(
    feed.entries.map(({ authors }) => authors.map(({ name }) => name)),
  );
});

test("4.2.2: each category has a term", () => {
  expect(
    entries.map((entry) => findAll(entry, "category").map(({ attributes }) => attributes["term"])),
  ).toEqual(feed.entries.map(({ tags }) => tags));
});

test("4.2.6: ids are permanent tag URIs, character for character as made, and no two are equal", () => {
  const ids = textsOf(root, "id").concat(entries.flatMap((entry) => textsOf(entry, "id")));
  expect([ids.filter((id) => !TAG_URI.test(id)), ids]).toEqual([
    [],
    [...new Set([feed.id, ...feed.entries.map(({ id }) => id)])],
  ]);
});

test("4.2.6: feeds of different selections have different ids", () => {
  const ids = [
    WHOLE,
    { ...WHOLE, show: "replays" as const },
    { ...WHOLE, tag: "theory" },
    { ...WHOLE, limit: 5 },
  ].map((selection) => readFeed(PUBLICATION, selection).id);
  expect(new Set(ids).size).toBe(4);
});

test("4.2.9 and 4.2.15: published never after updated", () => {
  const late = entries.filter(
    (entry) => textsOf(entry, "published").join() > textsOf(entry, "updated").join(),
  );
  expect(late).toEqual([]);
});

test("4.2.15: the feed was updated when its newest entry was", () => {
  const updated = entries.flatMap((entry) => textsOf(entry, "updated"));
  expect(textsOf(root, "updated")).toEqual([updated.toSorted().at(-1)]);
});
