/** The real Worker with an invented club: the one walk of a visitor that every `npm test` takes. */
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findFreePort } from "../support/listen.ts";
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
