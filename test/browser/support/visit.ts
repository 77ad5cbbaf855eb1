/** Visits that note what a page does, in the tabs of the browser that all tests share. */
import { browser } from "./browser.ts";
import { openTab, type Tab, type Visitor } from "./tab.ts";

let tabs: Tab[] = [];

/** What is left open goes on being drawn, and keeps the next test waiting: what a test leaves open is left when it ends. */
export async function leaveTabs(): Promise<void> {
  await Promise.all(tabs.map((tab) => tab.leave()));
  tabs = tabs.filter(({ page }) => !page.isClosed());
  const kept = new Set(tabs.map(({ page }) => page.context()));
  const others = browser.contexts().filter((context) => !kept.has(context));
  await Promise.all(others.map((context) => context.close()));
}

export interface Visit extends Pick<Tab, "page" | "complaints" | "foreign"> {
  /** Done with it, before the test is: the next visit may be in the same tab. */
  leave: () => Promise<void>;
}

export interface VisitOptions extends Partial<Visitor> {
  /** Hosts beside the address's own that are reached, too. */
  allowed?: readonly string[];
  viewport?: { width: number; height: number };
  colorScheme?: "light" | "dark";
  reducedMotion?: "reduce" | "no-preference";
  /** What the visitor's clock shows, at the start if it goes on. */
  now?: number;
  /** Whether time goes on by `page.clock` alone, and no timer by itself. */
  isPaused?: boolean;
  /** Whether nobody comes after in this tab: of a test that changes it for good. */
  isLast?: boolean;
}

/**
 * Open an address; resolves when everything it names is loaded and its script has run. A tab costs many times what a page
 * costs, so visitors who differ in nothing but what a tab can take back (`Tab.leave`) come one after the other in the same.
 */
export async function visit(
  url: string,
  { allowed = [], now, isPaused = false, isLast = isPaused, ...options }: VisitOptions = {},
): Promise<Visit> {
  const { viewport, colorScheme, reducedMotion, ...asked } = options;
  const visitor: Visitor = { timezoneId: "Europe/Paris", locale: "en-GB", ...asked };
  const tab = await findTab(visitor, now !== undefined, isLast);
  const { page } = tab;
  const screen = { viewport, colorScheme, reducedMotion, isLast };
  await tab.enter(screen, [new URL(url).host, ...allowed]);
  if (now !== undefined && !isPaused) await page.clock.setFixedTime(now);
  if (now !== undefined && isPaused) {
    await page.clock.install({ time: now - 1_000 });
    await page.clock.pauseAt(now);
  }
  await page.goto(url, { waitUntil: "load" });
  const { complaints, foreign } = tab;
  return { page, complaints, foreign, leave: () => tab.leave() };
}

/** A free one, else a new one. A clock that was set once stays. */
async function findTab(visitor: Visitor, hasClock: boolean, isLast: boolean): Promise<Tab> {
  const kind = JSON.stringify([visitor, hasClock]);
  const free = isLast ? undefined : tabs.find((tab) => tab.isFree && tab.kind === kind);
  if (free !== undefined) return free;
  const tab = await openTab(visitor, kind);
  tabs.push(tab);
  return tab;
}
