/** What has to be written, so that a Google calendar shows the club's. Pure. */
import {
  findDifferences,
  isMarked,
  isSent,
  isUntouched,
  toContent,
  type EventContent,
  type GoogleEvent,
} from "./google-event.ts";
import type { EventTime, ServiceCalendar, ServiceEvent } from "./service-calendar.ts";

/** An event to write; `there` is what Google has of it, and null where it has none. */
export interface PlannedWrite {
  /** `mended`: somebody changed it by hand. `restored`: it was deleted. */
  kind: "new" | "changed" | "mended" | "restored";
  uid: string;
  sessionId: string;
  sequence: number;
  content: EventContent;
  there: GoogleEvent | null;
  /** What a person will see otherwise. */
  differences: string[];
}

export interface PlannedRemoval {
  kind: "removed";
  sessionId: string;
  there: GoogleEvent;
}

export interface GooglePlan {
  writes: PlannedWrite[];
  removals: PlannedRemoval[];
  unchanged: number;
  /** How many events of the club Google shows now. */
  shown: number;
}

/**
 * Compare the club's calendar with what Google has.
 *
 * Only events with a UID of the club are looked at: what a person put there by hand has one of Google's. The club's word
 * counts: an event of the club that somebody changed or deleted is written again. One that the club's calendar no longer
 * has is removed, if this command wrote it.
 */
export function planGoogle(calendar: ServiceCalendar, there: readonly GoogleEvent[]): GooglePlan {
  const suffix = `@${calendar.uidDomain}`;
  const ours = there.filter(({ iCalUID }) => iCalUID?.endsWith(suffix) === true);
  const shown = ours.filter(({ status }) => status !== "cancelled");
  // Of several with one UID the one that is shown counts.
  const byUid = new Map([...ours, ...shown].map((event) => [event.iCalUID ?? "", event]));
  const planned = calendar.events.map((event) => planOne(event, byUid.get(event.uid) ?? null));
  const writes = planned.filter((write) => write !== null);
  return {
    writes,
    removals: findRemovals(calendar, shown, suffix),
    unchanged: planned.length - writes.length,
    shown: shown.length,
  };
}

/** Null where nothing has to be written. */
function planOne(event: ServiceEvent, there: GoogleEvent | null): PlannedWrite | null {
  const { uid, sessionId, sequence } = event;
  const content = toContent(event);
  const kind = toKind(content, there);
  if (kind === null) return null;
  const differences = there === null ? [] : findDifferences(there, content);
  return { kind, uid, sessionId, sequence, content, there, differences };
}

function toKind(content: EventContent, there: GoogleEvent | null): PlannedWrite["kind"] | null {
  if (there === null) return "new";
  if (there.status === "cancelled") return "restored";
  if (!isSent(there, content)) return "changed";
  return isUntouched(there) ? null : "mended";
}

/** A full calendar leaves its oldest sessions out: what is older than it was not taken back. */
function findRemovals(
  { events, isFull }: ServiceCalendar,
  shown: readonly GoogleEvent[],
  suffix: string,
): PlannedRemoval[] {
  const wanted = new Set(events.map(({ uid }) => uid));
  const oldest = isFull ? Math.min(...events.map(({ start }) => toInstant(start))) : -Infinity;
  return shown
    .filter(
      (event) => isMarked(event) && !wanted.has(event.iCalUID ?? "") && toInstant(event.start) >= oldest,
    )
    .map((event) => ({
      kind: "removed",
      sessionId: (event.iCalUID ?? "").slice(0, -suffix.length),
      there: event,
    }));
}

function toInstant(time: EventTime | GoogleEvent["start"] = {}): number {
  return Date.parse(("dateTime" in time ? time.dateTime : "date" in time ? time.date : "") ?? "");
}
