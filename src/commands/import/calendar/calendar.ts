/** An iCalendar file (RFC 5545) to sessions, by way of ical.js. */
import ICAL from "ical.js";
import { addDays } from "../../../programme/civil-time.ts";
import { fail, succeed, type Result } from "../../../programme/result.ts";
import { createToInstant } from "./calendar-zones.ts";
import { readEvent } from "./event.ts";
import { findOccurrences } from "./occurrences.ts";
import { findSeries } from "../title.ts";
import type { PastContext, ReadPast, UnreadFile } from "../past-session.ts";

/** Series go on for ever: what is further ahead is not planned yet. */
const MAX_DAYS_AHEAD = 92;

/** Every event with a name, in order of time; a series is as many sessions as it had, and has in the next three months. */
export function readCalendar(text: string, context: PastContext): Result<ReadPast, UnreadFile> {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const read: ReadPast = { sessions: [], passedOver: [], notes: [] };
  for (const calendar of parsed.value) {
    const toInstant = createToInstant(calendar, context.timeZone);
    const lastDay = addDays(context.today, MAX_DAYS_AHEAD);
    const { occurrences, passedOver, notes } = findOccurrences(calendar, toInstant, lastDay);
    read.passedOver.push(...passedOver);
    read.notes.push(...notes);
    const titles = occurrences.map(({ component }) =>
      String(component.getFirstPropertyValue("summary") ?? ""),
    );
    const calendarName = String(
      calendar.getFirstPropertyValue("x-wr-calname") ?? calendar.getFirstPropertyValue("name") ?? "",
    );
    const names = [...context.names, ...toNames(calendarName), ...findSeries(titles)];
    for (const occurrence of occurrences) {
      const event = readEvent(occurrence, { ...context, names });
      if (event.ok) read.sessions.push(event.value);
      else read.passedOver.push({ place: occurrence.place, reason: event.error.message });
    }
  }
  read.sessions.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return succeed(read);
}

/** A calendar may have the name of its owner, or none to speak of. */
function toNames(name: string): string[] {
  const words = name.replace(/\s+/g, " ").trim();
  return words.length >= MIN_NAME_CHARACTERS && !words.includes("@") ? [words] : [];
}

const MIN_NAME_CHARACTERS = 4;

type Component = InstanceType<typeof ICAL.Component>;

/** Some programs write one calendar after the other into a file. */
function parse(text: string): Result<Component[], UnreadFile> {
  try {
    const roots: unknown = ICAL.parse(text);
    const lists = Array.isArray(roots) && Array.isArray(roots[0]) ? roots : [roots];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what ical.js parses it also takes
    const calendars = lists.map((root) => new ICAL.Component(root as [string, unknown[], unknown[]]));
    if (calendars.every(({ name }) => name === "vcalendar")) return succeed(calendars);
    return fail({ reason: "unread_file", message: "holds no VCALENDAR, expected a calendar (.ics)" });
  } catch (error) {
    const detail = error instanceof Error ? error.message.replace(/\n[^]*/, "") : String(error);
    return fail({ reason: "unread_file", message: `is no whole calendar: ${detail}` });
  }
}
