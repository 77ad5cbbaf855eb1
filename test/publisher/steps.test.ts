/** Editions step by step: whatever comes between two steps, what is published is what one go would have published. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { compiled } from "#data";
import { PREPARED } from "../../src/documents/addresses.ts";
import { DOCUMENTS } from "../../src/documents/table.ts";
import { HOUR, MINUTE } from "../../src/programme/instant.ts";
import { joinBody } from "../../src/http/representation.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import type { Session } from "../../src/programme/session.ts";
import { toSteps } from "../../src/publisher/cycle.ts";
import { memo } from "../../src/publisher/memo.ts";
import { Publisher } from "../../src/publisher/publisher.ts";
import { aClub, aSession } from "../support/builders.ts";
import { aChannelFeed, type FeedEntry } from "../support/channel-feed.ts";
import { refreshToEnd } from "../support/refresh.ts";
import { restoreData } from "../support/shared-data.ts";
import { aStorage, type TestStorage } from "../support/sqlite.ts";

/** More than are matched, or written, in a step. */
const MANY = 520;
const NOW = Date.UTC(2026, 5, 17);
const toVideoId = (index: number) => `video${String(index).padStart(6, "0")}`;
const SESSIONS = Array.from({ length: MANY }, (_, index) => {
  const startsAt = NOW - (MANY - index) * 24 * HOUR;
  const [id, title] = [`s${index}`, `On Topic ${index}`];
  return aSession({ id, number: index + 1, title, startsAt, endsAt: startsAt + 90 * MINUTE });
});
/** Those of all sessions but the last. */
const VIDEOS = SESSIONS.slice(0, -1).map(({ title, startsAt }, index) => ({
  id: toVideoId(index),
  title: `S${index + 1} | ${title}`,
  description: "",
  publishedAt: startsAt + 3 * HOUR,
  isShort: false,
}));
const WELCOME: FeedEntry = { id: "videoOther0", title: "Welcome", published: "2026-03-01T09:00:00+00:00" };
const REPLAY: FeedEntry = {
  id: toVideoId(MANY - 1),
  title: `S${MANY} | On Topic ${MANY - 1}`,
  published: "2026-06-16T09:00:00+00:00",
};

let storage = aStorage();
/** What other files find of `#data`, which they share. */
let found: PropertyDescriptorMap = {};

beforeEach(() => {
  found = Object.getOwnPropertyDescriptors(compiled);
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  storage = aStorage();
  memo.clear();
  const [club, push] = [aClub(), { hooks: [], hubs: [] }];
  Object.assign(compiled, { club, push, transcripts: {}, fingerprint: "a", build: "b" });
  give(SESSIONS);
  show(WELCOME);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  restoreData(found);
  memo.clear();
});

function give(sessions: readonly Session[]): void {
  Object.defineProperties(compiled, Object.getOwnPropertyDescriptors({ sessions, videos: VIDEOS }));
}

const show = (...entries: FeedEntry[]) =>
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(aChannelFeed({ entries }))));

/** An object that was put away knows its tables alone. */
function wake({ sql, transactionSync } = storage): Publisher {
  const state = { storage: { sql, transactionSync, getAlarm: () => Promise.resolve(0) } };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the Publisher uses nothing else of it
  return new Publisher(state as unknown as DurableObjectState, { PUBLIC_URL: "https://feeds.example.org" });
}

/** The steps of a refresh, but for the last so many. @returns how many there were */
async function takeSteps(publisher: Publisher, most = Infinity): Promise<number> {
  for (let taken = 1; taken <= most; taken += 1) if (!(await publisher.refresh()).isMore) return taken;
  return most;
}

/** All that is stored, apart from what was made of it. */
function dump({ database }: TestStorage = storage): unknown {
  const tables = ["session", "entry", "notice", "match", "video", "fact"];
  return tables.map((table) => database.prepare(`SELECT * FROM ${table} ORDER BY 1`).all());
}

const count = (table: string): number =>
  Number(storage.database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.["count"]);

const countWrites = (): number =>
  Number(storage.database.prepare("SELECT total_changes() AS count").get()?.["count"]);

async function read(publisher: Publisher, name = "rss"): Promise<string> {
  const answer = await publisher.read({ name, selection: WHOLE, origin: "", heldEtag: null });
  return answer.outcome === "found"
    ? new TextDecoder().decode(joinBody(answer.representation))
    : `${name} is ${answer.outcome}`;
}

/** A first start, and what it leaves. */
async function startAtOnce(): Promise<{ steps: number; stored: unknown; rss: string }> {
  const before = storage;
  storage = aStorage();
  const publisher = wake();
  const steps = await takeSteps(publisher);
  const start = { steps, stored: dump(), rss: await read(publisher) };
  storage = before;
  return start;
}

