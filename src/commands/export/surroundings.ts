/** What the Publisher finds around it while a site is exported: one instant, and the network or a saved feed. */
import type { Instant } from "../../programme/instant.ts";

/**
 * Run something at one instant; afterwards everything is as before.
 *
 * @param feed text that the channel feed's address answers with; null asks the network
 */
export async function atInstant<T>(now: Instant, feed: string | null, run: () => Promise<T>): Promise<T> {
  const before = { now: Date.now, fetch: globalThis.fetch, warn: console.warn };
  Date.now = () => now;
  // What is wrong with a source is told from the status, in words.
  console.warn = () => {};
  if (feed !== null) globalThis.fetch = () => Promise.resolve(new Response(feed));
  try {
    return await run();
  } finally {
    Date.now = before.now;
    globalThis.fetch = before.fetch;
    console.warn = before.warn;
  }
}
