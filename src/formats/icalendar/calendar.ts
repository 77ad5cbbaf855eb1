/**
 * The calendar (RFC 5545, RFC 7986): sessions as events that keep their UID for ever.
 *
 * The events come from `ical-generator`; the calendar around them is written here, because its own `toString` takes
 * seconds for a thousand events and knows neither REFRESH-INTERVAL's exact form nor a calendar without events.
 */
import type { Club } from "../../programme/club.ts";
import type { PublishedProgramme, PublishedSession } from "../../programme/revision.ts";
import { isReplayed, selectProgramme } from "../../programme/select.ts";
import { WHOLE, type Selection } from "../../programme/selection.ts";
import { toDocumentUrl, toHomeUrl, toSessionCalendarUrl, toSessionUrl } from "../../programme/address.ts";
import { toName } from "../name.ts";
import { toLine } from "../text.ts";
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
 * @param programme the whole programme; the selection's filters are applied here
 * @param publicUrl the origin the service is published under, without a slash at the end
 */
export function toCalendar(
  programme: PublishedProgramme,
  club: Club,
  publicUrl: string,
  selection: Selection,
): string {
  const selected = selectProgramme(programme, selection);
  const name = toText(toName(club, selected, selection));
  const properties = [
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    ...toDescriptionLines(club),
    `URL:${toHomeUrl(publicUrl)}`,
    `SOURCE;VALUE=URI:${toDocumentUrl(publicUrl, "calendar.ics", selection)}`,
    `X-WR-TIMEZONE:${club.timeZone}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
  ];
  const sessions = selected.sessions.filter((published) => isShown(published, selection));
  const newest = sessions.slice(-Math.min(selection.limit ?? MAX_EVENTS, MAX_EVENTS));
  return toVcalendar(properties, newest, club, (published) =>
    toEvent(published, club, publicUrl, selection.alarm),
  );
}

/** The calendar of one session, without a name: Outlook makes a new calendar of a file that has one. */
export function toSessionCalendar(published: PublishedSession, club: Club, publicUrl: string): string {
  const { id } = published.session;
  const properties = [
    `URL:${toSessionUrl(publicUrl, id)}`,
    `SOURCE;VALUE=URI:${toSessionCalendarUrl(publicUrl, id)}`,
  ];
  return toVcalendar(properties, [published], club, () => toEvent(published, club, publicUrl, WHOLE.alarm));
}

function isShown(published: PublishedSession, { show, cancelled }: Selection): boolean {
  if (!cancelled && published.session.status === "cancelled") return false;
  return show !== "replays" || isReplayed(published);
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
