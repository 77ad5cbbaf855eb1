/** The events of a calendar, one by one: series are expanded, with what was moved, changed or left out of them. */
import ICAL from "ical.js";
import type { Instant } from "../../../programme/instant.ts";
import type { CalendarTime, ToInstant } from "./calendar-zones.ts";
import type { PassedOver } from "../past-session.ts";

type Component = InstanceType<typeof ICAL.Component>;

/** An event at one time. */
export interface Occurrence {
  /** "event 3", as the file counts them. */
  place: string;
  component: Component;
  /** A civil day, or instants; `endsAt` is null where nothing says it. */
  when: { day: string; days: number } | { startsAt: Instant; endsAt: Instant | null };
  /** Of one of a series: the day for which it was planned at first, "20260615". */
  seriesDay: string | null;
}

interface FoundOccurrences {
  occurrences: Occurrence[];
  passedOver: PassedOver[];
  notes: string[];
}

/** Twenty years of a weekly series. */
const MAX_OF_SERIES = 1_100;

/** @param lastDay series are followed until then, "YYYY-MM-DD" */
export function findOccurrences(
  calendar: Component,
  toInstant: ToInstant,
  lastDay: string,
): FoundOccurrences {
  const found: FoundOccurrences = { occurrences: [], passedOver: [], notes: [] };
  const events = calendar
    .getAllSubcomponents("vevent")
    .map((component, index): PlacedEvent => ({ component, place: `event ${index + 1}` }));
  const changed = events.filter(({ component }) => component.hasProperty("recurrence-id"));
  const overrides = Map.groupBy(changed, ({ component }) => toUid(component));
  const seriesDays = new Map<Component, string | null>();
  const add: Add = ({ component, place }, seriesDay, shift) => {
    const when = toWhen(component, toInstant, shift);
    if (typeof when === "string") found.passedOver.push({ place, reason: when });
    else found.occurrences.push({ place, component, when, seriesDay });
  };
  const addEvent = (event: PlacedEvent): void => {
    const { component, place } = event;
    if (!isSeries(component)) return add(event, null);
    const times = expand(component, toInstant, lastDay);
    if (times.isCut) found.notes.push(`${place} repeats without end: read until ${lastDay}`);
    const own = overrides.get(toUid(component)) ?? [];
    addSeries({ event, times: times.all, own, toInstant }, seriesDays, add);
  };
  for (const event of events.filter((one) => !changed.includes(one)))
    attempt(event, found, () => addEvent(event));
  for (const event of changed) {
    const { component } = event;
    attempt(event, found, () =>
      add(event, seriesDays.get(component) ?? toSeriesDay(toStart(component, "recurrence-id"))),
    );
  }
  return found;
}

/** ical.js throws at a value that it cannot read, and not before it is asked for: one event is lost then, and no other. */
function attempt({ place }: PlacedEvent, { passedOver }: FoundOccurrences, read: () => void): void {
  try {
    read();
  } catch (error) {
    const detail = error instanceof Error ? error.message.replace(/\n[^]*/, "") : String(error);
    passedOver.push({ place, reason: `holds a value that cannot be read: ${detail}` });
  }
}

interface PlacedEvent {
  component: Component;
  place: string;
}

type Add = (event: PlacedEvent, seriesDay: string | null, shift?: CalendarTime) => void;

function isSeries(component: Component): boolean {
  return component.hasProperty("rrule") || component.hasProperty("rdate");
}

interface Series {
  event: PlacedEvent;
  times: readonly CalendarTime[];
  /** Its changed events. */
  own: readonly PlacedEvent[];
  toInstant: ToInstant;
}

/** Each time that no changed event stands for; the days of those that do are noted. */
function addSeries(
  { event, times, own, toInstant }: Series,
  days: Map<Component, string | null>,
  add: Add,
): void {
  const tzid = event.component.getFirstProperty("dtstart")?.getFirstParameter("tzid");
  for (const time of times) {
    const changed = own.filter(({ component }) => isOf(component, time, tzid, toInstant));
    for (const { component } of changed) days.set(component, toSeriesDay(time));
    if (changed.length === 0) add(event, toSeriesDay(time), time);
  }
}

