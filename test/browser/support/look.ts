/** What looks right: for axe, and for people who look at pictures. */
import { expect } from "vitest";
import type { Visit } from "./visit.ts";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules of axe whose verdict depends on colours, of those that it keeps unless asked otherwise. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * The rules that axe sees broken, each with the elements at fault.
 *
 * @param rules their ids, where not all are asked
 */
export async function runAxe(page: Page, rules?: readonly string[]): Promise<string[]> {
  await loadAxe(page);
  return await page.evaluate(async (runOnly) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- axe has just been loaded into the page
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    const { violations } = await axe.run({
      resultTypes: ["violations"],
      ...(runOnly !== undefined && { runOnly }),
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }, rules);
}

/** Tabs whose pages have axe at hand. */
const equipped = new WeakSet<BrowserContext>();

/**
 * The Content-Security-Policy keeps scripts out of the page; the debugger may still put one in. A tab is sent the half megabyte
 * once: from then on each of its pages begins with a function that nobody has called yet, and costs next to nothing.
 */
async function loadAxe(page: Page): Promise<void> {
  const context = page.context();
  if (equipped.has(context)) {
    await page.evaluate("void (globalThis.axe ?? globalThis.loadAxe())");
    return;
  }
  equipped.add(context);
  await context.addInitScript(`globalThis.loadAxe = () => { ${AXE} }`);
  await page.evaluate(AXE);
}

interface AxeResults {
  violations: { id: string; nodes: { html: string }[] }[];
}

/** Of the whole page, in the folder that SCREENSHOTS names. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const folder = process.env["SCREENSHOTS"];
  if (folder === undefined) return;
  await page.screenshot({ path: `${folder}/${name.replace(/[^a-z0-9]+/gi, "-")}.png`, fullPage: true });
}

/** A screen that a page is looked at on. */
export interface Look {
  viewport: { width: number; height: number };
  colorScheme: "light" | "dark";
}

/**
 * Expect of a page on each screen that nothing scrolls sideways, complains, or asks another host, and that axe finds nothing. In
 * other colours, and as wide as just before, a page has the same elements in the same places: colours alone are looked at.
 */
export async function expectRight(
  { page, complaints, foreign }: Visit,
  looks: readonly Look[],
  name: string,
): Promise<void> {
  for (const [index, { viewport, colorScheme }] of looks.entries()) {
    const { width } = viewport;
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await keepScreenshot(page, `${name} ${width} ${colorScheme}`);
    expect({
      scrollWidth: await page.evaluate<number>("document.documentElement.scrollWidth"),
      complaints,
      foreign,
      violations: await runAxe(page, looks[index - 1]?.viewport.width === width ? OF_COLOURS : undefined),
    }).toEqual({ scrollWidth: width, complaints: [], foreign: [], violations: [] });
  }
}
