import { expect, test } from "vitest";
import { WHOLE } from "../../src/programme/selection.ts";
import {
  aPublication,
  aPublishedProgramme,
  aPublishedSession,
  aPublishedVideo,
  aReplayedSession,
  someDates,
} from "../support/builders.ts";
import { readFeed, textOf } from "../support/documents.ts";

const WATCH_URL = "https://www.youtube.com/watch?v=videoAAAAA0";

test("a feed as JSON Feed, whole", () => {
  const replayed = aReplayedSession({ tags: ["Theory"], abstract: { html: "", text: "" }, papers: [] });
  const programme = aPublishedProgramme({ sessions: [replayed] });
  const feed = readFeed(aPublication({ programme }), { ...WHOLE, show: "replays" });
  const dateLine = "Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00)";
  expect(JSON.parse(textOf("json", aPublication({ programme }), { ...WHOLE, show: "replays" }))).toEqual({
    version: "https://jsonfeed.org/version/1.1",
    title: "Example Reading Group: replays",
    home_page_url: "https://feeds.example.org/",
    feed_url: "https://feeds.example.org/feed.json?show=replays",
    description: "A reading group about examples.",
    language: "en",
    authors: [{ name: "Example Reading Group", url: "https://example.org" }],
    items: [
      {
        id: "tag:example.org,2025:video/videoAAAAA0",
        url: WATCH_URL,
        external_url: WATCH_URL,
        title: "Replay: S21: Uniform Examples Revisited",
        content_html: feed.entries[0]?.html,
        content_text: `${dateLine}

Replay: ${WATCH_URL}

Presented by
- Grace Example (https://grace.example), Example University, @grace (https://x.com/grace)

Session page: https://feeds.example.org/sessions/s21`,
        summary: `${dateLine}. Presented by Grace Example.`,
        image: "https://i.ytimg.com/vi/videoAAAAA0/mqdefault.jpg",
        date_published: "2026-06-16T09:15:00Z",
        date_modified: "2026-06-16T09:15:00Z",
        authors: [{ name: "Grace Example", url: "https://grace.example" }],
        tags: ["Theory"],
        language: "en",
        _session: {
          about: "https://feeds.example.org/session-extension.txt",
          id: "s21",
          number: 21,
          title: "Uniform Examples Revisited",
          start: "2026-06-15T13:00:00-04:00",
          end: "2026-06-15T14:30:00-04:00",
          time_zone: "America/New_York",
          all_day: false,
          status: "scheduled",
          presenters: [
            {
              name: "Grace Example",
              affiliation: "Example University",
              url: "https://grace.example",
              x: "grace",
            },
          ],
          replay: WATCH_URL,
        },
      },
    ],
  });
});

test("what is not there has no member", () => {
  const session = { presenters: [{ name: "Ada" }], tags: [], papers: [] };
  const programme = aPublishedProgramme({
    sessions: [aPublishedSession(session)],
    standAloneVideos: [aPublishedVideo({ description: "" }, someDates(Date.UTC(2026, 0, 1)))],
  });
  const { items } = JSON.parse(textOf("json", aPublication({ programme })));
  expect(items.map(Object.keys)).toEqual([
    [
      "id",
      "url",
      "title",
      "content_html",
      "content_text",
      "summary",
      "date_published",
      "date_modified",
      "authors",
      "language",
      "_session",
    ],
    [
      "id",
      "url",
      "external_url",
      "title",
      "content_html",
      "content_text",
      "image",
      "date_published",
      "date_modified",
      "language",
    ],
  ]);
});

test("a feed without entries has an empty list of items", () => {
  expect(
    JSON.parse(textOf("json", aPublication({ programme: aPublishedProgramme({ sessions: [] }) }))).items,
  ).toEqual([]);
});
