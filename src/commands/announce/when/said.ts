/** What a line says of days and times, and what else it says. */
import { takeOut, toLeftOver } from "../lines/left-over.ts";
import { toNarrow, type Line, type Refused } from "../lines/line.ts";
import type { Result } from "../../../programme/result.ts";
import { findDates, type DateMention, type Mention } from "./dates.ts";
import { takeLength } from "./duration.ts";
import { findRelativeDay, type RelativeDay } from "./relative-day.ts";
import { takeAsides } from "./said-aside.ts";
import { findTimes, type TimeMention } from "./times.ts";
import { WEEKDAY_PATTERN } from "./weekdays.ts";
import { findZone, toZones } from "./zones.ts";

/** A line with the days and times it names. */
export interface Said extends Line {
  dates: DateMention[];
  times: TimeMention[];
  /** What it says beside the time, which is left out. */
  asides: string[];
  /** A day told from today, where the line has no date. */
  relative: Result<RelativeDay, Refused> | null;
}

/** Words for what will be said later. */
export const TO_BE_ANNOUNCED = /\btb[adc]\b|to be (?:announced|determined|confirmed)/i;

/** Read a line. In a sentence "6/15" is a fraction and "3:10" a ratio. */
export function toSaid(line: Line, isAboutTime: boolean, today: string): Said {
  const { text: bare, asides } = isAboutTime
    ? takeAsides(toNarrow(line.text))
    : { text: line.text, asides: [] };
  const { text, minutes } = isAboutTime ? takeLength(bare) : { text: bare, minutes: null };
  const times = findTimes(text)
    .filter(
      ({ text: words, index }) =>
        isAboutTime || /[a-z]/i.test(words) || /\bat\s*$/.test(text.slice(0, index)),
    )
    .map((time, index) => (index === 0 && minutes !== null ? { ...time, minutes } : time));
  const dates = findDates(text, isAboutTime);
  const relative = dates.length > 0 ? null : findRelativeDay(text, today);
  return { number: line.number, text, dates, times, asides, relative };
}

/** Words around days and times that say nothing more. */
const IDLE = new RegExp(
  `${WEEKDAY_PATTERN}|${TO_BE_ANNOUNCED.source}|` +
    "(?<![\\p{L}])(?:on|at|ore|alle|dalle|from|to|until|till|and|or|the|of|time|date|when|starting|starts?|begins?|sharp|usual|as usual|same|hours?|uhr|h|hrs|um|von|bis|ab|am|le|à|de|del|el|los?|las?|a las|a|às|das|do|du|das|em|e|y|et|und|oder|ou|local|in|your|is|be|held|will|noon|midnight|ist|en|clock|talk|session|seminar|meeting|reading group|we|meet|\\+1 day|next day|\\+1|us & canada|us and canada|s\\.t\\.|q ?& ?a|discussion|questions|presentation|followed|plus|please|note|new|unusual|special|different|changed?|updated|day|earlier|later|than)(?![\\p{L}\\d])|[〜~]|から|まで|부터|까지|半",
  "giu",
);

/** What a line about the time says besides. */
export function toUnread({ text, dates, times, relative }: Said): string {
  const spans = [...dates, ...times, ...(relative?.ok === true ? [relative.value] : [])];
  const rest = spans.reduce(takeOut, text);
  const words = rest.replace(/(?<!\p{L})T(?=\uffff)/gu, "\uffff");
  // A zone that no time has must not pass unread: "(UTC+2) 19:00".
  const isZoned = times.some(({ zone }) => zone !== null);
  return toLeftOver(isZoned ? toWithoutZones(words) : words, IDLE);
}

/** "1pm ET (New York time)": a zone that is said once more. */
function toWithoutZones(text: string): string {
  return findZones(text).reduce(takeOut, text);
}

/** The zones that a text without its times names. */
function findZones(text: string): Mention[] {
  const zones: Mention[] = [];
  for (const { index } of text.matchAll(/(?<![\p{L}\d/])[\p{Lu}\p{Lo}]/gu)) {
    const zone = index < (zones.at(-1)?.end ?? 0) ? null : findZone(text.slice(index));
    const isZone = zone !== null && toZones(zone.name).length > 0;
    if (isZone) zones.push({ text: zone.name, index, end: index + zone.length });
  }
  return zones;
}

/** The zones that a line names beside its times: "6pm GMT (London)". */
export function findZonesBeside({ text, dates, times }: Said): string[] {
  const isZoned = times.some(({ zone }) => zone !== null);
  return isZoned ? findZones([...dates, ...times].reduce(takeOut, text)).map((zone) => zone.text) : [];
}

/** Whether a line is about nothing but when. */
export function isOnlyWhen(line: Line, today: string): boolean {
  const said = toSaid(line, true, today);
  return said.dates.length + said.times.length > 0 && toUnread(said) === "";
}
