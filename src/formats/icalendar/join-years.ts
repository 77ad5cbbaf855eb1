/**
 * The events of a calendar, a text for each year. A replay changes one of them: the others are the very texts that they were in
 * the edition before, so nobody has to look into them to see it.
 */
import type { CalendarEvent } from "./event.ts";
import type { FoldedLines } from "./fold-lines.ts";

/** An event and how it is described. */
export interface DescribedEvent {
  event: CalendarEvent;
  description: FoldedLines;
}

interface Year {
  events: readonly DescribedEvent[];
  text: string;
}

/** By the first event. */
const WRITTEN = new WeakMap<CalendarEvent, Year>();

/** @param events in order */
export function* joinYears(events: readonly DescribedEvent[]): Generator<string, void> {
  for (const ofYear of Map.groupBy(events, ({ event }) => event.year).values()) {
    const [first] = ofYear;
    if (first !== undefined) yield joinYear(first.event, ofYear);
  }
}

function joinYear(first: CalendarEvent, events: readonly DescribedEvent[]): string {
  const known = WRITTEN.get(first);
  if (known !== undefined && isSame(known.events, events)) return known.text;
  const text = events
    .map(({ event, description }) => event.before + description.lines + event.after)
    .join("");
  WRITTEN.set(first, { events, text });
  return text;
}

function isSame(known: readonly DescribedEvent[], events: readonly DescribedEvent[]): boolean {
  return (
    known.length === events.length &&
    known.every(
      ({ event, description }, at) => event === events[at]?.event && description === events[at].description,
    )
  );
}
