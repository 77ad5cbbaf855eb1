/**
 * The feed as a format-neutral value: what RSS, Atom and JSON Feed are written from. No field depends on a clock.
 */
import { toFeedTag, toHomeUrl } from "../programme/address.ts";
import type { Instant } from "../programme/instant.ts";
import type { Recording } from "../programme/programme.ts";
import type { Publication, PublishedProgramme, PublishedSession } from "../programme/publication.ts";
import type { EntryDates } from "../programme/revision.ts";
import { selectProgramme, type Selection, type Show } from "../programme/selection.ts";
import { toName } from "../wording/labels.ts";
import { toLine } from "../wording/text.ts";
import { toAnnouncement, toReplayEntry, toVideoEntry, type Author, type Entry } from "./entry.ts";
import { toNoticeEntry } from "./notice.ts";
import { rememberWritten, toPlace, type Place } from "./remember-written.ts";

/** RSS ttl: how long a reader may keep its copy. The cache policy gives feeds the same time. */
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
  selfUrl: string;
  /** RSS lastBuildDate, atom:updated: the newest `updatedAt` of the entries. */
  updatedAt: Instant;
  /** atom:author, JSON Feed authors: who speaks where an entry names nobody. */
  author: Author;
  /** By `publishedAt`, newest first. */
  entries: Entry[];
}

/**
 * The feed of a selection.
 *
 * @param publication the whole; the selection's filters are applied here
 * @param selfUrl the canonical address of the document it becomes
 */
export function toFeed(publication: Publication, selection: Selection, selfUrl: string): Feed {
  const { club, programme, publicUrl } = publication;
  const selected = selectProgramme(programme, selection);
  const entries = toEntries(publication, selected, selection);
  return {
    id: toFeedTag(club, selection),
    title: toName(club, selected, selection),
    description: toLine(club.description),
    language: club.language,
    homeUrl: toHomeUrl(publicUrl),
    selfUrl,
    updatedAt: entries.length === 0 ? programme.changedAt : Math.max(...entries.map((one) => one.updatedAt)),
    author: { name: toLine(club.name), url: club.siteUrl },
    entries,
  };
}

/** The entries of each month together, in their order. By UTC: where it begins matters to nobody. */
export function toMonths({ entries }: Pick<Feed, "entries">): Entry[][] {
  return [...Map.groupBy(entries, ({ publishedAt }) => toMonth(new Date(publishedAt))).values()];
}

function toMonth(date: Date): number {
  return 12 * date.getUTCFullYear() + date.getUTCMonth();
}

function toEntries(publication: Publication, selected: PublishedProgramme, selection: Selection): Entry[] {
  const { club, programme } = publication;
  const { show, limit = club.feedLength, q } = selection;
  const place = toPlace(publication);
  const isWhole = selected === programme && (selection.limit ?? q) === undefined;
  return isWhole && show === "all"
    ? toAllEntries(programme, place)
    : writeNewest(toDrafts(selected, place, { show, writers: isWhole ? REMEMBERING : WRITERS }), limit);
}

/** RSS, Atom and JSON Feed of the whole programme have the same. */
const toAllEntries = rememberWritten((programme: PublishedProgramme, place: Place) =>
  writeNewest(toDrafts(programme, place, { show: "all", writers: REMEMBERING }), place.club.feedLength),
);

/** An entry not yet put into words: a feed keeps fifty, a programme may have thousands. */
interface Draft {
  dates: EntryDates;
  write: () => Entry;
}

function writeNewest(drafts: readonly Draft[], limit: number): Entry[] {
  return drafts
    .toSorted((a, b) => b.dates.publishedAt - a.dates.publishedAt)
    .slice(0, limit)
    .map(({ write }) => write());
}

function toDrafts(
  programme: PublishedProgramme,
  place: Place,
  { show, writers }: { show: Show; writers: Writers },
): Draft[] {
  return [
    ...(show === "replays" ? [] : toSessionDrafts(programme, place, writers)),
    ...(show === "sessions" ? [] : toReplayDrafts(programme, place, writers)),
  ];
}

function hasReplayEntry(published: PublishedSession): published is Replayed {
  return published.recording !== null && published.replay !== null;
}

/** What puts entries into words. */
interface Writers {
  announcement: (published: PublishedSession, place: Place) => Entry;
  replay: (published: Replayed, place: Place) => Entry;
}

/** A session whose replay has an entry. */
type Replayed = PublishedSession & { recording: Recording; replay: EntryDates };

const WRITERS: Writers = {
  announcement: toAnnouncement,
  replay: (published, place) => toReplayEntry(published, published.recording, published.replay, place),
};

/** The feeds of the whole programme share their entries; of those that others alone have nothing is kept. */
const REMEMBERING: Writers = {
  announcement: rememberWritten(WRITERS.announcement),
  replay: rememberWritten(WRITERS.replay),
};

function toSessionDrafts(
  { sessions, notices }: PublishedProgramme,
  place: Place,
  { announcement }: Writers,
): Draft[] {
  const noticed = new Set(notices.map(({ sessionId }) => sessionId));
  const byId = new Map(
    sessions
      .filter(({ session }) => noticed.has(session.id))
      .map((published) => [published.session.id, published]),
  );
  return [
    ...sessions.map((published) => ({
      dates: published.announcement,
      write: () => announcement(published, place),
    })),
    ...notices.flatMap((notice) => {
      const published = byId.get(notice.sessionId);
      if (published === undefined) return [];
      return [{ dates: notice.dates, write: () => toNoticeEntry(notice, published, place) }];
    }),
  ];
}

function toReplayDrafts(
  { sessions, standAloneVideos }: PublishedProgramme,
  place: Place,
  { replay }: Writers,
): Draft[] {
  return [
    ...sessions
      .filter(hasReplayEntry)
      .map((published) => ({ dates: published.replay, write: () => replay(published, place) })),
    ...standAloneVideos.map((published) => ({
      dates: published.dates,
      write: () => toVideoEntry(published, place),
    })),
  ];
}
