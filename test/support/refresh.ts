/** A refresh of a Publisher, step by step. */
import type { Refreshing } from "../../src/publisher/cycle.ts";
import type { Refreshed } from "../../src/publisher/protocol.ts";

/**
 * Refresh to the end.
 *
 * @param steps taken at most
 * @returns what the last of them answers
 */
export async function refreshToEnd(
  publisher: Pick<Refreshing, "refresh">,
  steps = Infinity,
): Promise<Refreshed> {
  for (let taken = 1; ; taken += 1) {
    const refreshed = await publisher.refresh();
    if (!refreshed.isMore || taken >= steps) return refreshed;
  }
}
