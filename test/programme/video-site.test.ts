import { describe, expect, test } from "vitest";
import {
  isYouTubeId,
  toMomentPlayer,
  toMomentUrl,
  toNamedVideo,
  toVideoPlace,
} from "../../src/programme/video-site.ts";

const UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d";
const SHORT = "kkGMgK9ZtnKfYAgnEtQxbv";

describe("the id of a video and its player are made from its address", () => {
  test.each([
    ["https://youtu.be/dQw4w9WgXcQ?t=9", "dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"],
    ["https://vimeo.com/76979871", "vimeo.76979871", "https://player.vimeo.com/video/76979871?dnt=1"],
    [
      "https://vimeo.com/76979871/0a1b2c3d4e",
      "vimeo.76979871",
      "https://player.vimeo.com/video/76979871?dnt=1&h=0a1b2c3d4e",
    ],
    [
      "https://player.vimeo.com/video/76979871?h=0a1b2c3d4e",
      "vimeo.76979871",
      "https://player.vimeo.com/video/76979871?dnt=1&h=0a1b2c3d4e",
    ],
    [
      "https://vimeo.com/channels/staffpicks/76979871",
      "vimeo.76979871",
      "https://player.vimeo.com/video/76979871?dnt=1",
    ],
    [
      "https://www.bilibili.com/video/BV1GJ411x7h7/?spm=1",
      "bilibili.BV1GJ411x7h7",
      "https://player.bilibili.com/player.html?bvid=BV1GJ411x7h7&p=1&autoplay=0",
    ],
    [
      "https://m.bilibili.com/video/av170001?p=2",
      "bilibili.av170001.2",
      "https://player.bilibili.com/player.html?aid=170001&p=2&autoplay=0",
    ],
    [
      `https://tube.example/w/${SHORT}`,
      `peertube.tube.example.${SHORT}`,
      `https://tube.example/videos/embed/${SHORT}`,
    ],
    [
      `https://tube.example/videos/watch/${UUID}`,
      `peertube.tube.example.${UUID}`,
      `https://tube.example/videos/embed/${UUID}`,
    ],
  ])("%s", (address, videoId, playerUrl) => {
    const named = toNamedVideo(address);
    expect([named.videoId, toVideoPlace(named).playerUrl]).toEqual([videoId, playerUrl]);
  });
});

test.each([
  "https://videos.example/watch?v=1",
  "https://vimeo.com/showcase/1",
  "https://vimeo.com/event/123456",
  "https://evil.example/vimeo.com/1",
  "https://vimeo.com.evil.example/76979871",
  "https://b23.tv/abc",
  "https://www.bilibili.com/read/cv1",
  "https://tube.example/w/p/kkGMgK9ZtnKfYAgnEtQxbv",
  "https://tube.example/w/short",
  "https://tube.example:8443/w/kkGMgK9ZtnKfYAgnEtQxbv",
])("what is at %s is a link without a player", (address) => {
  const named = toNamedVideo(address);
  expect([named, toVideoPlace(named)]).toEqual([
    { videoId: expect.stringMatching(/^web\.[\da-z]+$/), url: address },
    { siteName: new URL(address).host, watchUrl: address },
  ]);
});

test("no id of another site is one of YouTube's, so that none is asked of YouTube", () => {
  const ids = ["https://vimeo.com/12345", "https://a.example/1"].map(
    (address) => toNamedVideo(address).videoId,
  );
  expect([...ids, "dQw4w9WgXcQ"].map(isYouTubeId)).toEqual([false, false, true]);
});

test.each([
  ["https://youtu.be/dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=75s"],
  ["https://vimeo.com/76979871", "https://vimeo.com/76979871#t=75s"],
  ["https://www.bilibili.com/video/BV1xx411c7mD?p=2", "https://www.bilibili.com/video/BV1xx411c7mD?p=2&t=75"],
  [
    "https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv",
    "https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv?start=75s",
  ],
  ["https://videos.example/watch?v=1", "https://videos.example/watch?v=1"],
])("the moment 1:15 of %s is at %s", (address, moment) => {
  expect(toMomentUrl(toVideoPlace(toNamedVideo(address)), 75)).toBe(moment);
});

test.each([
  [
    "https://youtu.be/dQw4w9WgXcQ",
    "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&start={seconds}",
  ],
  [
    "https://vimeo.com/76979871/0a1b2c",
    "https://player.vimeo.com/video/76979871?dnt=1&h=0a1b2c&autoplay=1#t={seconds}s",
  ],
  [
    "https://www.bilibili.com/video/BV1xx411c7mD?p=2",
    "https://player.bilibili.com/player.html?bvid=BV1xx411c7mD&p=2&autoplay=1&t={seconds}",
  ],
  [
    "https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv",
    "https://tube.example/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv?autoplay=1&start={seconds}s",
  ],
  ["https://videos.example/watch?v=1", null],
])("the player of %s begins at a second as %s", (address, player) => {
  expect(toMomentPlayer(toVideoPlace(toNamedVideo(address)))).toBe(player);
});
