/** Which addresses of the service become files, and what the files are called. */
import { DOCUMENTS } from "../../documents/table.ts";
import {
  HEIGHT_SCRIPT_PATH,
  ICON_PATH,
  SCRIPT_PATH,
  SHARE_PATH,
  STYLE_PATH,
} from "../../pages/assets/paths.ts";
import { SESSION_PAGE, toPath, YEAR_PAGE } from "../../programme/address.ts";
import { WHOLE, YEAR } from "../../programme/selection.ts";

/** Answers that depend on the query alone: no file can give them. */
const QUERY_ONLY = new Set(
  DOCUMENTS.filter(({ parameters }) => parameters.includes("url") || parameters.includes("page")),
);
const TRANSCRIPT = `${SESSION_PAGE}.vtt`;

/** What there are several files of. */
export interface Listed {
  sessionIds: readonly string[];
  /** Those that have pages. */
  years: readonly number[];
  /** Those that have calendars of their own. */
  calendarYears: readonly number[];
  hasTranscript: (sessionId: string) => boolean;
}

/** Every address that is a file, in the order of the table. A document of a query has a file only where it is a year's calendar. */
export function listAddresses({ sessionIds, years, calendarYears, hasTranscript }: Listed): string[] {
  const documents = DOCUMENTS.filter((document) => !QUERY_ONLY.has(document)).flatMap(({ pattern }) => {
    if (pattern.includes(":session"))
      return sessionIds
        .filter((id) => pattern !== TRANSCRIPT || hasTranscript(id))
        .map((session) => toPath(pattern, { ...WHOLE, session }));
    if (pattern.includes(":year")) return years.map((year) => toPath(pattern, { ...WHOLE, year }));
    return [pattern];
  });
  const calendars = calendarYears.map((year) => toPath("/calendar.ics", { ...WHOLE, year }));
  const assets = [STYLE_PATH, SCRIPT_PATH, HEIGHT_SCRIPT_PATH, ICON_PATH, SHARE_PATH];
  return [...documents, ...calendars, ...assets, "/robots.txt"];
}

/** The years that have pages, from the list of all pages. */
export function findYears(sitemap: string): number[] {
  const ending = new RegExp(`${YEAR_PAGE.replace(":year", `(${YEAR})`)}(?=<)`, "g");
  return [...sitemap.matchAll(ending)].map(([, year]) => Number(year));
}

/** The file that answers an address on any file server: a page is the index of a folder of its name. */
export function toFileName(address: string): string {
  const { pathname, searchParams } = new URL(address, "https://site.invalid");
  const name = pathname.slice(1);
  const year = searchParams.get("year");
  if (year !== null) return name.replace(".", `-${year}.`);
  if (/\.[a-z]+$/.test(name)) return name;
  return name === "" ? "index.html" : `${name}/index.html`;
}
