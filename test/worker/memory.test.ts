/**
 * What the Publisher remembers. Every test restarts it as a deployment does, under another build name: kept bytes are then
 * out of date, and everything is made again from the tables.
 */
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { findDocument, PREPARED } from "../../src/documents/addresses.ts";
import { joinBody } from "../../src/http/representation.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import { app } from "../../src/routes/app.ts";
import { refreshProgramme } from "../../src/publisher/cron.ts";
import { memo } from "../../src/publisher/memo.ts";
import { Publisher } from "../../src/publisher/publisher.ts";
import { findPublisher } from "../../src/publisher/read-representation.ts";
import { aSession } from "../support/builders.ts";
import type { FeedEntry } from "../support/channel-feed.ts";
import { at, deploy, readEntries, readText, shipped, show, takeBack } from "./deployment.ts";
import { environment, get, readFeeds, readStatus, ring, runCron, standIn } from "./support.ts";

const REPLAY: FeedEntry = {
  id: "videoS2100A",
  title: "S21 | Uniform Examples Revisited",
  published: "2026-06-16T09:00:00+00:00",
};
const readEvents = async () =>
  [...(await readText("/calendar.ics")).matchAll(/UID:(\S+)[\s\S]*?SEQUENCE:(\d+)/g)].map(
    ([, uid, sequence]) => [uid, sequence],
  );

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 5, 17), toFake: ["Date"] });
  show(REPLAY);
});
afterEach(takeBack);

describe("over a deployment", () => {
  test("every document that the clock does not change has the same bytes and tags", async () => {
    await runCron();
    at(Date.UTC(2026, 5, 18));
    const before = await readFeeds();
    await deploy();
    expect(await readFeeds()).toEqual(before);
  });

  test("an entry keeps the date it was first seen at, and the programme when it changed", async () => {
    show({ ...REPLAY, id: "videoOther0", title: "Welcome" });
    await runCron();
    at(Date.UTC(2026, 5, 20));
    show(
      REPLAY,
      { ...REPLAY, id: "videoOther0", title: "Welcome" },
      { ...REPLAY, id: "videoLater0", title: "Later" },
    );
    await runCron();
    const entries = await readEntries();
    const changed = (await get("/rss.xml")).headers.get("last-modified");
    at(Date.UTC(2026, 6, 1));
    await deploy();
    expect([await readEntries(), (await get("/rss.xml")).headers.get("last-modified")]).toEqual([
      entries,
      changed,
    ]);
    expect(changed).toBe("Sat, 20 Jun 2026 00:00:00 GMT");
  });

  test("a moved session keeps its sequence and its notice", async () => {
    at(Date.UTC(2026, 5, 1));
    show({ ...REPLAY, id: "videoOther0", title: "Welcome", published: "2026-03-01T09:00:00+00:00" });
    await runCron();
    const [s20, s21] = shipped.sessions;
    const moved = { ...s21!, startsAt: s21!.startsAt + 3_600_000, endsAt: s21!.endsAt + 3_600_000 };
    await deploy({ sessions: [s20!, moved] });
    const [events, entries] = [await readEvents(), await readEntries()];
    at(Date.UTC(2026, 5, 2));
    await deploy();
    expect([await readEvents(), await readEntries()]).toEqual([events, entries]);
    expect([events, entries[0]]).toEqual([
      [
        ["s20@example.org", "0"],
        ["s21@example.org", "1"],
      ],
      ["session/s21/notice/1", "2026-06-01T00:00:00Z"],
    ]);
  });

  test("a match stays, though the video is now called otherwise", async () => {
    await runCron();
    show({ ...REPLAY, title: "Something else entirely" });
    await deploy();
    await runCron();
    await deploy();
    expect((await readStatus()).matches.map(({ sessionId, videoId }) => [sessionId, videoId])).toEqual([
      ["s21", "videoS2100A"],
    ]);
  });

  test("a match that has ended does not come back", async () => {
    const described = { ...REPLAY, title: "Uniform Examples Revisited", description: "" };
    show(described);
    await runCron();
    // The host points the video at the other session, and takes the pointer away again.
    show({ ...described, description: "https://feeds.example.org/sessions/s22" });
    const s22 = aSession({ id: "s22", number: 22, title: "Another", startsAt: 1, endsAt: 2 });
    await deploy({ sessions: [...shipped.sessions, s22] });
    await runCron();
    const pointed = (await readStatus()).matches.map(({ sessionId }) => sessionId);
    show(described);
    await runCron();
    await deploy();
    const after = (await readStatus()).matches.map(({ sessionId }) => sessionId);
    expect([pointed, after]).toEqual([["s22"], ["s22"]]);
  });

  test("a session whose file is gone stays published until it is retired", async () => {
    await runCron();
    const before = await readFeeds();
    await deploy({ sessions: [shipped.sessions[1]!] });
    const [feeds, { programme }] = [await readFeeds(), await readStatus()];
    await deploy({ club: { ...shipped.club, retired: ["s20"] } });
    expect([feeds, programme.vanished, (await readEvents()).map(([uid]) => uid)]).toEqual([
      before,
      ["s20"],
      ["s21@example.org"],
    ]);
  });

  test("to another kind of source pages are made again: they say where their replays come from", async () => {
    await runCron();
    const home = { name: "home", selection: WHOLE, origin: "https://feeds.example.org", heldEtag: null };
    const read = (kind: string) =>
      runInDurableObject(findPublisher(environment), async (_publisher, state) => {
        const variables = {
          ...environment,
          CHANNEL_FEED_URL: "https://feed.example",
          CHANNEL_FEED_KIND: kind,
        };
        const answer = await new Publisher(state, variables).read(home);
        const body = answer.outcome === "found" ? joinBody(answer.representation) : new Uint8Array();
        return new TextDecoder().decode(body).includes("sample channel feed");
      });
    expect([await read("custom"), await read("sample"), await read("custom")]).toEqual([false, true, false]);
  });
});

