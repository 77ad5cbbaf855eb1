/** A session as an event of Google's (Calendar API v3, Events), and how two of them are told apart. Pure. */
import { createHash } from "node:crypto";
import type { EventTime, ServiceEvent } from "./service-calendar.ts";

/** What this command says of an event; everything else of it, as a colour, is whose it is. */
export interface EventContent {
  summary: string;
  description: string;
  location: string;
  /** Never "cancelled": Google hides such an event, and nobody would see that the session is off. */
  status: "confirmed" | "tentative";
  transparency: "opaque" | "transparent";
  start: EventTime;
  end: EventTime;
  /** Only the account that made the event sees it again. */
  source: { title: string; url: string };
}

/** What Google answers of an event; "cancelled" says that it is deleted. Of a deleted one only the id is certain. */
export interface GoogleEvent {
  id: string;
  iCalUID?: string | undefined;
  status?: string | undefined;
  sequence?: number | undefined;
  summary?: string | undefined;
  description?: string | undefined;
  location?: string | undefined;
  transparency?: string | undefined;
  start?: GoogleTime | undefined;
  end?: GoogleTime | undefined;
  extendedProperties?: { private?: Record<string, string> | undefined } | undefined;
}
interface GoogleTime {
  date?: string | undefined;
  dateTime?: string | undefined;
}

/** Private properties, which no calendar shows: fingerprints of what was sent, and of what Google made of it. */
const SENT = "journalClubSent";
const KEPT = "journalClubKept";
/** What Google keeps of a description has 8192 characters. */
const MAX_DESCRIPTION = 8000;

/** An event in Google's terms. The words, "Cancelled:" too, are those of the club's calendar. */
export function toContent(event: ServiceEvent): EventContent {
  return {
    summary: event.summary,
    description: toShort(toInert(event.description)),
    location: event.location,
    // One that is off is told by its title and takes no time; "tentative" is the nearest that Google still shows.
    status: event.status === "confirmed" ? "confirmed" : "tentative",
    transparency: event.isTransparent ? "transparent" : "opaque",
    start: event.start,
    end: event.end,
    source: { title: event.summary, url: event.page },
  };
}

/** Google reads a description as HTML: "p<q" would be the beginning of an element, and what follows it lost. */
function toInert(text: string): string {
  return text.replace(/<(?=[a-z/!?])/gi, "< ");
}

/** The last paragraph, which leads to the session's page, stays. */
function toShort(text: string): string {
  if (text.length <= MAX_DESCRIPTION) return text;
  const last = text.slice(text.lastIndexOf("\n\n"));
  const room = MAX_DESCRIPTION - last.length - 1;
  // At a space where there are some, and never within a character.
  const kept = text.slice(0, room).replace(/\s+\S{0,40}$|[\ud800-\udbff]$/, "");
  return `${kept}…${last}`;
}

/** How much of an event a person sees, by name; times are instants, in whatever zone Google writes them. */
export function toSeen(event: EventContent | GoogleEvent): Record<string, string> {
  return {
    title: event.summary ?? "",
    description: event.description ?? "",
    place: event.location ?? "",
    time: `${toMoment(event.start)}/${toMoment(event.end)}`,
    status: `${event.status ?? "confirmed"} ${event.transparency ?? "opaque"}`,
  };
}

function toMoment(time: EventTime | GoogleTime = {}): string {
  if ("date" in time && time.date !== undefined) return time.date;
  return "dateTime" in time ? String(Date.parse(time.dateTime ?? "")) : "";
}

/** The names of what a person sees otherwise. */
export function findDifferences(a: EventContent | GoogleEvent, b: EventContent | GoogleEvent): string[] {
  const [one, other] = [toSeen(a), toSeen(b)];
  return Object.keys(one).filter((name) => one[name] !== other[name]);
}

/** What is written beside the content. */
export type Marks = Record<typeof SENT | typeof KEPT, string>;

/** @param kept what Google shows of it; before it has answered, what was sent */
export function toMarks(content: EventContent, kept: EventContent | GoogleEvent = content): Marks {
  return { [SENT]: toFingerprint(content), [KEPT]: toFingerprint(toSeen(kept)) };
}

/** Whether this command wrote the event: one that a person imported from the club's calendar has the UID alone. */
export function isMarked(event: GoogleEvent): boolean {
  return event.extendedProperties?.private?.[SENT] !== undefined;
}

/** Whether this very content was the last that was written. */
export function isSent(event: GoogleEvent, content: EventContent): boolean {
  return event.extendedProperties?.private?.[SENT] === toFingerprint(content);
}

/** Whether the event still is what Google made of the last that was written: nobody has changed it since. */
export function isUntouched(event: GoogleEvent): boolean {
  return event.extendedProperties?.private?.[KEPT] === toFingerprint(toSeen(event));
}

function toFingerprint(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 22);
}
