/** Dumps of videos to the list of known videos. */
import { expect, test } from "vitest";
import {
  mergeVideos,
  parseVideoList,
  toVideoListText,
} from "../../../src/commands/import/videos/video-list.ts";
import { readPast } from "./support.ts";

const A = "aaaaaaaaaaA";
const B = "bbbbbbbbbbA";

test("yt-dlp's tabs of a channel are one list, without what is private or to come", async () => {
  const dump = {
    entries: [
      {
        entries: [
          {
            id: A,
            title: "Knots",
            url: `https://www.youtube.com/watch?v=${A}`,
            duration: 3600.4,
            description: null,
          },
          { id: "ccccccccccA", title: "[Private video]" },
          { id: "ddddddddddA", title: "Next week", live_status: "is_upcoming" },
          { id: "eeeeeeeeeeA", title: "Members", availability: "subscriber_only" },
        ],
      },
      { entries: [{ id: B, title: "Braids", url: `https://www.youtube.com/shorts/${B}` }] },
    ],
  };
  expect(await readPast(JSON.stringify(dump))).toEqual({
    videos: [
      { id: A, title: "Knots", durationSeconds: 3600 },
      { id: B, title: "Braids", isShort: true },
    ],
    passedOver: [
      { id: "ccccccccccA", reason: "private or deleted" },
      { id: "ddddddddddA", reason: "not over yet" },
      { id: "eeeeeeeeeeA", reason: "not public" },
    ],
  });
});

test("yt-dlp's videos, one on a line, have their dates", async () => {
  const first = {
    id: A,
    title: "Knots",
    timestamp: 1_700_000_000,
    live_status: "was_live",
    release_timestamp: 1_699_999_000,
  };
  const second = { id: B, title: "Braids", upload_date: "20231201", description: "On braids" };
  expect(await readPast(`${JSON.stringify(first)}\nnull\n${JSON.stringify(second)}\n`)).toEqual({
    videos: [
      { id: A, title: "Knots", publishedAt: "2023-11-14T22:13:20Z", startedAt: "2023-11-14T21:56:40Z" },
      { id: B, title: "Braids", description: "On braids", publishedAt: "2023-12-01T00:00:00Z" },
    ],
    passedOver: [],
  });
});

test("in an answer of the Data API the day on which a video came into the playlist is not its date", async () => {
  const item = {
    kind: "youtube#playlistItem",
    id: "UExx",
    snippet: { title: "Knots", publishedAt: "2024-01-01T00:00:00Z", resourceId: { videoId: A } },
    contentDetails: { videoId: A, videoPublishedAt: "2023-12-01T00:00:00Z" },
    status: { privacyStatus: "public" },
  };
  const video = {
    kind: "youtube#video",
    id: B,
    snippet: { title: "Braids", publishedAt: "2023-12-02T00:00:00Z", liveBroadcastContent: "none" },
    contentDetails: { duration: "PT1H2M3S" },
    liveStreamingDetails: { actualStartTime: "2023-12-02T10:00:00Z" },
  };
  expect(await readPast(JSON.stringify([{ items: [item] }, { items: [video] }]))).toEqual({
    videos: [
      { id: A, title: "Knots", publishedAt: "2023-12-01T00:00:00Z" },
      {
        id: B,
        title: "Braids",
        publishedAt: "2023-12-02T00:00:00Z",
        startedAt: "2023-12-02T10:00:00Z",
        durationSeconds: 3723,
      },
    ],
    passedOver: [],
  });
});

test("a Takeout's list has no videos that are not public", async () => {
  const takeout = `Video ID,Approx Duration (ms),Video Title (Original),Privacy,Video Create Timestamp
${A},3600000,Knots,Public,2023-11-14T22:00:00+00:00
${B},1000,Braids,Unlisted,2023-11-14T22:00:00+00:00
`;
  expect(await readPast(takeout)).toEqual({
    videos: [{ id: A, title: "Knots", publishedAt: "2023-11-14T22:00:00Z", durationSeconds: 3600 }],
    passedOver: [{ id: B, reason: "not public" }],
  });
});

test("what a second dump does not say stays, and so do a date and a length", () => {
  const known = [
    { id: A, title: "Knots", description: "Old", publishedAt: "2023-11-14T22:13:20Z", durationSeconds: 3601 },
  ];
  const found = [
    { id: A, title: "Knots!", publishedAt: "2023-11-14T00:00:00Z" },
    { id: B, title: "Braids" },
  ];
  expect(mergeVideos(known, found)).toEqual([
    { id: B, title: "Braids" },
    {
      id: A,
      title: "Knots!",
      description: "Old",
      publishedAt: "2023-11-14T22:13:20Z",
      durationSeconds: 3601,
    },
  ]);
});

test("the list has a video on a line, and is read as it was written", () => {
  const videos = [
    { id: B, title: "Braids" },
    { id: A, title: "Knots", publishedAt: "2023-11-14T22:13:20Z" },
  ];
  const text = toVideoListText(videos);
  expect(text).toBe(
    `{ "videos": [\n{"id":"${B}","title":"Braids"},\n{"id":"${A}","title":"Knots","publishedAt":"2023-11-14T22:13:20Z"}\n] }\n`,
  );
  expect(parseVideoList(text)).toEqual({ ok: true, value: videos });
});
