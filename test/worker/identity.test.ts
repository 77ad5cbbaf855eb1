/** Ids and dates of entries over what people and the channel do: nothing twice, nothing lost, what is new on top. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { FeedEntry } from "../support/channel-feed.ts";
import { begin, deploy, readEntries, shipped, show, takeBack } from "./deployment.ts";
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
