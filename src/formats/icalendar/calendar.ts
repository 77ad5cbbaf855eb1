/**
 * The calendar (RFC 5545, RFC 7986): sessions as events that keep their UID for ever.
 *
 * The events come from `ical-generator`; the calendar around them is written here, because its own `toString` takes
 * seconds for a thousand events and knows neither REFRESH-INTERVAL's exact form nor a calendar without events.
 */
import { toHomeUrl, toSessionUrl, type Links } from "../../programme/address.ts";
import type { Club } from "../../programme/club.ts";
import { findSession, type Publication, type PublishedSession } from "../../programme/publication.ts";
import { isShown, selectProgramme, type Selection } from "../../programme/selection.ts";
import { toName } from "../../wording/labels.ts";
import { toLine } from "../../wording/text.ts";
import { toEvent, type CalendarEvent } from "./event.ts";
import { foldLines } from "./fold-lines.ts";
import { toVtimezone } from "./vtimezone.ts";

/** Google Calendar refuses to import more than 1 MB; it counts in decimal. */
export const MAX_CALENDAR_BYTES = 1_000_000;
/** Outlook and Google stop at about a thousand events of a subscribed calendar. */
export const MAX_EVENTS = 999;
/** How often clients ask again (RFC 7986 5.7; X-PUBLISHED-TTL is Outlook's). */
const REFRESH = "PT1H";

/**
 * The calendar of a selection; where it would grow too large, without its oldest events.
 *
 * @param publication the whole; the selection's filters are applied here
 */
export function toCalendar(publication: Publication, selection: Selection, { self }: Links): string {
  const { club, programme, publicUrl } = publication;
  const selected = selectProgramme(programme, selection);
  const name = toText(toName(club, selected, selection));
  const properties = [
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    ...toDescriptionLines(club),
    `URL:${toHomeUrl(publicUrl)}`,
    `SOURCE;VALUE=URI:${self}`,
    `X-WR-TIMEZONE:${club.timeZone}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
  ];
  const sessions = selected.sessions.filter((published) => isShown(published, selection));
  const newest = sessions.slice(-Math.min(selection.limit ?? MAX_EVENTS, MAX_EVENTS));
  return toVcalendar(properties, newest, club, (published) =>
    toEvent(published, publication, selection.alarm),
  );
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
  const properties = [`URL:${page}`, `SOURCE;VALUE=URI:${self}`];
  return toVcalendar(properties, [published], publication.club, () => toEvent(published, publication));
}

/** @param sessions in order; taken from the newest back until the calendar is full, and written in order */
function toVcalendar(
  properties: readonly string[],
  sessions: readonly PublishedSession[],
  club: Club,
  write: (published: PublishedSession) => CalendarEvent,
): string {
  const head = foldLines(`${[...toHead(club), ...properties].join("\r\n")}\r\n`);
  const zones = new Map<string, string>();
  const events: string[] = [];
  let bytes = countBytes(head + END);
  for (const published of sessions.toReversed()) {
    const { lines, timeZone } = write(published);
    const event = foldLines(lines);
    const zone = timeZone === null || zones.has(timeZone) ? "" : toZoneLines(timeZone);
    bytes += countBytes(event + zone);
    if (bytes >= MAX_CALENDAR_BYTES) break;
    if (timeZone !== null && zone !== "") zones.set(timeZone, zone);
    events.push(event);
  }
  // RFC 5545 3.6 wants a component: a calendar without events has a zone.
  if (events.length === 0) zones.set(club.timeZone, toZoneLines(club.timeZone) || toZoneLines("Etc/UTC"));
  return [head, ...[...zones.values()].toSorted(), ...events.toReversed(), END].join("");
}

const END = "END:VCALENDAR\r\n";

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

function toDescriptionLines({ description }: Club): string[] {
  const text = toText(description);
  return text === "" ? [] : [`DESCRIPTION:${text}`, `X-WR-CALDESC:${text}`];
}

/** A TEXT value (RFC 5545 3.3.11) of one line. */
function toText(text: string): string {
  return toLine(text).replace(/[\\;,]/g, "\\$&");
}

function toZoneLines(timeZone: string): string {
  return toVtimezone(timeZone)?.lines ?? "";
}

const encoder = new TextEncoder();

function countBytes(text: string): number {
  return encoder.encode(text).length;
}
