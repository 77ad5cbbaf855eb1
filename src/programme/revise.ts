/**
 * A programme against the ledger: what is new, what has changed, and the dates everything keeps from now on.
 */
import type { Club } from "./club.ts";
import { dateEntries, type CurrentEntry } from "./date-entries.ts";
import { toFingerprint } from "./fingerprint.ts";
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
import { reviseSession, toShownSession } from "./revise-session.ts";
import type { EntryDates } from "./revision.ts";
import type { PublishedProgramme, PublishedSession } from "./publication.ts";

/** On a first start a past session counts as announced this long before it began, so that readers are not flooded. */
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
  const others = [...toNoticeEntries(notices, now), ...toVideoEntries(programme, ledger, now)];
  const entries = dateEntries(others, announced, now);

  const fingerprint = toFingerprint([
    club,
    toShownProgramme(programme, sessions, entries),
    [...notices.keys()],
  ]);
  const changedAt = toChangedAt(ledger, fingerprint, entries, now);
  return {
    ledger: { sessions, entries, notices, published: { fingerprint, changedAt } },
    published: toPublished(programme, { sessions, entries, notices }, changedAt),
  };
}

function toAnnouncementEntries({ sessions }: Programme, ledger: Ledger, now: Instant): CurrentEntry[] {
  return sessions.toReversed().map(({ session }) => {
    const assumed =
      ledger.published === null && session.startsAt < now ? session.startsAt - ASSUMED_NOTICE : now;
    return {
      key: toAnnouncementKey(session.id),
      firstSeenAt: session.announcedAt ?? assumed,
      shown: toFingerprint(toShownSession(session)),
    };
  });
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
    const { publishedAt } = toDates(announced, toAnnouncementKey(id));
    const { record, notice } = reviseSession(item, ledger.sessions.get(id), publishedAt, now);
    sessions.set(id, record);
    if (notice !== null) notices.set(toNoticeKey(notice), notice);
  }
  return { sessions, notices };
}

function toNoticeEntries(notices: ReadonlyMap<string, NoticeRecord>, now: Instant): CurrentEntry[] {
  return [...notices].map(([key, notice]) => ({ key, firstSeenAt: now, shown: toFingerprint(notice) }));
}

/** Replays in the session's words, so that edits on YouTube do not touch them; stand-alone videos in their own. */
function toVideoEntries(programme: Programme, ledger: Ledger, now: Instant): CurrentEntry[] {
  const replays = programme.sessions.filter(hasReplay).map((item) => ({
    key: toVideoKey(item.recording.videoId),
    firstSeenAt: toReplaySeenAt(item, ledger, now),
    shown: toFingerprint(toShownSession(item.session)),
  }));
  const alone = programme.standAloneVideos.map(({ id, title, description, firstSeenAt }) => ({
    key: toVideoKey(id),
    firstSeenAt,
    shown: toFingerprint([title, description]),
  }));
  return [...replays.toReversed(), ...alone];
}

type ReplayedSession = ProgrammeSession & { recording: NonNullable<ProgrammeSession["recording"]> };

const hasReplay = (item: ProgrammeSession): item is ReplayedSession => item.recording?.state === "replay";

/** A stream becomes news when it has become a replay; a replay named by a person on first start, with its session. */
function toReplaySeenAt({ session, recording }: ReplayedSession, ledger: Ledger, now: Instant): Instant {
  const wasLive = ledger.sessions.get(session.id)?.standing.recording === `${recording.videoId}:live`;
  if (wasLive) return now;
  if (recording.video !== undefined) return recording.video.firstSeenAt;
  return ledger.published === null ? session.endsAt : now;
}

/** Everything a representation can show, in a form that is equal exactly when the programme is. */
function toShownProgramme(
  programme: Programme,
  sessions: Ledger["sessions"],
  entries: Ledger["entries"],
): unknown {
  return [
    programme.sessions.map(({ session }) => [session.id, sessions.get(session.id)?.shown]),
    programme.standAloneVideos.map(({ id }) => [id, entries.get(toVideoKey(id))?.shown]),
  ];
}

/** On a first start the newest date in the data, so that two deployments of the same past agree; later the clock. */
function toChangedAt(
  ledger: Ledger,
  fingerprint: string,
  entries: ReadonlyMap<string, EntryRecord>,
  now: Instant,
): Instant {
  if (ledger.published?.fingerprint === fingerprint) return ledger.published.changedAt;
  const second = toWholeSecond(now);
  if (ledger.published !== null) return Math.max(second, ledger.published.changedAt);
  return entries.size === 0 ? second : Math.max(...[...entries.values()].map(({ dates }) => dates.updatedAt));
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
      dates: toDates(entries, toVideoKey(video.id)),
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
    replay: hasReplay(item) ? toDates(entries, toVideoKey(item.recording.videoId)) : null,
  };
}

function toDates(entries: ReadonlyMap<string, EntryRecord>, key: string): EntryDates {
  const record = entries.get(key);
  if (record === undefined) throw new Error(`entry ${key} has no record`);
  return record.dates;
}
