/**
 * A programme against the ledger: what is new, what has changed, and the dates everything keeps from now on.
 */
import type { Club } from "./club.ts";
import { dateEntries, type CurrentEntry } from "./date-entries.ts";
import { DAY, toWholeSecond, type Instant } from "./instant.ts";
import {
  toAnnouncementKey,
  toNoticeKey,
  toVideoKey,
  type EntryRecord,
  type Ledger,
  type NoticeRecord,
  type SessionRecord,
} from "./ledger.ts";
import type { Programme, ProgrammeSession } from "./programme.ts";
import { reviseSession } from "./revise-session.ts";
import type { EntryDates } from "./revision.ts";
import type { Session } from "./session.ts";
import type { PublishedProgramme, PublishedSession, PublishedVideo } from "./publication.ts";
import { toAnnouncementShowing } from "./shown-session.ts";
import { isSameShape, toShowing, toShown } from "./shown.ts";
import { findVideoKey, hasReplay, toVideoEntries } from "./video-entries.ts";

/** A session that was over before it was first seen counts as announced this long before it began, so that readers are not flooded. */
const ASSUMED_NOTICE: Instant = 4 * DAY;

/**
 * Revise the ledger with a programme.
 *
 * Pure: with the same ledger and programme a later `now` changes nothing. Records that did not change stay the same
 * objects, so that the caller can write what changed and no more.
 */
export function revise(
  programme: Programme,
  club: Club,
  ledger: Ledger,
  now: Instant,
): { ledger: Ledger; published: PublishedProgramme } {
  const announced = dateEntries(toAnnouncementEntries(programme, ledger, now), ledger.entries, now);
  const { sessions, notices } = reviseSessions(programme, ledger, announced, now);
  const others = [
    ...toNoticeEntries({ sessions, notices }, ledger, now),
    ...toVideoEntries(programme, ledger, now),
  ];
  const entries = dateEntries(others, announced, now);

  const fingerprint = toShown([club, toShownProgramme(programme, sessions, entries), [...notices.keys()]]);
  const changedAt = toChangedAt(ledger, fingerprint, toNewest(sessions, entries), now);
  return {
    ledger: { sessions, entries, notices, published: { fingerprint, changedAt } },
    published: toPublished(programme, { sessions, entries, notices }, changedAt),
  };
}

function toAnnouncementEntries({ sessions }: Programme, ledger: Ledger, now: Instant): CurrentEntry[] {
  return sessions.toReversed().map(({ session }) => ({
    key: toAnnouncementKey(session.id),
    // With a record it is new only to a ledger that has lost the entry.
    firstSeenAt: ledger.sessions.get(session.id)?.revision.firstSeenAt ?? toAnnouncedAt(session, ledger, now),
    showing: toAnnouncementShowing(session),
  }));
}

/** A session that was over before anybody looked was announced in its time; later ones are news. */
function toAnnouncedAt(
  { startsAt, endsAt, announcedAt }: Session,
  { published }: Ledger,
  now: Instant,
): Instant {
  if (endsAt <= now || (published === null && startsAt < now))
    return Math.min(announcedAt ?? startsAt - ASSUMED_NOTICE, startsAt);
  return published === null ? (announcedAt ?? now) : now;
}

function reviseSessions(
  programme: Programme,
  ledger: Ledger,
  announced: ReadonlyMap<string, EntryRecord>,
  now: Instant,
): Pick<Ledger, "sessions" | "notices"> {
  const sessions = new Map<string, SessionRecord>(ledger.sessions);
  const notices = new Map<string, NoticeRecord>(ledger.notices);
  for (const item of programme.sessions) {
    const { id } = item.session;
    const announcement = toDates(announced, toAnnouncementKey(id));
    const known = ledger.sessions.get(id);
    const least = { announcement, sequence: known?.revision.sequence ?? toToldSequence(ledger, id) };
    const { record, notice } = reviseSession(item, known, least, now);
    sessions.set(id, record);
    if (notice !== null) notices.set(toNoticeKey(notice), notice);
  }
  return { sessions, notices };
}

/** The highest sequence of a session that its notices have told; a lost record must not fall below it. */
function toToldSequence(ledger: Ledger, sessionId: string): number {
  const told = [...ledger.notices.values()].filter((notice) => notice.sessionId === sessionId);
  return Math.max(0, ...told.map(({ sequence }) => sequence));
}