/** Whether an event is the changed one of a series at a time: the same instant, in whatever zone, or the same day. */
function isOf(
  changed: Component,
  time: CalendarTime,
  tzid: string | undefined,
  toInstant: ToInstant,
): boolean {
  const planned = toStart(changed, "recurrence-id");
  if (planned === null || planned.isDate || time.isDate) return toSeriesDay(planned) === toSeriesDay(time);
  const zone = changed.getFirstProperty("recurrence-id")?.getFirstParameter("tzid");
  const isUtc = planned.zone === ICAL.Timezone.utcTimezone;
  // Some programs leave the zone out, and mean the series' own.
  const at = toInstant(planned, zone ?? (isUtc ? undefined : tzid));
  return at !== null && at === toInstant(time, tzid);
}

function toUid(component: Component): string {
  return String(component.getFirstPropertyValue("uid") ?? "");
}

/** The days of a series; those that EXDATE takes out are none. */
function expand(
  component: Component,
  toInstant: ToInstant,
  lastDay: string,
): { all: CalendarTime[]; isCut: boolean } {
  const all: CalendarTime[] = [];
  const dtstart = toStart(component, "dtstart");
  if (dtstart === null) return { all, isCut: false };
  const last = takeUntil(component, dtstart);
  const tzid = component.getFirstProperty("dtstart")?.getFirstParameter("tzid");
  const expansion = new ICAL.RecurExpansion({ component, dtstart });
  for (let time = expansion.next(); time; time = expansion.next()) {
    if (toDay(time) > lastDay || all.length >= MAX_OF_SERIES) return { all, isCut: true };
    if (last === null || (toInstant(time, tzid) ?? 0) <= last) all.push(time.clone());
  }
  return { all, isCut: false };
}

/**
 * The instant at which a series ends, taken out of its rule: UNTIL is in UTC (RFC 5545 3.3.10), and ical.js compares it
 * with local times where the file does not define their zone.
 */
function takeUntil(component: Component, dtstart: CalendarTime): Instant | null {
  const rule: unknown = component.getFirstPropertyValue("rrule");
  if (!(rule instanceof ICAL.Recur) || rule.until?.zone !== ICAL.Timezone.utcTimezone || dtstart.isDate)
    return null;
  const last = rule.until.toUnixTime() * 1_000;
  rule.until = rule.until.clone();
  rule.until.adjust(1, 0, 0, 0);
  return last;
}

function toStart(component: Component, name: string): CalendarTime | null {
  const value: unknown = component.getFirstPropertyValue(name);
  return value instanceof ICAL.Time ? value : null;
}

function toDay(time: CalendarTime): string {
  return time.toString().slice(0, 10);
}

function toSeriesDay(time: CalendarTime | null): string | null {
  return time === null ? null : toDay(time).replaceAll("-", "");
}

const DAY_SECONDS = 86_400;

/**
 * @param shift the start of one of a series, in place of the first's
 * @returns why the event has no time that can be read
 */
function toWhen(
  component: Component,
  toInstant: ToInstant,
  shift?: CalendarTime,
): Occurrence["when"] | string {
  const first = toStart(component, "dtstart");
  if (first === null) return "has no start (DTSTART)";
  const start = shift ?? first;
  const seconds = toSeconds(component, first, toInstant);
  if (start.isDate) return { day: toDay(start), days: Math.max(1, Math.round((seconds ?? 0) / DAY_SECONDS)) };
  const tzid = component.getFirstProperty("dtstart")?.getFirstParameter("tzid");
  const startsAt = toInstant(start, tzid);
  if (startsAt === null) return `is in the zone "${tzid}", which is not known and not defined in the file`;
  return { startsAt, endsAt: seconds === null ? null : startsAt + seconds * 1_000 };
}

/** How long an event lasts; null where nothing says it. */
function toSeconds(component: Component, start: CalendarTime, toInstant: ToInstant): number | null {
  const duration: unknown = component.getFirstPropertyValue("duration");
  if (duration instanceof ICAL.Duration) return duration.toSeconds();
  const end = toStart(component, "dtend");
  if (end === null) return null;
  const toZone = (name: string): string | undefined =>
    component.getFirstProperty(name)?.getFirstParameter("tzid");
  if (start.isDate || end.isDate) return (Date.parse(toDay(end)) - Date.parse(toDay(start))) / 1_000;
  const [from, until] = [toInstant(start, toZone("dtstart")), toInstant(end, toZone("dtend"))];
  return from === null || until === null ? null : (until - from) / 1_000;
}
