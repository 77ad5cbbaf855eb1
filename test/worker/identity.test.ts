/** Ids and dates of entries over what people and the channel do: nothing twice, nothing lost, what is new on top. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { FeedEntry } from "../support/channel-feed.ts";
import { begin, deploy, readEntries, readText, shipped, show, takeBack } from "./deployment.ts";
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
