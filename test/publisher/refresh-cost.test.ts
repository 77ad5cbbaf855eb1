/** What a cycle costs an object that has slept: writes and looks are counted, times are the benchmark's. */
import { syncBuiltinESMExports } from "node:module";
import zlib from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { compiled } from "#data";
import { findDocument, PREPARED } from "../../src/documents/addresses.ts";
import { MINUTE } from "../../src/programme/instant.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import { memo } from "../../src/publisher/memo.ts";
import { Publisher } from "../../src/publisher/publisher.ts";
import { aClub, aSession } from "../support/builders.ts";
import { aChannelFeed, CHANNEL_ID, type FeedEntry } from "../support/channel-feed.ts";
import { API_KEY, API_ORIGIN, DataApiStandIn } from "../support/data-api.ts";
import { refreshToEnd } from "../support/refresh.ts";
import { restoreData } from "../support/shared-data.ts";
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
/** Of the channel. */
let requests = 0;
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
  await refreshToEnd(wake());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  restoreData(found);
  memo.clear();
});

const show = (...entries: FeedEntry[]) =>
  vi.stubGlobal("fetch", () => {
    requests += 1;
    return Promise.resolve(new Response(aChannelFeed({ entries })));
  });

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

/** What a cycle does, so many minutes after the first. An alarm that is set is one write, and would throw here. */
async function cycle(minutes: number, variables: Record<string, string> = {}) {
  vi.setSystemTime(NOW + minutes * MINUTE);
  const publisher = wake(variables);
  asked = [];
  const before = countWrites();
  const { isChanged } = await refreshToEnd(publisher);
  return { isChanged, asked, writes: countWrites() - before };
}

const countWrites = (): number =>
  Number(storage.database.prepare("SELECT total_changes() AS count").get()?.["count"]);

test("of one that brings nothing new: nothing is written, and no session looked at", async () => {
  expect(await cycle(60)).toEqual({ isChanged: false, asked: [], writes: 0 });
});

test("of crons that bring nothing new: the source is asked every hour, and how it fares written every third", async () => {
  const asks: number[] = [];
  const writes: number[] = [];
  for (let minutes = 15; minutes <= 480; minutes += 15) {
    const before = requests;
    if ((await cycle(minutes)).writes > 0) writes.push(minutes);
    if (requests > before) asks.push(minutes);
  }
  expect([asks, writes]).toEqual([
    [60, 120, 180, 240, 300, 360, 420, 480],
    [180, 360],
  ]);
});

test("of one that fails, and of one that is well again: how the source fares", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 404 })));
  const failed = [await cycle(60), await cycle(180)];
  show(WELCOME);
  const well = [await cycle(480), await cycle(540)];
  expect([...failed, ...well].map(({ writes }) => writes)).toEqual([1, 1, 1, 0]);
});

test("what is to be written: each document once, what changed, and what could not be", async () => {
  const toPrepare = async (minutes: number) => {
    vi.setSystemTime(NOW + minutes * MINUTE);
    const publisher = wake();
    const { toPrepare: names } = await refreshToEnd(publisher);
    for (let left = names; left.length > 0;) left = await publisher.prepare(left);
    return names;
  };
  const all = PREPARED.map(({ name }) => name);
  vi.spyOn(console, "error").mockImplementation(() => {});
  const broken = vi.spyOn(findDocument("atom")!, "write").mockImplementation(() => {
    throw new Error("broken");
  });
  const first = [await toPrepare(15), await toPrepare(30)];
  broken.mockRestore();
  // Somebody asks, and has it.
  await wake().read({ name: "atom", selection: WHOLE, origin: "", heldEtag: null });
  const then = [await toPrepare(45), await toPrepare(60)];
  show(REPLAY, WELCOME);
  expect([...first, ...then, await toPrepare(120)]).toEqual([all, ["atom"], ["atom"], [], all]);
});

test("of one before its time: nothing", async () => {
  vi.setSystemTime(NOW);
  expect(await cycle(5)).toEqual({ isChanged: false, asked: [], writes: 0 });
});

test("of one that brings a replay: what is new, and nothing of the other sessions", async () => {
  show(REPLAY, WELCOME);
  const { isChanged, writes } = await cycle(60);
  // Video, the session's record, the replay's entry, the match, and three facts: what is published, its edition, and which
  // edition subscribers are told of.
  expect([isChanged, writes]).toEqual([true, 7]);
});

