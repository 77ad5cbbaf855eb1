/** Dates in two zones, the switch between them, and the countdown. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Publication } from "../../src/programme/publication.ts";
import type { SearchResults } from "../../src/programme/search-result.ts";
import type { Session } from "../../src/programme/session.ts";
import { aPublication, aPublishedProgramme, aPublishedSession } from "../support/builders.ts";
import { browser } from "./support/browser.ts";
import { SCENES } from "./support/scenes.ts";
import { serveScene, type SceneServer } from "./support/serve-scene.ts";
import { visit } from "./support/visit.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The start and end of the builders' session. */
const START = Date.UTC(2026, 5, 15, 17);
const END = START + 1.5 * HOUR;

/** The last session that has taken place. */
const RESULTS: SearchResults = {
  found: [{ sessionId: "p5", fields: {}, moments: [] }],
  total: 1,
  page: 1,
  pages: 1,
  isComplete: true,
};

let server: SceneServer;
beforeAll(async () => {
  server = await serveScene({ ...SCENES["one upcoming"]!, results: RESULTS });
});
afterAll(async () => {
  server.close();
});

/** What is seen of a locator's elements, with plain spaces. */
const readLines = async (page: Page, selector: string) =>
  (await page.locator(selector).filter({ visible: true }).allTextContents()).map((line) =>
    line.replace(/\s+/g, " ").trim(),
  );

const readOwnTimes = async (scene: Publication, path: string, timezoneId: string, locale = "en-GB") => {
  const own = await serveScene(scene);
  const { page, complaints, leave } = await visit(own.origin + path, { timezoneId, locale });
  const lines = await readLines(page, ".local");
  const height = await page.evaluate<number>(
    "[...document.querySelectorAll('.local')].reduce((sum, line) => sum + line.offsetHeight, 0)",
  );
  // Before the server goes, which an icon might still be asked of.
  const complained = [...complaints];
  await leave();
  own.close();
  return { lines, hasHeight: height > 0, complaints: complained };
};

const ofSession = (fields: Partial<Session>): Publication =>
  aPublication({ programme: aPublishedProgramme({ sessions: [aPublishedSession(fields)] }) });

const NOTHING = { lines: [], hasHeight: false, complaints: [] };

describe("the visitor's time", () => {
  test("stands under the club's", async () => {
    const { page } = await visit(`${server.origin}/`);
    expect(await readLines(page, ".next .when time, .next .local")).toEqual([
      "Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00)",
      "In your time: Monday 15 June, 19:00–20:30 (Europe/Paris)",
    ]);
  });

  test.each([
    ["/", "#past"],
    ["/embed", ".session:nth-child(2)"],
    ["/search?q=x", ".found"],
  ])("of a past session is its day, where that is another: on %s", async (path, place) => {
    const { page } = await visit(server.origin + path, { timezoneId: "Asia/Tokyo" });
    expect((await readLines(page, `${place} .when time, ${place} .local`)).slice(0, 2)).toEqual([
      "Monday 8 June 2026",
      "In your time: Tuesday, 9 June 2026 (Asia/Tokyo)",
    ]);
  });

  test.each(["America/New_York", "America/Toronto"])(
    "is not shown in %s, whose clocks show the same",
    async (timezoneId) => {
      expect(await readOwnTimes(ofSession({}), "/", timezoneId)).toEqual(NOTHING);
    },
  );

  test.each<[string, Partial<Session>]>([
    ["is cancelled", { status: "cancelled" }],
    ["has no time yet", { isAllDay: true }],
  ])("is not shown of a session that %s", async (_state, fields) => {
    expect([
      await readOwnTimes(ofSession(fields), "/", "Asia/Tokyo"),
      await readOwnTimes(ofSession(fields), "/sessions/s21", "Asia/Tokyo"),
    ]).toEqual([NOTHING, NOTHING]);
  });

  test("leaves nothing empty where there are no scripts", async () => {
    const { page } = await visit(`${server.origin}/`, { javaScriptEnabled: false });
    expect(await readLines(page, ".local, .countdown, .switch")).toEqual([]);
  });

  test("names both offsets where the visitor's clocks go back meanwhile", async () => {
    const startsAt = Date.UTC(2026, 10, 1, 5, 30);
    const scene = ofSession({ date: "2026-11-01", timeZone: "UTC", startsAt, endsAt: startsAt + HOUR });
    expect((await readOwnTimes(scene, "/sessions/s21", "America/New_York")).lines).toEqual([
      "In your time: Sunday 1 November at 01:30 GMT-4 – Sunday 1 November at 01:30 GMT-5 (America/New_York)",
    ]);
  });

  test("differs from a session's own zone, which need not be the club's", async () => {
    const scene = ofSession({ timeZone: "Asia/Tokyo", date: "2026-06-16" });
    const own = await readOwnTimes(scene, "/sessions/s21", "America/New_York");
    expect([own.lines, (await readOwnTimes(scene, "/sessions/s21", "Asia/Tokyo")).lines]).toEqual([
      ["In your time: Monday 15 June, 13:00–14:30 (America/New_York)"],
      [],
    ]);
  });

  test("is switched off and on, and the browser remembers it", async () => {
    const { page } = await visit(`${server.origin}/`);
    const states: [string | null, number][] = [];
    const note = async () =>
      states.push([
        await page.locator(".switch").getAttribute("aria-pressed"),
        (await readLines(page, ".local")).length,
      ]);
    await note();
    await page.locator(".switch").click();
    await note();
    await page.reload();
    await note();
    await page.locator(".switch").click();
    await note();
    expect(states).toEqual([
      ["true", 1],
      ["false", 0],
      ["false", 0],
      ["true", 1],
    ]);
  });

  test("is shown where the browser keeps nothing", async () => {
    const context = await browser.newContext({ timezoneId: "Europe/Paris", locale: "en-GB" });
    await context.addInitScript("Object.defineProperty(window, 'localStorage', { get() { throw 1; } })");
    const page = await context.newPage();
    await page.goto(`${server.origin}/`);
    expect((await readLines(page, ".local")).length).toBe(1);
  });
});

