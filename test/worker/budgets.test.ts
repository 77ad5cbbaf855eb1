/**
 * What a poll and a refresh may cost at most, as exact counts: rows that are written, documents that are rendered. Times are
 * the benchmark's alone (test/bench).
 */
import { runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PREPARED } from "../../src/documents/addresses.ts";
import { DOCUMENTS } from "../../src/documents/table.ts";
import { memo } from "../../src/publisher/memo.ts";
import { findPublisher } from "../../src/publisher/read-representation.ts";
import { aSession } from "../support/builders.ts";
import { aChannelFeed, type FeedEntry } from "../support/channel-feed.ts";
import { at, begin, takeBack } from "./deployment.ts";
import { environment, get, ring, runCron, standIn, xml } from "./support.ts";

const DAY = 86_400_000;
/** To come, so that no alarm rings by itself. */
const TODAY = Date.UTC(2027, 5, 17);
/**
 * The video, its match, the session, its entry, and what is known of the programme; five documents, each a row and the one
 * piece that changed, and of the three feeds the one that the oldest entry drops out of; errands of the hub, the edition it
 * has told. Rows of an index count once more.
 */
const ROWS_OF_ONE_REPLAY = 35;

const toId = (number: number) => `videoS${String(number).padStart(4, "0")}A`;

/** One a day until yesterday; each has a replay that the channel shows. */
function toClub(size: number) {
  const sessions = Array.from({ length: size }, (_, index) => {
    const startsAt = TODAY - (size - index) * DAY;
    const date = new Date(startsAt).toISOString().slice(0, 10);
    const [id, number, title] = [`s${index}`, index, `Example ${index}`];
    return aSession({ id, number, title, date, startsAt, endsAt: startsAt + DAY / 12 });
  });
  const entries = sessions.map(({ number = 0, title, startsAt }): FeedEntry => {
    const published = `${new Date(startsAt + DAY / 2).toISOString().slice(0, 19)}+00:00`;
    return { id: toId(number), title: `S${number} | ${title}`, published };
  });
  return { sessions, entries };
}

/** What is written and rendered meanwhile; an alarm that is set is written, too. */
async function count(
  run: () => Promise<unknown>,
): Promise<{ rows: number; alarms: number; rendered: string[] }> {
  const cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = [];
  const [watch, setAlarm] = await runInDurableObject(
    findPublisher(environment),
    (_publisher, { storage }) => {
      const { sql } = storage;
      const exec = sql.exec.bind(sql);
      const spy = vi.spyOn(sql, "exec").mockImplementation((query: string, ...bindings: unknown[]) => {
        const cursor = exec(query, ...bindings);
        cursors.push(cursor);
        return cursor;
      });
      return [spy, vi.spyOn(storage, "setAlarm")] as const;
    },
  );
  const writers = DOCUMENTS.map(({ name }, index) => ({ name, spy: vi.spyOn(DOCUMENTS[index]!, "write") }));
  await run();
  const alarms = setAlarm.mock.calls.length;
  for (const spy of [watch, setAlarm]) spy.mockRestore();
  const rendered = writers.flatMap(({ name, spy }) => spy.mock.calls.map(() => name));
  for (const { spy } of writers) spy.mockRestore();
  return { rows: cursors.reduce((sum, { rowsWritten }) => sum + rowsWritten, 0), alarms, rendered };
}

let shown: FeedEntry[] = [];

/** The clock of the day, and a channel that shows what is shown. */
function beginDay(): void {
  vi.useFakeTimers({ now: TODAY, toFake: ["Date"] });
  standIn(() => xml(aChannelFeed({ entries: shown })));
}
beforeEach(beginDay);
afterEach(takeBack);

/** A service that has everything but the replays that are news. */
async function start(size: number): Promise<FeedEntry[]> {
  const { sessions, entries } = toClub(size);
  begin({ sessions });
  shown = entries.slice(0, -1);
  await runCron();
  // What alarms do after the first start, the index of the search and what is sent; and how push is set up is noted once.
  while (await findPublisher(environment).writeIndex());
  await ring();
  await runCron();
  return entries;
}

describe("a poll", () => {
  test("of any document renders nothing and writes nothing, asked for whole, changed since, by its head or compressed", async () => {
    await start(5);
    const paths = DOCUMENTS.map(({ pattern }) =>
      pattern.replace(":session", "s1").replace(":year", "2027"),
    ).filter((path) => !path.endsWith(".vtt"));
    const tags = new Map<string, string>();
    for (const path of paths) tags.set(path, (await get(path)).headers.get("etag") ?? "");
    const answers: number[] = [];
    const { rows, alarms, rendered } = await count(async () => {
      for (const path of paths) {
        const held = { "if-none-match": tags.get(path) ?? "" };
        const coded = { "accept-encoding": "gzip" };
        for (const init of [{}, { headers: held }, { method: "HEAD" }, { headers: coded }]) {
          answers.push((await get(path, init)).status);
          // Another isolate, which asks the Publisher.
          memo.clear();
          answers.push((await get(path, init)).status);
        }
      }
    });
    const found = [...new Set(answers)].toSorted((a, b) => a - b);
    expect([rows, alarms, rendered, found]).toEqual([0, 0, [], [200, 304, 400]]);
  });
});

describe("a refresh", () => {
  test.each([10, 40])(
    "of %i sessions that brings nothing new writes nothing, and renders nothing",
    async (size) => {
      await start(size);
      at(TODAY + DAY / 24);
      expect(await count(runCron)).toEqual({ rows: 0, alarms: 0, rendered: [] });
    },
  );

  test("with one replay renders each prepared document once, and writes as much for any number of sessions", async () => {
    const costs = [];
    // In both, feeds are full.
    for (const size of [30, 60]) {
      const entries = await start(size);
      at(TODAY + DAY / 24);
      shown = entries;
      costs.push(await count(runCron));
      await takeBack();
      beginDay();
    }
    const [small, large] = costs;
    expect(large).toEqual(small);
    expect(small!.rendered.toSorted()).toEqual(PREPARED.map(({ name }) => name).toSorted());
    expect([small!.rows, small!.alarms]).toEqual([ROWS_OF_ONE_REPLAY, 0]);
  });
});
