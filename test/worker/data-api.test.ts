/** The YouTube Data API as a second source, through the real Publisher. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aSession } from "../support/builders.ts";
import { aChannelFeed, CHANNEL_ID, type FeedEntry } from "../support/channel-feed.ts";
import { API_KEY, API_ORIGIN, DataApiStandIn, type ApiVideo } from "../support/data-api.ts";
import { at, begin, deploy, readEntries, shipped, takeBack } from "./deployment.ts";
import { environment, readStatus, runCron, standInFor, xml } from "./support.ts";

// Hundreds of videos take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const START = Date.UTC(2026, 5, 17);
const DAY = 86_400_000;
const UPLOADS = `UU${CHANNEL_ID.slice(2)}`;
const named = (channels: string[], playlists: string[] = []) => ({
  club: { ...shipped.club, youtube: { ...shipped.club.youtube, channels, playlists } },
});

const video = (id: string, title: string, day: string, more: Partial<ApiVideo> = {}): ApiVideo => ({
  id,
  title,
  publishedAt: `${day}T09:00:00Z`,
  ...more,
});
const S20 = video("videoS2000A", "S20 | Entropy of Examples", "2026-06-09");
const S21 = video("videoS2100A", "S21 | Uniform Examples Revisited", "2026-06-16");
const PANEL = video("videoPanel0", "A panel", "2026-05-03");

let api = new DataApiStandIn();
/** What the feed of the channel shows; null while it fails. */
let feed: FeedEntry[] | null = null;

beforeEach(async () => {
  vi.useFakeTimers({ now: START, toFake: ["Date"] });
  environment.YOUTUBE_API_KEY = API_KEY;
  api = new DataApiStandIn();
  api.playlists.set(UPLOADS, [S21, S20, PANEL]);
  feed = null;
  standInFor((request) => {
    if (request.url.startsWith(API_ORIGIN)) return api.answer(request);
    return feed === null ? new Response("", { status: 404 }) : xml(aChannelFeed({ entries: feed }));
  });
  begin(named([CHANNEL_ID]));
});
afterEach(async () => {
  delete environment.YOUTUBE_API_KEY;
  await takeBack();
});

const toFeedEntry = ({ id, title, publishedAt }: ApiVideo): FeedEntry => ({
  id,
  title,
  published: publishedAt,
});
const readVideos = async () => (await readEntries()).filter(([key]) => key.startsWith("video/"));
const readApi = async () => (await readStatus()).dataApi;

test("the feed dead from the first minute, the API alive: all replays are there, with the dates of the past", async () => {
  await runCron();
  expect([await readVideos(), await readApi(), api.asked]).toEqual([
    [
      ["video/videoS2100A", "2026-06-16T09:00:00Z"],
      ["video/videoS2000A", "2026-06-09T09:00:00Z"],
      ["video/videoPanel0", "2026-05-03T09:00:00Z"],
    ],
    {
      state: "ok",
      lastSuccessAt: "2026-06-17T00:00:00Z",
      failingSince: null,
      lastError: null,
      waitsUntil: null,
      unitsToday: 2,
      unitsADay: 2_000,
      sources: [{ identity: `channel:${CHANNEL_ID}`, wholeAt: "2026-06-17T00:00:00Z", lastError: null }],
    },
    [`${UPLOADS} first`, "3 videos"],
  ]);
});

/** A hundred and twenty sessions from 2024 on, and the replay of each. */
const PAST = Array.from({ length: 120 }, (_, index) => {
  const startsAt = Date.UTC(2024, 0, 1 + index * 7, 17);
  const date = new Date(startsAt).toISOString().slice(0, 10);
  return {
    session: aSession({
      id: `p${index}`,
      number: 1_000 + index,
      title: `Past ${index}`,
      date,
      startsAt,
      endsAt: startsAt + 3_600_000,
    }),
    video: video(`videoP${String(index).padStart(3, "0")}AA`, `S${1_000 + index} | Past ${index}`, date),
  };
});

