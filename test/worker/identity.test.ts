/** Ids and dates of entries over what people and the channel do: nothing twice, nothing lost, what is new on top. */
import { runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { WHOLE } from "../../src/programme/selection.ts";
import { Publisher } from "../../src/publisher/publisher.ts";
import { findPublisher } from "../../src/publisher/read-representation.ts";
import type { FeedEntry } from "../support/channel-feed.ts";
import { at, begin, deploy, readEntries, readText, shipped, show, takeBack } from "./deployment.ts";
import { environment, ORIGIN, readStatus, runCron } from "./support.ts";

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

test("a stream that was an entry by itself stays one while the session it turns out to be of is off", async () => {
  begin({ sessions: [S20] });
  at(day(3, 12));
  show(EARLY, { ...STREAM, title: "Monday evening" });
  await runCron();
  const alone = (await readEntries()).filter(([key]) => isOfVideo(key));
  await deploy(off("cancelled"));
  show(EARLY, STREAM);
  await runCron();
  expect((await readEntries()).filter(([key]) => isOfVideo(key))).toEqual(alone);
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

const anEvening = (id: string, published: string): FeedEntry => ({
  id,
  title: `Evening ${id}`,
  published,
});

describe("a video that appears after the first fill", () => {
  /** From 1 to 15 May. */
  const FULL = Array.from({ length: 15 }, (_, index) => {
    const date = String(index + 1).padStart(2, "0");
    return anEvening(`videoMay${date}A`, `2026-05-${date}T09:00:00+00:00`);
  });
  const OLDER = anEvening("videoApril0", "2026-04-20T09:00:00+00:00");
  const BETWEEN = anEvening("videoMidMay", "2026-05-07T15:00:00+00:00");

  test.each<[string, FeedEntry[], FeedEntry, string]>([
    [
      "is news though it was created before, when that showed everything",
      FULL.slice(1),
      OLDER,
      "2026-06-20T00:00:00Z",
    ],
    [
      "is news though it was created before, among what a full one showed",
      FULL,
      BETWEEN,
      "2026-06-20T00:00:00Z",
    ],
    ["is old where it comes from beyond a full one", FULL, OLDER, "2026-04-20T09:00:00Z"],
  ])("%s", async (_name, first, late, date) => {
    begin({ sessions: [] });
    show(...first);
    await runCron();
    at(day(20));
    show(...first.slice(1), late);
    await runCron();
    const entries = await readEntries();
    expect(entries.find(([key]) => key === `video/${late.id}`)).toEqual([`video/${late.id}`, date]);
    expect(entries.length).toBe(first.length + 1);
  });

  test("is news when it is no Short any more, and was none that readers could see", async () => {
    begin({ sessions: [] });
    show({ ...BETWEEN, isShort: true }, OLDER);
    await runCron();
    at(day(20));
    show(BETWEEN, OLDER);
    await runCron();
    expect(await readEntries()).toEqual([
      ["video/videoMidMay", "2026-06-20T00:00:00Z"],
      ["video/videoApril0", "2026-04-20T09:00:00Z"],
    ]);
  });
});

test("a past of 57 sessions that is imported leaves the newest entries as they are", async () => {
  await runCron();
  const before = await readEntries();
  const week = 7 * 24 * 3_600_000;
  const past = Array.from({ length: 57 }, (_, index) => ({
    ...S20,
    id: `past-${index}`,
    number: 100 + index,
    title: `Past ${index}`,
    startsAt: S20.startsAt - (index + 30) * week,
    endsAt: S20.endsAt - (index + 30) * week,
    replay: { videoId: `videoPast${String(index).padStart(2, "0")}` },
  }));
  for (const session of past) Reflect.deleteProperty(session, "announcedAt");
  await deploy({ sessions: [S20, S21, ...past] });
  await runCron();
  const entries = await readEntries();
  expect([entries.slice(0, before.length), entries.length]).toEqual([before, 50]);
});

/** Last-Modified of the RSS feed, as a Publisher of this address gives it. */
const readLastModified = (publicUrl: string) =>
  runInDurableObject(findPublisher(environment), async (_publisher, state) => {
    const publisher = new Publisher(state, { ...environment, PUBLIC_URL: publicUrl });
    const answer = await publisher.read({ name: "rss", selection: WHOLE, origin: ORIGIN, heldEtag: null });
    return answer.outcome === "found" ? new Date(answer.representation.lastModified).toISOString() : "";
  });

test("another public address changes every document, and says so in Last-Modified, once", async () => {
  await runCron();
  const before = await readLastModified(ORIGIN);
  at(day(20));
  const moved = await readLastModified("https://other.example.org");
  at(day(21));
  const again = await readLastModified("https://other.example.org");
  expect([before, moved, again]).toEqual([
    "2026-06-16T09:00:00.000Z",
    "2026-06-20T00:00:00.000Z",
    "2026-06-20T00:00:00.000Z",
  ]);
});
