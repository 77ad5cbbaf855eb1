/** A session's status in words, the same in every feed, calendar and page. */
import { findLastNotice, type Publication } from "../programme/publication.ts";
import { isOff, type Session, type SessionStatus } from "../programme/session.ts";
import { toDateLine } from "./dates.ts";
import { toLanguage, type Language } from "./language.ts";

/** What sets a session apart from one that takes place as announced. */
export interface StatusNote {
  /** One word. */
  badge: string;
  sentence: string;
}

/** What the status alone says; null for a scheduled session. */
export function toStatusNote(status: SessionStatus, { words }: Language): StatusNote | null {
  return status === "scheduled" ? null : words.status[status];
}

/** "Cancelled: " and the like, before a title; empty for a scheduled session. */
export function toStatusPrefix(status: SessionStatus, language: Language): string {
  const note = toStatusNote(status, language);
  return note === null ? "" : note.badge + language.words.colon;
}

/**
 * What the status and the last notice say of a session at the instant of the publication; null where it takes place as
 * announced. Of a past session only cancelled and postponed still matter.
 */
export function toCurrentNote(
  session: Session,
  { club, programme, asOf }: Pick<Publication, "club" | "programme" | "asOf">,
): StatusNote | null {
  const language = toLanguage(club.language);
  if (isOff(session.status)) return toStatusNote(session.status, language);
  if (session.endsAt <= asOf) return null;
  const last = findLastNotice(programme.notices, session);
  if (last?.kind !== "moved") return toStatusNote(session.status, language);
  const { moved, wasMoved } = language.words.status;
  return { badge: moved, sentence: wasMoved(toDateLine(last.before, language)) };
}
