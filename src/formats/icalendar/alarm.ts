/** Alarms of events (RFC 5545 3.6.6), which one calendar wants and another does not. */
import { ICalAlarm, ICalAlarmType, ICalCalendar, ICalEvent } from "ical-generator";
import { MINUTE, SECOND } from "../../programme/instant.ts";
import type { Club } from "../../programme/club.ts";
import type { Alarm } from "../../programme/selection.ts";
import type { Session } from "../../programme/session.ts";
import { isBusy, type CalendarEvent } from "./event.ts";
import { addLanguage, END } from "./event-lines.ts";
import { toSummary } from "./event-text.ts";
import { foldLines } from "./fold-lines.ts";

const NO_CALENDAR = new ICalCalendar();

/**
 * The event with an alarm after every property (RFC 5545 3.6.1), where ical-generator would not put it.
 *
 * @param alarm minutes before the start; a cancelled, postponed or all-day session has no alarm
 */
export function addAlarm(event: CalendarEvent, session: Session, club: Club, alarm: Alarm): CalendarEvent {
  if (!isBusy(session)) return event;
  const triggerBefore = (alarm * MINUTE) / SECOND;
  const description = toSummary(session, club);
  // Alarms ask their event for what is not said of them; all is said. An event makes up an id, which a Worker may do in a request alone.
  const noEvent = new ICalEvent({ start: new Date(0) }, NO_CALENDAR);
  const text = new ICalAlarm({ type: ICalAlarmType.display, triggerBefore, description }, noEvent).toString();
  const component = foldLines(addLanguage(text, session.inLanguage));
  return {
    ...event,
    after: event.after.slice(0, -END.length) + component.lines + END,
    bytes: event.bytes + component.bytes,
  };
}
