/** A session as a calendar event (RFC 5545 3.6.1). */
import { FRAMES } from "#frames";
import { toSessionUrl, toUid } from "../../programme/address.ts";
import { toOffset } from "../../programme/civil-time.ts";
import type { Club } from "../../programme/club.ts";
import type { Instant } from "../../programme/instant.ts";
import type { Publication, PublishedSession } from "../../programme/publication.ts";
import type { Notice } from "../../programme/revision.ts";
import { isOff, type Session, type SessionStatus } from "../../programme/session.ts";
import { toLanguage, type Language } from "../../wording/language.ts";
import { toCleanText, toExcerptParts, toReadableLines } from "../../wording/text.ts";
import { fillFrame, toOptional } from "../frame.ts";
import { toReadableText } from "../prose.ts";
import { toDescription, toLinks, toLocation, toSummary, type EventLinks } from "./event-text.ts";
import { toLanguageParameter, UNDESCRIBED, type EventTexts } from "./event-lines.ts";
import { escapeText, foldLines, type FoldedLines } from "./fold-lines.ts";
import { isCovered, toVtimezone, type LocalTime } from "./vtimezone.ts";

const STATUS: Record<SessionStatus, string> = {
  scheduled: "CONFIRMED",
  tentative: "TENTATIVE",
  // RFC 5545 3.8.1.11 has no word for it: it will take place, at a time that may still move.
  postponed: "TENTATIVE",
  cancelled: "CANCELLED",
};

/** How much of the abstract a description has; one with none at all is none. */
export type Detail = "whole" | "excerpt" | "none";
/** Of the abstract, in characters; enough to recognise a session by. */
const EXCERPT_LENGTH = 280;

/** The empty line behind a paragraph. */
const PARAGRAPH_END = "\\n\\n";
/** A description that says nothing has no name either. */
const NOTHING: FoldedLines = { lines: "", bytes: 0 };

/** An event in folded lines, without its description. */
export interface CalendarEvent {
  /** In which it starts (UTC). */
  year: number;
  /** The zone the times are written in, whose VTIMEZONE must be in the calendar; null where they are dates or UTC. */
  timeZone: string | null;
  /** What stands before the description, and what behind it. */
  before: string;
  after: string;
  /** Of both. */
  bytes: number;
  /** The description in more or less detail; each is written once, when it is first asked for. */
  describe: (detail: Detail) => FoldedLines;
}

/**
 * The event of a session, to be described in more or less detail: where a calendar grows too large its oldest events say less,
 * and links are in URL and CONFERENCE too.
 *
 * @param notices of the programme; only a postponed session has to look for its own
 */
export function createEvent(
  published: PublishedSession,
  { club, publicUrl }: Pick<Publication, "club" | "publicUrl">,
  notices: readonly Notice[],
): CalendarEvent {
  const { session } = published;
  const links = toLinks(published, toSessionUrl(publicUrl, session.id));
  const times = toTimes(session);
  const texts = toTexts(published, club, links, times);
  const { lines, bytes } = foldLines(fillFrame(session.isAllDay ? FRAMES.allDayEvent : FRAMES.event, texts));
  const place = lines.indexOf(UNDESCRIBED);
  const around = toDescription(session, links, notices, toLanguage(club.language));
  const described: Partial<Record<Detail, FoldedLines>> = { none: NOTHING };
  return {
    year: new Date(session.startsAt).getUTCFullYear(),
    timeZone: times.timeZone,
    before: lines.slice(0, place),
    after: lines.slice(place + UNDESCRIBED.length),
    bytes: bytes - UNDESCRIBED.length,
    describe: (detail) => (described[detail] ??= toDescriptionLine(session, around, detail)),
  };
}

/** The content line of a description. */
function toDescriptionLine(
  { abstract: { text }, inLanguage }: Session,
  { before, after }: { before: string; after: string },
  detail: Detail,
): FoldedLines {
  const [abstract, cut] =
    detail === "whole" ? [toReadableText(text), ""] : toExcerptParts(text, EXCERPT_LENGTH);
  return foldLines(
    `DESCRIPTION${toLanguageParameter(inLanguage)}:${toParagraph(before)}${escapeText(abstract)}`,
    cut,
    `${abstract === "" ? "" : PARAGRAPH_END}${escapeText(after)}\r\n`,
  );
}

/** With the empty line behind it. */
function toParagraph(text: string): string {
  return text === "" ? "" : escapeText(text) + PARAGRAPH_END;
}

function toTexts(
  { session, revision }: PublishedSession,
  club: Club,
  links: EventLinks,
  { timeZone, start, end }: Times,
): EventTexts {
  const tags = toReadableLines(session.tags).map(escapeText);
  return {
    start,
    end,
    zone: timeZone === null ? "" : `;TZID=${timeZone}`,
    uid: toUid(club, session.id),
    sequence: String(revision.sequence),
    created: toStamp(revision.firstSeenAt),
    changed: toStamp(revision.lastChangedAt),
    summary: escapeText(toSummary(session, club)),
    language: toLanguageParameter(session.inLanguage),
    location: toOptional(escapeText(toCleanText(toLocation(session, links)))),
    categories: toOptional(tags.join(",")),
    url: escapeText(links.replays?.[0]?.watchUrl ?? links.page),
    transparency: isBusy(session) ? "OPAQUE" : "TRANSPARENT",
    status: STATUS[session.status],
    further: toConferences(links, toLanguage(club.language)),
  };
}

/** Whether the time is taken: one that is cancelled or postponed takes none, and a day without a time is not all taken. */
export function isBusy({ status, isAllDay }: Session): boolean {
  return !isOff(status) && !isAllDay;
}

/** Start and end, and the zone that they are written in; null where they are dates or UTC. */
interface Times {
  start: string;
  end: string;
  timeZone: string | null;
}

/** As the zone's clocks show them where every client finds its way back, else in UTC; dates where the time is not known. */
function toTimes({ startsAt, endsAt, isAllDay, timeZone }: Session): Times {
  const start = toLocalTime(startsAt, timeZone);
  const end = toLocalTime(endsAt, timeZone);
  if (isAllDay) return { start: toDay(start), end: toDay(end), timeZone: null };
  const vtimezone = toVtimezone(timeZone);
  if (vtimezone !== null && isCovered(vtimezone, start) && isCovered(vtimezone, end))
    return { start: toLocalStamp(start), end: toLocalStamp(end), timeZone };
  return { start: toStamp(startsAt), end: toStamp(endsAt), timeZone: null };
}

function toLocalTime(instant: Instant, timeZone: string): LocalTime {
  const offset = toOffset(instant, timeZone);
  return { wall: instant + offset, offset };
}

/** RFC 5545 3.3.5: "20260615T170000Z". */
function toStamp(instant: Instant): string {
  return `${toLocalStamp({ wall: instant })}Z`;
}

/** "20260615T130000". From numbers: `toISOString` and what takes the signs out cost five times as much. */
function toLocalStamp({ wall }: Pick<LocalTime, "wall">): string {
  const date = new Date(wall);
  const day = (date.getUTCFullYear() * 100 + date.getUTCMonth() + 1) * 100 + date.getUTCDate();
  const time = (date.getUTCHours() * 100 + date.getUTCMinutes()) * 100 + date.getUTCSeconds();
  return `${day}T${String(time).padStart(6, "0")}`;
}

/** RFC 5545 3.3.4: "20260615". */
function toDay(time: LocalTime): string {
  return toLocalStamp(time).slice(0, 8);
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
