/** A calendar as ical.js reads it. */
import ICAL from "ical.js";

/** The events in the order of the document; their VTIMEZONEs are the ones that count. */
export function parseEvents(calendar: string): InstanceType<typeof ICAL.Event>[] {
  const root = ICAL.Component.fromString(calendar);
  return root.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
}

/** The first value of a property of a component. */
export function valueOf(component: InstanceType<typeof ICAL.Component>, name: string): string {
  return String(component.getFirstPropertyValue(name));
}

/** Unfolded content lines (RFC 5545 3.1), without their CRLF. */
export function toContentLines(document: string): string[] {
  return document
    .replaceAll("\r\n ", "")
    .split("\r\n")
    .filter((line) => line !== "");
}

/** The content lines that begin with a property's name. */
export function linesOf(document: string, name: string): string[] {
  return toContentLines(document).filter((line) => new RegExp(`^${name}[:;]`).test(line));
}
