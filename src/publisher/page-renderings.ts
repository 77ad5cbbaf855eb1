/**
 * What each page's address shows. Unlike feeds, pages change when a session starts or ends.
 *
 * A page that comes in several themes has an address of its own for each, which only the routes know.
 */
import { toEmbedPage, toSessionEmbedPage } from "../pages/embed.tsx";
import { toHomePage } from "../pages/home.tsx";
import { toHomeOembed, toSessionOembed } from "../pages/oembed.ts";
import { toSessionPage } from "../pages/session.tsx";
import { toSitemap } from "../pages/sitemap.ts";
import { parseTheme } from "../pages/theme.ts";
import type { Selection } from "../programme/selection.ts";
import type { Issue, Rendering } from "./issue.ts";

const HTML = "text/html; charset=utf-8";
const XML = "application/xml; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

interface Row {
  path: RegExp;
  contentType: string;
  /** @param names what the path's groups matched; null means that there is no such page */
  write: (issue: Issue, selection: Selection, names: Record<string, string>) => string | null;
}

const ROWS: Row[] = [
  { path: /^\/$/, contentType: HTML, write: toHomePage },
  {
    path: /^\/sessions\/(?<id>[a-z0-9-]+)$/,
    contentType: HTML,
    write: (issue, _selection, { id = "" }) => toSessionPage(issue, id),
  },
  {
    path: /^\/embed(?:\.(?<theme>light|dark))?$/,
    contentType: HTML,
    write: (issue, selection, { theme }) => toEmbedPage(issue, selection, parseTheme(theme) ?? "auto"),
  },
  {
    path: /^\/embed\/(?<id>[a-z0-9-]+)(?:\.(?<theme>light|dark))?$/,
    contentType: HTML,
    write: (issue, _selection, { id = "", theme }) =>
      toSessionEmbedPage(issue, id, parseTheme(theme) ?? "auto"),
  },
  { path: /^\/sitemap\.xml$/, contentType: XML, write: toSitemap },
  { path: /^\/oembed$/, contentType: JSON_TYPE, write: toHomeOembed },
  {
    path: /^\/oembed\/(?<id>[a-z0-9-]+)$/,
    contentType: JSON_TYPE,
    write: (issue, _selection, { id = "" }) => toSessionOembed(issue, id),
  },
];

/** Rendered whenever the programme or a turn changes them, before anybody asks. */
export const PLAIN_PAGES = ["/", "/embed", "/sitemap.xml"];

export function isPage(path: string): boolean {
  return ROWS.some((row) => row.path.test(path));
}

/** Render a page, or null where there is none. */
export function renderPage(path: string, selection: Selection, issue: Issue): Rendering | null {
  for (const row of ROWS) {
    const found = row.path.exec(path);
    if (found === null) continue;
    const text = row.write(issue, selection, found.groups ?? {});
    return text === null ? null : { text, contentType: row.contentType };
  }
  return null;
}
