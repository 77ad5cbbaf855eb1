import { expect, test } from "vitest";
import { toOpml } from "../../src/formats/opml.ts";
import { aClub } from "../support/builders.ts";
import { findAll, parseXml } from "../support/parse-xml.ts";

test("OPML names every feed", async () => {
  const root = await parseXml(toOpml(aClub({ name: 'A & <B> "C"' }), "https://feeds.example.org"));
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
