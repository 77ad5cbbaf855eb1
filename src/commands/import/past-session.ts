/** What every kind of file comes down to: sessions that were, and what is none. */
import type { Paper, Presenter, SessionStatus } from "../../programme/session.ts";

/** A session as a calendar, a sheet or a feed has it. */
export interface PastSession {
  /** As messages name it: "row 12", "event 3". */
  place: string;
  /** Made from the lasting name that the file gives it (a UID, a guid); null where it gives none, as sheets do. */
  id: string | null;
  number: number | undefined;
  title: string;
  /** "YYYY-MM-DD" in the club's zone. */
  date: string;
  /** "HH:MM" or "tba", where it is not the club's. */
  start: string | undefined;
  /** The same, usual or not; absent where nothing is said. */
  clock: string | undefined;
  /** Minutes, where they are not the club's. */
  duration: number | undefined;
  /** Absent where it is the usual one, scheduled. */
  status: Exclude<SessionStatus, "scheduled"> | undefined;
  presenters: Presenter[];
  papers: Paper[];
  join: string | undefined;
  location: string | undefined;
  /** As a session file has it. */
  replay: string | undefined;
  /** A day not after the session's. */
  announced: string | undefined;
  /** Markdown; "" where there is none. */
  abstract: string;
  /** What the file says of it and no field holds, and what was taken for granted. */
  leftOver: string[];
}

/** A row or an event that becomes no session. */
export interface PassedOver {
  place: string;
  /** Without a full stop. */
  reason: string;
}

export interface ReadPast {
  sessions: PastSession[];
  passedOver: PassedOver[];
  /** About the file as a whole. */
  notes: string[];
}

/** The whole file cannot be read; the message begins with what is wrong. */
export type UnreadFile = { reason: "unread_file"; message: string };

/** What the club does as a rule, and today. */
export interface PastContext {
  timeZone: string;
  usual: { start: string; durationMinutes: number };
  /** "YYYY-MM-DD" in the club's zone. */
  today: string;
  uidDomain: string;
  /** What may stand before a title: the club's names. */
  names: readonly string[];
}
