/** The Worker's entry: requests, the cron, and the Durable Object's class. */
import type { Environment } from "./publisher/read-representation.ts";
import { refreshProgramme } from "./publisher/cron.ts";
import { answerPoll } from "./routes/answer-document.ts";
import { app } from "./routes/app.ts";

export { Publisher } from "./publisher/publisher.ts";

export default {
  fetch: (request: Request, environment, context) =>
    answerPoll(request) ?? app.fetch(request, environment, context),
  scheduled: (_controller, environment, context) => refreshProgramme(environment, context),
} satisfies ExportedHandler<Environment>;
