/**
 * The feed as a format-neutral value: what RSS, Atom and JSON Feed are written from. No field depends on a clock.
 */
import type { Club } from "../programme/club.ts";
import type { Instant } from "../programme/instant.ts";
import type { PublishedProgramme } from "../programme/revision.ts";
import { selectProgramme } from "../programme/select.ts";
import type { Selection } from "../programme/selection.ts";
import { toDocumentUrl, toFeedTag, toHomeUrl } from "../programme/address.ts";
import { toAnnouncement, toReplayEntry, toVideoEntry, type Author, type Entry } from "./entry.ts";
import { toName } from "./name.ts";
import { toNoticeEntry } from "./notice.ts";
import { toLine } from "./text.ts";

/** RSS ttl, in minutes: how long a reader may keep its copy. The cache policy gives feeds the same time. */
export const FEED_TTL_MINUTES = 15;

/** RSS channel, atom:feed, JSON Feed. Each field says what the formats call it. */
export interface Feed {
  /** atom:id; the others have none. A `tag:` URI, the same wherever the feed is hosted. */
  id: string;
  /** title. Plain text on one line. */
  title: string;
  /** RSS description, atom:subtitle, JSON Feed description. Plain text on one line. */
  description: string;
  /** RSS language, xml:lang, JSON Feed language. BCP 47. */
  language: string;
  /** RSS link, Atom rel="alternate", JSON Feed home_page_url. */
  homeUrl: string;
  /** atom:link rel="self" (in RSS too), JSON Feed feed_url. */
  selfUrls: { rss: string; atom: string; json: string };
  /** RSS lastBuildDate, atom:updated: the newest `updatedAt` of the entries. */
  updatedAt: Instant;
  /** RSS ttl. */
  ttlMinutes: number;
  /** atom:author, JSON Feed authors: who speaks where an entry names nobody. */
  author: Author;
  /** By `publishedAt`, newest first. */
  entries: Entry[];
}

/**
 * The feed of a selection.
 *
 * @param programme the whole programme; the selection's filters are applied here
 * @param publicUrl the origin the service is published under, without a slash at the end
 */
export function toFeed(
  programme: PublishedProgramme,
  club: Club,
  publicUrl: string,
  selection: Selection,
): Feed {
  const selected = selectProgramme(programme, selection);
  const entries = toDrafts(selected, club, publicUrl, selection)
    .toSorted((a, b) => b.publishedAt - a.publishedAt)
    .slice(0, selection.limit ?? club.feedLength)
    .map(({ write }) => write());
  const newest = entries.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), 0);
  return {
    id: toFeedTag(club, selection),
    title: toName(club, selected, selection),
    description: toLine(club.description),
    language: club.language,
    homeUrl: toHomeUrl(publicUrl),
    selfUrls: {
      rss: toDocumentUrl(publicUrl, "rss.xml", selection),
      atom: toDocumentUrl(publicUrl, "atom.xml", selection),
      json: toDocumentUrl(publicUrl, "feed.json", selection),
    },
    updatedAt: entries.length === 0 ? programme.changedAt : newest,
    ttlMinutes: FEED_TTL_MINUTES,
    author: { name: toLine(club.name), url: club.siteUrl },
    entries,
  };
}

/** An entry not yet put into words: a feed keeps fifty, a programme may have thousands. */
interface Draft {
  publishedAt: Instant;
  write: () => Entry;
}

function toDrafts(
  programme: PublishedProgramme,
  club: Club,
  publicUrl: string,
  { show }: Selection,
): Draft[] {
  return [
    ...(show === "replays" ? [] : toSessionDrafts(programme, club, publicUrl)),
    ...(show === "sessions" ? [] : toReplayDrafts(programme, club, publicUrl)),
  ];
}

function toSessionDrafts({ sessions, notices }: PublishedProgramme, club: Club, publicUrl: string): Draft[] {
  const byId = new Map(sessions.map((published) => [published.session.id, published]));
  return [
    ...sessions.map((published) => ({
      publishedAt: published.announcement.publishedAt,
      write: () => toAnnouncement(published, club, publicUrl),
    })),
    ...notices.flatMap((notice) => {
      const published = byId.get(notice.sessionId);
      if (published === undefined) return [];
      const { publishedAt } = notice.dates;
      return [{ publishedAt, write: () => toNoticeEntry(notice, published, club, publicUrl) }];
    }),
  ];
}

function toReplayDrafts(
  { sessions, standAloneVideos }: PublishedProgramme,
  club: Club,
  publicUrl: string,
): Draft[] {
  return [
    ...sessions.flatMap((published) => {
      const { recording, replay } = published;
      if (recording === null || replay === null) return [];
      const { publishedAt } = replay;
      return [{ publishedAt, write: () => toReplayEntry(published, recording, replay, club, publicUrl) }];
    }),
    ...standAloneVideos.map((published) => ({
      publishedAt: published.dates.publishedAt,
      write: () => toVideoEntry(published, club),
    })),
  ];
}
