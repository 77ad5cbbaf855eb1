/**
 * What fits into a calendar. Clients refuse what is larger, so the descriptions of the oldest events are shortened, then
 * left out; only where that is not enough do the oldest events go. The order of the sessions alone decides, never a clock.
 */
import type { PublishedSession } from "../../programme/publication.ts";
import type { Steps } from "../../programme/steps.ts";
import type { CalendarEvent, Detail } from "./event.ts";
import { countOctets } from "./fold-lines.ts";
import type { DescribedEvent } from "./join-years.ts";
import { toVtimezone } from "./vtimezone.ts";

/** Google Calendar refuses to import more than 1 MB; it counts in decimal. */
export const MAX_CALENDAR_BYTES = 1_000_000;
/** Outlook and Google stop at about a thousand events of a subscribed calendar. */
export const MAX_EVENTS = 999;

/** Written in one step: about twenty milliseconds the first time, with code that nobody has run before. */
const EVENTS_A_STEP = 250;

/** Begins the event of a session, which can then be described in more or less detail. */
export type EventWriter = (published: PublishedSession) => CalendarEvent;

/**
 * The events of the sessions that fit.
 *
 * From the newest on each is first there with the least that it can say, then with more, as long as there is room: so
 * no abstract is written for nothing but the first that has none.
 *
 * @param sessions oldest first
 * @param room the bytes that events and time zones may take, exclusive
 * @param details from the least to the most that may be tried
 * @returns the events, oldest first, and the zones that they are written in
 */
export function* fitEvents(
  sessions: readonly PublishedSession[],
  begin: EventWriter,
  room: number,
  details: readonly Detail[] = ["none", "excerpt", "whole"],
): Steps<{ events: DescribedEvent[]; timeZones: string[] }> {
  const newest = yield* beginAll(sessions.slice(-MAX_EVENTS).toReversed(), begin);
  const zones = new Set(newest.map(({ timeZone }) => timeZone));
  const left = room - countOctets([...zones].map(toZoneLines).join(""));
  const fitting = yield* describeAll(newest, left, details);
  const timeZones = fitting.map(({ event }) => event.timeZone);
  return {
    events: fitting.toReversed(),
    timeZones: [...new Set(timeZones.filter((timeZone) => timeZone !== null))],
  };
}

function* beginAll(sessions: readonly PublishedSession[], begin: EventWriter): Steps<CalendarEvent[]> {
  const events: CalendarEvent[] = [];
  for (const published of sessions) {
    events.push(begin(published));
    if (events.length % EVENTS_A_STEP === 0) yield;
  }
  return events;
}

/** @returns the first, as many as there is room for at all */
function* describeAll(
  events: readonly CalendarEvent[],
  room: number,
  details: readonly Detail[],
): Steps<DescribedEvent[]> {
  const described: DescribedEvent[] = [];
  let left = room;
  for (const detail of details) {
    let count = 0;
    for (const event of events) {
      const description = event.describe(detail);
      // The first description brings all that stands around it.
      const growth = description.bytes - (described[count]?.description.bytes ?? -event.bytes);
      if (growth >= left) break;
      left -= growth;
      described[count] = { event, description };
      count += 1;
      if (count % EVENTS_A_STEP === 0) yield;
    }
    // What has no room for all of them leaves none for more.
    if (count < events.length) break;
  }
  return described;
}

/** The component of a zone; "" where it needs or has none. */
export function toZoneLines(timeZone: string | null): string {
  return timeZone === null ? "" : (toVtimezone(timeZone)?.lines ?? "");
}
