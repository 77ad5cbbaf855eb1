/**
 * The ledger: what the service remembers of everything it has published, so that dates and sequences never fall back.
 */
import type { Instant } from "./instant.ts";
import type { Recording } from "./programme.ts";
import { remember } from "./remember.ts";
import type { EntryDates, Notice, NoticeTime, Revision } from "./revision.ts";
import type { SessionStatus } from "./session.ts";

/** A session as subscribers last knew it. */
export interface SessionRecord {
  revision: Revision;
  /** A member it lacks was not known when the record was made. */
  standing: Partial<Standing>;
  /** Fingerprint of everything a calendar shows of it. */
  shown: string;
}

/** What raises SEQUENCE: time, place, status, replay. */
export interface Standing extends NoticeTime {
  status: SessionStatus;
  /** Join link and location. */
  place: string;
  /** Video id and state of the recording, see {@link toRecordingMark}, or null. */
  recording: string | null;
}

export interface EntryRecord {
  dates: EntryDates;
  /** Fingerprint of what a person reads. */
  shown: string;
}

/** A notice as it is kept; its dates are those of its entry. */
export type NoticeRecord = Omit<Notice, "dates">;

export interface Ledger {
  /** By session id. */
  sessions: ReadonlyMap<string, SessionRecord>;
  /** By entry key. */
  entries: ReadonlyMap<string, EntryRecord>;
  /** By entry key. */
  notices: ReadonlyMap<string, NoticeRecord>;
  /** Fingerprint of the programme last published, and when it changed; null before the first. See LOST_PUBLISHED. */
  published: { fingerprint: string; changedAt: Instant } | null;
}

/** Something was published, but what is not known any more. */
export const LOST_PUBLISHED: NonNullable<Ledger["published"]> = { fingerprint: "", changedAt: 0 };

export const EMPTY_LEDGER: Ledger = {
  sessions: new Map(),
  entries: new Map(),
  notices: new Map(),
  published: null,
};

/** "videoAAAAA0:replay". */
export const toRecordingMark = ({ videoId, state }: Pick<Recording, "videoId" | "state">): string =>
  `${videoId}:${state}`;

/** The recordings of all sessions, as marks. */
export const toRecordingMarks = remember(
  (sessions: Ledger["sessions"]) => new Set([...sessions.values()].map(({ standing }) => standing.recording)),
);

/** Whether a video was published as a replay. */
export function isReplayed(sessions: Ledger["sessions"], videoId: string): boolean {
  return toRecordingMarks(sessions).has(toRecordingMark({ videoId, state: "replay" }));
}

/** Whether a video has an entry under its own key. */
export function isListed(entries: Ledger["entries"], videoId: string): boolean {
  return entries.has(toVideoKey(videoId));
}

/** The dates of an entry that is known. */
export function toDates(entries: ReadonlyMap<string, EntryRecord>, key: string): EntryDates {
  const record = entries.get(key);
  if (record === undefined) throw new Error(`entry ${key} has no record`);
  return record.dates;
}

/** The specific part of an entry's `tag:` URI; see `address.ts` for the whole. */
export const toAnnouncementKey = (sessionId: string): string => `session/${sessionId}`;
export const toVideoKey = (videoId: string): string => `video/${videoId}`;
/** Of a replay whose video was an entry by itself before anybody knew that it was a stream: readers know that one. */
export const toOwnReplayKey = (videoId: string): string => `${toVideoKey(videoId)}/replay`;
export const toNoticeKey = ({ sessionId, sequence }: { sessionId: string; sequence: number }): string =>
  `session/${sessionId}/notice/${sequence}`;
