/** One tab, and visitors in it one after the other: each finds it as if it were new. */
import type { BrowserContextOptions, ConsoleMessage, Page, Request } from "playwright-core";
import { browser } from "./browser.ts";

/** What a tab is opened with, and cannot change afterwards. */
export type Visitor = Pick<
  BrowserContextOptions,
  "timezoneId" | "locale" | "userAgent" | "javaScriptEnabled" | "permissions"
>;

/** What a tab can take on, and off again. */
interface Screen {
  viewport: { width: number; height: number } | undefined;
  colorScheme: "light" | "dark" | undefined;
  reducedMotion: "reduce" | "no-preference" | undefined;
  isLast: boolean;
}

/** As Playwright's own. */
const USUAL_VIEWPORT = { width: 1280, height: 720 };
const FORGET = "localStorage.clear(); sessionStorage.clear();";

export interface Tab {
  page: Page;
  kind: string;
  isFree: boolean;
  /** Console errors and warnings, and exceptions, of the present visit. */
  complaints: string[];
  /** Addresses asked of other hosts in the present visit. */
  foreign: string[];
  /** For a visitor who has never been at these hosts, where others are not reached. */
  enter: (screen: Screen, hosts: readonly string[]) => Promise<void>;
  /** What the page does from now on is nobody's. */
  leave: () => Promise<void>;
}

export async function openTab(visitor: Visitor, kind: string): Promise<Tab> {
  const context = await browser.newContext(visitor);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let hosts = new Set<string>();
  let isLast = false;
  // Other hosts are never reached from tests.
  await context.route(
    (address) => !hosts.has(address.host),
    (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<title>elsewhere</title>" }),
  );
  const onConsole = (message: ConsoleMessage): void => {
    if (message.type() === "error" || message.type() === "warning") tab.complaints.push(message.text());
  };
  const onError = (error: Error): void => void tab.complaints.push(error.message);
  const onRequest = (request: Request): void => {
    if (!hosts.has(new URL(request.url()).host)) tab.foreign.push(request.url());
  };
  const tab: Tab = {
    page,
    kind,
    isFree: true,
    complaints: [],
    foreign: [],
    enter: async (screen, reached) => {
      tab.isFree = false;
      tab.complaints = [];
      tab.foreign = [];
      hosts = new Set(reached);
      ({ isLast } = screen);
      // A page that is still there would go on holding what its site forgets.
      if (hosts.has(new URL(page.url()).host)) await page.evaluate(FORGET);
      for (const host of hosts)
        await session.send("Storage.clearDataForOrigin", { origin: `http://${host}`, storageTypes: "all" });
      const { width, height } = screen.viewport ?? USUAL_VIEWPORT;
      const now = page.viewportSize();
      if (now?.width !== width || now.height !== height) await page.setViewportSize({ width, height });
      const { colorScheme = "light", reducedMotion = "no-preference" } = screen;
      await page.emulateMedia({ media: null, colorScheme, reducedMotion });
      page.on("console", onConsole).on("pageerror", onError).on("request", onRequest);
    },
    leave: async () => {
      if (tab.isFree) return;
      page.off("console", onConsole).off("pageerror", onError).off("request", onRequest);
      if (isLast || page.isClosed()) {
        await context.close();
        return;
      }
      const others = context.pages().filter((other) => other !== page);
      await Promise.all(others.map((other) => other.close()));
      await page.unrouteAll({ behavior: "wait" });
      tab.isFree = true;
    },
  };
  return tab;
}
