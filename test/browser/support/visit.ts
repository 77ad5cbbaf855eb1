/** One browser for all tests of a file, and visits that note what a page does. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { findChromium } from "./find-chromium.ts";

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("no Chromium found: install it, or name it in CHROMIUM");
  return await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
}

export interface Visit {
  page: Page;
  /** Console errors and warnings, and exceptions. */
  complaints: string[];
  /** Addresses asked of other hosts. */
  foreign: string[];
}

interface VisitOptions extends BrowserContextOptions {
  /** What the page's clock shows at first; it goes on by `page.clock` alone. */
  now?: number;
}

/** Open an address; resolves when everything it names is loaded and its script has run. */
export async function visit(
  browser: Browser,
  url: string,
  { now, ...options }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ timezoneId: "Europe/Paris", locale: "en-GB", ...options });
  const page = await context.newPage();
  if (now !== undefined) {
    await page.clock.install({ time: now - 1_000 });
    await page.clock.pauseAt(now);
  }
  const complaints: string[] = [];
  const foreign: string[] = [];
  const { host } = new URL(url);
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (new URL(request.url()).host !== host) foreign.push(request.url());
  });
  // Other hosts are never reached from tests.
  await context.route(
    (address) => address.host !== host,
    (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<title>elsewhere</title>" }),
  );
  await page.goto(url, { waitUntil: "load" });
  return { page, complaints, foreign };
}
