/**
 * A programme against the ledger: what is new, what has changed, and the dates everything keeps from now on.
 */
import type { Club } from "./club.ts";
import { dateEntries, type CurrentEntry } from "./date-entries.ts";
import { DAY, toWholeSecond, type Instant } from "./instant.ts";
import {
  toAnnouncementKey,
  toDates,
  toNoticeKey,
  type EntryRecord,
  type Ledger,
  type NoticeRecord,
  type SessionRecord,
} from "./ledger.ts";
import type { Programme, ProgrammeSession } from "./programme.ts";
import { remember } from "./remember.ts";
import { reviseSession } from "./revise-session.ts";
import type { Session } from "./session.ts";
import type { PublishedProgramme } from "./publication.ts";
import { findUnchanged, toPublished } from "./published-programme.ts";
import { toAnnouncementShowing } from "./shown-session.ts";
import { isSameShape, toShowing, toShown } from "./shown.ts";
import { findVideoKey, toVideoEntries } from "./video-entries.ts";

/** A session that was over before it was first seen counts as announced this long before it began, so that readers are not flooded. */
const ASSUMED_NOTICE: Instant = 4 * DAY;

/**
 * Revise the ledger with a programme.
 *
 * Pure: with the same ledger and programme a later `now` changes nothing. Records that did not change stay the same
 * objects, so that the caller can write what changed and no more.
 *
 * @param before what was published when the ledger was revised last, where that is known: a session that is the same, recording
 *   and all, is not looked at again, and what is published of it stays the same object
 */
export function revise(
  programme: Programme,
  club: Club,
  ledger: Ledger,
  now: Instant,
  before?: PublishedProgramme,
): { ledger: Ledger; published: PublishedProgramme } {
  const unchanged = findUnchanged(programme, before);
  const due = programme.sessions.filter((_, at) => unchanged[at] === undefined);
  const announced = dateEntries(toAnnouncementEntries(due, ledger, now), ledger.entries, now);
  const { sessions, notices } = reviseSessions(due, ledger, announced, now);
  const others = [
    ...toNoticeEntries({ sessions, notices }, ledger, now),
    ...toVideoEntries({ ...programme, sessions: due }, ledger, now),
  ];
  const entries = dateEntries(others, announced, now);

  const fingerprint = toShown([club, toShownProgramme(programme, sessions, entries), [...notices.keys()]]);
  const changedAt = toChangedAt(ledger, fingerprint, () => toNewest(sessions, entries), now);
  return {
    ledger: { sessions, entries, notices, published: { fingerprint, changedAt } },
    published: toPublished(programme, { sessions, entries, notices }, changedAt, unchanged, before),
  };
}

function toAnnouncementEntries(
  sessions: readonly ProgrammeSession[],
  ledger: Ledger,
  now: Instant,
): CurrentEntry[] {
  return sessions.toReversed().map(({ session }) => ({
    key: toAnnouncementKey(session.id),
    // With a record it is new only to a ledger that has lost the entry.
    toFirstSeenAt: () =>
      ledger.sessions.get(session.id)?.revision.firstSeenAt ?? toAnnouncedAt(session, ledger, now),
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
  items: readonly ProgrammeSession[],
  ledger: Ledger,
  announced: ReadonlyMap<string, EntryRecord>,
  now: Instant,
): Pick<Ledger, "sessions" | "notices"> {
  const sessions: [string, SessionRecord][] = [];
  const notices: [string, NoticeRecord][] = [];
  for (const item of items) {
    const { id } = item.session;
    const known = ledger.sessions.get(id);
    const toLeast = () => ({
      announcement: toDates(announced, toAnnouncementKey(id)),
      sequence: toToldSequence(ledger, id),
    });
    const { record, notice } = reviseSession(item, known, toLeast, now);
    if (record !== known) sessions.push([id, record]);
    if (notice !== null) notices.push([toNoticeKey(notice), notice]);
  }
  return { sessions: addRecords(ledger.sessions, sessions), notices: addRecords(ledger.notices, notices) };
}

/** Where nothing is added, the records are the same object. */
function addRecords<T>(
  records: ReadonlyMap<string, T>,
  added: readonly [key: string, record: T][],
): ReadonlyMap<string, T> {
  if (added.length === 0) return records;
  const all = new Map(records);
  for (const [key, record] of added) all.set(key, record);
  return all;
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
    const toFirstSeenAt = () => (ledger.notices.has(key) ? changedAt : now);
    return { key, toFirstSeenAt, showing: toNoticeShowing(notice) };
  });
}

const toNoticeShowing = remember((notice: NoticeRecord) => toShowing(notice));

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
  toNewestHere: () => Instant | null,
  now: Instant,
): Instant {
  if (published?.fingerprint === fingerprint) return published.changedAt;
  const second = toWholeSecond(now);
  if (published === null) return toNewestHere() ?? second;
  const isComparable = isSameShape(published.fingerprint, fingerprint);
  return Math.max(published.changedAt, isComparable ? second : (toNewestHere() ?? second));
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
