/**
 * What `ical-generator` writes of an event (RFC 5545 3.6.1), except for what it cannot say: a local time without the process's
 * zone, a language, and CONFERENCE.
 */
import {
  ICalAlarm,
  ICalAlarmType,
  ICalCalendar,
  ICalEvent,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { MINUTE, SECOND } from "../../programme/instant.ts";
import { ALARMS, type Alarm } from "../../programme/selection.ts";
import type { Frame } from "../frame.ts";
import { END, UNDESCRIBED, type AlarmTexts, type EventTexts } from "../icalendar/event-lines.ts";
import { makeFrame } from "./make-frame.ts";

/** Events ask their calendar for a zone; they have their own. */
const WITHOUT_ZONE = new ICalCalendar();

/** `ical-generator` takes no text for a time, and would take the clock's for none. */
const SOME_TIME = new Date(0);

const EVENT: EventTexts = {
  uid: "",
  sequence: "",
  changed: "",
  created: "",
  start: "",
  end: "",
  zone: "",
  summary: "",
  language: "",
  transparency: "",
  location: [""],
  categories: [""],
  url: "",
  status: "",
  further: "",
};

export const event = makeFrame(EVENT, (places) => writeEvent(places, false));
export const allDayEvent = makeFrame(EVENT, (places) => writeEvent(places, true));

function writeEvent(places: EventTexts, allDay: boolean): string {
  const lines = new ICalEvent(
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
  ).toString();
  const written = setValues(lines, {
    SEQUENCE: places.sequence,
    DTSTAMP: places.changed,
    DTSTART: places.start,
    DTEND: places.end,
    TRANSP: places.transparency,
    STATUS: places.status,
    CREATED: places.created,
    "LAST-MODIFIED": places.changed,
  })
    .replace(/^DESCRIPTION:.*\r\n/m, UNDESCRIBED)
    .slice(0, -END.length);
  const zoned = addParameter(written, ["DTSTART", "DTEND"], places.zone);
  return addParameter(zoned, ["SUMMARY"], places.language) + places.further + END;
}

/** By how long before the start. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one for each
export const alarms = Object.fromEntries(
  ALARMS.map((alarm) => [
    alarm,
    makeFrame<AlarmTexts>({ language: "", description: "" }, (places) => writeAlarm(places, alarm)),
  ]),
) as Record<Alarm, Frame<AlarmTexts>>;

function writeAlarm({ language, description }: AlarmTexts, alarm: Alarm): string {
  const triggerBefore = (alarm * MINUTE) / SECOND;
  // Alarms ask their event for what is not said of them; all is said.
  const noEvent = new ICalEvent({ start: SOME_TIME }, WITHOUT_ZONE);
  const lines = new ICalAlarm({ type: ICalAlarmType.display, triggerBefore, description }, noEvent);
  return addParameter(lines.toString(), ["DESCRIPTION"], language);
}

/** The lines with other values of properties. */
function setValues(lines: string, values: Record<string, string>): string {
  return lines.replace(
    /^([A-Z-]+)(.*?):(.*)\r$/gm,
    (_line, name: string, parameters: string, value: string) =>
      `${name}${parameters}:${values[name] ?? value}\r`,
  );
}

function addParameter(lines: string, names: readonly string[], parameter: string): string {
  return lines.replace(/^([A-Z]+):/gm, (line, name: string) =>
    names.includes(name) ? `${name}${parameter}:` : line,
  );
}
