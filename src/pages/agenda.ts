/** The programme as visitors look at it: what is on or next, what is coming, what is past. */
import type { Instant } from "../programme/instant.ts";
import type { PublishedProgramme, PublishedSession, PublishedVideo } from "../programme/revision.ts";
import { isReplayed, selectProgramme } from "../programme/select.ts";
import type { Selection } from "../programme/selection.ts";

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
export function toAgenda(programme: PublishedProgramme, selection: Selection, asOf: Instant): Agenda {
  const { sessions, standAloneVideos } = selectProgramme(programme, selection);
  const ahead = sessions.filter((published) => isAhead(published, asOf) && isShown(published, selection));
  const next = ahead.find(({ session }) => !isOff(session)) ?? null;
  return {
    next,
    coming: ahead.filter((published) => published !== next),
    past: sessions
      .filter((published) => !isAhead(published, asOf) && isShown(published, selection))
      .toReversed(),
    videos: selection.show === "sessions" ? [] : standAloneVideos,
  };
}

/** Whether a session has not ended. */
export function isAhead({ session }: PublishedSession, asOf: Instant): boolean {
  return session.endsAt > asOf;
}

/** Whether a session is taking place. */
export function isOn({ session }: PublishedSession, asOf: Instant): boolean {
  return session.startsAt <= asOf && asOf < session.endsAt && !session.isAllDay && !isOff(session);
}

/** Whether a session does not take place as announced. */
export function isOff({ status }: PublishedSession["session"]): boolean {
  return status === "cancelled" || status === "postponed";
}

function isShown(published: PublishedSession, { show, cancelled }: Selection): boolean {
  if (!cancelled && published.session.status === "cancelled") return false;
  return show !== "replays" || isReplayed(published);
}
