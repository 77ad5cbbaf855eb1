/**
 * The content lines of an event (RFC 5545 3.6.1), as `ical-generator` writes them, except for what it cannot say: a local
 * time without the process's zone, a language, and CONFERENCE.
 */
import { ICalCalendar, ICalEvent, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { Frames } from "../frame.ts";

/** The values of properties and parameters, escaped for where they stand. What may be missing is a list of one or none. */
export type EventTexts = {
  uid: string;
  sequence: string;
  /** DTSTAMP and LAST-MODIFIED. */
  changed: string;
  created: string;
  start: string;
  end: string;
  /** In which `start` and `end` are written; none where they are dates or UTC. */
  timeZone: readonly string[];
  summary: string;
  /** Of `summary`, and what describes it. */
  language: readonly string[];
  transparency: ICalEventTransparency;
  location: readonly string[];
  /** All of them, with commas between. */
  categories: readonly string[];
  url: string;
  status: ICalEventStatus;
  /** Further properties, each a whole line. */
  further: string;
};

/** The last line of an event. */
export const END = "END:VEVENT\r\n";

/** The line that stands for the description: the control character SUBSTITUTE, which no text has (`wording/text.ts`). */
export const UNDESCRIBED = "\u001a\r\n";

/** An event with {@link UNDESCRIBED} in place of its description; its lines are not folded. */
export function toEventLines(texts: EventTexts, isAllDay: boolean): string {
  return (isAllDay ? ALL_DAY : TIMED).fill(texts);
}

const TIMED = new Frames<EventTexts>((places) => write(places, false));
const ALL_DAY = new Frames<EventTexts>((places) => write(places, true));

/** Events ask their calendar for a zone; they have their own. */
const WITHOUT_ZONE = new ICalCalendar();

/** `ical-generator` takes no text for a time, and would take the clock's for none. */
const SOME_TIME = new Date(0);

function write(places: EventTexts, allDay: boolean): string {
  const event = new ICalEvent(
    {
      id: places.uid,
      stamp: SOME_TIME,
      created: SOME_TIME,
      lastModified: SOME_TIME,
      start: SOME_TIME,
      end: SOME_TIME,
      allDay,
      summary: places.summary,
      location: places.location.join(""),
      description: "-",
      url: places.url,
      categories: places.categories.map((name) => ({ name })),
      transparency: ICalEventTransparency.OPAQUE,
      status: ICalEventStatus.CONFIRMED,
    },
    WITHOUT_ZONE,
  );
  const lines = setValues(event.toString(), {
    SEQUENCE: places.sequence,
    DTSTAMP: places.changed,
    DTSTART: places.start,
    DTEND: places.end,
    TRANSP: places.transparency,
    STATUS: places.status,
    CREATED: places.created,
    "LAST-MODIFIED": places.changed,
  });
  const undescribed = lines.replace(/^DESCRIPTION:.*\r\n/m, UNDESCRIBED).slice(0, -END.length);
  const [timeZone, language] = [places.timeZone[0], places.language[0]];
  return addZone(addLanguage(undescribed, language), timeZone) + places.further + END;
}

/** The lines with other values of properties. */
function setValues(lines: string, values: Record<string, string>): string {
  return lines.replace(
    /^([A-Z-]+)(.*?):(.*)\r$/gm,
    (_line, name: string, parameters: string, value: string) =>
      `${name}${parameters}:${values[name] ?? value}\r`,
  );
}

function addZone(lines: string, timeZone: string | undefined): string {
  return timeZone === undefined ? lines : lines.replace(/^(DTSTART|DTEND):/gm, `$1;TZID=${timeZone}:`);
}

/** A session's own language, on what is in it (RFC 5545 3.2.10). */
export function addLanguage(lines: string, language: string | undefined): string {
  return language === undefined
    ? lines
    : lines.replace(/^(SUMMARY|DESCRIPTION):/gm, `$1;LANGUAGE=${language}:`);
}
