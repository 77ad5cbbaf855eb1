/**
 * The routes: one for each document of the table, and the few addresses that are no documents.
 */
import { HonoBase } from "hono/hono-base";
import { TrieRouter } from "hono/router/trie-router";
import { DOCUMENTS } from "../documents/table.ts";
import { REDIRECT_CACHING } from "../http/cache-policy.ts";
import { ALLOWED_METHODS, CORS, servePreflight } from "../http/cors.ts";
import { serveProblem } from "../http/problem.ts";
import { ASSETS } from "../pages/assets/paths.ts";
import { HUB_PATH } from "../push/hub/addresses.ts";
import { YEAR } from "../programme/selection.ts";
import { SESSION_ID } from "../programme/session.ts";
import { logSeldom } from "../publisher/log.ts";
import type { Environment } from "../publisher/read-representation.ts";
import { serveState, STATE_PATH } from "./admin.ts";
import { answerDocument, toPublicUrl, type AppContext } from "./answer-document.ts";
import { answerProblem } from "./answer-problem.ts";
import { answerHub } from "./hub.ts";
import { answerHealth, answerStatus } from "./answer-status.ts";
import { answerPageFile } from "./page-files.ts";
import { findRedirect } from "./redirects.ts";
import { serveWebSub, WEBSUB_ROUTE } from "./websub.ts";
import { serveThumbnail } from "./thumbnails.ts";

// The router that knows several patterns of one place; by itself Hono would bring two more, and try another first.
export const app = new HonoBase<{ Bindings: Environment }>({ router: new TrieRouter() });

app.all(STATE_PATH, async (context, next) => (await serveState(context.req.raw, context.env)) ?? next());

app.all(WEBSUB_ROUTE, serveWebSub);
app.all(HUB_PATH, async (context, next) => (await answerHub(context)) ?? next());

app.use(async (context, next) => {
  const { method } = context.req;
  if (method === "OPTIONS") return servePreflight();
  if (method !== "GET" && method !== "HEAD") {
    return serveProblem({ reason: "method_not_allowed", method, allow: ALLOWED_METHODS });
  }
  await next();
  return undefined;
});

for (const document of DOCUMENTS) {
  app.get(toRoute(document.pattern), (context) => answerDocument(context, document));
}
for (const [path, asset] of Object.entries(ASSETS)) {
  app.get(path, (context) => answerPageFile(context, path, asset));
}
app.get("/thumbnails/:file{[\\w-]{11}\\.jpg}", serveThumbnail);
app.get("/status.json", answerStatus);
app.get("/healthz", answerHealth);
app.get("/robots.txt", serveRobots);

app.notFound((context) => {
  const { path, url } = context.req;
  const target = findRedirect(path);
  if (target === null) return answerProblem(context.req.raw, { reason: "not_found", path });
  // 308 keeps the query.
  const location = target.replace(/(?=#|$)/, () => new URL(url).search);
  return new Response(null, { status: 308, headers: { ...CORS, ...REDIRECT_CACHING, location } });
});

app.onError((error, context) => {
  logSeldom("error", "unexpected error", { message: String(error), stack: error.stack });
  return answerProblem(context.req.raw, { reason: "unavailable", retryAfterSeconds: 60 });
});

/** The pattern as Hono writes it, where a parameter takes all between two slashes: "/sessions/:session{[a-z0-9-]+\\.ics}". */
function toRoute(pattern: string): string {
  return pattern.replace(":year", `:year{${YEAR}}`).replace(/:session(.*)$/, (_all, ending: string) => {
    return `:session{${SESSION_ID}${ending.replaceAll(".", "\\.")}}`;
  });
}

/** Not from the Publisher: this must answer before the first programme is there. */
function serveRobots(context: AppContext): Response {
  const text = `User-agent: *\nDisallow:\n\nSitemap: ${toPublicUrl(context)}/sitemap.xml\n`;
  return context.text(text, 200, { ...REDIRECT_CACHING, "x-content-type-options": "nosniff" });
}
