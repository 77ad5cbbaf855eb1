/** What every kind of file comes down to: sessions that were, and what is none. */
import type { Paper, Presenter, SessionStatus, TitledLink } from "../../programme/session.ts";

/** A session as a calendar, a sheet or a feed has it. */
export interface PastSession {
  /** As messages name it: "row 12", "event 3". */
  place: string;
  /** Made from the lasting name that the file gives it (a UID, a guid); null where it gives none, as sheets do. */
  id: string | null;
  number: number | undefined;
  title: string;
  /** As the file has it, where the title is a part of it. */
  ownTitle?: string;
  /** "YYYY-MM-DD" in the club's zone. */
  date: string;
  /** Nothing says the day: it is that of the posting. */
  isDayOfPosting?: true;
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
  /** Only where there is an address to join at. */
  passcode: string | undefined;
  location: string | undefined;
  /** As a session file has it. */
  replay: string | undefined;
  slides: string | undefined;
  code: string | undefined;
  links: TitledLink[];
  chair: Presenter[];
  /** A tag (BCP 47), where it is not the club's. */
  language: string | undefined;
  tags: string[];
  /** A day not after the session's. */
  announced: string | undefined;
  /** Markdown; "" where there is none. */
  abstract: string;
  /** What the file says of it and no field holds, and what was taken for granted. */
  leftOver: string[];
}

/** What a file that says nothing of these fields has of them. */
export const UNSAID: Omit<PastSession, "place" | "id" | "title" | "date"> = {
  number: undefined,
  start: undefined,
  clock: undefined,
  duration: undefined,
  status: undefined,
  presenters: [],
  papers: [],
  join: undefined,
  passcode: undefined,
  location: undefined,
  replay: undefined,
  slides: undefined,
  code: undefined,
  links: [],
  chair: [],
  language: undefined,
  tags: [],
  announced: undefined,
  abstract: "",
  leftOver: [],
};

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
  /** Of the club: a tag (BCP 47). */
  language: string;
  /** What may stand before a title: the club's names. */
  names: readonly string[];
}
