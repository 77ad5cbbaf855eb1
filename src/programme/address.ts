/**
 * The permanent ids that every format uses, and the addresses that prose names.
 *
 * `publicUrl` is the origin the service is published under, without a slash at the end. Addresses may change with it;
 * ids never do: they are made from the club's UID domain and first year (RFC 4151). The table of all addresses is
 * `documents/table.ts`.
 */
import type { Club } from "./club.ts";
import { toAnnouncementKey, toNoticeKey, toOwnReplayKey, toVideoKey } from "./ledger.ts";
import { toQuery, type Selection } from "./selection.ts";

/** Where sessions have their pages; links in entries, events and descriptions of videos name them. */
export const SESSION_PAGE = "/sessions/:session";

/** Where the sessions of a year have theirs: every session is reachable from one of them. */
export const YEAR_PAGE = "/years/:year";

/** What a writer is told of the table of documents, which it cannot see: where it stands itself, and what else there is. */
export interface Links {
  /** The canonical address of the document that is written. */
  self: string;
  /** Where subscribers of that document are told of its changes (W3C WebSub); none for what has no hub. */
  hubs: readonly string[];
  /** What people subscribe to, in the order of the table. */
  subscriptions: readonly Subscription[];
  /** The pages for search engines. */
  pages: readonly Page[];
  /** The canonical address of a document by its name in the table; throws where there is none of that name. */
  to: (name: string, selection?: Selection) => string;
}

/** A document to subscribe to. */
export interface Subscription {
  kind: "calendar" | "feed";
  /** "RSS". */
  label: string;
  /** Without charset. */
  mediaType: string;
  /** The address without a query. */
  url: string;
  /** The canonical address for as much of a selection as the document knows. */
  toUrl: (selection: Selection) => string;
}

export interface Page {
  /** What there is one page for each of; the selection then names it. Null where there is one page. */
  each: "session" | "year" | null;
  toUrl: (selection: Selection) => string;
}

type TagAuthority = Pick<Club, "uidDomain" | "firstYear">;

/** The path of a pattern such as {@link SESSION_PAGE}, with the canonical query of what the path does not say. */
export function toPath(pattern: string, selection: Selection): string {
  const { year, ...others } = selection;
  const path = pattern.replace(":session", encodeURIComponent(selection.session ?? ""));
  return path.includes(":year")
    ? path.replace(":year", String(year)) + toQuery(others)
    : path + toQuery(selection);
}

/** The home page. */
export function toHomeUrl(publicUrl: string): string {
  return `${publicUrl}/`;
}

/** The page of a session. */
export function toSessionUrl(publicUrl: string, sessionId: string): string {
  return publicUrl + toSessionPath(sessionId);
}

/** The same within this site. */
export function toSessionPath(sessionId: string): string {
  return SESSION_PAGE.replace(":session", encodeURIComponent(sessionId));
}

/** Entry id of a session's announcement; RSS guid, atom:id and JSON Feed id are this one string. */
export function toSessionTag(authority: TagAuthority, sessionId: string): string {
  return toTag(authority, toAnnouncementKey(sessionId));
}

/**
 * Entry id of a replay or stand-alone video: the same before and after the video is matched. Only a replay whose video was
 * a stand-alone entry before it was known as a stream has another, and keeps it.
 */
export function toVideoTag(authority: TagAuthority, videoId: string, hasOwnReplayId = false): string {
  return toTag(authority, hasOwnReplayId ? toOwnReplayKey(videoId) : toVideoKey(videoId));
}

/** Entry id of a notice: the change that raised the session's sequence to this number. */
export function toNoticeTag(authority: TagAuthority, sessionId: string, sequence: number): string {
  return toTag(authority, toNoticeKey({ sessionId, sequence }));
}

/** Id of a feed (atom:id): permanent and the same wherever the feed is hosted. */
export function toFeedTag(authority: TagAuthority, selection: Selection): string {
  return toTag(authority, `feed${toQuery(selection)}`);
}

/** Calendar UID of a session (RFC 5545 3.8.4.7, RFC 7986 5.3). */
export function toUid(club: Pick<Club, "uidDomain">, sessionId: string): string {
  return `${sessionId}@${club.uidDomain}`;
}

/** A `tag:` URI (RFC 4151 2.1). Ids of sessions and videos hold nothing that it would have to escape. */
function toTag({ uidDomain, firstYear }: TagAuthority, specific: string): string {
  return `tag:${uidDomain},${firstYear}:${specific}`;
}
