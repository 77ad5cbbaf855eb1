/** What a cycle costs an object that has slept: writes and looks are counted, times are the benchmark's. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { compiled } from "#data";
import { MINUTE } from "../../src/programme/instant.ts";
import { memo } from "../../src/publisher/memo.ts";
import { Publisher } from "../../src/publisher/publisher.ts";
import { aClub, aSession } from "../support/builders.ts";
import { aChannelFeed, type FeedEntry } from "../support/channel-feed.ts";
import { aStorage } from "../support/sqlite.ts";

const MANY = 200;
const NOW = Date.UTC(2026, 5, 17);
const SESSIONS = Array.from({ length: MANY }, (_, index) => {
  const startsAt = NOW - (MANY - index) * 7 * 24 * 60 * MINUTE;
  const endsAt = startsAt + 90 * MINUTE;
  const replay = { videoId: `replay${String(index).padStart(5, "0")}` };
  const title = `On Topic ${index}`;
  const session = aSession({ id: `s${index}`, number: index + 1, title, startsAt, endsAt });
  return index < MANY - 1 ? { ...session, replay } : session;
});
const WELCOME: FeedEntry = { id: "videoOther0", title: "Welcome", published: "2026-03-01T09:00:00+00:00" };
const REPLAY: FeedEntry = {
  id: "videoS2000A",
  title: `S${MANY} | On Topic ${MANY - 1}`,
  published: "2026-06-16T09:00:00+00:00",
};

let storage = aStorage();
let asked: string[] = [];
/** What other files find of `#data`, which they share. */
let found: PropertyDescriptorMap = {};

beforeEach(async () => {
  found = Object.getOwnPropertyDescriptors(compiled);
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  vi.spyOn(console, "warn").mockImplementation(() => {});
  storage = aStorage();
  memo.clear();
  Object.assign(compiled, {
    club: aClub(),
    push: { hooks: [], hubs: [] },
    transcripts: {},
    fingerprint: "a",
    build: "b",
  });
  for (const [name, value] of Object.entries({ sessions: SESSIONS, videos: [] }))
    Object.defineProperty(compiled, name, { configurable: true, get: () => (asked.push(name), value) });
  show(WELCOME);
  await wake().refresh();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  for (const name of Reflect.ownKeys(compiled)) Reflect.deleteProperty(compiled, name);
  Object.defineProperties(compiled, found);
  memo.clear();
});

const show = (...entries: FeedEntry[]) =>
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(aChannelFeed({ entries }))));

/** An object that has slept knows its tables alone. */
function wake(variables: Record<string, string> = {}): Publisher {
  const { sql, transactionSync } = storage;
  const state = { storage: { sql, transactionSync, getAlarm: () => Promise.resolve(0) } };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the Publisher uses nothing else of it
  return new Publisher(state as unknown as DurableObjectState, {
    PUBLIC_URL: "https://feeds.example.org",
    ...variables,
  });
}

/** What a cycle does, so many minutes after the first. */
async function cycle(minutes: number, variables: Record<string, string> = {}) {
  vi.setSystemTime(NOW + minutes * MINUTE);
  const publisher = wake(variables);
  asked = [];
  const before = countWrites();
  const { isChanged } = await publisher.refresh();
  return { isChanged, asked, writes: countWrites() - before };
}

const countWrites = (): number =>
  Number(storage.database.prepare("SELECT total_changes() AS count").get()?.["count"]);

test("of one that brings nothing new: how the source fares is written, and no session looked at", async () => {
  expect(await cycle(60)).toEqual({ isChanged: false, asked: [], writes: 1 });
});

test("of one before its time: nothing", async () => {
  vi.setSystemTime(NOW);
  expect(await cycle(5)).toEqual({ isChanged: false, asked: [], writes: 0 });
});

test("of one that brings a replay: what is new, and nothing of the other sessions", async () => {
  show(REPLAY, WELCOME);
  const { isChanged, writes } = await cycle(60);
  // Health, video, the session's record, the replay's entry, the match, and three facts: what is published, its edition, and which
  // edition subscribers are told of.
  expect([isChanged, writes]).toEqual([true, 8]);
});

test("with hooks: no session is looked at either, but where one has become known or is another", async () => {
  const hook = { name: "chat", kind: "slack", posts: [], before: [60] } as const;
  const known = { HOOK_CHAT: "https://chat.example/1" };
  const looks: string[][] = [];
  const indexing = wake();
  while (await indexing.writeIndex());
  for (const [minutes, variables] of [
    [60, {}],
    [120, known],
    [180, known],
  ] as const) {
    Object.assign(compiled, { push: { hooks: [hook], hubs: [] } });
    looks.push((await cycle(minutes, variables)).asked);
  }
  expect(looks.map((names) => names.includes("sessions"))).toEqual([false, true, false]);
});