test("a past found on a later day, over several pages, brings nothing to the top of the feeds", async () => {
  feed = [toFeedEntry(S21)];
  api.trouble = { status: 500, reason: "backendError" };
  begin({ sessions: [...PAST.map(({ session }) => session), ...shipped.sessions] });
  await runCron();
  const before = (await readEntries()).slice(0, 5);
  at(START + DAY);
  api.trouble = null;
  api.playlists.set(UPLOADS, [S21, S20, ...PAST.map(({ video: past }) => past)]);
  api.asked.length = 0;
  await runCron();
  const after = await readEntries();
  expect([
    api.asked,
    after.filter(([, date]) => date > "2026-06-17"),
    (await readStatus()).counts.recordings,
  ]).toEqual([
    [`${UPLOADS} first`, "50 videos", `${UPLOADS} page50`, "50 videos", `${UPLOADS} page100`, "22 videos"],
    [],
    122,
  ]);
  expect(before.filter(([key]) => !after.some(([other]) => other === key))).toEqual([]);
});

test("a cycle asks twenty times at most, and the next goes on with the page it came to", async () => {
  const many = Array.from({ length: 620 }, (_, index) =>
    video(`videoM${String(index).padStart(3, "0")}AA`, `Many ${index}`, "2025-01-01"),
  );
  api.playlists.set(UPLOADS, many);
  await runCron();
  const first = api.asked.splice(0);
  at(START + 15 * 60_000);
  await runCron();
  expect([first.length, api.asked, (await readStatus()).counts.videos]).toEqual([
    20,
    [`${UPLOADS} page500`, "50 videos", `${UPLOADS} page550`, "50 videos", `${UPLOADS} page600`, "20 videos"],
    620,
  ]);
});

test("what is published after the first look is news on the day it is seen", async () => {
  await runCron();
  at(START + DAY);
  api.playlists.set(UPLOADS, [video("videoNews00", "News", "2026-06-17"), S21, S20, PANEL]);
  await runCron();
  expect((await readVideos())[0]).toEqual(["video/videoNews00", "2026-06-18T00:00:00Z"]);
});

test("while the feed fails the newest videos are looked at every hour; while it does not, once a day", async () => {
  await runCron();
  at(START + 300_000);
  await runCron();
  api.asked.length = 0;
  at(START + 3_600_000);
  await runCron();
  const failing = api.asked.splice(0);
  feed = [toFeedEntry(S21)];
  at(START + 7_200_000);
  await runCron();
  at(START + 10_800_000);
  await runCron();
  const well = api.asked.splice(0);
  at(START + DAY);
  await runCron();
  expect([failing, well, api.asked]).toEqual([
    [`${UPLOADS} first`, "3 videos"],
    [],
    [`${UPLOADS} first`, "3 videos"],
  ]);
});

test("what only the API showed goes when the API says it is gone; what the feed showed stays", async () => {
  feed = [toFeedEntry(S20)];
  await runCron();
  api.deleted.add(S20.id).add(S21.id);
  at(START + DAY);
  await runCron();
  const withdrawn = (await readVideos()).map(([key]) => key);
  api.deleted.clear();
  at(START + 2 * DAY);
  await runCron();
  expect([withdrawn, await readVideos()]).toEqual([
    ["video/videoS2000A", "video/videoPanel0"],
    [
      ["video/videoS2100A", "2026-06-16T09:00:00Z"],
      ["video/videoS2000A", "2026-06-09T09:00:00Z"],
      ["video/videoPanel0", "2026-05-03T09:00:00Z"],
    ],
  ]);
});

test("a video that is in no playlist any more is asked for by its id, kept while it is there, and goes when it is not", async () => {
  await runCron();
  api.playlists.set(UPLOADS, [S21, S20]).set("elsewhere", [PANEL]);
  for (const day of [1, 2]) {
    at(START + day * DAY);
    await runCron();
  }
  const kept = [api.asked.at(-1), (await readVideos()).length];
  api.deleted.add(PANEL.id);
  for (const day of [3, 4]) {
    at(START + day * DAY);
    await runCron();
  }
  expect([kept, (await readVideos()).map(([key]) => key)]).toEqual([
    ["1 videos", 3],
    ["video/videoS2100A", "video/videoS2000A"],
  ]);
});