/** A notice known before whose entry was lost is no news. */
function toNoticeEntries(
  { sessions, notices }: Pick<Ledger, "sessions" | "notices">,
  ledger: Ledger,
  now: Instant,
): CurrentEntry[] {
  return [...notices].map(([key, notice]) => {
    const changedAt = sessions.get(notice.sessionId)?.revision.lastChangedAt ?? now;
    return { key, firstSeenAt: ledger.notices.has(key) ? changedAt : now, showing: toShowing(notice) };
  });
}

/** Everything a representation can show, in a form that is equal exactly when the programme is. */
function toShownProgramme(
  programme: Programme,
  sessions: Ledger["sessions"],
  entries: Ledger["entries"],
): unknown {
  return [
    programme.sessions.map(({ session }) => [session.id, sessions.get(session.id)?.shown]),
    programme.standAloneVideos.map(({ id }) => [id, entries.get(findVideoKey(id, entries))?.shown]),
  ];
}

/**
 * On a first start the newest date in the data, so that two deployments of the same past agree; later the clock. Where
 * fingerprints cannot be compared, because one was lost or is of another shape, the dates themselves tell.
 */
function toChangedAt(
  { published }: Ledger,
  fingerprint: string,
  newest: Instant | null,
  now: Instant,
): Instant {
  if (published?.fingerprint === fingerprint) return published.changedAt;
  const second = toWholeSecond(now);
  if (published === null) return newest ?? second;
  const isComparable = isSameShape(published.fingerprint, fingerprint);
  return Math.max(published.changedAt, isComparable ? second : (newest ?? second));
}

/** The newest date of everything known, null where nothing is. */
function toNewest(sessions: Ledger["sessions"], entries: Ledger["entries"]): Instant | null {
  const dates = [
    ...[...sessions.values()].map(({ revision }) => revision.lastChangedAt),
    ...[...entries.values()].map(({ dates: { updatedAt } }) => updatedAt),
  ];
  // `Math.max(...dates)` would fail on very long lists.
  return dates.reduce<Instant | null>((newest, date) => Math.max(newest ?? date, date), null);
}

function toPublished(
  programme: Programme,
  { sessions, entries, notices }: Pick<Ledger, "sessions" | "entries" | "notices">,
  changedAt: Instant,
): PublishedProgramme {
  const present = new Set(programme.sessions.map(({ session }) => session.id));
  return {
    sessions: programme.sessions.map((item) => toPublishedSession(item, sessions, entries)),
    standAloneVideos: programme.standAloneVideos.map(({ firstSeenAt: _firstSeenAt, ...video }) => ({
      video,
      ...toVideoDates(video.id, entries),
    })),
    notices: [...notices]
      .filter(([, notice]) => present.has(notice.sessionId))
      .map(([key, notice]) => ({ ...notice, dates: toDates(entries, key) })),
    changedAt,
  };
}

function toPublishedSession(
  item: ProgrammeSession,
  sessions: Ledger["sessions"],
  entries: Ledger["entries"],
): PublishedSession {
  const { id } = item.session;
  const record = sessions.get(id);
  if (record === undefined) throw new Error(`session ${id} has no record`);
  return {
    ...item,
    revision: record.revision,
    announcement: toDates(entries, toAnnouncementKey(id)),
    ...toReplay(item, entries),
  };
}

function toReplay(
  item: ProgrammeSession,
  entries: Ledger["entries"],
): Pick<PublishedSession, "replay" | "hasOwnReplayId"> {
  if (!hasReplay(item)) return { replay: null };
  const { dates, ...ownId } = toVideoDates(item.recording.videoId, entries);
  return { replay: dates, ...ownId };
}

function toVideoDates(
  videoId: string,
  entries: Ledger["entries"],
): Pick<PublishedVideo, "dates" | "hasOwnReplayId"> {
  const key = findVideoKey(videoId, entries);
  const dates = toDates(entries, key);
  return key === toVideoKey(videoId) ? { dates } : { dates, hasOwnReplayId: true };
}

function toDates(entries: ReadonlyMap<string, EntryRecord>, key: string): EntryDates {
  const record = entries.get(key);
  if (record === undefined) throw new Error(`entry ${key} has no record`);
  return record.dates;
}
