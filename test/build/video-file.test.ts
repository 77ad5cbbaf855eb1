import { expect, test } from "vitest";
import { compileData } from "../../src/build/compile-data.ts";
import { readVideoFile } from "../../src/build/video-file.ts";
import { aClubFile } from "./data-files.ts";

/** As `npm run import` writes it: one video a line. */
const file = (...videos: string[]) => `{ "videos": [\n${videos.join(",\n")}\n] }\n`;
const WHOLE =
  '{ "id": "videoS2000A", "title": "S20 | Entropy", "description": "On entropy.", "publishedAt": "2026-06-09T09:00:00Z", "startedAt": "2026-06-08T17:00:00Z", "durationSeconds": 5400, "isShort": true }';
const LEAST = '{ "id": "videoS2100A", "title": "S21 &amp; more" }';

test("a video has what its line says, and the least is its id and title", () => {
  expect(readVideoFile(file(WHOLE, LEAST))).toEqual({
    videos: [
      {
        id: "videoS2000A",
        title: "S20 | Entropy",
        description: "On entropy.",
        publishedAt: Date.UTC(2026, 5, 9, 9),
        startedAt: Date.UTC(2026, 5, 8, 17),
        durationSeconds: 5_400,
        isShort: true,
      },
      { id: "videoS2100A", title: "S21 &amp; more", description: "", isShort: false },
    ],
    mistakes: [],
  });
});

test.each([
  ["{", 1, "file", 'is no JSON, expected {"videos": [ … ]}'],
  ["[]", 1, "file", 'expected {"videos": [ … ]}'],
  [file(LEAST, '{ "id": "short", "title": "A" }'), 3, "videos[1].id", "expected YouTube's eleven characters"],
  [file('{ "id": "videoS2100A" }'), 2, "videos[0].title", "expected the video's title"],
  [
    file(LEAST.replace(" }", ', "publishedAt": "yesterday" }')),
    2,
    "videos[0].publishedAt",
    "expected an instant such as 2026-06-16T09:00:00Z",
  ],
  [
    file(LEAST.replace(" }", ', "publishedAt": "2026-13-40T09:00:00Z" }')),
    2,
    "videos[0].publishedAt",
    "expected an instant such as 2026-06-16T09:00:00Z",
  ],
  [
    file(LEAST.replace(" }", ', "url": "x" }')),
    2,
    "videos[0]",
    "has url, expected id, title, description, publishedAt, startedAt, durationSeconds, isShort and no others",
  ],
  [
    file(WHOLE, WHOLE),
    3,
    "videos[1].id",
    '"videoS2000A" stands in the file already, expected each video once',
  ],
])("%j is refused with its place and what was expected", (text, line, field, message) => {
  expect(readVideoFile(text).mistakes).toEqual([{ line, field, message }]);
});

test("a data folder has its videos, and their mistakes under the file's name", () => {
  const path = "data/videos.json";
  const [whole, wrong] = [file(LEAST), "{"].map((text) => compileData([aClubFile(), { path, text }]));
  expect([whole?.ok && whole.value.videos.map(({ id }) => id), wrong]).toEqual([
    ["videoS2100A"],
    {
      ok: false,
      error: {
        reason: "mistakes",
        mistakes: [{ path, line: 1, field: "file", message: 'is no JSON, expected {"videos": [ … ]}' }],
      },
    },
  ]);
});
