/** The club's own calendar, as its service publishes it: it holds the replays, the moves and the SEQUENCE that was told. */
import ICAL from "ical.js";
import { MAX_CALENDAR_BYTES, MAX_EVENTS } from "../../formats/icalendar/fit-events.ts";
import { toSessionUrl } from "../../programme/address.ts";
import { toRfc3339 } from "../../programme/instant.ts";
import { toZonedRfc3339 } from "../../programme/civil-time.ts";
import { fail, succeed, type Result } from "../../programme/result.ts";
import { createToInstant, toZoneName, type ToInstant } from "../import/calendar/calendar-zones.ts";

/** A day, or a time with its offset and the IANA zone that it was said in. */
export type EventTime = { date: string } | { dateTime: string; timeZone: string };

/** A session as the calendar shows it, in the club's words. */
export interface ServiceEvent {
  uid: string;
  sessionId: string;
  sequence: number;
  summary: string;
  description: string;
  location: string;
  status: "confirmed" | "tentative" | "cancelled";
  isTransparent: boolean;
  start: EventTime;
  end: EventTime;
  /** The session's page. */
  page: string;
}

export interface ServiceCalendar {
  /** The right-hand side of every UID. */
  uidDomain: string;
  events: ServiceEvent[];
  /** Whether it holds as much as a calendar may: its oldest sessions are then left out, not gone. */
  isFull: boolean;
}

export type NoServiceCalendar = { reason: "no service calendar"; message: string };

/** As `formats/icalendar/calendar.ts` writes it. */
const PRODUCT = /^-\/\/([^/]+)\/\/journal-club-feeds\/\/EN$/;
/** Of what a calendar may be, as the next event would not have fitted. */
const NEARLY_FULL = 0.98;

type Component = InstanceType<typeof ICAL.Component>;

/** Read the bytes that `/calendar.ics` answers; any other calendar is refused, for its UIDs are not this service's. */
export function readServiceCalendar(text: string): Result<ServiceCalendar, NoServiceCalendar> {
  try {
    const calendar = ICAL.Component.fromString(text);
    const [, uidDomain] = PRODUCT.exec(toText(calendar, "prodid")) ?? [];
    const home = toText(calendar, "url");
    if (calendar.name !== "vcalendar" || uidDomain === undefined)
      return refuse("is no calendar of this service");
    const toInstant = createToInstant(calendar, "UTC");
    const components = calendar.getAllSubcomponents("vevent");
    const events = components.map((component) => toEvent(component, { uidDomain, home, toInstant }));
    const isFull =
      components.length >= MAX_EVENTS || Buffer.byteLength(text) > NEARLY_FULL * MAX_CALENDAR_BYTES;
    return succeed({ uidDomain, events, isFull });
  } catch (error) {
    const detail = error instanceof Error ? error.message.replace(/\n[^]*/, "").slice(0, 200) : "unreadable";
    return refuse(`is no whole calendar: ${detail}`);
  }
}

function refuse(message: string): Result<never, NoServiceCalendar> {
  return fail({ reason: "no service calendar", message });
}

interface Surroundings {
  uidDomain: string;
  home: string;
  toInstant: ToInstant;
}

function toEvent(component: Component, { uidDomain, home, toInstant }: Surroundings): ServiceEvent {
  const uid = toText(component, "uid");
  if (!uid.endsWith(`@${uidDomain}`)) throw new Error(`UID ${uid} is not of ${uidDomain}`);
  const sessionId = uid.slice(0, -uidDomain.length - 1);
  return {
    uid,
    sessionId,
    sequence: Number(toText(component, "sequence")) || 0,
    summary: toText(component, "summary"),
    description: toText(component, "description"),
    location: toText(component, "location"),
    status: toStatus(toText(component, "status")),
    isTransparent: toText(component, "transp") === "TRANSPARENT",
    start: toTime(component, "dtstart", toInstant),
    end: toTime(component, "dtend", toInstant),
    page: toSessionUrl(home.replace(/\/$/, ""), sessionId),
  };
}

/** "" where it is not said. */
function toText(component: Component, name: string): string {
  return String(component.getFirstPropertyValue(name) ?? "");
}

function toStatus(status: string): ServiceEvent["status"] {
  if (status === "CANCELLED") return "cancelled";
  return status === "TENTATIVE" ? "tentative" : "confirmed";
}

/** The offset is said beside the zone, so that no other edition of the zones' rules reads another instant. */
function toTime(component: Component, name: string, toInstant: ToInstant): EventTime {
  const property = component.getFirstProperty(name);
  const time = property?.getFirstValue();
  if (!(time instanceof ICAL.Time)) throw new Error(`${toText(component, "uid")} has no ${name}`);
  if (time.isDate) return { date: time.toString() };
  const tzid = property?.getFirstParameter("tzid");
  const instant = toInstant(time, tzid);
  if (instant === null) throw new Error(`${toText(component, "uid")} is in the unknown zone ${tzid}`);
  const timeZone = tzid === undefined ? null : toZoneName(tzid);
  return timeZone === null
    ? { dateTime: toRfc3339(instant), timeZone: "UTC" }
    : { dateTime: toZonedRfc3339(instant, timeZone), timeZone };
}
