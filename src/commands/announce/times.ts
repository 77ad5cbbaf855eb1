/** Times of day as announcements print them: "1pm ET / 10am PT / 7pm CET", "13:00–14:30 Europe/Paris", "noon". */
import { isClockTime } from "../../programme/civil-time.ts";
import { ZONE_NAME } from "./zones.ts";

/** A time as written. */
export interface TimeMention {
  text: string;
  index: number;
  end: number;
  /** "HH:MM". */
  start: string;
  /** "HH:MM", where the text gives an end. */
  until?: string;
  /** As written: "ET", "Europe/Paris". */
  zone?: string;
}

const CLOCK = "(\\d{1,2})(?:[:.h](\\d{2}))?\\s*([ap]\\.?m\\b\\.?)?|(noon|midnight)";
const TIME = new RegExp(
  `(?<![\\d/.:-])(?:${CLOCK})(?:\\s*(?:-|–|—|to|until)\\s*(?:${CLOCK}))?(?:\\s*\\(?(${ZONE_NAME})(?:\\s+[Tt]ime\\b)?)?`,
  "gi",
);
const NOON = 12;

/** Every time of day in a text, in order; a bare number is none. */
export function findTimes(text: string): TimeMention[] {
  return [...text.matchAll(TIME)].flatMap((match) => toMention(match) ?? []);
}

interface ClockParts {
  hour: string | undefined;
  minute: string | undefined;
  half: string | undefined;
  word: string | undefined;
}

function toMention(match: RegExpExecArray): TimeMention | null {
  const [text, h1, m1, a1, w1, h2, m2, a2, w2, zone] = match;
  const first: ClockParts = {
    hour: h1,
    minute: m1,
    half: a1 ?? (h2 === undefined ? undefined : a2),
    word: w1,
  };
  const last: ClockParts = { hour: h2, minute: m2, half: a2, word: w2 };
  if (!isTime(first)) return null;
  const start = toClock(first);
  if (start === null) return null;
  const until = toClock(last);
  const isKnownCase = zone !== undefined && zone !== zone.toLowerCase();
  return {
    text: text.replace(/[(\s]+$/, ""),
    index: match.index,
    end: match.index + text.length,
    start: a1 === undefined && until !== null ? toEarlier(first, start, until) : start,
    ...(until !== null && { until }),
    ...(isKnownCase && { zone }),
  };
}

/** "11-1pm" begins in the morning: the end's half of the day is taken only where that comes before the end. */
function toEarlier(first: ClockParts, start: string, until: string): string {
  return start < until ? start : (toClock({ ...first, half: "am" }) ?? start);
}

function isTime({ minute, half, word }: ClockParts): boolean {
  return minute !== undefined || half !== undefined || word !== undefined;
}

function toClock({ hour, minute = "00", half, word }: ClockParts): string | null {
  if (word !== undefined) return word.toLowerCase() === "noon" ? "12:00" : "00:00";
  const hours = hour === undefined ? null : toHours(Number(hour), half?.charAt(0).toLowerCase());
  const clock = `${String(hours).padStart(2, "0")}:${minute}`;
  return isClockTime(clock) ? clock : null;
}

/** Hours from midnight, or null for "13pm". */
function toHours(written: number, half: string | undefined): number | null {
  if (half === undefined) return written;
  if (written < 1 || written > NOON) return null;
  return (written % NOON) + (half === "p" ? NOON : 0);
}