test("of a first edition: only the last says that anything changed, and what is to be prepared", async () => {
  const publisher = wake();
  const answers = [];
  do answers.push(await publisher.refresh());
  while (answers.at(-1)?.isMore === true);
  const last = { isChanged: true, isMore: false, toPrepare: PREPARED.map(({ name }) => name) };
  expect(answers.slice(0, -1)).toEqual(
    Array.from({ length: answers.length - 1 }, () => ({ isChanged: false, isMore: true, toPrepare: [] })),
  );
  expect([answers.at(-1), answers.length > 8]).toEqual([last, true]);
});

test("of a first edition: sessions are written ahead, so many a step, and all else at once in the last", async () => {
  const publisher = wake();
  const written: number[][] = [];
  do written.push(["session", "entry", "match"].map(count));
  while ((await publisher.refresh()).isMore);
  written.push(["session", "entry", "match"].map(count));
  const different = written.filter((counts, at) => String(counts) !== String(written[at - 1]));
  expect(different).toEqual([
    [0, 0, 0],
    [250, 0, 0],
    [500, 0, 0],
    [MANY, 0, 0],
    [MANY, 2 * MANY, MANY - 1],
  ]);
});

test("put away after any step of the first: the same rows and bytes as without that", async () => {
  const { steps, stored, rss } = await startAtOnce();
  for (let taken = 1; taken < steps; taken += 1) {
    storage = aStorage();
    expect(await takeSteps(wake(), taken)).toBe(taken);
    const publisher = wake();
    await refreshToEnd(publisher);
    expect([taken, dump(), await read(publisher)]).toEqual([taken, stored, rss]);
  }
});

test("a visitor between any two steps of the first has all of it at once, and the steps are at their end", async () => {
  const { steps, stored, rss } = await startAtOnce();
  for (let taken = 1; taken < steps; taken += 1) {
    storage = aStorage();
    const publisher = wake();
    await takeSteps(publisher, taken);
    expect([taken, await read(publisher), dump()]).toEqual([taken, rss, stored]);
    const before = countWrites();
    expect([(await publisher.refresh()).isMore, countWrites() - before]).toEqual([false, 0]);
  }
});

test("a session whose file goes between two steps was never published, and stays gone", async () => {
  const { steps } = await startAtOnce();
  await takeSteps(wake(), steps - 1);
  give(SESSIONS.slice(1));
  const publisher = wake();
  await refreshToEnd(publisher);
  const { programme } = await publisher.status();
  expect([programme.vanished, count("session")]).toEqual([[], MANY - 1]);
});

test("put away after any step of a later one: it goes on, though its source brings nothing new", async () => {
  const start = async () => {
    storage = aStorage();
    await refreshToEnd(wake());
    vi.setSystemTime(NOW + HOUR);
    show(REPLAY, WELCOME);
  };
  const ends: { isChanged: boolean; stored: unknown; rss: string }[] = [];
  for (const taken of [0, 1, 2, 3, 4]) {
    vi.setSystemTime(NOW);
    show(WELCOME);
    await start();
    if (taken > 0) expect(await takeSteps(wake(), taken)).toBe(taken);
    const publisher = wake();
    const { isChanged } = await refreshToEnd(publisher);
    ends.push({ isChanged, stored: dump(), rss: await read(publisher) });
  }
  expect(ends).toEqual(ends.map(() => ends[0]));
  expect(ends[0]?.rss).toContain(REPLAY.id);
});

test("a reader between the fetch and the rest finds it due, and has what is new", async () => {
  await refreshToEnd(wake());
  vi.setSystemTime(NOW + HOUR);
  show(REPLAY, WELCOME);
  const publisher = wake();
  await publisher.refresh();
  const [text, { isMore, isChanged }] = [await read(publisher), await publisher.refresh()];
  expect([text.includes(REPLAY.id), isMore, isChanged]).toEqual([true, false, true]);
});

test("an object that is awake makes the next at once, after the fetch", async () => {
  const publisher = wake();
  await refreshToEnd(publisher);
  vi.setSystemTime(NOW + HOUR);
  show(REPLAY, WELCOME);
  expect([await takeSteps(publisher), await read(publisher)]).toEqual([
    2,
    expect.stringContaining(REPLAY.id),
  ]);
});

test("a step that fails begins the edition anew", async () => {
  const { steps, stored } = await startAtOnce();
  const publisher = wake();
  await takeSteps(publisher, steps - 1);
  const fault = vi.spyOn(storage.sql, "exec").mockImplementation(() => {
    throw new Error("full");
  });
  await expect(publisher.refresh()).rejects.toThrow("full");
  fault.mockRestore();
  await refreshToEnd(publisher);
  expect(dump()).toEqual(stored);
});

test("of a cycle: all of the refresh, then documents, as long as any is left", async () => {
  const prepared: (readonly string[])[] = [];
  const changes: boolean[] = [];
  let left = 3;
  const steps = toSteps({
    refresh: () =>
      Promise.resolve({
        isChanged: left === 1,
        isMore: --left > 0,
        toPrepare: left > 0 ? [] : ["rss", "home"],
      }),
    // Of the first there is more to do.
    prepare: (names) => Promise.resolve(names.slice(prepared.push(names) - 1)),
  });
  for await (const isChanged of steps) changes.push(isChanged);
  expect([changes, prepared]).toEqual([
    [false, false, true, false, false, false],
    [["rss", "home"], ["rss", "home"], ["home"]],
  ]);
});

