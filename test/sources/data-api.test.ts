import { expect, test } from "vitest";
import { parsePlaylistPage, parseVideos, toRefusal, toSeconds } from "../../src/sources/parse-data-api.ts";

const item = (more: object = {}) => ({
  id: "videoAAAAA0",
  snippet: {
    publishedAt: "2026-06-16T09:00:00Z",
    title: "Talk & more",
    channelId: "UCexampleexampleexampleA",
  },
  contentDetails: { duration: "PT1H2M3S" },
  status: { privacyStatus: "public", uploadStatus: "processed" },
  ...more,
});
const read = (...items: unknown[]) => parseVideos(JSON.stringify({ items }));

test("a video has its title, dates, length and owner", () => {
  const streamed = item({ liveStreamingDetails: { actualStartTime: "2026-06-15T17:02:11.4Z" } });
  expect(read(streamed)).toEqual({
    ok: true,
    value: [
      {
        id: "videoAAAAA0",
        title: "Talk & more",
        description: "",
        publishedAt: Date.UTC(2026, 5, 16, 9),
        isShort: false,
        startedAt: Date.UTC(2026, 5, 15, 17, 2, 11),
        durationSeconds: 3_723,
        ownerId: "UCexampleexampleexampleA",
      },
    ],
  });
});

test.each([
  ["is private", { status: { privacyStatus: "private" } }],
  ["failed to be processed", { status: { uploadStatus: "failed" } }],
  ["has no id of a video", { id: "../../etc" }],
  ["has a date nobody can write", { snippet: { title: "A", publishedAt: "0001-01-01T00:00:00Z" } }],
])("one that %s is passed over, the others are true", (_what, more) => {
  const videos = read(item(more), item({ id: "videoBBBBB0" }));
  expect(videos.ok && videos.value.map(({ id }) => id)).toEqual(["videoBBBBB0"]);
});

test.each([
  ["PT45S", "A talk", true],
  ["PT2M50S", "A look #shorts", true],
  ["PT2M50S", "A look", false],
  ["P0D", "A stream to come", false],
])("%s of %j is a Short: %s", (duration, title, isShort) => {
  const videos = read(item({ contentDetails: { duration }, snippet: { ...item().snippet, title } }));
  expect(videos.ok && videos.value[0]?.isShort).toBe(isShort);
});

test.each([
  ["PT1H2M3S", 3_723],
  ["P1DT2H", 93_600],
  ["PT15M", 900],
  ["P0D", null],
  ["1:02:03", null],
  [undefined, null],
])("%s is %s seconds", (duration, seconds) => {
  expect(toSeconds(duration)).toBe(seconds);
});

test("a page has its ids, each once, and the next page's token", () => {
  const ids = ["videoAAAAA0", "no id", "videoAAAAA0"].map((videoId) => ({ contentDetails: { videoId } }));
  expect([
    parsePlaylistPage(JSON.stringify({ items: ids, nextPageToken: "CDIQAA" })),
    parsePlaylistPage(JSON.stringify({ items: [] })),
  ]).toEqual([
    { ok: true, value: { videoIds: ["videoAAAAA0"], nextPageToken: "CDIQAA" } },
    { ok: true, value: { videoIds: [], nextPageToken: null } },
  ]);
});

test("an answer of another form is refused with the place, never with what it holds", () => {
  expect([parseVideos("<html>"), read({ ...item(), snippet: "secret" }), parsePlaylistPage("1")]).toEqual([
    { ok: false, error: { reason: "malformed", message: "no JSON" } },
    { ok: false, error: { reason: "malformed", message: "items.0.snippet" } },
    { ok: false, error: { reason: "malformed", message: "another document" } },
  ]);
});

const told = (...reasons: string[]) =>
  JSON.stringify({ error: { errors: reasons.map((reason) => ({ reason })) } });

test.each([
  [403, told("quotaExceeded"), { reason: "quota_exceeded" }],
  [403, told("rateLimitExceeded"), { reason: "too_fast" }],
  [429, "", { reason: "too_fast" }],
  [400, told("badRequest", "API_KEY_INVALID"), { reason: "key_invalid" }],
  [403, told("accessNotConfigured"), { reason: "forbidden", word: "accessNotConfigured" }],
  [403, told("<b>key=AIza</b>"), { reason: "forbidden", word: "unknown" }],
  [404, told("playlistNotFound"), { reason: "not_found" }],
  [403, told("playlistItemsNotAccessible"), { reason: "not_found" }],
  [400, told("invalidPageToken"), { reason: "page_gone" }],
  [400, told("invalidParameter"), { reason: "refused", status: 400, word: "invalidParameter" }],
  [503, "<html>", { reason: "server", status: 503 }],
])("%i with %s is a fault of its own", (status, text, fault) => {
  expect(toRefusal(status, text)).toEqual(fault);
});
