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

export interface VisitOptions extends BrowserContextOptions {
  /** Hosts beside the address's own that are reached, too. */
  allowed?: readonly string[];
  /** What the visitor's clock shows at the start. */
  now?: number;
}

/** Open an address; resolves when everything it names is loaded and its script has run. */
export async function visit(
  browser: Browser,
  url: string,
  { allowed = [], now, ...options }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ timezoneId: "Europe/Paris", locale: "en-GB", ...options });
  const page = await context.newPage();
  if (now !== undefined) await page.clock.setFixedTime(now);
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
