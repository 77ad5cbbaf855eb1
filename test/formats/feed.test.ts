import { describe, expect, test } from "vitest";
import { toMonths } from "../../src/formats/feed.ts";
import { WHOLE, type Selection } from "../../src/programme/selection.ts";
import { PUBLICATION } from "../golden/programme.ts";
import {
  aClub,
  aNotice,
  aPublication,
  aPublishedProgramme,
  aPublishedSession,
  aPublishedVideo,
  aRecording,
  aReplayedSession,
  someDates,
} from "../support/builders.ts";
import { readFeed } from "../support/documents.ts";

const programme = aPublishedProgramme({
  sessions: [
    aReplayedSession({ tags: ["Theory"] }),
    aPublishedSession(
      { id: "s22" },
      { announcement: someDates(Date.UTC(2026, 5, 9), Date.UTC(2026, 5, 20)) },
    ),
    aPublishedSession(
      { id: "s23" },
      { announcement: someDates(Date.UTC(2026, 5, 10)), recording: aRecording({ state: "live" }) },
    ),
  ],
  notices: [aNotice()],
  standAloneVideos: [aPublishedVideo()],
});

const idsOf = (selection: Partial<Selection>, club = aClub()) =>
  readFeed(aPublication({ programme, club }), { ...WHOLE, ...selection }).entries.map(({ id }) =>
    id.replace("tag:example.org,2025:", ""),
  );

const ALL = [
  "video/videoAAAAA0",
  "video/videoBBBBB0",
  "session/s23",
  "session/s22",
  "session/s21",
  "session/s21/notice/1",
];

test("a feed states its addresses, its club and its newest change", () => {
  const { entries: _entries, ...feed } = readFeed(aPublication({ programme }), {
    ...WHOLE,
    show: "sessions",
  });
  expect(feed).toEqual({
    id: "tag:example.org,2025:feed?show=sessions",
    title: "Example Reading Group: sessions",
    description: "A reading group about examples.",
    language: "en",
    homeUrl: "https://feeds.example.org/",
    selfUrl: "https://feeds.example.org/rss.xml?show=sessions",
    updatedAt: Date.UTC(2026, 5, 20),
    author: { name: "Example Reading Group", url: "https://example.org" },
  });
});

describe("entries", () => {
  test.each<[string, Partial<Selection>, string[]]>([
    ["all, newest first", {}, ALL],
    ["sessions with their notices", { show: "sessions" }, ALL.slice(2)],
    ["replays and stand-alone videos", { show: "replays" }, ALL.slice(0, 2)],
    ["the newest two", { limit: 2 }, ALL.slice(0, 2)],
    ["of a tag", { tag: "theory" }, ["video/videoAAAAA0", "session/s21", "session/s21/notice/1"]],
    ["of an unknown tag", { tag: "nothing" }, []],
  ])("%s", (_name, selection, ids) => {
    expect(idsOf(selection)).toEqual(ids);
  });

  test("are as many as the club says where nobody asks for another number", () => {
    expect(idsOf({}, aClub({ feedLength: 3 }))).toEqual(ALL.slice(0, 3));
  });

  test("are more than the club says where somebody does", () => {
    expect(idsOf({ limit: 500 }, aClub({ feedLength: 3 }))).toEqual(ALL);
  });

  test("are strictly decreasing by date of publication, each with an id of its own", () => {
    const { entries } = readFeed(PUBLICATION);
    const dates = entries.map(({ publishedAt }) => publishedAt);
    expect([dates, new Set(entries.map(({ id }) => id)).size]).toEqual([
      [...new Set(dates)].toSorted((a, b) => b - a),
      entries.length,
    ]);
  });
});

test("entries go together by the months of UTC in which they were published, of each year", () => {
  const dates = [
    "2026-06-01T00:00:00Z",
    "2026-05-31T23:59:59Z",
    "2026-05-01T00:00:00Z",
    "2025-05-31T12:00:00Z",
  ];
  const sessions = dates.map((date, at) =>
    aPublishedSession({ id: `s${at}` }, { announcement: someDates(Date.parse(date)) }),
  );
  const feed = readFeed(aPublication({ programme: aPublishedProgramme({ sessions }) }), WHOLE);
  const months = toMonths(feed).map((month) => month.map(({ publishedAt }) => publishedAt));
  expect([months, toMonths({ entries: [] })]).toEqual([
    [dates.slice(0, 1), dates.slice(1, 3), dates.slice(3)].map((month) =>
      month.map((date) => Date.parse(date)),
    ),
    [],
  ]);
});

test("a feed without entries changed when the programme did", () => {
  const { updatedAt } = readFeed(aPublication({ programme }), { ...WHOLE, tag: "nothing" });
  expect(updatedAt).toBe(programme.changedAt);
});
