/**
 * What fits into a calendar. Clients refuse what is larger, so the descriptions of the oldest events are shortened, then
 * left out; only where that is not enough do the oldest events go. The order of the sessions alone decides, never a clock.
 */
import type { PublishedSession } from "../../programme/publication.ts";
import type { CalendarEvent, Detail } from "./event.ts";
import { countOctets, foldLines } from "./fold-lines.ts";
import { toVtimezone } from "./vtimezone.ts";

/** Google Calendar refuses to import more than 1 MB; it counts in decimal. */
export const MAX_CALENDAR_BYTES = 1_000_000;
/** Outlook and Google stop at about a thousand events of a subscribed calendar. */
export const MAX_EVENTS = 999;

/** Begins the event of a session, which can then be written in more or less detail. */
export type EventWriter = (published: PublishedSession) => (detail: Detail) => CalendarEvent;

/**
 * The events of the sessions that fit.
 *
 * @param sessions oldest first
 * @param room the bytes that events and time zones may take, exclusive
 * @param details from the first to the last that may be tried
 * @returns the events, folded, and the zones that they are written in
 */
export function fitEvents(
  sessions: readonly PublishedSession[],
  begin: EventWriter,
  room: number,
  [first, ...shorter]: readonly [Detail, ...Detail[]] = ["whole", "excerpt", "none"],
) {
  const newest = sessions.slice(-MAX_EVENTS).map((published) => {
    const write = begin(published);
    return { write, ...fold(write(first)) };
  });
  const zones = new Set(newest.map(({ timeZone }) => timeZone));
  let bytes = countOctets([...zones].map(toZoneLines).join(""));
  for (const event of newest) bytes += event.bytes;
  for (const detail of shorter) {
    for (const event of newest) {
      if (bytes < room) break;
      bytes -= event.bytes;
      Object.assign(event, fold(event.write(detail)));
      bytes += event.bytes;
    }
  }
  while (bytes >= room && newest.length > 0) bytes -= newest.shift()?.bytes ?? 0;
  const timeZones = new Set(newest.map(({ timeZone }) => timeZone).filter((timeZone) => timeZone !== null));
  return { events: newest.map(({ lines }) => lines), timeZones: [...timeZones] };
}

/** The component of a zone; "" where it needs or has none. */
export function toZoneLines(timeZone: string | null): string {
  return timeZone === null ? "" : (toVtimezone(timeZone)?.lines ?? "");
}

function fold({ lines, timeZone }: CalendarEvent) {
  const folded = foldLines(lines);
  return { lines: folded, bytes: countOctets(folded), timeZone };
}
