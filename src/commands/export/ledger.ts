/** The ledger file: a state document, as `npm run backup` writes it. */
import * as z from "zod";

const fact = z.looseObject({ name: z.string(), value: z.string() });
const feed = z.looseObject({ name: z.string(), health: z.string() });
const tables = z.looseObject({ fact: z.array(fact), feed: z.array(feed).default([]) });
const ledger = z.looseObject({ tables });
/** How far the Data API was read; what it cost, and how it fares, begins anew where nothing else was written. */
const apiFact = z.looseObject({ walks: z.record(z.string(), z.looseObject({})) });

/** How many failures in a row are told apart: after the second another source may be asked. */
const FAILURES = 2;

/**
 * Whether two ledgers remember the same. How a feed fares changes with every run, and of that failures in a row alone
 * matter.
 */
export function isSameLedger(before: string, after: string): boolean {
  return toRemembered(before) === toRemembered(after);
}

function toRemembered(text: string): string {
  const document = ledger.parse(JSON.parse(text));
  const facts = document.tables.fact.map((row) =>
    row.name === "api" ? { ...row, value: readWalks(row.value) } : row,
  );
  const feeds = document.tables.feed.map((row) => ({ ...row, health: readFailures(row.health) }));
  return JSON.stringify({ ...document, tables: { ...document.tables, fact: facts, feed: feeds } });
}

function readFailures(health: string): number[] {
  return [...health.matchAll(/"consecutiveFailures":(\d+)/g)].map(([, count]) =>
    Math.min(Number(count), FAILURES),
  );
}

function readWalks(api: string): unknown {
  const { walks } = apiFact.parse(JSON.parse(api));
  return Object.entries(walks).map(([identity, walk]) => [
    identity,
    walk["beganAt"],
    walk["endedAt"],
    walk["pageToken"],
  ]);
}

/** Whether the videos in a ledger came from a feed that was given, not from the club's own channel. */
export function isOfGivenFeed(text: string): boolean {
  const feeds = ledger.safeParse(toJson(text)).data?.tables.feed ?? [];
  return feeds.some(({ name }) => name.startsWith("custom "));
}

/** Null for what is no JSON: whoever restores it says so. */
function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
