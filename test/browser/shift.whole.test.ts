/** What the script adds is there when the page is first seen: nothing moves, however late the script comes. */
import { expect, test } from "vitest";
import { SCRIPT_PATH } from "../../src/pages/assets/paths.ts";
import { aClubIn } from "../support/clubs-by-language.ts";
import { serveScene } from "./support/serve-scene.ts";
import { visit } from "./support/visit.ts";

/** Long enough for a first picture without it. */
const LATE_MS = 700;

test.each(["/", "/sessions/s21", "/embed"])("%s stays where it is", async (path) => {
  const server = await serveScene(aClubIn("fr"));
  const { page } = await visit(`${server.origin}/opml.xml`, {
    viewport: { width: 412, height: 823 },
  });
  await page.route(`**${SCRIPT_PATH}`, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    await route.continue();
  });
  await page.goto(server.origin + path, { waitUntil: "load" });
  await page.locator(".local:not([hidden])").first().waitFor();
  const shifts = await page.evaluate<number[]>(`new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().map(({ value }) => value)))
      .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve([]), 500);
  })`);
  server.close();
  expect(shifts).toEqual([]);
});
