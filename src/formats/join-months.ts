/**
 * The entries of a feed, a text for each month. A replay is the newest of them, and drops the oldest: what lies between stays as
 * it was, so it is neither compressed nor stored again.
 */
import type { Entry } from "./entry.ts";

interface Writing {
  /** What stands before the entries, and what behind. */
  around: readonly [before: string, behind: string];
  write: (entry: Entry) => string;
}

/**
 * A document of entries, in pieces.
 *
 * @param entries newest first
 */
export function* joinMonths(entries: readonly Entry[], { around, write }: Writing): Generator<string, void> {
  let [piece, end] = around;
  for (const [at, month] of toMonths(entries).entries()) {
    if (at > 0) {
      yield piece;
      piece = "";
    }
    piece += month.map(write).join("");
  }
  yield piece + end;
}

/** Those of each month together, in their order. By UTC: where it begins matters to nobody. */
export function toMonths(entries: readonly Entry[]): Entry[][] {
  return [...Map.groupBy(entries, ({ publishedAt }) => toMonth(new Date(publishedAt))).values()];
}

function toMonth(date: Date): number {
  return 12 * date.getUTCFullYear() + date.getUTCMonth();
}
