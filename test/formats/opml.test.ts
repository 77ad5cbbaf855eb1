import { expect, test } from "vitest";
import { aClub, aPublication } from "../support/builders.ts";
import { textOf } from "../support/documents.ts";
import { findAll, parseXml } from "../support/parse-xml.ts";

test("OPML names every feed", async () => {
  const root = await parseXml(textOf("opml", aPublication({ club: aClub({ name: 'A & <B> "C"' }) })));
  const rest = { type: "rss", language: "en", htmlUrl: "https://feeds.example.org/" };
  const feeds = [
    ['A & <B> "C"', "rss.xml"],
    ['A & <B> "C" (Atom)', "atom.xml"],
    ['A & <B> "C" (JSON Feed)', "feed.json"],
    ['A & <B> "C": sessions', "rss.xml?show=sessions"],
    ['A & <B> "C": replays', "rss.xml?show=replays"],
  ].map(([text, path]) => ({ ...rest, text, title: text, xmlUrl: `https://feeds.example.org/${path}` }));
  expect([root.attributes, findAll(root, "outline").map(({ attributes }) => attributes)]).toEqual([
    { version: "2.0" },
    feeds,
  ]);
});
