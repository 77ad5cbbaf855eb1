/** A session's status in words, the same in every feed, calendar and page. */
import { findLastNotice, type Publication } from "../programme/publication.ts";
import { isOff, type Session, type SessionStatus } from "../programme/session.ts";
import { toDateLine } from "./dates.ts";

/** What sets a session apart from one that takes place as announced. */
export interface StatusNote {
  /** One word. */
  badge: string;
  sentence: string;
}

const NOTES: Record<Exclude<SessionStatus, "scheduled">, StatusNote> = {
  tentative: { badge: "Tentative", sentence: "This date is not confirmed yet." },
  cancelled: { badge: "Cancelled", sentence: "This session is cancelled." },
  postponed: { badge: "Postponed", sentence: "This session is postponed." },
};

/** What the status alone says; null for a scheduled session. */
export function toStatusNote(status: SessionStatus): StatusNote | null {
  return status === "scheduled" ? null : NOTES[status];
}

/** "Cancelled: " and the like, before a title; empty for a scheduled session. */
export function toStatusPrefix(status: SessionStatus): string {
  const note = toStatusNote(status);
  return note === null ? "" : `${note.badge}: `;
}

/**
 * What the status and the last notice say of a session at the instant of the publication; null where it takes place as
 * announced. Of a past session only cancelled and postponed still matter.
 */
export function toCurrentNote(
  session: Session,
  { programme, asOf }: Pick<Publication, "programme" | "asOf">,
): StatusNote | null {
  if (isOff(session.status)) return toStatusNote(session.status);
  if (session.endsAt <= asOf) return null;
  const last = findLastNotice(programme.notices, session);
  if (last?.kind !== "moved") return toStatusNote(session.status);
  const sentence = `This session was moved. It was to be on ${toDateLine(last.before)}.`;
  return { badge: "Moved", sentence };
}
