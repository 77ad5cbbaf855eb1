import { expect, test } from "vitest";
import { parseYouTubeSource } from "../../src/build/youtube-source.ts";

const ID = "UCexampleexampleexampleA";
const PLAYLIST = "PLexampleexampleexampleexampleexamp";
const channel = { kind: "channel", id: ID };
const playlist = { kind: "playlist", id: PLAYLIST };

test.each([
  [ID, channel],
  [`UU${ID.slice(2)}`, channel],
  ["@example_club", { kind: "page", path: "/@example_club" }],
  ["https://www.youtube.com/@example_club/videos", { kind: "page", path: "/@example_club" }],
  ["youtube.com/c/Example", { kind: "page", path: "/c/Example" }],
  [`https://youtube.com/channel/${ID}/videos`, channel],
  [`https://www.youtube.com/feeds/videos.xml?channel_id=${ID}`, channel],
  [PLAYLIST, playlist],
  [`https://www.youtube.com/playlist?list=${PLAYLIST}&si=abc`, playlist],
  [`youtube.com/watch?v=AAAAAAAAAAA&list=${PLAYLIST}`, playlist],
  [`https://www.youtube.com/feeds/videos.xml?playlist_id=${PLAYLIST}`, playlist],
  [`https://www.youtube.com/playlist?list=UU${ID.slice(2)}`, channel],
  ["https://www.youtube.com/playlist?list=WL", null],
  ["https://example.org/@club", null],
  ["https://www.youtube.com/watch?v=AAAAAAAAAAA", null],
  ["", null],
])("%s is understood", (text, source) => {
  expect(parseYouTubeSource(text)).toEqual(source);
});
