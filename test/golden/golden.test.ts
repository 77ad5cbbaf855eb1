import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { toAtom } from "../../src/formats/atom.ts";
import { toFeed } from "../../src/formats/feed.ts";
import { toCalendar } from "../../src/formats/icalendar/calendar.ts";
import { toJsonFeed } from "../../src/formats/json-feed.ts";
import { toRss } from "../../src/formats/rss.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import { CLUB, PROGRAMME, PUBLIC_URL } from "./programme.ts";

const feed = toFeed(PROGRAMME, CLUB, PUBLIC_URL, WHOLE);

const DOCUMENTS = [
  ["programme.rss", toRss(feed)],
  ["programme.atom", toAtom(feed)],
  ["programme.json", toJsonFeed(feed)],
  ["programme.ics", toCalendar(PROGRAMME, CLUB, PUBLIC_URL, WHOLE)],
] as const;

test.each(DOCUMENTS)("%s is what the writer makes of the programme", (name, document) => {
  const path = `${import.meta.dirname}/${name}`;
  // README.md says when.
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(path, document);
  expect(document).toBe(readFileSync(path, "utf8"));
});
