/** The Worker's entry: requests, the cron, and the Durable Object's class. */
import { app } from "./app.tsx";
import type { Environment } from "./environment.ts";
import { refreshProgramme } from "./publisher/cron.ts";

export { Publisher } from "./publisher/publisher.ts";

export default {
  fetch: app.fetch,
  scheduled: (_controller, environment, context) => refreshProgramme(environment, context),
} satisfies ExportedHandler<Environment>;
