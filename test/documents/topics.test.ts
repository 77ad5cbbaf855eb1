import { expect, test } from "vitest";
import { findDocument, toLinksOf } from "../../src/documents/addresses.ts";
import { DOCUMENTS } from "../../src/documents/table.ts";
import { findTopic, isTopic, toLinkField, WHOLE_TOPICS } from "../../src/documents/topics.ts";
import type { Publication } from "../../src/programme/publication.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import { PUBLICATION, PUBLIC_URL } from "../golden/programme.ts";
import { parseXml } from "../support/parse-xml.ts";
import { textOf } from "../support/documents.ts";

const HUB = `${PUBLIC_URL}/hub`;
const HUBS = ["https://hub.example/?a=1&b=2", "https://other.example/"];

function pathOf(address: string): string {
  const topic = findTopic(new URL(address, PUBLIC_URL));
  return topic.ok ? topic.value.path : topic.error.reason;
}

function linkFieldOf(name: string): string | null {
  const document = findDocument(name);
  return document && toLinkField(toLinksOf({ publicUrl: PUBLIC_URL, hubs: HUBS }, document, WHOLE));
}

test("topics without parameters are the four things that people subscribe to", () => {
  expect(WHOLE_TOPICS.map(({ path }) => path)).toEqual([
    "/rss.xml",
    "/atom.xml",
    "/feed.json",
    "/calendar.ics",
  ]);
});

test("a topic is found under its canonical address, however it is spelt", () => {
  expect(pathOf("/rss.xml")).toBe("/rss.xml");
  expect(pathOf("/rss.xml?utm=1&limit=5&tag=Entropy")).toBe("/rss.xml?tag=entropy&limit=5");
  expect(pathOf("/calendar.ics?ids=s2,s1&alarm=10")).toBe("/calendar.ics?alarm=10&ids=s1,s2");
});

test("pages, downloads and searches are no topics", () => {
  const addresses = ["/", "/rss", "/rss.xml?q=entropy", "/sessions/s1.ics", "/programme.txt", "/opml.xml"];
  expect(addresses.map(pathOf)).toEqual(addresses.map(() => "no_topic"));
});

test("a value that is not allowed is told by the name of its parameter", () => {
  const topic = findTopic(new URL("/rss.xml?limit=0", PUBLIC_URL));
  expect(topic.ok ? null : topic.error).toMatchObject({ reason: "bad_parameter", name: "limit" });
});

test("publisher discovery: RSS names its hub and itself", () => {
  const links = textOf("rss", PUBLICATION).match(/<atom:link .*>/g);
  expect(links).toEqual([
    `<atom:link href="${PUBLIC_URL}/rss.xml" rel="self" type="application/rss+xml"/>`,
    `<atom:link href="${HUB}" rel="hub"/>`,
  ]);
});

test("publisher discovery: Atom names its hub and itself, with the selection it is of", () => {
  const links = textOf("atom", PUBLICATION, { ...WHOLE, show: "replays", limit: 3 }).match(
    /^ {4}<link rel="(?:self|hub)".*>$/gm,
  );
  expect(links).toEqual([
    `    <link rel="self" href="${PUBLIC_URL}/atom.xml?show=replays&amp;limit=3"/>`,
    `    <link rel="hub" href="${HUB}"/>`,
  ]);
});

test("publisher discovery: JSON Feed names its hub", () => {
  const feed: unknown = JSON.parse(textOf("json", PUBLICATION));
  expect(feed).toMatchObject({ hubs: [{ type: "WebSub", url: HUB }] });
});

test("several hubs are named each by a link of its own, in their order", async () => {
  const publication = { ...PUBLICATION, hubs: HUBS };
  const [rss, atom] = [textOf("rss", publication), textOf("atom", publication)];
  await expect(parseXml(rss)).resolves.toBeDefined();
  expect(rss.match(/<atom:link .*rel="hub".*>/g)).toEqual([
    '<atom:link href="https://hub.example/?a=1&amp;b=2" rel="hub"/>',
    '<atom:link href="https://other.example/" rel="hub"/>',
  ]);
  expect(atom.match(/<link rel="hub".*>/g)).toEqual([
    '<link rel="hub" href="https://hub.example/?a=1&amp;b=2"/>',
    '<link rel="hub" href="https://other.example/"/>',
  ]);
  expect(JSON.parse(textOf("json", publication))).toMatchObject({
    hubs: HUBS.map((url) => ({ type: "WebSub", url })),
  });
});

test("a search names no hub, nor does a feed that has none", () => {
  const { hubs: _hubs, ...without } = PUBLICATION;
  const rest: Publication = without;
  for (const name of ["rss", "atom", "json"]) {
    expect(textOf(name, PUBLICATION, { ...WHOLE, q: "example" })).not.toMatch(/rel="hub"|"hubs"/);
    expect(textOf(name, rest)).not.toMatch(/rel="hub"|"hubs"/);
  }
});

test("the field Link is one, of each hub and of the document itself", () => {
  expect(linkFieldOf("calendar")).toBe(
    '<https://hub.example/?a=1&b=2>; rel="hub", <https://other.example/>; rel="hub", ' +
      '<https://feeds.example.org/calendar.ics>; rel="self"',
  );
  expect(linkFieldOf("home")).toBe(null);
});

test("what can be subscribed to does not change with turns, which nobody is told of", () => {
  expect(DOCUMENTS.filter((one) => isTopic(one, WHOLE) && one.hasTurns === true)).toEqual([]);
});
