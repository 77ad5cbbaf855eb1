/** The hub: readers subscribe to the feeds of this service, and of no other (W3C WebSub 5). */
import type { Instant } from "../../programme/instant.ts";
import type { Senders } from "../outbox.ts";
import type { Part } from "../part.ts";
import type { HubStatus } from "../status.ts";

export class Hub implements Part {
  readonly senders: Senders = {};

  status(_now: Instant): HubStatus {
    return { urls: [], subscriptions: 0, pending: 0, failing: 0, lastDeliveryAt: null, lastError: null };
  }
}
