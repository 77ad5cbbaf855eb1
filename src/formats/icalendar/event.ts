/**
 * A session as a calendar event (RFC 5545 3.6.1), written by `ical-generator` except for what it cannot say: a local
 * time without the process's zone, CONFERENCE, and an alarm in its place.
 */
import {
  ICalAlarm,
  ICalAlarmType,
  ICalCalendar,
  ICalEvent,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from "ical-generator";
import { toSessionUrl, toUid } from "../../programme/address.ts";
import { toOffset } from "../../programme/civil-time.ts";
import { MINUTE, SECOND, type Instant } from "../../programme/instant.ts";
import type { Publication, PublishedSession } from "../../programme/publication.ts";
import type { Alarm } from "../../programme/selection.ts";
import { isOff, type Session, type SessionStatus } from "../../programme/session.ts";
import { toLanguage, type Language } from "../../wording/language.ts";
import { toCleanText, toExcerpt, toReadableLines } from "../../wording/text.ts";
import { toDescription, toLinks, toLocation, toSummary, type EventLinks } from "./event-text.ts";
import { escapeText } from "./fold-lines.ts";
import { isCovered, toVtimezone, type LocalTime } from "./vtimezone.ts";

const STATUS: Record<SessionStatus, ICalEventStatus> = {
  scheduled: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  // RFC 5545 3.8.1.11 has no word for it: it will take place, at a time that may still move.
  postponed: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

const END = "END:VEVENT\r\n";

/** Events ask their calendar for a zone; they have their own. */
const WITHOUT_ZONE = new ICalCalendar();

/** How much of the description an event has. */
export type Detail = "whole" | "excerpt" | "none";
/** Of the abstract, in characters; enough to recognise a session by. */
const EXCERPT_LENGTH = 280;

export interface CalendarEvent {
  /** Content lines, each ended with CRLF and not folded. */
  lines: string;
  /** The zone the times are written in, whose VTIMEZONE must be in the calendar; null where they are dates or UTC. */
  timeZone: string | null;
}

/** Stands in an event for its description. No text has it, see `wording/text.ts`. */
const DESCRIPTION = "\ufdd4";

/**
 * The event of a session, to be written in more or less detail: where a calendar grows too large its oldest events say less,
 * and links are in URL and CONFERENCE too. All but the description is written once.
 *
 * @param alarm minutes before the start; a cancelled, postponed or all-day session has no alarm
 */
export function createEvent(
  published: PublishedSession,
  { club, programme, publicUrl }: Pick<Publication, "club" | "programme" | "publicUrl">,
  alarm?: Alarm,
): (detail: Detail) => CalendarEvent {
  const { session, revision } = published;
  const { times, timeZone } = toTimes(session);
  const links = toLinks(published, toSessionUrl(publicUrl, session.id));
  const language = toLanguage(club.language);
  const data: ICalEventData = {
    id: toUid(club, session.id),
    sequence: revision.sequence,
    // Every instant is given: where none is, ical-generator takes the clock's.
    stamp: new Date(revision.lastChangedAt),
    created: new Date(revision.firstSeenAt),
    lastModified: new Date(revision.lastChangedAt),
    ...times,
    summary: toSummary(session, club),
    description: DESCRIPTION,
    location: toCleanText(toLocation(session, links)),
    url: links.replays?.[0]?.watchUrl ?? links.page,
    status: STATUS[session.status],
    transparency: isBusy(session) ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    categories: toReadableLines(session.tags).map((name) => ({ name })),
  };
  const event = new ICalEvent(data, WITHOUT_ZONE);
  const additions = toConferences(links, language) + (isBusy(session) ? toAlarm(event, alarm) : "");
  const written = `${event.toString().slice(0, -END.length)}${additions}${END}`;
  const lines = addLanguage(addTimeZone(written, timeZone), session);
  return (detail) => {
    const description =
      detail === "none" ? "" : toDescription(toDetailed(session, detail), links, programme.notices, language);
    return { lines: addDescription(lines, description), timeZone };
  };
}

/** One that is empty says nothing, and neither does its name. */
function addDescription(lines: string, text: string): string {
  const at = lines.indexOf(DESCRIPTION);
  const [before, after] = [lines.slice(0, at), lines.slice(at + DESCRIPTION.length)];
  if (text === "") return before.slice(0, before.lastIndexOf("\r\n")) + after;
  return before + escapeText(text) + after;
}

function toDetailed(session: Session, detail: Detail): Session {
  if (detail === "whole") return session;
  return { ...session, abstract: { html: "", text: toExcerpt(session.abstract.text, EXCERPT_LENGTH) } };
}

/** Whether the time is taken: one that is cancelled or postponed takes none, and a day without a time is not all taken. */
function isBusy({ status, isAllDay }: Session): boolean {
  return !isOff(status) && !isAllDay;
}

/**
 * Local times as if they were UTC, marked as floating: ical-generator writes those as they are, where it would send a
 * zone's through the zone of the process. {@link addTimeZone} names the zone.
 */
function toTimes({ startsAt, endsAt, isAllDay, timeZone }: Session): {
  times: Pick<ICalEventData, "start" | "end" | "allDay" | "floating">;
  timeZone: string | null;
} {
  const [start, end] = [toClock(startsAt, timeZone), toClock(endsAt, timeZone)];
  if (isAllDay) return { times: { start: start.date, end: end.date, allDay: true }, timeZone: null };
  const vtimezone = toVtimezone(timeZone);
  if (vtimezone !== null && isCovered(vtimezone, start) && isCovered(vtimezone, end)) {
    return { times: { start: start.date, end: end.date, floating: true }, timeZone };
  }
  return { times: { start: new Date(startsAt), end: new Date(endsAt) }, timeZone: null };
}

function toClock(instant: Instant, timeZone: string): LocalTime & { date: Date } {
  const offset = toOffset(instant, timeZone);
  const date = new Date(instant + offset);
  return { date, wall: date.toISOString().slice(0, 16), offset };
}

function addTimeZone(lines: string, timeZone: string | null): string {
  return timeZone === null ? lines : lines.replace(/^(DTSTART|DTEND):/gm, `$1;TZID=${timeZone}:`);
}

/** A session's own language, on what is in it (RFC 5545 3.2.10). */
function addLanguage(lines: string, { inLanguage }: Session): string {
  if (inLanguage === undefined) return lines;
  return lines.replace(/^(SUMMARY|DESCRIPTION):/gm, `$1;LANGUAGE=${inLanguage}:`);
}

/** RFC 7986 5.11: URIs, in which nothing is escaped as in text (RFC 5545 3.3.13). The first is where to take part. */
function toConferences({ join, live }: EventLinks, { words }: Language): string {
  const conferences = [
    [join, words.session.join],
    [live, words.session.liveStream],
  ];
  return conferences
    .map(([uri, label]) =>
      uri === undefined ? "" : `CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=${label}:${toUri(uri)}\r\n`,
    )
    .join("");
}

/** After every property (RFC 5545 3.6.1), where ical-generator would not put it. */
function toAlarm(event: ICalEvent, alarm: Alarm | undefined): string {
  if (alarm === undefined) return "";
  const triggerBefore = (alarm * MINUTE) / SECOND;
  return new ICalAlarm({ type: ICalAlarmType.display, triggerBefore }, event).toString();
}

/** An address without what would end the line. */
function toUri(url: string): string {
  return toCleanText(url).replace(/\s/g, encodeURIComponent);
}
