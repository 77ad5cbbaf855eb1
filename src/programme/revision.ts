import type { Instant } from "./instant.ts";

/** The service's record of a session, kept for ever. */
export interface Revision {
  /** iCalendar CREATED. */
  firstSeenAt: Instant;
  /** iCalendar LAST-MODIFIED and DTSTAMP: the last change a calendar would show. */
  lastChangedAt: Instant;
  /** iCalendar SEQUENCE: rises with time, place, status or replay; never falls. */
  sequence: number;
}

/** The two dates of an entry, whole seconds. RSS pubDate, Atom published and updated, JSON Feed date_published and date_modified. */
export interface EntryDates {
  /** First seen; unique among all entries, never in the future, never changed. */
  publishedAt: Instant;
  /** Last change of what a person reads; not before `publishedAt`. */
  updatedAt: Instant;
}

/** What subscribers are told as news of its own when a published session that has not ended changes. */
export interface Notice {
  sessionId: string;
  /** The session's sequence when the notice was made; part of the entry id. */
  sequence: number;
  kind: "moved" | "cancelled" | "postponed" | "reinstated";
  /** The session's title of that day. */
  title: string;
  /** Its number of that day, null where it had none; absent in notices made before it was kept. */
  number?: number | null;
  before: NoticeTime;
  after: NoticeTime;
  dates: EntryDates;
}

export interface NoticeTime {
  startsAt: Instant;
  endsAt: Instant;
  timeZone: string;
  isAllDay: boolean;
}
