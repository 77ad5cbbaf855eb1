/** Several channels and playlists: each asked by itself, and one programme of all. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aChannelFeed, CHANNEL_ID, type FeedEntry } from "../support/channel-feed.ts";
import { at, begin, deploy, readEntries, shipped, takeBack } from "./deployment.ts";
import { get, readFeeds, readStatus, runCron, standInFor, xml } from "./support.ts";

const SECOND = "UCsecondsecondsecondseco";
const PLAYLIST = "PLexampleexampleA";
const { club } = shipped;
const named = (channels: string[], playlists: string[]) => ({
  club: { ...club, youtube: { ...club.youtube, channels, playlists } },
});

const entry = (id: string, title: string, published: string, more: Partial<FeedEntry> = {}): FeedEntry => ({
  id,
  title,
  published: `${published}T09:00:00+00:00`,
  ...more,
});
const S20 = entry("videoS2000A", "S20 | Entropy of Examples", "2026-06-09");
const S21 = entry("videoS2100A", "S21 | Uniform Examples Revisited", "2026-06-16");
const PANEL = entry("videoPanel0", "A panel", "2026-05-03");

/** What each address shows from now on; one that is not here answers 404. Tells who was asked. */
function show(feeds: Record<string, FeedEntry[]>): string[] {
  const asked: string[] = [];
  standInFor(({ url }) => {
    const id = new URL(url).search.replace(/.*=/, "");
    asked.push(id);
    const entries = feeds[id];
    if (entries === undefined) return new Response("", { status: 404 });
    const whose = id.startsWith("PL") ? { playlistId: id } : { channelId: id };
    return xml(aChannelFeed({ ...whose, entries }));
  });
  return asked;
}

const readStates = async () =>
  (await readStatus()).sources.map(({ identity, state, consecutiveFailures }) => [
    identity,
    state,
    consecutiveFailures,
  ]);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 5, 17), toFake: ["Date"] });
});
afterEach(takeBack);

test("each source is asked under its own address, and one that fails keeps none from being published", async () => {
  begin(named([CHANNEL_ID, SECOND], [PLAYLIST]));
  const asked = show({ [CHANNEL_ID]: [S20], [PLAYLIST]: [S21] });
  await runCron();
  expect([asked, await readStates(), (await readEntries()).map(([key]) => key).slice(0, 2)]).toEqual([
    [CHANNEL_ID, SECOND, PLAYLIST],
    [
      [`channel:${CHANNEL_ID}`, "ok", 0],
      [`channel:${SECOND}`, "failing", 1],
      [`playlist:${PLAYLIST}`, "ok", 0],
    ],
    ["video/videoS2100A", "video/videoS2000A"],
  ]);
});

test("one that does not answer delays none: all are asked at once", async () => {
  begin(named([CHANNEL_ID], [PLAYLIST]));
  const asked: string[] = [];
  const { promise: late, resolve: answer } = Promise.withResolvers<void>();
  standInFor(async ({ url }) => {
    asked.push(url.replace(/.*=/, ""));
    if (asked.length === 2) answer();
    await late;
    return new Response("", { status: 404 });
  });
  await runCron();
  expect(asked).toEqual([CHANNEL_ID, PLAYLIST]);
});

test("a source that fails for more than a day is trouble, by its name, though the others are well", async () => {
  begin(named([CHANNEL_ID, SECOND], []));
  show({ [CHANNEL_ID]: [S20] });
  await runCron();
  at(Date.UTC(2026, 5, 18, 1));
  await runCron();
  expect(await (await get("/healthz")).text()).toBe(
    `source: no fetch of the feed of channel:${SECOND} was accepted since 2026-06-17T00:00:00Z; the last error: status 404, expected 200\n`,
  );
});

test("a video in several sources is one, whichever of them changes or fails", async () => {
  begin(named([CHANNEL_ID], [PLAYLIST]));
  show({ [CHANNEL_ID]: [S21], [PLAYLIST]: [S21] });
  await runCron();
  const before = await readFeeds();
  for (const feeds of [{ [CHANNEL_ID]: [S21] }, { [PLAYLIST]: [S21] }, { [PLAYLIST]: [S20] }]) {
    show({ ...feeds, ...(feeds[CHANNEL_ID] === undefined && { [CHANNEL_ID]: [S21] }) });
    await runCron();
  }
  const keys = (await readEntries()).map(([key]) => key).filter((key) => key.startsWith("video/"));
  expect([before.length, keys]).toEqual([4, ["video/videoS2000A", "video/videoS2100A"]]);
});

test("a source that is named later brings its past with the dates of the past", async () => {
  begin(named([CHANNEL_ID], []));
  show({ [CHANNEL_ID]: [S21] });
  await runCron();
  at(Date.UTC(2026, 5, 20));
  await deploy(named([CHANNEL_ID], [PLAYLIST]));
  show({ [CHANNEL_ID]: [S21], [PLAYLIST]: [S20, PANEL] });
  await runCron();
  expect((await readEntries()).filter(([key]) => key.startsWith("video/"))).toEqual([
    ["video/videoS2100A", "2026-06-16T09:00:00Z"],
    ["video/videoS2000A", "2026-06-09T09:00:00Z"],
    ["video/videoPanel0", "2026-05-03T09:00:00Z"],
  ]);
});

const FOREIGN = { channelId: "UCforeignforeignforeignA" };

test("a playlist's videos of other channels are replays, and never entries by themselves", async () => {
  begin(named([CHANNEL_ID], [PLAYLIST]));
  show({
    [CHANNEL_ID]: [entry("videoOwn000", "Welcome", "2026-05-02")],
    [PLAYLIST]: [
      { ...S21, ...FOREIGN },
      { ...PANEL, ...FOREIGN },
      entry("videoOurs00", "A talk", "2026-05-04"),
    ],
  });
  await runCron();
  expect((await readEntries()).map(([key]) => key).filter((key) => key.startsWith("video/"))).toEqual([
    "video/videoS2100A",
    "video/videoOurs00",
    "video/videoOwn000",
  ]);
});

test("a video of another channel that the club's own shows stands alone, playlist or not", async () => {
  begin(named([CHANNEL_ID], [PLAYLIST]));
  const together = { ...PANEL, ...FOREIGN };
  show({ [PLAYLIST]: [together] });
  await runCron();
  const before = (await readEntries()).length;
  show({ [PLAYLIST]: [together], [CHANNEL_ID]: [together] });
  await runCron();
  show({ [PLAYLIST]: [{ ...together, title: "A panel, again" }], [CHANNEL_ID]: [together] });
  await runCron();
  expect((await readEntries()).length - before).toBe(1);
});

test("where a playlist is all there is, its videos stand alone", async () => {
  begin(named([], [PLAYLIST]));
  show({ [PLAYLIST]: [{ ...PANEL, ...FOREIGN }] });
  await runCron();
  expect((await readEntries()).at(-1)?.[0]).toBe("session/s20");
  expect((await readEntries()).map(([key]) => key)).toContain("video/videoPanel0");
});
