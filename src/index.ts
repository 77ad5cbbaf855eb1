/** The Worker's entry: requests, the cron, and the Durable Object's class. */
import type { Environment } from "./publisher/read-representation.ts";
import { refreshProgramme } from "./publisher/cron.ts";
import { app } from "./routes/app.ts";

export { Publisher } from "./publisher/publisher.ts";

export default {
  fetch: app.fetch,
  scheduled: (_controller, environment, context) => refreshProgramme(environment, context),
} satisfies ExportedHandler<Environment>;
