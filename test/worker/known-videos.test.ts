/** The file of known videos, through the real Publisher: a past that no feed shows. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { KnownVideo } from "../../src/programme/known-videos.ts";
import { CHANNEL_ID } from "../support/channel-feed.ts";
import { at, begin, deploy, readEntries, readText, shipped, show, takeBack } from "./deployment.ts";
import { readStatus, runCron, standIn } from "./support.ts";

const START = Date.UTC(2026, 5, 17);
const DAY = 86_400_000;
const known = (id: string, title: string, day?: string): KnownVideo => ({
  id,
  title,
  description: "",
  isShort: false,
  ...(day !== undefined && { publishedAt: Date.parse(`${day}T09:00:00Z`) }),
});
const S20 = known("videoS2000A", "S20 | Entropy of Examples", "2026-06-09");
const S21 = known("videoS2100A", "S21 | Uniform Examples Revisited");
const ALONE = known("videoAlone0", "An introduction");
const club = { ...shipped.club, youtube: { ...shipped.club.youtube, channels: [CHANNEL_ID] } };

const readVideos = async () => (await readEntries()).filter(([key]) => key.startsWith("video/"));

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ["Date"] });
  standIn(() => new Response("", { status: 404 }));
  begin({ club });
});
afterEach(takeBack);

test("replays are found that no feed ever showed, in the past; one without a date is no entry by itself", async () => {
  begin({ videos: [S20, S21, ALONE] });
  await runCron();
  expect([await readVideos(), (await readStatus()).counts.recordings]).toEqual([
    [
      ["video/videoS2100A", "2026-06-15T18:30:00Z"],
      ["video/videoS2000A", "2026-06-09T09:00:00Z"],
    ],
    2,
  ]);
});

test("a file that comes on a later day brings nothing to the top, dated or not", async () => {
  await runCron();
  at(START + 30 * DAY);
  await deploy({ videos: [S20, S21, known("videoPanel0", "A panel", "2026-05-03")] });
  await runCron();
  expect(await readVideos()).toEqual([
    ["video/videoS2100A", "2026-06-15T18:30:00Z"],
    ["video/videoS2000A", "2026-06-09T09:00:00Z"],
    ["video/videoPanel0", "2026-05-03T09:00:00Z"],
  ]);
});

test("what the feed says of a video counts more than the file, and makes no news of it", async () => {
  begin({ videos: [S20, known("videoPanel0", "A pannel", "2026-05-03")] });
  await runCron();
  at(START + DAY);
  show({ id: "videoPanel0", title: "A panel", published: "2026-05-02T09:00:00+00:00" });
  await runCron();
  expect([(await readVideos()).at(-1), (await readText("/rss.xml")).includes("A pannel")]).toEqual([
    ["video/videoPanel0", "2026-05-03T09:00:00Z"],
    false,
  ]);
});

test("a video that is taken out of the file goes, and nobody is told of anything", async () => {
  begin({ videos: [S20, S21] });
  await runCron();
  const before = (await readEntries()).length;
  at(START + DAY);
  await deploy({ videos: [S21] });
  await runCron();
  const after = await readEntries();
  expect([before - after.length, after.filter(([key]) => key.includes("notice"))]).toEqual([1, []]);
});
