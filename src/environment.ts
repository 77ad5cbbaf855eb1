import type { Variables } from "./config.ts";
import type { Publisher } from "./publisher/publisher.ts";

/** Bindings and variables of the Worker. */
export interface Environment extends Variables {
  PUBLISHER: DurableObjectNamespace<Publisher>;
}
