/** The ledger file: a state document, as `npm run backup` writes it. */
import * as z from "zod";

const fact = z.looseObject({ name: z.string(), value: z.string() });
const ledger = z.looseObject({ tables: z.looseObject({ fact: z.array(fact) }) });
const pinOfGivenFeed = z.looseObject({ kind: z.literal("custom") });

/** How many failures in a row are told apart: after the second another source may be asked. */
const FAILURES = 2;

/**
 * Whether two ledgers remember the same. How the source is changes with every run, and of that failures in a row alone
 * matter.
 */
export function isSameLedger(before: string, after: string): boolean {
  return toRemembered(before) === toRemembered(after);
}

function toRemembered(text: string): string {
  const document = ledger.parse(JSON.parse(text));
  const facts = document.tables.fact.map((row) =>
    row.name === "health" ? { ...row, value: readFailures(row.value) } : row,
  );
  return JSON.stringify({ ...document, tables: { ...document.tables, fact: facts } });
}

function readFailures(health: string): number[] {
  return [...health.matchAll(/"consecutiveFailures":(\d+)/g)].map(([, count]) =>
    Math.min(Number(count), FAILURES),
  );
}

/** Whether the videos in a ledger came from a feed that was given, not from the club's own channel. */
export function isOfGivenFeed(text: string): boolean {
  const rows = ledger.safeParse(toJson(text)).data?.tables.fact ?? [];
  const pin = rows.find(({ name }) => name === "pin");
  return pin !== undefined && pinOfGivenFeed.safeParse(toJson(pin.value)).success;
}

/** Null for what is no JSON: whoever restores it says so. */
function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
