/**
 * A session as a calendar event (RFC 5545 3.6.1), written by `ical-generator` except for what it cannot say: a local
 * time without the process's zone, CONFERENCE, and an alarm in its place.
 */
import {
  ICalCalendar,
  ICalEvent,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from "ical-generator";
import { toSessionUrl, toUid } from "../../programme/address.ts";
import { toOffset } from "../../programme/civil-time.ts";
import type { Instant } from "../../programme/instant.ts";
import type { Publication, PublishedSession } from "../../programme/publication.ts";
import type { Notice } from "../../programme/revision.ts";
import { isOff, type Session, type SessionStatus } from "../../programme/session.ts";
import { toLanguage, type Language } from "../../wording/language.ts";
import { toCleanText, toExcerpt, toReadableLines } from "../../wording/text.ts";
import { toDescription, toLinks, toLocation, toSummary, type EventLinks } from "./event-text.ts";
import { escapeText, foldLines, type FoldedLines } from "./fold-lines.ts";
import { isCovered, toVtimezone, type LocalTime } from "./vtimezone.ts";

const STATUS: Record<SessionStatus, ICalEventStatus> = {
  scheduled: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  // RFC 5545 3.8.1.11 has no word for it: it will take place, at a time that may still move.
  postponed: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

/** The last line of an event. */
export const END = "END:VEVENT\r\n";

/** Events ask their calendar for a zone; they have their own. */
const WITHOUT_ZONE = new ICalCalendar();

/** How much of the description an event has. */
export type Detail = "whole" | "excerpt" | "none";
/** Of the abstract, in characters; enough to recognise a session by. */
const EXCERPT_LENGTH = 280;

export interface CalendarEvent {
  /** The zone the times are written in, whose VTIMEZONE must be in the calendar; null where they are dates or UTC. */
  timeZone: string | null;
  /** Each detail is written once, when it is first asked for. */
  write: (detail: Detail) => FoldedLines;
}

/**
 * Stands in an event for its description: the control character SUBSTITUTE. No text has it, see
 * `wording/text.ts`, and unlike a noncharacter it does not make all characters beside it take twice the room.
 */
const STAND_IN = "\u001a";
const UNDESCRIBED = `DESCRIPTION:${STAND_IN}\r\n`;

/** What the names of the times follow. */
const START = "\r\nDTSTART";
const UNTIL = "\r\nDTEND";

/**
 * The event of a session, to be written in more or less detail: where a calendar grows too large its oldest events say less,
 * and links are in URL and CONFERENCE too. All but the description is written once.
 *
 * @param notices of the programme; only a postponed session has to look for its own
 */
export function createEvent(
  published: PublishedSession,
  { club, publicUrl }: Pick<Publication, "club" | "publicUrl">,
  notices: readonly Notice[],
): CalendarEvent {
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
    description: STAND_IN,
    location: toCleanText(toLocation(session, links)),
    url: links.replays?.[0]?.watchUrl ?? links.page,
    status: STATUS[session.status],
    transparency: isBusy(session) ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    categories: toReadableLines(session.tags).map((name) => ({ name })),
  };
  const [head = "", tail = ""] = new ICalEvent(data, WITHOUT_ZONE).toString().split(UNDESCRIBED);
  const before = foldLines(addLanguage(addTimeZone(head, timeZone), session));
  const after = foldLines(tail.slice(0, -END.length) + toConferences(links, language) + END);
  const name = addLanguage("DESCRIPTION:", session);
  const describe = toDescription(session, links, notices, language);
  const write = (detail: Detail): FoldedLines => {
    const text = detail === "none" ? "" : describe(toAbstract(session, detail));
    // One that is empty says nothing, and neither does its name.
    const line = foldLines(text === "" ? "" : `${name}${escapeText(text)}\r\n`);
    return {
      lines: before.lines + line.lines + after.lines,
      bytes: before.bytes + line.bytes + after.bytes,
    };
  };
  const known: Partial<Record<Detail, FoldedLines>> = {};
  return { timeZone, write: (detail) => (known[detail] ??= write(detail)) };
}

function toAbstract({ abstract: { text } }: Session, detail: "whole" | "excerpt"): string {
  return detail === "whole" ? text : toExcerpt(text, EXCERPT_LENGTH);
}

/** Whether the time is taken: one that is cancelled or postponed takes none, and a day without a time is not all taken. */
export function isBusy({ status, isAllDay }: Session): boolean {
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
  const [start, end] = [toLocalTime(startsAt, timeZone), toLocalTime(endsAt, timeZone)];
  const local = { start: new Date(start.wall), end: new Date(end.wall) };
  if (isAllDay) return { times: { ...local, allDay: true }, timeZone: null };
  const vtimezone = toVtimezone(timeZone);
  if (vtimezone !== null && isCovered(vtimezone, start) && isCovered(vtimezone, end)) {
    return { times: { ...local, floating: true }, timeZone };
  }
  return { times: { start: new Date(startsAt), end: new Date(endsAt) }, timeZone: null };
}

function toLocalTime(instant: Instant, timeZone: string): LocalTime {
  const offset = toOffset(instant, timeZone);
  return { wall: instant + offset, offset };
}

/** The times stand before all that may look like them. */
function addTimeZone(lines: string, timeZone: string | null): string {
  if (timeZone === null) return lines;
  const [start, end] = [lines.indexOf(START) + START.length, lines.indexOf(UNTIL) + UNTIL.length];
  const zone = `;TZID=${timeZone}`;
  return `${lines.slice(0, start)}${zone}${lines.slice(start, end)}${zone}${lines.slice(end)}`;
}

/** A session's own language, on what is in it (RFC 5545 3.2.10). */
export function addLanguage(lines: string, { inLanguage }: Session): string {
  if (inLanguage === undefined) return lines;
  return lines.replace(/^(SUMMARY|DESCRIPTION):/gm, `$1;LANGUAGE=${inLanguage}:`);
}

/** RFC 7986 5.11: URIs, in which nothing is escaped as in text (RFC 5545 3.3.13). The first is where to take part. */
function toConferences({ join, live }: EventLinks, { words }: Language): string {
  if ((join ?? live) === undefined) return "";
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

/** An address without what would end the line. */
function toUri(url: string): string {
  return toCleanText(url).replace(/\s/g, encodeURIComponent);
}