/** The steps of preparing the calendar, but for the last so many. @returns how many there were */
async function prepareCalendar(publisher: Publisher, most = Infinity): Promise<number> {
  for (let taken = 1; taken <= most; taken += 1)
    if ((await publisher.prepare(["calendar"])).length === 0) return taken;
  return most;
}

/** A calendar that was not prepared in steps. */
async function readAtOnce(): Promise<string> {
  storage = aStorage();
  return await read(wake(), "calendar");
}

test("a calendar is written in steps: the same bytes, and nothing is left to do afterwards", async () => {
  const atOnce = await readAtOnce();
  storage = aStorage();
  const publisher = wake();
  await refreshToEnd(publisher);
  const steps = [await prepareCalendar(publisher), await prepareCalendar(publisher)];
  const write = vi.spyOn(
    DOCUMENTS.find(({ name }) => name === "calendar")!,
    "write",
  );
  expect([steps, await read(publisher, "calendar"), write.mock.calls]).toEqual([[9, 1], atOnce, []]);
});

test("a reader between two steps of a calendar has all of it, and the steps are at their end", async () => {
  const atOnce = await readAtOnce();
  storage = aStorage();
  const publisher = wake();
  await refreshToEnd(publisher);
  await prepareCalendar(publisher, 4);
  expect([await read(publisher, "calendar"), await prepareCalendar(publisher)]).toEqual([atOnce, 1]);
});

test("an edition between two steps of a calendar begins it anew", async () => {
  const publisher = wake();
  await refreshToEnd(publisher);
  await prepareCalendar(publisher, 8);
  vi.setSystemTime(NOW + HOUR);
  show(REPLAY, WELCOME);
  await refreshToEnd(publisher);
  const isDone = (await prepareCalendar(publisher)) > 1;
  const write = vi.spyOn(
    DOCUMENTS.find(({ name }) => name === "calendar")!,
    "write",
  );
  const text = await read(publisher, "calendar");
  expect([isDone, text.includes(REPLAY.id), write.mock.calls]).toEqual([true, true, []]);
});

test("a calendar of which an object that is awake knows the last is written at once", async () => {
  const publisher = wake();
  await refreshToEnd(publisher);
  await prepareCalendar(publisher);
  vi.setSystemTime(NOW + HOUR);
  show(REPLAY, WELCOME);
  await refreshToEnd(publisher);
  expect([await prepareCalendar(publisher), (await read(publisher, "calendar")).includes(REPLAY.id)]).toEqual(
    [1, true],
  );
});

test("other documents between two steps of a calendar are prepared, and it is begun anew", async () => {
  const publisher = wake();
  await refreshToEnd(publisher);
  await prepareCalendar(publisher, 4);
  expect([await publisher.prepare(["rss"]), await prepareCalendar(publisher)]).toEqual([[], 9]);
});

/** Prepare all that everybody asks for. @returns how many were left after each step */
async function prepareAll(publisher: Publisher): Promise<number[]> {
  const counts: number[] = [];
  let { toPrepare: left } = await refreshToEnd(publisher);
  while (left.length > 0) counts.push((left = await publisher.prepare(left)).length);
  return counts;
}

test("documents are prepared together where little of them is new, of the first edition one by one", async () => {
  give(SESSIONS.slice(-20));
  Object.assign(compiled, { videos: [] });
  const publisher = wake();
  const first = await prepareAll(publisher);
  vi.setSystemTime(NOW + HOUR);
  show(REPLAY, WELCOME);
  expect([first, await prepareAll(publisher), await prepareAll(publisher)]).toEqual([
    [4, 3, 2, 1, 0],
    [2, 0],
    [],
  ]);
});

test("documents are prepared one by one where much of them is new", async () => {
  const long = Array.from({ length: 4_000 }, (_, word) => `word${word}`).join(" ");
  const abstract = { ...aSession().abstract, text: long, html: `<p>${long}</p>` };
  give(SESSIONS.slice(-60).map((session) => ({ ...session, abstract })));
  const publisher = wake();
  await prepareAll(publisher);
  give(SESSIONS.slice(-60).map((session) => ({ ...session, abstract, status: "cancelled" })));
  Object.assign(compiled, { build: "c", fingerprint: "c" });
  expect(await prepareAll(publisher)).toEqual([4, 3, 2, 1, 0]);
});

test("a document that cannot be written keeps none from being prepared", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const broken = vi.spyOn(
    DOCUMENTS.find(({ name }) => name === "rss")!,
    "write",
  );
  broken.mockImplementation(() => {
    throw new Error("broken");
  });
  const publisher = wake();
  await prepareAll(publisher);
  expect([await publisher.refresh(), await read(publisher, "atom")]).toEqual([
    { isChanged: false, isMore: false, toPrepare: ["rss"] },
    expect.stringContaining("<feed"),
  ]);
});
