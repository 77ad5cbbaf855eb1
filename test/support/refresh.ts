/** A refresh of a Publisher to its end. */
import type { Refreshing } from "../../src/publisher/cycle.ts";
import type { Refreshed } from "../../src/publisher/protocol.ts";

/** @returns what its last step answers */
export async function refreshToEnd(publisher: Pick<Refreshing, "refresh">): Promise<Refreshed> {
  for (;;) {
    const refreshed = await publisher.refresh();
    if (!refreshed.isMore) return refreshed;
  }
}
