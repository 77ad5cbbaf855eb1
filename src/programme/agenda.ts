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

/** Sort the selected sessions. `show` leaves out past sessions without replay, or videos without session. */
export function toAgenda(
  { programme, asOf }: Pick<Publication, "programme" | "asOf">,
  selection: Selection,
): Agenda {
  const { sessions, standAloneVideos } = selectProgramme(programme, selection);
  const shown = sessions.filter((published) => isShown(published, selection));
  const ahead = shown.filter((published) => isAhead(published, asOf));
  const next = ahead.find(({ session }) => !isOff(session.status)) ?? null;
  return {
    next,
    coming: ahead.filter((published) => published !== next),
    past: shown.filter((published) => !isAhead(published, asOf)).toReversed(),
    videos: selection.show === "sessions" ? [] : standAloneVideos,
  };
}

/** Whether a session has not ended. */
export function isAhead({ session }: PublishedSession, asOf: Instant): boolean {
  return session.endsAt > asOf;
}

/** Whether a session is taking place. */
export function isOn({ session }: PublishedSession, asOf: Instant): boolean {
  return session.startsAt <= asOf && asOf < session.endsAt && !session.isAllDay && !isOff(session.status);
}
