/** Editions over the tables, one after the other, while the object is awake: what did not change stays the same object. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { compiled } from "#data";
import { DAY, HOUR } from "../../src/programme/instant.ts";
import type { PublishedProgramme } from "../../src/programme/publication.ts";
import { openDepartments, type Departments } from "../../src/publisher/departments.ts";
import { aClub, aSession } from "../support/builders.ts";
import { aChannelFeed, type FeedEntry } from "../support/channel-feed.ts";
import { restoreData } from "../support/shared-data.ts";
import { aStorage } from "../support/sqlite.ts";

const START = aSession().startsAt;
const FIRST = START + 2 * DAY;
const aTalk = (id: string, title: string, week: number) => ({
  ...aSession({ id, title, number: week, presenters: [], papers: [] }),
  startsAt: START + week * 7 * DAY,
  endsAt: START + week * 7 * DAY + HOUR,
});
const SESSIONS = [aTalk("kites", "Kites in Wind", 0), aTalk("tides", "Reading Tides", 1)];
const KITES: FeedEntry = {
  id: "videoKITES0",
  title: "S0 | Kites in Wind",
  published: "2026-06-16T09:00:00Z",
};
const TIDES: FeedEntry = { id: "videoTIDES0", title: "S1 | Tides", published: "2026-06-23T09:00:00Z" };
const WELCOME: FeedEntry = { id: "videoOther0", title: "Welcome", published: "2026-03-01T09:00:00Z" };

/** What other files find of `#data`, which they share. */
let found: PropertyDescriptorMap = {};

beforeEach(() => {
  found = Object.getOwnPropertyDescriptors(compiled);
  setData(SESSIONS);
});
afterEach(() => {
  vi.unstubAllGlobals();
  restoreData(found);
});

function setData(sessions: readonly object[]): void {
  const push = { hooks: [], hubs: [] };
  Object.defineProperties(compiled, Object.getOwnPropertyDescriptors({ sessions, videos: [] }));
  Object.assign(compiled, { club: aClub(), push, transcripts: {}, fingerprint: "a", build: "b" });
}

async function publish(
  { intake, editions }: Departments,
  entries: FeedEntry[],
  now: number,
): Promise<PublishedProgramme> {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(aChannelFeed({ entries }))));
  await intake.refresh(() => [], null, now);
  return editions.publish(now).published;
}

function open(storage = aStorage()): Departments {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the Publisher uses nothing else of it
  const used = storage as unknown as DurableObjectStorage;
  return openDepartments(used, { PUBLIC_URL: "https://feeds.example.org" });
}

test("a replay makes its session new, and neither another one nor a video by itself", async () => {
  const departments = open();
  const before = await publish(departments, [KITES, WELCOME], FIRST);
  const after = await publish(departments, [TIDES, KITES, WELCOME], FIRST + 7 * DAY);
  expect(after.sessions.map(({ session, replay }) => [session.id, replay !== null])).toEqual([
    ["kites", true],
    ["tides", true],
  ]);
  expect([
    after.sessions.map((one, at) => one === before.sessions[at]),
    after.standAloneVideos === before.standAloneVideos,
  ]).toEqual([[true, false], true]);
});

test("a session whose file is gone stays the same too", async () => {
  const storage = aStorage();
  await publish(open(storage), [KITES], FIRST);
  setData(SESSIONS.slice(1));
  const departments = open(storage);
  const before = await publish(departments, [KITES], FIRST + HOUR);
  const after = await publish(departments, [TIDES, KITES], FIRST + 7 * DAY);
  expect(before.sessions.map(({ session }) => session.id)).toEqual(["kites", "tides"]);
  expect(after.sessions.map((one, at) => one === before.sessions[at])).toEqual([true, false]);
});

test("what was restored is looked at anew", async () => {
  const departments = open();
  const before = await publish(departments, [KITES], FIRST);
  departments.editions.forget();
  const after = await publish(departments, [KITES], FIRST + HOUR);
  expect([after, after.sessions[0] === before.sessions[0]]).toEqual([before, false]);
});
