import { afterEach, expect, test, vi } from "vitest";
import { toAtom } from "../../src/formats/atom.ts";
import { toFeed } from "../../src/formats/feed.ts";
import { toCalendar, toSessionCalendar } from "../../src/formats/icalendar/calendar.ts";
import { toJsonFeed } from "../../src/formats/json-feed.ts";
import { toOpml } from "../../src/formats/opml.ts";
import { toRss } from "../../src/formats/rss.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import { CLUB, PROGRAMME, PUBLIC_URL } from "../golden/programme.ts";
import { aPublishedProgramme } from "../support/builders.ts";

const EMPTY = aPublishedProgramme({ sessions: [] });

const WRITERS: [string, () => string][] = [
  ["RSS", () => toRss(toFeed(PROGRAMME, CLUB, PUBLIC_URL, WHOLE))],
  ["Atom", () => toAtom(toFeed(PROGRAMME, CLUB, PUBLIC_URL, WHOLE))],
  ["JSON Feed", () => toJsonFeed(toFeed(PROGRAMME, CLUB, PUBLIC_URL, WHOLE))],
  ["iCalendar", () => toCalendar(PROGRAMME, CLUB, PUBLIC_URL, { ...WHOLE, alarm: 15 })],
  ["iCalendar of one session", () => toSessionCalendar(PROGRAMME.sessions[0]!, CLUB, PUBLIC_URL)],
  ["OPML", () => toOpml(CLUB, PUBLIC_URL)],
  ["RSS without entries", () => toRss(toFeed(EMPTY, CLUB, PUBLIC_URL, WHOLE))],
  ["Atom without entries", () => toAtom(toFeed(EMPTY, CLUB, PUBLIC_URL, WHOLE))],
  ["iCalendar without events", () => toCalendar(EMPTY, CLUB, PUBLIC_URL, WHOLE)],
];

afterEach(() => {
  vi.useRealTimers();
});

test.each(WRITERS)("%s is the same bytes at any time", (_name, write) => {
  const documents = ["1999-12-31T23:59:59Z", "2026-06-16T12:00:00Z", "2049-02-03T04:05:06Z"].map((now) => {
    vi.useFakeTimers({ now: new Date(now) });
    return write();
  });
  expect(new Set(documents).size).toBe(1);
});
