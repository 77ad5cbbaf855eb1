/** JSON Feed 1.1 (jsonfeed.org/version/1.1), on the programme of test/golden. */
import { expect, test } from "vitest";
import { CLUB, PUBLIC_URL, PUBLICATION } from "../golden/programme.ts";
import { readFeed, textOf } from "../support/documents.ts";

const feed = readFeed(PUBLICATION);
const document = JSON.parse(textOf("json", PUBLICATION));
const items: Record<string, unknown>[] = document.items;

const MEMBERS = [
  "id",
  "url",
  "external_url",
  "title",
  "content_html",
  "content_text",
  "summary",
  "image",
  "date_published",
  "date_modified",
  "authors",
  "tags",
  "language",
];

/** Every value in the document, with the path that leads to it. */
function valuesOf(value: unknown, path = ""): [string, unknown][] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  const below = Object.entries(value).flatMap(([key, member]) => valuesOf(member, `${path}/${key}`));
  return below.length === 0 ? [[path, value]] : below;
}

test("top level: version and title are there, and what is known of the rest", () => {
  const { items: _items, ...rest } = document;
  expect(rest).toEqual({
    version: "https://jsonfeed.org/version/1.1",
    title: CLUB.name,
    home_page_url: `${PUBLIC_URL}/`,
    feed_url: `${PUBLIC_URL}/feed.json`,
    description: CLUB.description,
    language: CLUB.language,
    authors: [{ name: CLUB.name, url: CLUB.siteUrl }],
    hubs: [{ type: "WebSub", url: `${PUBLIC_URL}/hub` }],
  });
});

test("items: id is a string, content is there, and no id comes twice", () => {
  const complete = items.filter(
    ({ id, content_html, content_text }) =>
      typeof id === "string" && typeof content_html === "string" && typeof content_text === "string",
  );
  expect([complete.length, new Set(items.map(({ id }) => id)).size]).toEqual([items.length, items.length]);
});

test("items: no member that the version does not define, but the extension", () => {
  const unknown = items.flatMap(Object.keys).filter((key) => !MEMBERS.includes(key));
  expect(new Set(unknown)).toEqual(new Set(["_session"]));
});

test("items: dates are RFC 3339 with an offset", () => {
  const dates = items.flatMap(({ date_published, date_modified }) => [date_published, date_modified]);
  const session = valuesOf(document).filter(
    ([path, value]) => /_session\/(start|end)$/.test(path) && String(value).includes("T"),
  );
  const all = [...dates, ...session.map(([, value]) => value)].map(String);
  expect(all.filter((date) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(date))).toEqual([]);
});

test("items: addresses are absolute", () => {
  const addresses = valuesOf(document).filter(([path]) => /(url|image|join|replay|live|about)$/.test(path));
  expect(addresses.filter(([, value]) => !URL.canParse(String(value)))).toEqual([]);
});

test("authors: an array, where the item has any", () => {
  expect(items.map(({ authors }) => authors)).toEqual(
    feed.entries.map(({ authors }) => (authors.length === 0 ? undefined : authors)),
  );
});

test("extensions: the key begins with an underscore and its object says what it is about", () => {
  const abouts = valuesOf(document).filter(([path]) => path.endsWith("/_session/about"));
  expect([abouts.length, new Set(abouts.map(([, value]) => value))]).toEqual([
    items.filter(({ _session }) => _session !== undefined).length,
    new Set([`${PUBLIC_URL}/session-extension.txt`]),
  ]);
});

test("nothing is null or empty", () => {
  const hollow = valuesOf(document).filter(
    ([, value]) => value === null || value === "" || typeof value === "object",
  );
  expect(hollow).toEqual([]);
});
