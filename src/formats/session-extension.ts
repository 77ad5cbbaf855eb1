/**
 * `_session`, the JSON Feed extension that states the session an item is about as data, so that a site can show the
 * programme without reading prose. The same for the session's announcement, replay and notices. Members that have
 * nothing to say are left out.
 */
import { toCivil, toZonedRfc3339 } from "../programme/civil-time.ts";
import { isReplayed, type PublishedSession } from "../programme/publication.ts";
import type { Session, SessionStatus } from "../programme/session.ts";
import { toWatchUrl } from "../programme/video.ts";
import { toTitle } from "../wording/text.ts";

export interface SessionExtension {
  /** Where this extension is described (JSON Feed 1.1, Extensions). */
  about: string;
  /** The session's permanent id. */
  id: string;
  /** 21 for "S21". */
  number?: number | undefined;
  title: string;
  /** RFC 3339 with the zone's offset; for an all-day session the date alone. */
  start: string;
  /** Exclusive. RFC 3339 with the zone's offset; for an all-day session the date of the next day. */
  end: string;
  /** IANA name. */
  time_zone: string;
  /** The time of day is to be announced. */
  all_day: boolean;
  status: SessionStatus;
  presenters: {
    name: string;
    affiliation?: string | undefined;
    url?: string | undefined;
    x?: string | undefined;
  }[];
  papers: { title: string; arxiv?: string | undefined; url?: string | undefined }[];
  /** Where to take part online; gone when the session is cancelled or its replay is there. */
  join?: string | undefined;
  location?: string | undefined;
  /** The watch page while the session is streamed and has no replay yet. */
  live?: string | undefined;
  /** False where the club says that the session is not recorded. */
  recorded?: false | undefined;
  /** The watch page of the replay. */
  replay?: string | undefined;
}

/** @param about where the extension is described, an absolute address */
export function toSessionExtension(published: PublishedSession, about: string): SessionExtension {
  const { session, recording } = published;
  const watchUrl = recording === null ? undefined : toWatchUrl(recording.videoId);
  const replayed = isReplayed(published);
  return {
    about,
    id: session.id,
    number: session.number,
    title: toTitle(session.title, session.id),
    ...toTimes(session),
    time_zone: session.timeZone,
    all_day: session.isAllDay,
    status: session.status,
    presenters: session.presenters.map(({ name, affiliation, url, x }) => ({ name, affiliation, url, x })),
    papers: session.papers.map(({ title, arxiv, url }) => ({ title, arxiv, url })),
    join: replayed || session.status === "cancelled" ? undefined : session.join,
    location: session.location,
    live: replayed ? undefined : watchUrl,
    recorded: session.replay === "none" ? false : undefined,
    replay: replayed ? watchUrl : undefined,
  };
}

function toTimes({ isAllDay, startsAt, endsAt, timeZone }: Session): { start: string; end: string } {
  if (!isAllDay) return { start: toZonedRfc3339(startsAt, timeZone), end: toZonedRfc3339(endsAt, timeZone) };
  return { start: toCivil(startsAt, timeZone).date, end: toCivil(endsAt, timeZone).date };
}
