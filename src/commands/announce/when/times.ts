/** Times of day as a line names them: "1pm ET / 10am PT", "13:00–14:30 Europe/Paris", "(UTC+2) 19:00". */
import { isClockTime } from "../../../programme/civil-time.ts";
import { spotTimes, type Components, type Spotted } from "./chrono.ts";
import { findDates, type Mention } from "./dates.ts";
import { takeDayPart, type DayPart } from "./day-part.ts";
import { findZoneAfter, findZoneBefore } from "./zones.ts";

/** A time of day as written. */
export interface TimeMention extends Mention {
  /** "HH:MM". */
  start: string;
  /** "HH:MM", where the text gives an end. */
  until: string | null;
  /** As written: "ET", "Europe/Paris", "GMT-5". */
  zone: string | null;
  /** It has neither "am" nor "pm" and can be either. */
  isHalf: boolean;
  /** How long it is from then, where that is said instead of an end. */
  minutes?: number;
}

const ISO_DATE = /^\d{4}-\d{1,2}-\d{1,2}T/;

/** Every time of day in a text, in order, but none that is part of a date ("15.06."). */
export function findTimes(text: string): TimeMention[] {
  const dates = findDates(text, true);
  const times: TimeMention[] = [];
  for (const spotted of spotTimes(text)) {
    const time = toTime(text, spotted, times.at(-1)?.end ?? 0);
    if (time !== null) times.push(time);
  }
  return times
    .filter(({ text: words, zone }) => zone !== null || !BARE.test(words))
    .filter((time) => !dates.some(({ index, end }) => time.index < end && time.end > index));
}

/** A number is a time of day only where a zone follows it. */
const BARE = /^\d{1,2}(?:\s?(?:[-–]|to)\s?\d{1,2})?$/;

/** @param read where the time before ends: its zone is not this one's */
function toTime(text: string, spotted: Spotted, read: number): TimeMention | null {
  const written = spotted.index + (ISO_DATE.exec(spotted.text)?.[0].length ?? 0);
  const start = toClock(spotted.start);
  const before = text.slice(Math.max(0, written - 2), written);
  if (start === null || /(?:[\d.:+-]|(?<![\p{L})])\/)$/u.test(before)) return null;
  const { index, end, zone, part } = findAround(text, written, spotted.end, read);
  return {
    text: text.slice(index, end).replace(/[(\s]+$/, ""),
    index,
    end,
    ...toHours(toSpan(start, spotted), part?.hours ?? 0),
    zone,
    isHalf: part === null && isHalf(spotted, start),
  };
}

interface Around extends Omit<Mention, "text"> {
  zone: string | null;
  part: DayPart | null;
}

/** What belongs to a time from `begin` to `end`: the half of the day, and the zone after it or, in brackets, before it. */
function findAround(text: string, begin: number, end: number, read: number): Around {
  const part = takeDayPart(text.slice(end));
  const said = end + (part?.length ?? 0);
  const after = findZoneAfter(text.slice(said));
  if (after !== null) return { index: begin, end: said + after.length, zone: after.name, part };
  const before = findZoneBefore(text.slice(read, begin));
  return { index: begin - (before?.length ?? 0), end: said, zone: before?.name ?? null, part };
}

type Span = Pick<TimeMention, "start" | "until">;

/** A span so many hours later, but for what is in the afternoon as written. */
function toHours({ start, until }: Span, hours: 0 | 12): Span {
  const toSaid = (clock: string): string => (hours === 12 && clock < "12:00" ? toAfternoon(clock) : clock);
  return { start: toSaid(start), until: until === null ? null : toSaid(until) };
}

/** The same place of the clock's face in the afternoon. */
function toAfternoon(clock: string): string {
  return `${String(Number(clock.slice(0, 2)) + 12).padStart(2, "0")}${clock.slice(2)}`;
}

function toSpan(start: string, spotted: Spotted): Span {
  const until = spotted.until === null ? null : toClock(spotted.until);
  if (until === null) return { start, until };
  return { start: toEarlier(start, spotted.start, until), until: toLater(start, until, spotted.text) };
}

/** "4-5", "3:30": one of two hours, unless the day is written with 24. */
function isHalf({ text, start }: Spotted, clock: string): boolean {
  return (
    /^[1-9]\d?(?!\d)/.test(text) &&
    !/[a-z\p{Lo}]/iu.test(text) &&
    clock < "12:00" &&
    !start.isCertain("second")
  );
}

/** "11-1pm" begins in the morning: the end's half of the day is taken only where that comes before the end. */
function toEarlier(clock: string, start: Components, until: string): string {
  const isBorrowed = !start.isCertain("meridiem") && clock >= "12:00" && until >= "12:00" && clock >= until;
  return isBorrowed ? `${String(Number(clock.slice(0, 2)) - 12).padStart(2, "0")}${clock.slice(2)}` : clock;
}

/** "12-1" ends at one in the afternoon. */
function toLater(start: string, until: string, text: string): string {
  const later = toAfternoon(until);
  return until <= start && until < "12:00" && later > start && !/[a-z]/i.test(text) ? later : until;
}

function toClock(time: Components): string | null {
  const [hour, minute] = [time.get("hour"), time.get("minute")].map((part) => String(part).padStart(2, "0"));
  const clock = `${hour}:${minute}`;
  return isClockTime(clock) ? clock : null;
}
