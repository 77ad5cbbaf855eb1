/** The real Publisher and the real routes, in Node: over SQLite in memory, begun with a ledger and ended with one. */
import { compiled } from "#data";
import type { CompiledData } from "../../programme/compiled-data.ts";
import { memo } from "../../publisher/memo.ts";
import type { PublisherEnvironment } from "../../publisher/departments.ts";
import { Publisher } from "../../publisher/publisher.ts";
import type { Environment } from "../../publisher/read-representation.ts";
import type { StateFault } from "../../publisher/store/state-document.ts";
import { app } from "../../routes/app.ts";
import { Refusal } from "../terminal/command-line.ts";
import { createStorage } from "./storage.ts";

export interface PublisherInNode {
  publisher: Publisher;
  /** What the service answers to a GET of a path that begins with "/". */
  get: (path: string) => Promise<Response>;
  /** The ledger as it is now: what {@link startPublisher} begins with next time. */
  readLedger: () => Promise<string>;
}

/**
 * Start a Publisher for a club.
 *
 * @param data replaces `#data`
 * @param ledger a state document, null to begin anew
 * @throws Refusal that says why a ledger cannot be used
 */
export async function startPublisher(
  data: CompiledData,
  variables: PublisherEnvironment,
  ledger: string | null,
): Promise<PublisherInNode> {
  Object.assign(compiled, data);
  memo.clear();
  const { sql, transactionSync } = createStorage();
  // There is an alarm already: nothing is to happen later.
  const storage = { sql, transactionSync, getAlarm: () => Promise.resolve(0) };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the Publisher uses nothing else of it
  const publisher = new Publisher({ storage } as unknown as DurableObjectState, variables);
  if (ledger !== null) {
    const restored = await publisher.importState(new Blob([ledger]).stream(), { isReplacing: true });
    if (!restored.ok) throw new Refusal(describeFault(restored.error));
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the routes ask the namespace for this one only
  const environment = { ...variables, PUBLISHER: { getByName: () => publisher } } as unknown as Environment;
  return {
    publisher,
    get: async (path) => await app.fetch(new Request(`https://site.invalid${path}`), environment),
    readLedger: async () => await new Response(publisher.exportState()).text(),
  };
}

function describeFault(fault: StateFault): string {
  switch (fault.reason) {
    case "not_a_state":
      return `is no ledger of this club (${fault.message})`;
    case "too_large":
      return `is larger than ${fault.maxBytes} bytes`;
    case "not_empty":
      return "meets another state";
  }
}