test("of one that brings a replay: the index of searches has nothing to do with it", async () => {
  const indexing = wake();
  while (await indexing.writeIndex());
  show(REPLAY, WELCOME);
  await cycle(60);
  const [publisher, before] = [wake(), countWrites()];
  asked = [];
  expect([await publisher.writeIndex(), countWrites() - before, asked]).toEqual([false, 0, []]);
});

test("with hooks: no session is looked at either, but where one has become known or is another", async () => {
  const hook = { name: "chat", kind: "slack", posts: [], before: [60] } as const;
  const known = { HOOK_CHAT: "https://chat.example/1" };
  const cycles: { asked: string[]; writes: number }[] = [];
  const indexing = wake();
  while (await indexing.writeIndex());
  for (const [minutes, variables] of [
    [15, {}],
    [60, known],
    [120, known],
  ] as const) {
    Object.assign(compiled, { push: { hooks: [hook], hubs: [] } });
    cycles.push(await cycle(minutes, variables));
  }
  expect(cycles.map(({ asked: names }) => names.includes("sessions"))).toEqual([false, true, false]);
  expect(cycles.at(-1)?.writes).toBe(0);
});

test("with a key of the Data API: nothing is written either, between its readings of a day", async () => {
  const api = new DataApiStandIn();
  api.playlists.set(`UU${CHANNEL_ID.slice(2)}`, [
    { id: WELCOME.id, title: "Welcome", publishedAt: WELCOME.published.replace("+00:00", "Z") },
  ]);
  vi.stubGlobal("fetch", (input: RequestInfo, init?: RequestInit) => {
    const request = new Request(input, init);
    return request.url.startsWith(API_ORIGIN)
      ? api.answer(request)
      : Promise.resolve(new Response(aChannelFeed({ entries: [WELCOME] })));
  });
  const known = { YOUTUBE_API_KEY: API_KEY };
  const writes = [await cycle(60, known), await cycle(120, known)].map((cost) => cost.writes > 0);
  expect([writes, api.asked.length > 0]).toEqual([[true, false], true]);
});

/** The years of the calendar's pieces that are encoded and that are compressed meanwhile. */
async function watchPieces(run: () => Promise<unknown>) {
  const encode = vi.spyOn(TextEncoder.prototype, "encode");
  const compress = vi.spyOn(zlib, "deflateRawSync");
  syncBuiltinESMExports();
  await run();
  const texts = {
    encoded: encode.mock.calls.map(([text = ""]) => text),
    compressed: compress.mock.calls.map(([bytes]) => String(bytes instanceof Uint8Array && decode(bytes))),
  };
  for (const spy of [encode, compress]) spy.mockRestore();
  syncBuiltinESMExports();
  return { encoded: toYears(texts.encoded), compressed: toYears(texts.compressed) };
}
const prepareToEnd = async (publisher: Publisher, name: string) => {
  while ((await publisher.prepare([name])).length > 0);
};
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const toYears = (texts: string[]) =>
  texts
    .filter((text) => text.startsWith("BEGIN:V"))
    .map((text) => /^BEGIN:VEVENT[^]*^DTSTART\S*:(\d{4})/m.exec(text)?.[1] ?? "");

test("of the calendar one year is made for one replay, and after a deployment what differs is compressed, and what stands behind that", async () => {
  const publisher = wake();
  await refreshToEnd(publisher);
  const first = await watchPieces(() => prepareToEnd(publisher, "calendar"));
  const look = async (minutes: number, of: Publisher) => {
    vi.setSystemTime(NOW + minutes * MINUTE);
    await refreshToEnd(of);
    return await watchPieces(() => prepareToEnd(of, "calendar"));
  };
  show(WELCOME, REPLAY);
  const awake = await look(60, publisher);
  // A deployment: everything is written again, and most of it comes out as it was.
  Object.assign(compiled, { build: "c", club: { ...aClub(), description: "Another description" } });
  const deployed = await look(120, wake());
  const all = ["2022", "2023", "2024", "2025", "2026"];
  expect([first, awake, deployed]).toEqual([
    { encoded: all, compressed: all },
    { encoded: ["2026"], compressed: ["2026"] },
    { encoded: all, compressed: ["2022", "2023"] },
  ]);
});
