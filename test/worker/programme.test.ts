/** The programme as data, and the element that shows it, as other sites meet them. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { memo } from "../../src/publisher/memo.ts";
import { aChannelFeed } from "../support/channel-feed.ts";
import { get, runCron, standIn, startAfresh, xml } from "./support.ts";

const START = Date.UTC(2026, 5, 15, 17);
const END = Date.UTC(2026, 5, 15, 18, 30);

afterEach(startAfresh);

interface Programme {
  upcoming: { id: string; state: string }[];
  past: { id: string; state: string }[];
}

/** As another isolate finds it at an instant. */
async function readAt(now: number, path = "/programme.json") {
  vi.setSystemTime(now);
  memo.clear();
  const answer = await get(path);
  const { upcoming, past } = await answer.json<Programme>();
  const states = [...upcoming, ...past].map(({ id, state }) => `${id} ${state}`);
  return [upcoming.length, ...states, answer.headers.get("last-modified")];
}

test("the data is right at the instant at which a session begins or ends, without any refresh", async () => {
  standIn(() => xml(aChannelFeed({ entries: [] })));
  vi.useFakeTimers({ now: START - 60_000, toFake: ["Date"] });
  await runCron();
  expect([
    await readAt(START - 1),
    await readAt(START),
    await readAt(END - 1),
    await readAt(END),
    await readAt(END, "/programme.json?show=next"),
  ]).toEqual([
    [1, "s21 upcoming", "s20 past", "Mon, 08 Jun 2026 18:30:00 GMT"],
    [1, "s21 live", "s20 past", "Mon, 15 Jun 2026 17:00:00 GMT"],
    [1, "s21 live", "s20 past", "Mon, 15 Jun 2026 17:00:00 GMT"],
    [0, "s21 past", "s20 past", "Mon, 15 Jun 2026 18:30:00 GMT"],
    [0, "Mon, 15 Jun 2026 18:30:00 GMT"],
  ]);
});

describe("what other sites load", () => {
  test.each([
    ["/programme.json?show=next", "application/json; charset=utf-8"],
    ["/programme.schema.json", "application/schema+json; charset=utf-8"],
    ["/journal-club.js", "text/javascript; charset=utf-8"],
  ])("%s is cached like a feed, read by any site, and asked for again by its tag", async (path, type) => {
    standIn(() => xml(aChannelFeed({ entries: [] })));
    await runCron();
    const { headers } = await get(path);
    const again = await get(path, { headers: { "if-none-match": headers.get("etag") ?? "" } });
    expect({
      type: headers.get("content-type"),
      caching: headers.get("cache-control"),
      edge: headers.get("cloudflare-cdn-cache-control"),
      origin: headers.get("access-control-allow-origin"),
      again: again.status,
    }).toEqual({
      type,
      caching: "public, max-age=900, stale-while-revalidate=3600, stale-if-error=604800",
      edge: "public, max-age=60, stale-while-revalidate=3600, stale-if-error=604800",
      origin: "*",
      again: 304,
    });
  });
});

test("only what tells past from coming can show the next session alone", async () => {
  standIn(() => xml(aChannelFeed({ entries: [] })));
  await runCron();
  const paths = ["/programme.json", "/programme.txt", "/embed", "/", "/rss.xml", "/calendar.ics"];
  const answers = await Promise.all(
    paths.map(async (path) => [path, (await get(`${path}?show=next`)).status]),
  );
  expect(answers).toEqual([
    ["/programme.json", 200],
    ["/programme.txt", 200],
    ["/embed", 200],
    ["/", 200],
    ["/rss.xml", 400],
    ["/calendar.ics", 400],
  ]);
});
