/** Alarms of events (RFC 5545 3.6.6), which one calendar wants and another does not. */
import { FRAMES } from "#frames";
import type { Club } from "../../programme/club.ts";
import type { Alarm } from "../../programme/selection.ts";
import type { Session } from "../../programme/session.ts";
import { fillFrame } from "../frame.ts";
import { isBusy, type CalendarEvent } from "./event.ts";
import { END, toLanguageParameter } from "./event-lines.ts";
import { toSummary } from "./event-text.ts";
import { escapeText, foldLines } from "./fold-lines.ts";

/**
 * The event with an alarm after every property (RFC 5545 3.6.1), where ical-generator would not put it.
 *
 * @param alarm minutes before the start; a cancelled, postponed or all-day session has no alarm
 */
export function addAlarm(event: CalendarEvent, session: Session, club: Club, alarm: Alarm): CalendarEvent {
  if (!isBusy(session)) return event;
  const component = foldLines(
    fillFrame(FRAMES.alarms[alarm], {
      language: toLanguageParameter(session.inLanguage),
      description: escapeText(toSummary(session, club)),
    }),
  );
  return {
    ...event,
    after: event.after.slice(0, -END.length) + component.lines + END,
    bytes: event.bytes + component.bytes,
  };
}
