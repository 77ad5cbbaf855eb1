/**
 * The routes: which address is answered by what. Every route is a few named steps; the work is done elsewhere.
 */
import { Hono } from "hono";
import { compiled } from "#data";
import { answerProblem } from "./answer-problem.tsx";
import { answerRepresentation, toWholePlace, type AppContext } from "./answer-representation.ts";
import type { Environment } from "./environment.ts";
import { NO_STORE, REDIRECT_CACHING } from "./http/cache-policy.ts";
import { ALLOWED_METHODS, CORS, servePreflight } from "./http/cors.ts";
import { serveProblem } from "./http/problem.ts";
import { addPageRoutes } from "./page-routes.ts";
import { parseSelection, toQuery } from "./programme/selection.ts";
import { findPublisher } from "./publisher/read.ts";
import { serveState, STATE_PATH } from "./routes/admin-route.ts";

/** Addresses that take a selection, and whether they are calendars (which know two parameters more). */
const DOCUMENTS: Record<string, { isCalendar: boolean }> = {
  "/rss.xml": { isCalendar: false },
  "/atom.xml": { isCalendar: false },
  "/feed.json": { isCalendar: false },
  "/calendar.ics": { isCalendar: true },
};

/** What people and other software guess; answered with 308 for ever. */
const OTHER_NAMES: Record<string, string> = {
  "/rss": "/rss.xml",
  "/feed": "/rss.xml",
  "/feed.xml": "/rss.xml",
  "/feed.rss": "/rss.xml",
  "/index.xml": "/rss.xml",
  "/atom": "/atom.xml",
  "/feed.atom": "/atom.xml",
  "/json": "/feed.json",
  "/calendar": "/calendar.ics",
  "/ics": "/calendar.ics",
  "/ical": "/calendar.ics",
  "/feed.ics": "/calendar.ics",
  "/opml": "/opml.xml",
  "/status": "/status.json",
  "/favicon.ico": "/favicon.svg",
  "/index.html": "/",
  "/subscribe": "/#subscribe",
};

/** Feeds are for subscribers, not for search results. */
const NO_INDEX = { "x-robots-tag": "noindex" };
const INLINE = { ...NO_INDEX, "content-disposition": "inline" };

export const app = new Hono<{ Bindings: Environment }>();

app.all(STATE_PATH, async (context, next) => (await serveState(context.req.raw, context.env)) ?? next());

app.use(async (context, next) => {
  const { method } = context.req;
  if (method === "OPTIONS") return servePreflight();
  if (method !== "GET" && method !== "HEAD") {
    return serveProblem({ reason: "method_not_allowed", method, allow: ALLOWED_METHODS });
  }
  await next();
  return undefined;
});

for (const [path, { isCalendar }] of Object.entries(DOCUMENTS)) {
  app.get(path, (context) => serveDocument(context, path, isCalendar));
}
app.get("/opml.xml", (context) => answerRepresentation(context, toWholePlace("/opml.xml"), INLINE));
app.get("/sessions/:file{[a-z0-9-]+\\.ics}", serveSessionCalendar);
app.get("/status.json", serveStatus);
addPageRoutes(app);

for (const [path, target] of Object.entries(OTHER_NAMES)) {
  app.get(path, (context) => redirect(context, target));
}

app.notFound((context) => {
  const path = context.req.path;
  const plain = toPlainPath(path);
  if (path !== plain) return redirect(context, OTHER_NAMES[plain] ?? plain);
  return answerProblem(context.req.raw, { reason: "not_found", path });
});

app.onError((error, context) => {
  console.error(JSON.stringify({ event: "unexpected error", message: String(error), stack: error.stack }));
  return answerProblem(context.req.raw, { reason: "unavailable", retryAfterSeconds: 60 });
});

/** A feed or the calendar, for the selection that the query asks for. */
async function serveDocument(context: AppContext, path: string, isCalendar: boolean): Promise<Response> {
  const selection = parseSelection(new URL(context.req.url).searchParams, isCalendar);
  if (!selection.ok) return answerProblem(context.req.raw, selection.error);
  const place = { path, selection: selection.value, canonicalQuery: toQuery(selection.value) };
  return answerRepresentation(context, place, INLINE);
}

/** One session as a download: adding it must not look like a subscription. */
function serveSessionCalendar(context: AppContext): Promise<Response> {
  const { path } = context.req;
  const fileName = `${compiled.club.uidDomain}-${context.req.param("file")}`;
  return answerRepresentation(context, toWholePlace(path), {
    ...NO_INDEX,
    "content-disposition": `attachment; filename="${fileName}"`,
  });
}

async function serveStatus(context: AppContext): Promise<Response> {
  const status = await findPublisher(context.env).status();
  return context.body(`${JSON.stringify(status, null, 2)}\n`, 200, {
    ...CORS,
    ...NO_STORE,
    ...NO_INDEX,
    "content-type": "application/json; charset=utf-8",
  });
}

/** Without doubled slashes, which would name another host at the start of a Location, and without one at the end. */
function toPlainPath(path: string): string {
  return path.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
}

/** 308 keeps the query. */
function redirect(context: AppContext, target: string): Response {
  const { search } = new URL(context.req.url);
  return new Response(null, {
    status: 308,
    headers: { ...CORS, ...REDIRECT_CACHING, location: target.replace(/(?=#|$)/, () => search) },
  });
}
