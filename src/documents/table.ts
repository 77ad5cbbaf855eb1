/**
 * THE table of documents: what each address answers. The Worker's routes, the Publisher, discovery links, the sitemap,
 * OPML and the README's list are read from it. Another format is a writer and a row.
 */
import { toAtom } from "../formats/atom.ts";
import { findLeftOut, toCalendar, toSessionCalendar } from "../formats/icalendar/calendar.ts";
import { toJsonFeed } from "../formats/json-feed.ts";
import { toOpml } from "../formats/opml.ts";
import { toProgrammeText } from "../formats/programme-text.ts";
import { toRss } from "../formats/rss.ts";
import { toSessionExtensionText } from "../formats/session-extension.ts";
import { toWebVtt } from "../formats/webvtt.ts";
import { toPagePolicy } from "../http/page-policy.ts";
import { toEmbedPage, toSessionEmbedPage } from "../pages/embed.tsx";
import { toOembed } from "../pages/frames.tsx";
import { toHomePage } from "../pages/home.tsx";
import { toSearchPage } from "../pages/search.tsx";
import { toSessionPage } from "../pages/session.tsx";
import { toSitemap } from "../pages/sitemap.ts";
import { SESSION_PAGE } from "../programme/address.ts";
import type { Document } from "./document.ts";
import { FRAMED, INLINE, SEARCHED, toDownloadHeaders, UNLISTED } from "./header-fields.ts";
import type { ParameterName } from "./parameters.ts";

const HTML = "text/html; charset=utf-8";
const CALENDAR = "text/calendar; charset=utf-8";

const FEED_PARAMETERS: readonly ParameterName[] = ["show", "tag", "presenter", "q", "limit"];
const PAGE_PARAMETERS: readonly ParameterName[] = ["show", "tag", "presenter", "limit", "cancelled", "alarm"];

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
    parameters: [...FEED_PARAMETERS, "cancelled", "alarm", "year"],
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
    isPrepared: true,
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
    write: toSessionExtensionText,
    about: "programmers: what `_session` in `/feed.json` means",
  },
  {
    name: "home",
    pattern: "/",
    parameters: PAGE_PARAMETERS,
    isForm: true,
    contentType: HTML,
    headers: toPagePolicy(),
    write: (publication, selection, links) =>
      toHomePage(publication, selection, links, findLeftOut(publication, links.to("calendar")).years),
    hasTurns: true,
    isPrepared: true,
    isListed: true,
    about: "people: the programme, and how to subscribe",
  },
  {
    name: "search",
    pattern: "/search",
    parameters: ["q", "page"],
    isForm: true,
    contentType: HTML,
    headers: SEARCHED,
    write: toSearchPage,
    hasTurns: true,
    needs: "results",
    about: "people: sessions by what is written or was said",
  },
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
    headers: toDownloadHeaders,
    write: toSessionCalendar,
    about: "calendar apps: one session as a download",
  },
  {
    name: "session-transcript",
    pattern: `${SESSION_PAGE}.vtt`,
    parameters: [],
    contentType: "text/vtt; charset=utf-8",
    headers: UNLISTED,
    write: toWebVtt,
    needs: "transcript",
    about: "players: a transcript as WebVTT",
  },
  {
    name: "embed",
    pattern: "/embed",
    parameters: [...PAGE_PARAMETERS, "theme"],
    isForm: true,
    contentType: HTML,
    headers: FRAMED,
    write: toEmbedPage,
    hasTurns: true,
    isPrepared: true,
    about: "other sites: the programme for an `<iframe>`",
  },
  {
    name: "session-embed",
    pattern: "/embed/:session",
    parameters: ["theme"],
    isForm: true,
    contentType: HTML,
    headers: FRAMED,
    write: toSessionEmbedPage,
    hasTurns: true,
    about: "other sites: one session for an `<iframe>`",
  },
  {
    name: "oembed",
    pattern: "/oembed",
    parameters: ["format", "url"],
    contentType: "application/json; charset=utf-8",
    headers: UNLISTED,
    write: toOembed,
    hasTurns: true,
    about: "other sites: what to show for the address in `url`, by oEmbed 1.0",
  },
  {
    name: "sitemap",
    pattern: "/sitemap.xml",
    parameters: [],
    contentType: "application/xml; charset=utf-8",
    headers: {},
    write: toSitemap,
    hasTurns: true,
    isPrepared: true,
    about: "search engines: every page",
  },
];
