/** The programme as visitors look at it: what is on or next, what is coming, what is past. */
import type { Instant } from "./instant.ts";
import type { Publication, PublishedSession, PublishedVideo } from "./publication.ts";
import { isShown, selectProgramme, type Selection } from "./selection.ts";
import { isOff } from "./session.ts";

export interface Agenda {
  /** The session that is on, else the first that will take place. */
  next: PublishedSession | null;
  /** Those after it, and cancelled or postponed ones that have not ended, soonest first. */
  coming: PublishedSession[];
  /** Newest first. */
  past: PublishedSession[];
  /** Videos that belong to no session, newest first. */
  videos: PublishedVideo[];
}

/** Sort the selected sessions. `show` leaves out past sessions without replay, videos without session, or all but the next. */
export function toAgenda(
  { programme, asOf }: Pick<Publication, "programme" | "asOf">,
  selection: Selection,
): Agenda {
  const { sessions, standAloneVideos } = selectProgramme(programme, selection);
  const shown = sessions.filter((published) => isShown(published, selection));
  const ahead = shown.filter((published) => isAhead(published, asOf));
  const next = ahead.find(({ session }) => !isOff(session.status)) ?? null;
  if (selection.show === "next") return { next, coming: [], past: [], videos: [] };
  return {
    next,
    coming: ahead.filter((published) => published !== next),
    past: shown.filter((published) => !isAhead(published, asOf)).toReversed(),
    videos: selection.show === "sessions" ? [] : standAloneVideos,
  };
}

/**
 * Programme order, every session once: the one that is on or next, then what is coming, then what was.
 *
 * @param limit at most so many sessions of both together
 */
export function toProgrammeOrder(
  { next, coming, past }: Agenda,
  limit: number = Infinity,
): { upcoming: PublishedSession[]; past: PublishedSession[] } {
  const upcoming = [...(next === null ? [] : [next]), ...coming].slice(0, limit);
  return { upcoming, past: past.slice(0, limit - upcoming.length) };
}

/** Where a session stands at an instant: what became of it, else whether it is coming, on or past. */
export type SessionState = "upcoming" | "tentative" | "live" | "past" | "postponed" | "cancelled";

/** Of a past session only cancelled and postponed still matter. */
export function toState(published: PublishedSession, asOf: Instant): SessionState {
  const { status } = published.session;
  if (status === "cancelled" || status === "postponed") return status;
  if (!isAhead(published, asOf)) return "past";
  if (isOn(published, asOf)) return "live";
  return status === "tentative" ? "tentative" : "upcoming";
}

/** Whether a session has not ended. */
export function isAhead({ session }: PublishedSession, asOf: Instant): boolean {
  return session.endsAt > asOf;
}

/** Whether a session is taking place. */
export function isOn({ session }: PublishedSession, asOf: Instant): boolean {
  return session.startsAt <= asOf && asOf < session.endsAt && !session.isAllDay && !isOff(session.status);
}