test("without an answer of the API what only it showed is there on day 29 and gone on day 31, the feed's stays, and a return is no news", async () => {
  feed = [toFeedEntry(S20)];
  await runCron();
  api.trouble = { status: 403, reason: "accessNotConfigured" };
  at(START + 29 * DAY);
  await runCron();
  const before = (await readVideos()).length;
  at(START + 31 * DAY);
  await runCron();
  const gone = (await readVideos()).map(([key]) => key);
  api.trouble = null;
  at(START + 32 * DAY);
  await runCron();
  expect([before, gone, (await readVideos())[0]]).toEqual([
    3,
    ["video/videoS2000A"],
    ["video/videoS2100A", "2026-06-16T09:00:00Z"],
  ]);
});

test("a key that is taken away is asked with no more, and what only the API showed goes at day 30", async () => {
  await runCron();
  delete environment.YOUTUBE_API_KEY;
  await deploy();
  at(START + 31 * DAY);
  api.asked.length = 0;
  await runCron();
  expect([await readVideos(), api.asked, await readApi()]).toEqual([[], [], null]);
});

test.each([
  [{ status: 403, reason: "quotaExceeded" }, "2026-06-17T07:00:00Z", "quota of the day is used up"],
  [{ status: 400, reason: "API_KEY_INVALID" }, "2026-06-17T06:00:00Z", "YOUTUBE_API_KEY is not valid"],
  [
    { status: 403, reason: "accessNotConfigured" },
    "2026-06-17T06:00:00Z",
    "may not ask (accessNotConfigured)",
  ],
  [{ status: 429, reason: "rateLimitExceeded" }, "2026-06-17T00:15:00Z", "too often"],
  [{ status: 503, reason: "backendError" }, "2026-06-17T00:15:00Z", "status 503"],
  ["html", "2026-06-17T00:15:00Z", "no JSON"],
  ["network", "2026-06-17T00:15:00Z", "the connection failed"],
] as const)(
  "%j is waited for until %s and told in words, and the feed is not kept from its replays",
  async (trouble, until, words) => {
    feed = [toFeedEntry(S21)];
    api.trouble = trouble;
    await runCron();
    const { state, waitsUntil, lastError, unitsToday } = (await readApi())!;
    at(Date.parse(until) - 60_001);
    await runCron();
    const early = api.asked.length;
    api.trouble = null;
    at(Date.parse(until));
    await runCron();
    expect([
      state,
      waitsUntil,
      lastError?.includes(words),
      unitsToday,
      early,
      (await readVideos()).length,
    ]).toEqual(["failing", until, true, 1, 1, 3]);
    expect((await readApi())?.state).toBe("ok");
  },
);

test("a playlist that is private is told by its name, and keeps no other from being read", async () => {
  begin(named([CHANNEL_ID], ["PLexampleexampleA"]));
  api.playlists.delete(UPLOADS);
  api.playlists.set("PLexampleexampleA", [S21]);
  await runCron();
  expect([(await readVideos()).length, (await readApi())?.state, (await readApi())?.sources]).toEqual([
    1,
    "ok",
    [
      {
        identity: `channel:${CHANNEL_ID}`,
        wholeAt: null,
        lastError: "a playlist is private or does not exist",
      },
      { identity: "playlist:PLexampleexampleA", wholeAt: "2026-06-17T00:00:00Z", lastError: null },
    ],
  ]);
});

test("a page that is gone is no end: the playlist is read anew", async () => {
  api.playlists.set(UPLOADS, [S21, ...PAST.map(({ video: past }) => past)]);
  const answer = api.answer.bind(api);
  let refusals = 1;
  vi.spyOn(api, "answer").mockImplementation((request) => {
    if (!request.url.includes("page50") || refusals-- < 1) return answer(request);
    return Response.json({ error: { errors: [{ reason: "invalidPageToken" }] } }, { status: 400 });
  });
  await runCron();
  at(START + 15 * 60_000);
  await runCron();
  expect([(await readStatus()).counts.videos, api.asked.at(2)]).toEqual([121, `${UPLOADS} first`]);
});
