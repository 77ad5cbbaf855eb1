/**
 * The addresses and permanent ids that every format and page uses.
 *
 * `publicUrl` is the origin the service is published under, without a slash at the end. Addresses may change with it;
 * ids never do: they are made from the club's UID domain and first year (RFC 4151).
 */
import type { Club } from "./club.ts";
import { toQuery, type Selection } from "./selection.ts";

/** The documents a subscriber can choose from, by their path. */
export const DOCUMENTS = ["rss.xml", "atom.xml", "feed.json", "calendar.ics"] as const;
export type DocumentName = (typeof DOCUMENTS)[number];

type TagAuthority = Pick<Club, "uidDomain" | "firstYear">;

/** The home page. */
export function toHomeUrl(publicUrl: string): string {
  return `${publicUrl}/`;
}

/** The page of a session. */
export function toSessionUrl(publicUrl: string, sessionId: string): string {
  return `${publicUrl}/sessions/${encodeURIComponent(sessionId)}`;
}

/** The calendar of one session. */
export function toSessionCalendarUrl(publicUrl: string, sessionId: string): string {
  return `${toSessionUrl(publicUrl, sessionId)}.ics`;
}

/** A feed or the calendar for a selection, with the canonical query. */
export function toDocumentUrl(publicUrl: string, name: DocumentName, selection: Selection): string {
  return `${publicUrl}/${name}${toQuery(selection)}`;
}

/** Entry id of a session's announcement; RSS guid, atom:id and JSON Feed id are this one string. */
export function toSessionTag(authority: TagAuthority, sessionId: string): string {
  return toTag(authority, `session/${encodeURIComponent(sessionId)}`);
}

/** Entry id of a replay or stand-alone video: the same before and after the video is matched. */
export function toVideoTag(authority: TagAuthority, videoId: string): string {
  return toTag(authority, `video/${encodeURIComponent(videoId)}`);
}

/** Entry id of a notice: the change that raised the session's sequence to this number. */
export function toNoticeTag(authority: TagAuthority, sessionId: string, sequence: number): string {
  return `${toSessionTag(authority, sessionId)}/notice/${sequence}`;
}

/** Id of a feed (atom:id): permanent and the same wherever the feed is hosted. */
export function toFeedTag(authority: TagAuthority, selection: Selection): string {
  return toTag(authority, `feed${toQuery(selection)}`);
}

/** Calendar UID of a session (RFC 5545 3.8.4.7, RFC 7986 5.3). */
export function toUid(club: Pick<Club, "uidDomain">, sessionId: string): string {
  return `${sessionId}@${club.uidDomain}`;
}

/** A `tag:` URI (RFC 4151 2.1). */
function toTag({ uidDomain, firstYear }: TagAuthority, specific: string): string {
  return `tag:${uidDomain},${firstYear}:${specific}`;
}
