/** The browser that all tests share, and visits that note what a page does. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterEach, inject } from "vitest";

/** Of this file's own are its contexts alone; they go with the test that has opened them, unless that was done before all. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.connect(inject("browser"));
  opened.add(browser);
  browser.once("disconnected", () => opened.delete(browser));
  return browser;
}

const opened = new Set<Browser>();

// What is left open goes on being drawn, and keeps the next test waiting.
afterEach(async () => {
  const contexts = [...opened].flatMap((browser) => browser.contexts());
  await Promise.all(contexts.map((context) => context.close()));
});

export interface Visit {
  page: Page;
  /** Console errors and warnings, and exceptions. */
  complaints: string[];
  /** Addresses asked of other hosts. */
  foreign: string[];
}

export interface VisitOptions extends BrowserContextOptions {
  /** Hosts beside the address's own that are reached, too. */
  allowed?: readonly string[];
  /** What the visitor's clock shows, at the start if it goes on. */
  now?: number;
  /** Whether time goes on by `page.clock` alone, and no timer by itself. */
  isPaused?: boolean;
}

/** Open an address; resolves when everything it names is loaded and its script has run. */
export async function visit(
  browser: Browser,
  url: string,
  { allowed = [], now, isPaused = false, ...options }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ timezoneId: "Europe/Paris", locale: "en-GB", ...options });
  const page = await context.newPage();
  if (now !== undefined && !isPaused) await page.clock.setFixedTime(now);
  if (now !== undefined && isPaused) {
    await page.clock.install({ time: now - 1_000 });
    await page.clock.pauseAt(now);
  }
  const complaints: string[] = [];
  const foreign: string[] = [];
  const hosts = new Set([new URL(url).host, ...allowed]);
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!hosts.has(new URL(request.url()).host)) foreign.push(request.url());
  });
  // Other hosts are never reached from tests.
  await context.route(
    (address) => !hosts.has(address.host),
    (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<title>elsewhere</title>" }),
  );
  await page.goto(url, { waitUntil: "load" });
  return { page, complaints, foreign };
}