describe("the clock alone", () => {
  test("makes a stream the replay when its session ends, though the channel cannot be asked", async () => {
    at(Date.UTC(2026, 5, 14));
    show({ ...REPLAY, published: "2026-06-13T09:00:00+00:00" });
    await runCron();
    const before = await readEntries();
    standIn(() => new Response("", { status: 404 }));
    at(Date.UTC(2026, 5, 15, 18, 31));
    memo.clear();
    expect([before.length, (await readEntries()).slice(0, 1)]).toEqual([
      2,
      [["video/videoS2100A", "2026-06-15T18:31:00Z"]],
    ]);
  });
});

describe("the first request", () => {
  test("sets an alarm that fetches, so that no visitor waits for YouTube", async () => {
    const before = (await readEntries()).length;
    await ring();
    memo.clear();
    expect([before, (await readEntries())[0]]).toEqual([2, ["video/videoS2100A", "2026-06-16T09:00:00Z"]]);
  });
});

describe("a document larger than a row can be", () => {
  test("is kept like any other: polls neither render it nor change its tag", async () => {
    const text = "x".repeat(2_100_000);
    await runCron();
    await deploy({ sessions: [aSession({ abstract: { html: `<p>${text}</p>`, text } })] });
    await runCron();
    const write = vi.spyOn(findDocument("rss")!, "write");
    const answers = [];
    for (let poll = 0; poll < 2; poll++) {
      memo.clear();
      await evictDurableObject(findPublisher(environment));
      const response = await get("/rss.xml");
      const bytes = await response.arrayBuffer();
      answers.push([response.status, response.headers.get("etag"), await toTag(bytes)]);
    }
    const [first] = answers;
    expect([answers, write.mock.calls.length, first?.[1] === first?.[2]]).toEqual([[first, first], 0, true]);
  }, 30_000);
});

describe("the status", () => {
  test("says which sessions the calendar has no room for, and where they are", async () => {
    const day = 86_400_000;
    const sessions = Array.from({ length: 1_000 }, (_, index) => {
      const startsAt = Date.UTC(2010, 0, 4, 18) + index * day;
      return aSession({ id: `s${index}`, number: index, startsAt, endsAt: startsAt + 3_600_000 });
    });
    const before = (await readStatus()).calendar;
    await deploy({ sessions });
    await runCron();
    expect([before, (await readStatus()).calendar]).toEqual([
      { leftOut: 0, addresses: [] },
      { leftOut: 1, addresses: ["https://feeds.example.org/calendar.ics?year=2010"] },
    ]);
  }, 60_000);
});

/** The entity tag of these very bytes. */
async function toTag(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes), 0, 16);
  return `"${Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")}"`;
}

/** One cron; what it lets go at the edge. */
const purge = async () => {
  const purged: unknown[] = [];
  const cache = { purge: (what: unknown) => Promise.resolve(purged.push(what)) };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the cron asks its context for the cache alone
  await refreshProgramme(environment, { cache } as unknown as ExecutionContext);
  return purged;
};

describe("copies at the edge", () => {
  test("are let go when the programme changes, and only then", async () => {
    expect([await purge(), await purge()]).toEqual([[{ tags: ["programme"] }], []]);
    show(REPLAY, { ...REPLAY, id: "videoLater0", title: "Later" });
    expect([await purge(), await purge()]).toEqual([[{ tags: ["programme"] }], []]);
  });
});

const breakRss = () =>
  vi.spyOn(findDocument("rss")!, "write").mockImplementation(() => {
    throw new Error("broken");
  });

describe("a document that cannot be written", () => {
  test("is trouble until it can be written again, also for who asks after a restart", async () => {
    const broken = breakRss();
    await runCron();
    await deploy();
    const ill = await get("/healthz");
    broken.mockRestore();
    await runCron();
    const well = await get("/healthz");
    expect([ill.status, await ill.text(), well.status, await well.text()]).toEqual([
      503,
      "documents: rss cannot be written\n",
      200,
      "ok\n",
    ]);
  });

  test("keeps neither the others, nor the alarm, nor the edge from what is new", async () => {
    breakRss();
    const purged = await purge();
    const answers = await Promise.all(
      ["/rss.xml", "/atom.xml", "/calendar.ics", "/"].map((path) => get(path)),
    );
    const kept = await runInDurableObject(findPublisher(environment), (_publisher, { storage }) =>
      storage.sql.exec("SELECT count(*) AS count FROM kept_representation").one(),
    );
    expect([purged.length, answers.map(({ status }) => status), kept]).toEqual([
      1,
      [503, 200, 200, 200],
      { count: PREPARED.length - 1 },
    ]);
  });
});

describe("while the Publisher cannot be reached", () => {
  const broken = {
    ...environment,
    PUBLISHER: { getByName: () => ({ read: () => Promise.reject(new Error("down")) }) },
  };
  const ask = (path: string) => app.request(`https://feeds.example.org${path}`, {}, broken);

  test("the isolate's copy is served, however old, and without one the answer is 503", async () => {
    await runCron();
    const text = await readText("/rss.xml");
    at(Date.UTC(2026, 6, 17));
    const [held, unheld] = [await ask("/rss.xml"), await ask("/atom.xml")];
    expect([held.status, await held.text(), unheld.status, unheld.headers.get("retry-after")]).toEqual([
      200,
      text,
      503,
      "60",
    ]);
  });
});
