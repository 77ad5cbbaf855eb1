/** Addresses that people and other software guess, and spellings of ours. */
import { DOCUMENTS } from "../documents/table.ts";
import { YEAR } from "../programme/selection.ts";
import { SESSION_ID } from "../programme/session.ts";

/** Answered with 308 for ever. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
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
};

/** Where a path without a document leads, null where nowhere: to the address that it is another name or spelling of. */
export function findRedirect(path: string): string | null {
  const plain = toPlainPath(path);
  if (Object.hasOwn(OTHER_NAMES, plain)) return OTHER_NAMES[plain] ?? null;
  return path !== plain && PATTERNS.some((pattern) => pattern.test(plain)) ? plain : null;
}

/** Nothing else is ever a Location: what a stranger puts into a path must not choose where a browser goes. */
const PATTERNS = [...DOCUMENTS.map(({ pattern }) => pattern), ...Object.values(OTHER_NAMES)].map(
  (pattern) =>
    new RegExp(`^${pattern.replaceAll(".", "\\.").replace(":session", SESSION_ID).replace(":year", YEAR)}$`),
);

/** Without doubled slashes, and without one at the end. */
function toPlainPath(path: string): string {
  return path.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
}
