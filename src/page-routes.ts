/** The routes of pages and of what belongs to them. */
import type { Hono } from "hono";
import { answerProblem } from "./answer-problem.tsx";
import { answerRepresentation, toWholePlace, type AppContext, type Place } from "./answer-representation.ts";
import { toConfig } from "./config.ts";
import type { Environment } from "./environment.ts";
import { REDIRECT_CACHING } from "./http/cache-policy.ts";
import { toPagePolicy } from "./http/page-policy.ts";
import { serveAsset } from "./http/serve-asset.ts";
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
import { serveThumbnail } from "./thumbnail-route.ts";

export function addPageRoutes(app: Hono<{ Bindings: Environment }>): void {
  app.get("/", serveHome);
  app.get("/sessions/:id{[a-z0-9-]+}", (context) =>
    answerRepresentation(context, toWholePlace(context.req.path), toPagePolicy()),
  );
  app.get("/embed", (context) => serveEmbed(context, ""));
  app.get("/embed/:id{[a-z0-9-]+}", (context) => serveEmbed(context, `/${context.req.param("id")}`));
  app.get("/oembed", serveOembed);
  app.get("/sitemap.xml", (context) => answerRepresentation(context, toWholePlace("/sitemap.xml"), {}));
  app.get("/robots.txt", serveRobots);
  app.get("/thumbnails/:file{[\\w-]{11}\\.jpg}", serveThumbnail);
  for (const [path, asset] of Object.entries(ASSETS)) {
    app.get(path, (context) => serveAsset(context.req.raw, asset));
  }
}

async function serveHome(context: AppContext): Promise<Response> {
  const selection = parseFilledIn(context);
  if (!selection.ok) return answerProblem(context.req.raw, selection.error);
  const place = { path: "/", selection: selection.value, canonicalQuery: toQuery(selection.value) };
  return answerRepresentation(context, place, toPagePolicy());
}

/** @param of "" for the programme, "/ID" for one session */
async function serveEmbed(context: AppContext, of: string): Promise<Response> {
  const theme = readTheme(context);
  if (!theme.ok) return answerProblem(context.req.raw, theme.error);
  const selection = of === "" ? parseFilledIn(context) : succeed(WHOLE);
  if (!selection.ok) return answerProblem(context.req.raw, selection.error);
  const place = toEmbedPlace(of, selection.value, theme.value);
  return answerRepresentation(context, place, { ...toPagePolicy(true), "x-robots-tag": "noindex" });
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
  return answerRepresentation(context, toWholePlace(path), { "x-robots-tag": "noindex" });
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
  return context.text(
    `User-agent: *\nDisallow:\n\nSitemap: ${toPublicUrl(context)}/sitemap.xml\n`,
    200,
    REDIRECT_CACHING,
  );
}

function toPublicUrl(context: AppContext): string {
  return toConfig(context.env, null).publicUrl ?? new URL(context.req.url).origin;
}
