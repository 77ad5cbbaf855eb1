/** Ids and dates of entries over what people and the channel do: nothing twice, nothing lost, what is new on top. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { FeedEntry } from "../support/channel-feed.ts";
import { at, begin, deploy, readEntries, readText, shipped, show, takeBack } from "./deployment.ts";
import { readStatus, runCron } from "./support.ts";

const [S20, S21] = [shipped.sessions[0]!, shipped.sessions[1]!];
const REPLAY: FeedEntry = {
  id: "videoS2100A",
  title: "S21 | Uniform Examples Revisited",
  published: "2026-06-16T09:00:00+00:00",
};

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 5, 17), toFake: ["Date"] });
  show(REPLAY);
});
afterEach(takeBack);

const readMatches = async () =>
  (await readStatus()).matches.map(({ sessionId, videoId }) => [sessionId, videoId]);
const readKeys = async () => (await readEntries()).map(([key]) => key);

describe("a session that is given another id", () => {
  test.each([
    ["takes a replay that its file names along", { replay: { videoId: "videoS2100A" } }],
    ["takes a replay that was found along", {}],
  ])("%s: one entry, at the time it had", async (_name, fields) => {
    begin({ sessions: [S20, { ...S21, ...fields }] });
    await runCron();
    const before = await readEntries();
    await deploy({ sessions: [S20, { ...S21, ...fields, id: "s21-renamed" }] });
    await runCron();
    await deploy();
    const after = await readEntries();
    expect(after.filter(([key]) => key.startsWith("video/"))).toEqual(
      before.filter(([key]) => key.startsWith("video/")),
    );
    expect(new Set(after.map(([, date]) => date)).size).toBe(after.length);
    expect([await readMatches(), (await readStatus()).programme.vanished]).toEqual([
      [["s21-renamed", "videoS2100A"]],
      ["s21"],
    ]);
  });
});

test("a vanished session keeps the replay that nobody else claims", async () => {
  await runCron();
  const before = await readKeys();
  await deploy({ sessions: [S20] });
  await runCron();
  expect([await readKeys(), await readMatches()]).toEqual([before, [["s21", "videoS2100A"]]]);
});

test("a session that is moved to a day to come after its replay is out keeps the replay", async () => {
  await runCron();
  const before = await readEntries();
  const week = 7 * 24 * 3_600_000;
  const later = { startsAt: S21.startsAt + week, endsAt: S21.endsAt + week };
  await deploy({ sessions: [S20, { ...S21, ...later, date: "2026-06-22" }] });
  await runCron();
  const entries = await readEntries();
  expect(entries).toEqual([["session/s21/notice/1", "2026-06-17T00:00:00Z"], ...before]);
  expect(await readText("/calendar.ics")).toContain(
    "URL;VALUE=URI:https://www.youtube.com/watch?v=videoS2100A",
  );
});

/** A stream that was scheduled for S21 on 3 June. */
const STREAM: FeedEntry = { ...REPLAY, published: "2026-06-03T09:00:00+00:00" };
const [EARLY, LATE]: [FeedEntry, FeedEntry] = [
  { id: "videoEarly0", title: "Welcome", published: "2026-03-01T09:00:00+00:00" },
  { id: "videoLate00", title: "Farewell", published: "2026-06-14T09:00:00+00:00" },
];
const day = (date: number, hour = 0) => Date.UTC(2026, 5, date, hour);
const off = (status: "cancelled" | "postponed") => ({ sessions: [S20, { ...S21, status }] });
const isOfVideo = (key: string) => key.startsWith("video/videoS2100A");

describe("a stream that was scheduled", () => {
  beforeEach(async () => {
    at(day(1));
    show(EARLY);
    await runCron();
  });

  test.each(["cancelled", "postponed"] as const)(
    "is nothing while its session is %s, and news as a replay when that takes place after all",
    async (status) => {
      at(day(3, 12));
      show(EARLY, STREAM);
      await runCron();
      at(day(5));
      await deploy(off(status));
      await runCron();
      const cancelled = await readText("/feed.json");
      at(day(6));
      await deploy({ sessions: [S20, S21] });
      await runCron();
      const live = await readText("/calendar.ics");
      at(day(17));
      show(LATE, EARLY, STREAM);
      await runCron();
      expect([cancelled.includes("videoS2100A"), live.includes("watch?v=videoS2100A")]).toEqual([
        false,
        true,
      ]);
      expect((await readEntries())[0]).toEqual(["video/videoS2100A", "2026-06-17T00:00:00Z"]);
    },
  );

  test.each(["cancelled", "postponed"] as const)(
    "that is listed while its session is %s stays nothing, and is news should that have taken place after all",
    async (status) => {
      await deploy(off(status));
      at(day(3, 12));
      show(EARLY, STREAM);
      await runCron();
      at(day(17));
      await runCron();
      const before = await readKeys();
      at(day(18));
      await deploy({ sessions: [S20, S21] });
      await runCron();
      expect([before.filter(isOfVideo), (await readEntries())[0]]).toEqual([
        [],
        ["video/videoS2100A", "2026-06-18T00:00:00Z"],
      ]);
    },
  );
});

test("a stream that was an entry by itself before its session was known is news as a replay, under an id of its own", async () => {
  begin({ sessions: [S20] });
  at(day(1));
  show(EARLY);
  await runCron();
  at(day(3, 12));
  show(EARLY, { ...STREAM, title: "Monday evening" });
  await runCron();
  const alone = (await readKeys()).filter(isOfVideo);
  await deploy({ sessions: [S20, S21] });
  show(EARLY, STREAM);
  await runCron();
  const live = (await readKeys()).filter(isOfVideo);
  at(day(16));
  await runCron();
  const replayed = await readEntries();
  at(day(17));
  await deploy();
  await runCron();
  expect({ alone, live, replayed: replayed.filter(([key]) => isOfVideo(key)) }).toEqual({
    alone: ["video/videoS2100A"],
    live: [],
    replayed: [["video/videoS2100A/replay", "2026-06-16T00:00:00Z"]],
  });
  expect([replayed[0]?.[0], await readEntries()]).toEqual(["video/videoS2100A/replay", replayed]);
});
test("a video that is matched later keeps the id and the date it had by itself", async () => {
  begin({ sessions: [S20] });
  show({ ...REPLAY, title: "An evening" });
  await runCron();
  const before = (await readEntries()).filter(([key]) => isOfVideo(key));
  await deploy({ sessions: [S20, { ...S21, replay: { videoId: "videoS2100A" } }] });
  await runCron();
  expect((await readEntries()).filter(([key]) => isOfVideo(key))).toEqual(before);
});
