/**
 * What each document's address shows, feeds and calendars: the one table from path to writer.
 */
import { toAtom } from "../formats/atom.ts";
import { toFeed } from "../formats/feed.ts";
import { toCalendar, toSessionCalendar } from "../formats/icalendar/calendar.ts";
import { toJsonFeed } from "../formats/json-feed.ts";
import { toOpml } from "../formats/opml.ts";
import { toRss } from "../formats/rss.ts";
import type { Selection } from "../programme/selection.ts";
import type { Issue, Rendering } from "./issue.ts";

const RSS = "application/rss+xml; charset=utf-8";
const ATOM = "application/atom+xml; charset=utf-8";
const JSON_FEED = "application/feed+json; charset=utf-8";
const CALENDAR = "text/calendar; charset=utf-8";
const OPML = "text/x-opml; charset=utf-8";

type Writer = (issue: Issue, selection: Selection) => Rendering;

const WRITERS: Record<string, Writer> = {
  "/rss.xml": (issue, selection) => ({ text: toRss(toIssueFeed(issue, selection)), contentType: RSS }),
  "/atom.xml": (issue, selection) => ({ text: toAtom(toIssueFeed(issue, selection)), contentType: ATOM }),
  "/feed.json": (issue, selection) => ({
    text: toJsonFeed(toIssueFeed(issue, selection)),
    contentType: JSON_FEED,
  }),
  "/calendar.ics": ({ programme, club, publicUrl }, selection) => ({
    text: toCalendar(programme, club, publicUrl, selection),
    contentType: CALENDAR,
  }),
  "/opml.xml": ({ club, publicUrl }) => ({ text: toOpml(club, publicUrl), contentType: OPML }),
};

/** The documents without a session's own. */
export const PLAIN_DOCUMENTS = Object.keys(WRITERS);

const SESSION_CALENDAR = /^\/sessions\/([a-z0-9-]+)\.ics$/;

/** Render a document, or null where there is none. */
export function renderDocument(path: string, selection: Selection, issue: Issue): Rendering | null {
  const writer = Object.hasOwn(WRITERS, path) ? WRITERS[path] : undefined;
  if (writer !== undefined) return writer(issue, selection);
  const sessionId = SESSION_CALENDAR.exec(path)?.[1];
  return sessionId === undefined ? null : renderSessionCalendar(sessionId, issue);
}

function renderSessionCalendar(sessionId: string, { programme, club, publicUrl }: Issue): Rendering | null {
  const published = programme.sessions.find(({ session }) => session.id === sessionId);
  if (published === undefined) return null;
  return { text: toSessionCalendar(published, club, publicUrl), contentType: CALENDAR };
}

function toIssueFeed({ programme, club, publicUrl }: Issue, selection: Selection) {
  return toFeed(programme, club, publicUrl, selection);
}
