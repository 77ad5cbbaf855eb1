/** What the status says of the hub's requests: when one last arrived, and how one last failed. */
import * as v from "valibot";
import { toRfc3339, type Instant } from "../../programme/instant.ts";
import type { PushFacts } from "../facts.ts";
import type { Sent } from "../outbox.ts";

const NAME = "hub";
const notes = v.object({
  lastDeliveryAt: v.nullable(v.string()),
  lastError: v.nullable(v.string()),
});

type Notes = v.InferOutput<typeof notes>;

export class HubNotes {
  readonly #facts: PushFacts;

  constructor(facts: PushFacts) {
    this.#facts = facts;
  }

  read(): Notes {
    return this.#facts.get(NAME, notes) ?? { lastDeliveryAt: null, lastError: null };
  }

  noteDelivery(now: Instant): void {
    this.#facts.set(NAME, { ...this.read(), lastDeliveryAt: toRfc3339(now) });
  }

  /** @param what failed: "verification", "delivery" */
  noteFailure(what: string, sent: Sent, now: Instant): void {
    if (sent.outcome === "done") return;
    this.#facts.set(NAME, { ...this.read(), lastError: `${what}: ${sent.error} (${toRfc3339(now)})` });
  }
}
