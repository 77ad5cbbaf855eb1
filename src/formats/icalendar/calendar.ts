/**
 * The calendar (RFC 5545, RFC 7986): sessions as events that keep their UID for ever.
 *
 * The events come from `ical-generator`; the calendar around them is written here, because its own `toString` takes
 * seconds for a thousand events and knows neither REFRESH-INTERVAL's exact form nor a calendar without events.
 */
import { toHomeUrl, toSessionUrl, type Links } from "../../programme/address.ts";
import type { Club } from "../../programme/club.ts";
import { findSession, type Publication, type PublishedSession } from "../../programme/publication.ts";
import {
  isInYear,
  isShown,
  selectProgramme,
  toYear,
  WHOLE,
  type Alarm,
  type Selection,
} from "../../programme/selection.ts";
import { toEnd } from "../../programme/steps.ts";
import { toName } from "../../wording/labels.ts";
import { toLine } from "../../wording/text.ts";
import { joinPieces } from "../join-pieces.ts";
import { rememberWritten, toPlace, type Place } from "../remember-written.ts";
import { addAlarm } from "./alarm.ts";
import { createEvent } from "./event.ts";
import { fitEvents, MAX_CALENDAR_BYTES, MAX_EVENTS, toZoneLines, type EventWriter } from "./fit-events.ts";
import { countOctets, escapeText, foldLines } from "./fold-lines.ts";
import { joinYears } from "./join-years.ts";

/** How often clients ask again (RFC 7986 5.7; X-PUBLISHED-TTL is Outlook's). */
const REFRESH = "PT1H";

/**
 * The calendar of a selection, as far as clients take it: see {@link fitEvents}.
 *
 * @param publication the whole; the selection's filters are applied here
 * @returns pieces: each year's events are one, as a replay changes those of one year
 */
export function* toCalendar(
  publication: Publication,
  selection: Selection,
  { self }: Links,
): Generator<string | undefined, void> {
  const { club, programme } = publication;
  const selected = selectProgramme(programme, selection);
  const sessions = selected.sessions
    .filter((published) => isShown(published, selection) && isInYear(published, selection, club.timeZone))
    .slice(-(selection.limit ?? MAX_EVENTS));
  const head = toHeadLines(publication, toName(club, selected, selection), self);
  yield* toVcalendar(publication, head, sessions, selection.alarm);
}

/**
 * The calendar of one session, without a name: Outlook makes a new calendar of a file that has one. Null where the
 * programme has no such session.
 */
export function toSessionCalendar(
  publication: Publication,
  selection: Selection,
  { self }: Links,
): string | null {
  const published = findSession(publication, selection.session);
  if (published === null) return null;
  const page = toSessionUrl(publication.publicUrl, published.session.id);
  const head = fold([...toHead(publication.club), `URL:${page}`, `SOURCE;VALUE=URI:${self}`]);
  return [...toVcalendar(publication, head, [published])].join("");
}

/** What a calendar is written from. */
type Published = Pick<Publication, "club" | "programme" | "publicUrl">;

/**
 * Sessions once published that are too old for the whole calendar: others are larger, or there are too many. Their years
 * have calendars of their own.
 *
 * @param self the address of the calendar
 */
export function findLeftOut(publication: Published, self: string): { sessions: number; years: number[] } {
  const { club, programme } = publication;
  const { sessions } = programme;
  const head = toHeadLines(publication, toName(club, programme, WHOLE), self);
  const { events } = toEnd(fitEvents(sessions, createWriter(publication), toRoom(head), ["none"]));
  const gone = sessions.slice(0, sessions.length - events.length);
  return {
    sessions: gone.length,
    years: [...new Set(gone.map(({ session }) => toYear(session, club.timeZone)))],
  };
}

/** @param sessions in order; of those that do not all fit, see {@link fitEvents} */
function* toVcalendar(
  publication: Published,
  head: string,
  sessions: readonly PublishedSession[],
  alarm?: Alarm,
): Generator<string | undefined, void> {
  const { events, timeZones } = yield* fitEvents(sessions, createWriter(publication, alarm), toRoom(head));
  const zones = timeZones.map(toZoneLines).toSorted();
  // RFC 5545 3.6 wants a component: a calendar without events has a zone.
  if (events.length === 0) zones.push(toZoneLines(publication.club.timeZone) || toZoneLines("Etc/UTC"));
  yield* joinPieces([head + zones.join(""), END], joinYears(events));
}

const writeOnce = rememberWritten((published: PublishedSession, place: Place) =>
  createEvent(published, place, []),
);

/** Calendars of years and tags share the events of the whole one; of those that it has no room for nothing is kept. */
function createWriter(publication: Published, alarm?: Alarm): EventWriter {
  const { club, programme } = publication;
  const { sessions, notices } = programme;
  const place = toPlace(publication);
  const since = sessions.at(-MAX_EVENTS)?.session.startsAt ?? 0;
  return (published) => {
    const { session } = published;
    const isKept = session.startsAt >= since && session.status !== "postponed";
    const event = isKept ? writeOnce(published, place) : createEvent(published, publication, notices);
    return alarm === undefined ? event : addAlarm(event, session, club, alarm);
  };
}

function toRoom(head: string): number {
  return MAX_CALENDAR_BYTES - countOctets(head + END);
}

const END = "END:VCALENDAR\r\n";

/** What a calendar says of itself, folded. */
function toHeadLines({ club, publicUrl }: Published, calendarName: string, self: string): string {
  const [name, description] = [toText(calendarName), toText(club.description)];
  return fold([
    ...toHead(club),
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    ...(description === "" ? [] : [`DESCRIPTION:${description}`, `X-WR-CALDESC:${description}`]),
    `URL:${toHomeUrl(publicUrl)}`,
    `SOURCE;VALUE=URI:${self}`,
    `X-WR-TIMEZONE:${club.timeZone}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
  ]);
}

function toHead({ uidDomain }: Club): string[] {
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    // RFC 5545 3.7.3: names this product for this club; a client may keep it to tell calendars apart.
    `PRODID:-//${uidDomain}//journal-club-feeds//EN`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
  ];
}

function fold(lines: readonly string[]): string {
  return foldLines(`${lines.join("\r\n")}\r\n`).lines;
}

/** A TEXT value of one line. */
function toText(text: string): string {
  return escapeText(toLine(text));
}
