/**
 * One session against its record: its sequence, and whether subscribers are told of a change as news.
 */
import { toFingerprint } from "./fingerprint.ts";
import { toWholeSecond, type Instant } from "./instant.ts";
import type { NoticeRecord, SessionRecord, Standing } from "./ledger.ts";
import type { ProgrammeSession } from "./programme.ts";
import type { EntryDates, Notice, NoticeTime } from "./revision.ts";
import { isOff, type Session } from "./session.ts";
import { toRecordShowing } from "./shown-session.ts";
import { isStillShown } from "./shown.ts";
import { isWhole, toStanding } from "./standing.ts";

export interface RevisedSession {
  record: SessionRecord;
  notice: NoticeRecord | null;
}

/**
 * Revise a session.
 *
 * @param known its record, or undefined when it is new or its record was lost
 * @param toLeast where there is no record: the dates of its announcement and the sequence that subscribers have seen
 */
export function reviseSession(
  item: ProgrammeSession,
  known: SessionRecord | undefined,
  toLeast: () => { announcement: EntryDates; sequence: number },
  now: Instant,
): RevisedSession {
  const showing = toRecordShowing(item);
  const { shown } = showing;
  if (known?.shown === shown && isWhole(known.standing)) return { record: known, notice: null };
  const standing = toStanding(item);
  if (known === undefined) {
    const { announcement, sequence } = toLeast();
    const { publishedAt: firstSeenAt, updatedAt: lastChangedAt } = announcement;
    return { record: { revision: { firstSeenAt, lastChangedAt, sequence }, standing, shown }, notice: null };
  }
  // What the record does not hold was not known then: it is filled in, which is no change.
  const before: Standing = { ...standing, ...known.standing };
  if (isStillShown(known.shown, showing)) return { record: { ...known, standing, shown }, notice: null };

  // RFC 5545 3.8.7.4: SEQUENCE says that the event was significantly revised; a corrected typo is not.
  const isSignificant = toFingerprint(before) !== toFingerprint({ ...before, ...standing });
  const sequence = known.revision.sequence + (isSignificant ? 1 : 0);
  // A clock that jumped back does not take a date back.
  const lastChangedAt = Math.max(known.revision.lastChangedAt, toWholeSecond(now));
  const revision = { ...known.revision, sequence, lastChangedAt };
  return {
    record: { revision, standing, shown },
    notice: toNotice(item.session, before, standing, sequence, now),
  };
}

/** News only while the session is still to come, as it stood or as it stands: the past is corrected silently. */
function toNotice(
  { id, title, number }: Session,
  before: Standing,
  after: Standing,
  sequence: number,
  now: Instant,
): NoticeRecord | null {
  if (before.endsAt <= now && after.endsAt <= now) return null;
  const kind = toNoticeKind(before, after);
  if (kind === null) return null;
  const times = { before: toNoticeTime(before), after: toNoticeTime(after) };
  return { sessionId: id, sequence, kind, title, number: number ?? null, ...times };
}

function toNoticeKind(before: Standing, after: Standing): Notice["kind"] | null {
  if (before.status !== after.status) {
    if (after.status === "cancelled" || after.status === "postponed") return after.status;
    if (isOff(before.status) && !isMoved(before, after)) return "reinstated";
    if (before.status === "cancelled") return "reinstated";
  }
  return isMoved(before, after) && after.status !== "cancelled" ? "moved" : null;
}

/** Moved is what makes people come at the wrong time; a longer session is not. */
const isMoved = (before: Standing, after: Standing): boolean =>
  before.startsAt !== after.startsAt || before.isAllDay !== after.isAllDay;

function toNoticeTime({ startsAt, endsAt, timeZone, isAllDay }: NoticeTime): NoticeTime {
  return { startsAt, endsAt, timeZone, isAllDay };
}
