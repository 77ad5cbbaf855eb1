/**
 * Entry dates: `published` is first seen and stays, `updated` moves when what a person reads has changed.
 */
import { SECOND, toWholeSecond, type Instant } from "./instant.ts";
import type { EntryRecord } from "./ledger.ts";
import { isStillShown, type Showing } from "./shown.ts";

/** An entry of the programme at hand. */
export interface CurrentEntry {
  key: string;
  /** When it counts as first seen, should it be new; later than now counts as now. */
  firstSeenAt: Instant;
  /** What a person reads of it. */
  showing: Showing;
}

/**
 * Bring the records of all entries up to date.
 *
 * New entries get a `publishedAt` that no other entry has, to the second: feed readers and Slack order by it and drop
 * ties. A taken second is avoided backwards, so that no date lies in the future; of several new at one instant the
 * first in the list ends up newest.
 *
 * @returns every record known, also of entries that the programme does not have at the moment; unchanged ones are the same objects
 */
export function dateEntries(
  entries: readonly CurrentEntry[],
  known: ReadonlyMap<string, EntryRecord>,
  now: Instant,
): Map<string, EntryRecord> {
  const records = new Map(known);
  const taken = new Set([...known.values()].map(({ dates }) => dates.publishedAt));
  const updatedAt = toWholeSecond(now);
  const newest = entries.toSorted((a, b) => Math.min(b.firstSeenAt, now) - Math.min(a.firstSeenAt, now));
  for (const { key, firstSeenAt, showing } of newest) {
    const record = records.get(key);
    const { shown } = showing;
    if (record === undefined) {
      const publishedAt = toFreeSecond(Math.min(firstSeenAt, now), taken);
      taken.add(publishedAt);
      records.set(key, { dates: { publishedAt, updatedAt: publishedAt }, shown });
    } else if (!isStillShown(record.shown, showing)) {
      records.set(key, {
        dates: { ...record.dates, updatedAt: Math.max(updatedAt, record.dates.updatedAt) },
        shown,
      });
    } else if (record.shown !== shown) {
      records.set(key, { dates: record.dates, shown });
    }
  }
  return records;
}

function toFreeSecond(instant: Instant, taken: ReadonlySet<Instant>): Instant {
  let second = toWholeSecond(instant);
  while (taken.has(second)) second -= SECOND;
  return second;
}
