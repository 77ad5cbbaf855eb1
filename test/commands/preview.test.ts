/** The preview of a first deployment. */
import { expect, test } from "vitest";
import { renderPreview } from "../../src/commands/preview/render-preview.ts";
import { aClub, aSession, aVideo } from "../support/builders.ts";

const INPUT = {
  club: aClub(),
  sessions: [aSession()],
  videos: [aVideo()],
  publicUrl: "https://feeds.example",
};
const NOW = Date.UTC(2026, 5, 20);

test("there is a file for every feed, the calendar and each session", () => {
  expect(renderPreview(INPUT, NOW).map(({ name }) => name)).toEqual([
    "rss.xml",
    "atom.xml",
    "feed.json",
    "calendar.ics",
    "opml.xml",
    "sessions/s21.ics",
  ]);
});

test("the same data give the same bytes at another time", () => {
  expect(renderPreview(INPUT, NOW + 86_400_000)).toEqual(renderPreview(INPUT, NOW));
});
