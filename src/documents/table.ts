/**
 * THE table of documents: what each address answers. The Worker's routes, the Publisher, discovery links, the sitemap,
 * OPML and the README's list are read from it. Another format is a writer and a row.
 */
import { toAtom } from "../formats/atom.ts";
import { toBibtex } from "../formats/bibtex.ts";
import { toCalendar, toSessionCalendar } from "../formats/icalendar/calendar.ts";
import { toJsonFeed } from "../formats/json-feed.ts";
import { toOpml } from "../formats/opml.ts";
import { toProgrammeText } from "../formats/programme-text.ts";
import { toRss } from "../formats/rss.ts";
import { toPagePolicy } from "../http/page-policy.ts";
import { toSessionPage } from "../pages/session.tsx";
import { toSitemap } from "../pages/sitemap.ts";
import { SESSION_PAGE } from "../programme/address.ts";
import type { Document } from "./document.ts";
import { toFixedWriter } from "./fixed-text.ts";
import { HTML, INLINE, toDownloadHeaders, UNLISTED } from "./header-fields.ts";
import { OTHER_SITES } from "./other-sites.ts";
import { FEED_PARAMETERS } from "./parameters.ts";
import { PROGRAMME_PAGES } from "./programme-pages.ts";
import { SEARCHED } from "./searched.ts";

const CALENDAR = "text/calendar; charset=utf-8";

export const DOCUMENTS: readonly Document[] = [
  {
    name: "rss",
    pattern: "/rss.xml",
    parameters: FEED_PARAMETERS,
    contentType: "application/rss+xml; charset=utf-8",
    headers: INLINE,
    write: toRss,
    isPrepared: true,
    subscription: { kind: "feed", label: "RSS" },
    about: "feed readers: announcements, replays, changes, as RSS 2.0",
  },
  {
    name: "atom",
    pattern: "/atom.xml",
    parameters: FEED_PARAMETERS,
    contentType: "application/atom+xml; charset=utf-8",
    headers: INLINE,
    write: toAtom,
    isPrepared: true,
    subscription: { kind: "feed", label: "Atom" },
    about: "the same as Atom 1.0",
  },
  {
    name: "json",
    pattern: "/feed.json",
    parameters: FEED_PARAMETERS,
    contentType: "application/feed+json; charset=utf-8",
    headers: INLINE,
    write: toJsonFeed,
    isPrepared: true,
    subscription: { kind: "feed", label: "JSON Feed" },
    about: "the same as JSON Feed 1.1, with each session as data",
  },
  {
    name: "calendar",
    pattern: "/calendar.ics",
    parameters: [...FEED_PARAMETERS, "cancelled", "alarm", "year", "ids"],
    contentType: CALENDAR,
    headers: INLINE,
    write: toCalendar,
    isPrepared: true,
    subscription: { kind: "calendar", label: "Calendar" },
    about: "calendar apps: every session, with the join link before and the replay after",
  },
  {
    name: "opml",
    pattern: "/opml.xml",
    parameters: [],
    contentType: "text/x-opml; charset=utf-8",
    headers: INLINE,
    write: toOpml,
    about: "feed readers: all feeds at once",
  },
  {
    name: "text",
    pattern: "/programme.txt",
    parameters: FEED_PARAMETERS,
    contentType: "text/plain; charset=utf-8",
    headers: INLINE,
    write: toProgrammeText,
    hasTurns: true,
    about: "terminals and mails: the programme as plain text",
  },
  {
    name: "session-extension",
    pattern: "/session-extension.txt",
    parameters: [],
    contentType: "text/plain; charset=utf-8",
    headers: UNLISTED,
    write: toFixedWriter("session-extension"),
    needs: "text",
    about: "programmers: what `_session` in `/feed.json` means",
  },
  ...PROGRAMME_PAGES,
  {
    name: "session",
    pattern: SESSION_PAGE,
    parameters: [],
    contentType: HTML,
    headers: toPagePolicy({ isPlaying: true }),
    write: toSessionPage,
    hasTurns: true,
    needs: "transcript",
    isListed: true,
    about: "people: one session, with its replay",
  },
  {
    name: "session-calendar",
    pattern: `${SESSION_PAGE}.ics`,
    parameters: [],
    contentType: CALENDAR,
    headers: toDownloadHeaders("ics"),
    write: toSessionCalendar,
    about: "calendar apps: one session as a download",
  },
  {
    name: "session-bibtex",
    pattern: `${SESSION_PAGE}.bib`,
    parameters: [],
    contentType: "application/x-bibtex; charset=utf-8",
    headers: toDownloadHeaders("bib"),
    write: toBibtex,
    about: "reference managers: talk and papers as BibTeX",
  },
  ...SEARCHED,
  ...OTHER_SITES,
  {
    name: "sitemap",
    pattern: "/sitemap.xml",
    parameters: [],
    contentType: "application/xml; charset=utf-8",
    headers: {},
    write: toSitemap,
    hasTurns: true,
    about: "search engines: every page",
  },
];
