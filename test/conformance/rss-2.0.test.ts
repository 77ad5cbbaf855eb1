/** RSS 2.0 (rssboard.org/rss-specification) and the RSS Best Practices Profile, on the programme of test/golden. */
import { expect, test } from "vitest";
import { CLUB, PUBLIC_URL, PUBLICATION } from "../golden/programme.ts";
import { aPublication, aPublishedProgramme, aPublishedVideo } from "../support/builders.ts";
import { readFeed, textOf } from "../support/documents.ts";
import { findAll, parseXml, textsOf } from "../support/parse-xml.ts";

const feed = readFeed(PUBLICATION);
const root = await parseXml(textOf("rss", PUBLICATION));
const [channel] = findAll(root, "channel");
if (channel === undefined) throw new Error("no channel");
const items = findAll(channel, "item");

/** RFC 822 as RSS takes it, with a year of four digits. */
const RFC_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

test("rss: the version is 2.0 and there is one channel", () => {
  expect([root.name, root.attributes["version"], root.children.length]).toEqual(["rss", "2.0", 1]);
});

test("required channel elements: title, link and description, once each", () => {
  expect(["title", "link", "description"].map((name) => textsOf(channel, name))).toEqual([
    [CLUB.name],
    [`${PUBLIC_URL}/`],
    [CLUB.description],
  ]);
});

test("lastBuildDate is the newest change of the content", () => {
  expect(textsOf(channel, "lastBuildDate")).toEqual([new Date(feed.updatedAt).toUTCString()]);
});

test("ttl is a number of minutes", () => {
  expect(textsOf(channel, "ttl")).toEqual(["15"]);
});

test("item: each has a title, a link, a guid, a pubDate and a content, once", () => {
  const names = ["title", "link", "guid", "pubDate", "content:encoded"];
  expect(items.map((item) => names.map((name) => textsOf(item, name).length))).toEqual(
    items.map(() => [1, 1, 1, 1, 1]),
  );
});

test("guid: no permalink, and no two are equal", () => {
  const guids = findAll(channel, "guid");
  expect([
    new Set(guids.map(({ attributes }) => attributes["isPermaLink"])),
    new Set(guids.map(({ text }) => text)).size,
  ]).toEqual([new Set(["false"]), items.length]);
});

test("guid is the very id of Atom and JSON Feed", () => {
  expect(findAll(channel, "guid").map(({ text }) => text)).toEqual(feed.entries.map(({ id }) => id));
});

test("pubDate: RFC 822, strictly decreasing", () => {
  const dates = findAll(channel, "pubDate").map(({ text }) => text);
  const instants = dates.map((date) => Date.parse(date));
  expect([dates.filter((date) => !RFC_822.test(date)), instants]).toEqual([
    [],
    [...new Set(instants)].toSorted((a, b) => b - a),
  ]);
});

test("author: none, for an RSS author is a mail address; one dc:creator names every presenter", () => {
  const creators = items.map((item) => textsOf(item, "dc:creator"));
  expect([findAll(channel, "author"), creators]).toEqual([
    [],
    feed.entries.map(({ authors }) =>
      authors.length === 0 ? [] : [authors.map(({ name }) => name).join(" and ")],
    ),
  ]);
});

test("description: every item has one, the title where nothing else is said", async () => {
  const silent = aPublication({
    programme: aPublishedProgramme({ sessions: [], standAloneVideos: [aPublishedVideo({ title: "<A>" })] }),
  });
  const other = await parseXml(textOf("rss", silent));
  const ofItems = (from: typeof root) => findAll(from, "item").map((item) => textsOf(item, "description"));
  expect([ofItems(root).filter(([text]) => text === undefined || text === ""), ofItems(other)]).toEqual([
    [],
    [["&lt;A&gt;"]],
  ]);
});

test("profile, atom:link: the feed's own address, and its hub", () => {
  expect(findAll(channel, "atom:link").map(({ attributes }) => attributes)).toEqual([
    { href: `${PUBLIC_URL}/rss.xml`, rel: "self", type: "application/rss+xml" },
    { href: `${PUBLIC_URL}/hub`, rel: "hub" },
  ]);
});

test("profile, content:encoded: every address is absolute", () => {
  const addresses = findAll(channel, "content:encoded").flatMap(({ text }) =>
    [...text.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address = ""]) => address),
  );
  expect([addresses.length > 0, addresses.filter((address) => !/^https?:\/\//.test(address))]).toEqual([
    true,
    [],
  ]);
});

test("extending RSS: every prefix is declared", () => {
  expect(Object.keys(root.attributes)).toEqual(["version", "xmlns:dc", "xmlns:content", "xmlns:atom"]);
});
