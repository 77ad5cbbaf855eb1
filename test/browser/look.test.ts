/**
 * Every state of the programme on a phone and a large screen, in light and dark: nothing scrolls sideways, nothing complains,
 * nothing is asked of other hosts, and axe finds nothing. SCREENSHOTS names a folder to keep pictures in.
 */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepScreenshot, runAxe } from "./support/look.ts";
import { SCENES, toLastSessionId } from "./support/scenes.ts";
import { serveScene } from "./support/serve-scene.ts";
import { launchBrowser, visit } from "./support/visit.ts";

const LOOKS = [
  { width: 320, height: 640, colorScheme: "light" },
  { width: 1280, height: 800, colorScheme: "light" },
  { width: 1280, height: 800, colorScheme: "dark" },
] as const;
/** Frames show less; two states and hostile text are enough. */
const EMBEDDED = new Set([
  "everything after",
  "a replay elsewhere",
  "one upcoming",
  "a title of 200 characters",
  "hostile text",
]);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(Object.entries(SCENES))("%s", (name, scene) => {
  const sessionId = toLastSessionId(scene);
  const embeds = EMBEDDED.has(name) ? ["/embed", "/embed?show=next", `/embed/${sessionId}`] : [];
  const others = name === "one upcoming" ? ["/subscribe", "/years/2026", "/?tag=theory#past"] : [];
  const searches = scene.results === undefined ? [] : ["/search", "/search?q=noise&page=2"];
  const ofSession = sessionId === null ? [] : [`/sessions/${sessionId}`];
  const paths = ["/", ...others, ...searches, ...ofSession, ...embeds];

  test.each(paths)("%s looks right", async (path) => {
    const server = await serveScene(scene);
    const { page, complaints, foreign } = await visit(browser, server.origin + path);
    for (const { width, height, colorScheme } of LOOKS) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await keepScreenshot(page, `${name} ${path} ${width} ${colorScheme}`);
      expect({
        scrollWidth: await page.evaluate<number>("document.documentElement.scrollWidth"),
        complaints,
        foreign,
        violations: await runAxe(page),
      }).toEqual({ scrollWidth: width, complaints: [], foreign: [], violations: [] });
    }
    await page.context().close();
    server.close();
  });
});
