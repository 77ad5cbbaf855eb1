/**
 * Entry dates: `published` is first seen and stays, `updated` moves when what a person reads has changed.
 */
import { SECOND, toWholeSecond, type Instant } from "./instant.ts";
import type { EntryRecord } from "./ledger.ts";
import { isStillShown, type Showing } from "./shown.ts";

/** An entry of the programme at hand. */
export interface CurrentEntry {
  key: string;
  /** When it counts as first seen; later than now counts as now. Asked for only of an entry that is new. */
  toFirstSeenAt: () => Instant;
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
 * @returns every record known, also of entries that the programme does not have at the moment; unchanged ones, and all of
 * them together where none changed, are the same objects
 */
export function dateEntries(
  entries: readonly CurrentEntry[],
  known: ReadonlyMap<string, EntryRecord>,
  now: Instant,
): ReadonlyMap<string, EntryRecord> {
  const due = entries.filter(({ key, showing }) => known.get(key)?.shown !== showing.shown);
  if (due.length === 0) return known;
  const records = new Map(known);
  for (const { key, showing } of due) {
    const record = known.get(key);
    if (record !== undefined) records.set(key, toUpdated(record, showing, now));
  }
  const added = due.filter(({ key }) => !known.has(key));
  for (const [key, record] of dateNew(added, known, now)) records.set(key, record);
  return records;
}

/** One that shows the same in another shape keeps its dates. */
function toUpdated({ dates, shown: known }: EntryRecord, showing: Showing, now: Instant): EntryRecord {
  const { shown } = showing;
  if (isStillShown(known, showing)) return { dates, shown };
  return { dates: { ...dates, updatedAt: Math.max(toWholeSecond(now), dates.updatedAt) }, shown };
}

function dateNew(
  entries: readonly CurrentEntry[],
  known: ReadonlyMap<string, EntryRecord>,
  now: Instant,
): [key: string, EntryRecord][] {
  if (entries.length === 0) return [];
  const newest = entries
    .map(({ key, toFirstSeenAt, showing }) => ({ key, seenAt: Math.min(toFirstSeenAt(), now), showing }))
    .toSorted((a, b) => b.seenAt - a.seenAt);
  // No date goes back further than by a second for each entry that there is.
  const leastAt = (newest.at(-1)?.seenAt ?? now) - (known.size + newest.length) * SECOND;
  const taken = new Set<Instant>();
  for (const { dates } of known.values()) if (dates.publishedAt >= leastAt) taken.add(dates.publishedAt);
  return newest.map(({ key, seenAt, showing: { shown } }) => {
    const publishedAt = toFreeSecond(seenAt, taken);
    taken.add(publishedAt);
    return [key, { dates: { publishedAt, updatedAt: publishedAt }, shown }];
  });
}

function toFreeSecond(instant: Instant, taken: ReadonlySet<Instant>): Instant {
  let second = toWholeSecond(instant);
  while (taken.has(second)) second -= SECOND;
  return second;
}
