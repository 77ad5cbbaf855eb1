/** The routes of pages and of what belongs to them. */
import type { Context, Hono } from "hono";
import { answerProblem } from "./answer-problem.tsx";
import { toConfig } from "./config.ts";
import type { Environment } from "./environment.ts";
import { REDIRECT_CACHING } from "./http/cache-policy.ts";
import { toPagePolicy } from "./http/page-policy.ts";
import { serveAsset } from "./http/serve-asset.ts";
import { serveRepresentation } from "./http/serve-representation.ts";
import { ASSETS } from "./pages/assets/paths.ts";
import { parseTheme, THEMES, type Theme } from "./pages/theme.ts";
import { fail, succeed, type Result } from "./programme/result.ts";
import {
  parseSelection,
  toQuery,
  WHOLE,
  type Selection,
  type SelectionFault,
} from "./programme/selection.ts";
import { readRepresentation } from "./publisher/read.ts";
import { serveThumbnail } from "./thumbnail-route.ts";

type AppContext = Context<{ Bindings: Environment }>;

export function addPageRoutes(app: Hono<{ Bindings: Environment }>): void {
  app.get("/", serveHome);
  app.get("/sessions/:id{[a-z0-9-]+}", (context) =>
    servePage(context, { path: context.req.path, selection: WHOLE, canonicalQuery: "" }, toPagePolicy()),
  );
  app.get("/embed", (context) => serveEmbed(context, ""));
  app.get("/embed/:id{[a-z0-9-]+}", (context) => serveEmbed(context, `/${context.req.param("id")}`));
  app.get("/oembed", serveOembed);
  app.get("/sitemap.xml", (context) =>
    servePage(context, { path: "/sitemap.xml", selection: WHOLE, canonicalQuery: "" }, {}),
  );
  app.get("/robots.txt", serveRobots);
  app.get("/thumbnails/:file{[\\w-]{11}\\.jpg}", serveThumbnail);
  for (const [path, asset] of Object.entries(ASSETS)) {
    app.get(path, (context) => serveAsset(context.req.raw, asset));
  }
}

/** Where a page is kept, and the query of its one canonical address. */
interface Place {
  path: string;
  selection: Selection;
  canonicalQuery: string;
}

/** A page, or any other document that has its address and validators from the Publisher. */
async function servePage(
  context: AppContext,
  { path, selection, canonicalQuery }: Place,
  headers: Record<string, string>,
): Promise<Response> {
  const { search, origin } = new URL(context.req.url);
  const representation = await readRepresentation(context.env, path, selection, origin);
  if (!representation.ok) return answerProblem(context.req.raw, representation.error);
  const isCanonical = search === canonicalQuery;
  return serveRepresentation(context.req.raw, representation.value, { isCanonical, headers });
}

async function serveHome(context: AppContext): Promise<Response> {
  const selection = parseFilledIn(context);
  if (!selection.ok) return answerProblem(context.req.raw, selection.error);
  const place = { path: "/", selection: selection.value, canonicalQuery: toQuery(selection.value) };
  return servePage(context, place, toPagePolicy());
}

/** @param of "" for the programme, "/ID" for one session */
async function serveEmbed(context: AppContext, of: string): Promise<Response> {
  const theme = readTheme(context);
  if (!theme.ok) return answerProblem(context.req.raw, theme.error);
  const selection = of === "" ? parseFilledIn(context) : succeed(WHOLE);
  if (!selection.ok) return answerProblem(context.req.raw, selection.error);
  const place = toEmbedPlace(of, selection.value, theme.value);
  return servePage(context, place, { ...toPagePolicy(true), "x-robots-tag": "noindex" });
}

/** Each theme is kept at an address of its own; in public it is the last parameter, left out where it is the usual one. */
function toEmbedPlace(of: string, selection: Selection, theme: Theme): Place {
  const path = `/embed${of}`;
  const query = toQuery(selection);
  if (theme === "auto") return { path, selection, canonicalQuery: query };
  const canonicalQuery = `${query === "" ? "?" : `${query}&`}theme=${theme}`;
  return { path: `${path}.${theme}`, selection, canonicalQuery };
}

/** The selection of a form: an empty field is one that was not filled in. */
function parseFilledIn(context: AppContext): Result<Selection, SelectionFault> {
  const { searchParams } = new URL(context.req.url);
  const filledIn = [...searchParams].filter(([, value]) => value !== "");
  return parseSelection(new URLSearchParams(filledIn), true);
}

function readTheme(context: AppContext): Result<Theme, SelectionFault> {
  const value = context.req.query("theme") ?? "auto";
  const theme = parseTheme(value);
  if (theme !== null) return succeed(theme);
  return fail({
    reason: "bad_parameter",
    name: "theme",
    value,
    expected: `one of ${THEMES.join(", ")}`,
  });
}

/** oEmbed 1.0 (2.2). A format that cannot be given is a bad parameter like any other. */
async function serveOembed(context: AppContext): Promise<Response> {
  const { url = "", format = "json" } = context.req.query();
  const refuse = (name: string, value: string, expected: string): Response =>
    answerProblem(context.req.raw, { reason: "bad_parameter", name, value, expected });
  if (format !== "json") return refuse("format", format, "json");
  const path = toOembedPath(url, [context.req.url, toPublicUrl(context)]);
  if (path === null) return refuse("url", url, "the address of the home page or of a session's page");
  return servePage(context, { path, selection: WHOLE, canonicalQuery: "" }, { "x-robots-tag": "noindex" });
}

/** Where the description of a page is kept; null for what is no page of ours. */
function toOembedPath(url: string, ours: readonly string[]): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || !ours.some((own) => new URL(own).host === parsed.host)) return null;
  if (parsed.pathname === "/") return "/oembed";
  const sessionId = /^\/sessions\/([a-z0-9-]+)$/.exec(parsed.pathname)?.[1];
  return sessionId === undefined ? null : `/oembed/${sessionId}`;
}

/** Not from the Publisher: this must answer before the first programme is there. */
function serveRobots(context: AppContext): Response {
  const publicUrl = toConfig(context.env, null).publicUrl ?? new URL(context.req.url).origin;
  return context.text(
    `User-agent: *\nDisallow:\n\nSitemap: ${publicUrl}/sitemap.xml\n`,
    200,
    REDIRECT_CACHING,
  );
}

function toPublicUrl(context: AppContext): string {
  return toConfig(context.env, null).publicUrl ?? new URL(context.req.url).origin;
}
