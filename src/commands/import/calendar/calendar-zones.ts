/** The zones of a calendar: IANA names, names that Outlook and libraries give them, and what VTIMEZONE defines. */
import ICAL from "ical.js";
import { findIana } from "windows-iana";
import { isTimeZone, toInstant } from "../../../programme/civil-time.ts";
import type { Instant } from "../../../programme/instant.ts";

type Component = InstanceType<typeof ICAL.Component>;
export type CalendarTime = InstanceType<typeof ICAL.Time>;

/** Times of a calendar to instants; null where a time names a zone that nobody knows. */
export type ToInstant = (time: CalendarTime, tzid: string | undefined) => Instant | null;

/** @param clubZone for times without a zone, where the calendar names none for them */
export function createToInstant(calendar: Component, clubZone: string): ToInstant {
  const floating = toZoneName(String(calendar.getFirstPropertyValue("x-wr-timezone") ?? "")) ?? clubZone;
  const defined = new Map(
    calendar
      .getAllSubcomponents("vtimezone")
      .map((component) => [String(component.getFirstPropertyValue("tzid")), component]),
  );
  return (time, tzid) => {
    if (time.zone === ICAL.Timezone.utcTimezone) return time.toUnixTime() * 1000;
    const name = tzid === undefined ? floating : toZoneName(tzid);
    if (name !== null) return toInstantIn(time, name);
    const definition = defined.get(tzid ?? "");
    if (definition === undefined) return null;
    const inZone = time.clone();
    inZone.zone = new ICAL.Timezone(definition);
    return inZone.toUnixTime() * 1000;
  };
}

/** A time that the clocks jump over is read with the offset before (RFC 5545 3.3.5). */
function toInstantIn(time: CalendarTime, timeZone: string): Instant {
  const [date = "", clock = ""] = time.toString().slice(0, 16).split("T");
  const instant = toInstant(date, clock, timeZone);
  if (instant.ok) return instant.value;
  const { shifted } = instant.error;
  const after = toInstant(shifted.date, shifted.time, timeZone);
  if (!after.ok) throw new Error(`${timeZone} jumps over ${shifted.time} too`);
  return after.value;
}

/** "Europe/Paris" also behind a prefix ("/citadel.org/20260101_1/Europe/Paris"), or by its name in Windows. */
export function toZoneName(tzid: string): string | null {
  const name = tzid.trim().replace(/^"|"$/g, "");
  if (/^(?:utc|gmt|z|etc\/utc|coordinated universal time)$/i.test(name)) return "UTC";
  const parts = name.split("/");
  const tails = [0, -3, -2].map((from) => parts.slice(from).join("/"));
  return [...tails, ...findIana(name)].find(isTimeZone) ?? null;
}