const readCountdown = async (page: Page) => await readLines(page, ".countdown > *");

/** Where the title stands, with the script or before it comes. */
const toTop = async (isBlocked: boolean) => {
  const page = await browser.newPage({ timezoneId: "America/New_York" });
  await page.clock.setFixedTime(START - HOUR);
  if (isBlocked) await page.route("**/page.js*", (route) => route.abort());
  await page.goto(`${server.origin}/`);
  const heading = await page.locator(".next h3").boundingBox();
  return { y: heading?.y, told: await readCountdown(page) };
};

describe("the countdown", () => {
  test.each([
    [START - 5 * 24 * HOUR, ["Starts in 5 days"]],
    [START - 26 * HOUR, ["Starts in 26 hours"]],
    [START - 90.5 * MINUTE, ["Starts in 91 minutes"]],
    [START + 10 * MINUTE, ["On now", "Ends in 80 minutes"]],
    [END, ["This session has ended."]],
  ])("at %d is %j", async (now, expected) => {
    const { page } = await visit(`${server.origin}/`, { now });
    expect(await readCountdown(page)).toEqual(expected);
  });

  test("goes on each minute, at the start and at the end, on the page of the session too", async () => {
    const { page } = await visit(`${server.origin}/sessions/s21`, {
      now: START - 1.5 * MINUTE,
      isPaused: true,
    });
    const seen = [await readCountdown(page)];
    for (const span of [31_000, MINUTE, 88 * MINUTE, 2 * MINUTE]) {
      await page.clock.runFor(span);
      seen.push(await readCountdown(page));
    }
    expect(seen).toEqual([
      ["Starts in 2 minutes"],
      ["Starts in 1 minute"],
      ["On now", "Ends in 90 minutes"],
      ["On now", "Ends in 2 minutes"],
      ["This session has ended."],
    ]);
  });

  test.each([
    ["a page of before", SCENES["one upcoming"]!],
    ["a page of now", SCENES["one on now"]!],
  ])("tells in a frame, once, that it is on: %s", async (_name, scene) => {
    const own = await serveScene(scene);
    const { page, complaints, leave } = await visit(`${own.origin}/embed`, {
      now: START + 10 * MINUTE,
    });
    const told = await readLines(page, ".card .badge, .card .countdown > :not(.badge)");
    const complained = [...complaints];
    await leave();
    own.close();
    expect([told, complained]).toEqual([["On now", "Ends in 80 minutes"], []]);
  });

  test("leaves the way in of a frame where it is", async () => {
    const { page } = await visit(`${server.origin}/embed`, {
      now: START - HOUR,
      viewport: { width: 360, height: 740 },
    });
    expect(await page.evaluate<string>("getComputedStyle(document.querySelector('.actions')).position")).toBe(
      "static",
    );
  });

  test("moves nothing when it comes", async () => {
    const [before, after] = [await toTop(true), await toTop(false)];
    expect([before, after]).toEqual([
      { y: after.y, told: [] },
      { y: after.y, told: ["Starts in 60 minutes"] },
    ]);
  });
});
