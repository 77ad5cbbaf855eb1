/** The real Worker with an invented club: the one walk of a visitor that every `npm test` takes. */
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findFreePort, listen } from "../support/listen.ts";
import { LocalService } from "../support/local-service.ts";
import { expectRight } from "./support/look.ts";
import { visit } from "./support/visit.ts";

/** What a phone on a slow line loads in a second. */
const MAX_HOME_BYTES = 30_000;

let service: LocalService;
let origin = "";
beforeAll(async () => {
  service = await LocalService.create();
  ({ address: origin } = await service.start(await findFreePort(), {}));
});
afterAll(async () => {
  await service.kill("SIGTERM");
  await service.remove();
});

const read = async (path: string) => Buffer.from(await (await fetch(origin + path)).arrayBuffer());
const readText = async (path: string) => (await read(path)).toString();

test("the home page with its style sheet, script and icon stays below 30 KB", async () => {
  const html = await read("/");
  const assets = [...html.toString().matchAll(/"(\/[a-z]+\.(?:css|js|svg)\?v=[^"]+)"/g)];
  const bodies = [html, ...(await Promise.all(assets.map(([, path = ""]) => read(path))))];
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).byteLength, 0);
  expect({ assets: assets.length, isSmall: bytes < MAX_HOME_BYTES, bytes }).toEqual({
    assets: 3,
    isSmall: true,
    bytes,
  });
});

test("a visitor gets from the home page to a session and presses play without any other host before", async () => {
  const { page, complaints, foreign } = await visit(`${origin}/`);
  const before: string[] = [];
  await page.locator("#past .with-picture h3 a").first().click();
  await page.waitForURL("**/sessions/*", { waitUntil: "load" });
  before.push(...foreign);
  await page.locator("[data-play]").click();
  await page.locator(".player iframe").waitFor();
  expect({ before, complaints }).toEqual({ before: [], complaints: [] });
});

test("and, in their own time, stars one, finds what was said in it, plays it there, and makes an address", async () => {
  const { page, complaints } = await visit(`${origin}/`, { timezoneId: "Asia/Tokyo" });
  const isOwnTime = await page.locator(".local", { hasText: "Asia/Tokyo" }).first().isVisible();
  await page.locator("[data-star=s20]").last().click();
  const starred = await page.locator("#starred li a").first().getAttribute("href");

  // What was said is found as soon as it is indexed.
  await expect.poll(() => readText("/search?q=marmalade"), { timeout: 30_000 }).toContain("/sessions/s20#t0");
  await page.goto(`${origin}/search?q=marmalade`);
  await page.locator(".moment a[href*='#t']").first().click();
  await page.waitForURL("**/sessions/s20#t0");
  await page.locator("#t0 a").click();
  const played = await page.locator(".player iframe").getAttribute("src");

  await page.goto(`${origin}/subscribe`);
  await page.locator("details summary").first().click();
  await page.locator("form[data-builder] [name=alarm]").selectOption("15");
  const address = await page.locator(".address input[data-document]").first().inputValue();
  expect({ isOwnTime, starred, played, address, complaints }).toEqual({
    isOwnTime: true,
    starred: "/sessions/s20",
    played: "https://www.youtube-nocookie.com/embed/sampleS2000?autoplay=1&start=0",
    address: `${origin}/calendar.ics?alarm=15`,
    complaints: [],
  });
});

test("another site shows the programme in a frame and as an element", async () => {
  const site = createServer((_request, response) =>
    response.setHeader("content-type", "text/html").end(`<!doctype html><title>A club</title>
      <iframe src="${origin}/embed" title="Programme"></iframe>
      <script type="module" src="${origin}/journal-club.js"></script>
      <journal-club src="${origin}"></journal-club>`),
  );
  const { page, complaints } = await visit(await listen(site), { allowed: [new URL(origin).host] });
  const title = "Example number 20 of a series";
  await page.frameLocator("iframe").getByText(title).waitFor();
  await page.locator("journal-club").getByText(title).waitFor();
  site.close();
  expect(complaints).toEqual([]);
});

test("every kind of page looks right on a phone", async () => {
  const phone = { viewport: { width: 360, height: 740 }, colorScheme: "light" } as const;
  for (const path of [
    "/",
    "/subscribe",
    "/sessions/s21",
    "/search?q=noise",
    "/years/2026",
    "/embed",
    "/embed/s21",
  ]) {
    const visited = await visit(origin + path, phone);
    await expectRight(visited, [phone], path);
    await visited.leave();
  }
});
