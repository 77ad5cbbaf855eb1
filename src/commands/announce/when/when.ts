/** When a draft says that the session is: one date, one time. */
import { toWeekday } from "../../../programme/civil-time.ts";
import { takeLength } from "./duration.ts";
import { takeOut, toLeftOver } from "../lines/left-over.ts";
import { findRelativeDay, type RelativeDay } from "./relative-day.ts";
import { findZone, toZones } from "./zones.ts";
import { toEnglishDate, WEEKDAYS } from "../../../wording/dates.ts";
import type { Instant } from "../../../programme/instant.ts";
import type { Result } from "../../../programme/result.ts";
import { valuesOf, type Draft } from "../drafts/draft.ts";
import { toNarrow, type Line, type Refused, type Remark } from "../lines/line.ts";
import { findDates, findTimes, toOnlyWeekday, type DateMention, type TimeMention } from "./mentions.ts";
import { WEEKDAY_PATTERN } from "./weekdays.ts";
import { isRoom } from "../where/room.ts";
import { settleDate, type DateContext } from "./which-day.ts";
import { settleTime, toInstantsOn, type SettledTime, type UsualTime } from "./which-time.ts";

export interface When {
  date: string;
  /** "HH:MM" or "tba", where it is not the club's. */
  start: string | undefined;
  /** The start as said, in the club's zone, usual or not; absent where nothing is said. */
  clock: string | undefined;
  /** Minutes, where they are not the club's. */
  duration: number | undefined;
}

/** What the club does as a rule, and today. */
export interface ClubContext extends DateContext, UsualTime {
  durationMinutes: number;
}

/** A draft being read: what is found wrong is collected. */
export interface Reading {
  draft: Draft;
  context: ClubContext;
  warnings: Remark[];
  refused: Remark[];
  /** Words of lines that say when, which may name the place. */
  rest: Line[];
  /** Words of used lines that nothing understood. */
  leftOver: Line[];
}

/** A line with the days and times it names. */
interface Said extends Line {
  dates: DateMention[];
  times: TimeMention[];
  /** A day told from today, where the line has no date. */
  relative: Result<RelativeDay, Refused> | null;
}

/** The day and what is unusual about the time; null where the draft is refused. */
export function readWhen(reading: Reading): When | null {
  const { draft, context, refused } = reading;
  const lines = valuesOf(draft, "time").map((line) => toSaid(line, true, context.today));
  const sentences = draft.sentences.map(({ line }) => toSaid(line, false, context.today));
  const said = [...lines, ...sentences];
  const date = readDate(reading, said);
  if (date === null) return null;
  const time = readTime(reading, said, date);
  refused.push(...findOtherDates(said, date, time?.at ?? null, context), ...findOtherWeekdays(draft, date));
  refused.push(...findUnread(lines));
  if (time === null) return null;
  const words = lines.map((line) => ({ number: line.number, text: toUnread(line) }));
  reading.rest.push(...words.filter(({ text }) => text !== ""));
  const { start: clock, duration } = time;
  const isToBeAnnounced = clock === undefined && lines.some(({ text }) => TO_BE_ANNOUNCED.test(text));
  return {
    date: time.date,
    clock: isToBeAnnounced ? "tba" : clock,
    // What is as usual is left to the club file.
    start: isToBeAnnounced ? "tba" : clock === context.start ? undefined : clock,
    duration: duration === context.durationMinutes ? undefined : duration,
  };
}

const TO_BE_ANNOUNCED = /\btb[adc]\b|to be (?:announced|determined|confirmed)/i;

/** In a sentence "6/15" is a fraction and "3:10" a ratio. */
function toSaid(line: Line, isAboutTime: boolean, today: string): Said {
  const { text, minutes } = isAboutTime
    ? takeLength(toNarrow(line.text))
    : { text: line.text, minutes: null };
  const times = findTimes(text)
    .filter(
      ({ text: words, index }) =>
        isAboutTime || /[a-z]/i.test(words) || /\bat\s*$/.test(text.slice(0, index)),
    )
    .map((time, index) => (index === 0 && minutes !== null ? { ...time, minutes } : time));
  const dates = findDates(text, isAboutTime);
  const relative = dates.length > 0 ? null : findRelativeDay(text, today);
  return { number: line.number, text, dates, times, relative };
}

/** Words around days and times that say nothing more. */
const IDLE = new RegExp(
  `${WEEKDAY_PATTERN}|${TO_BE_ANNOUNCED.source}|` +
    "(?<![\\p{L}])(?:on|at|ore|alle|dalle|from|to|until|till|and|or|the|of|time|date|when|starting|starts?|begins?|sharp|usual|as usual|same|hours?|uhr|h|hrs|um|von|bis|ab|am|le|à|de|del|el|los?|las?|a las|a|às|das|do|du|das|em|e|y|et|und|oder|ou|local|in|your|is|be|held|will|noon|midnight|ist|en|clock|talk|session|seminar|meeting|reading group|we|meet|\\+1 day|next day|\\+1|us & canada|us and canada|da manhã|du matin|de la mañana)(?![\\p{L}\\d])|[〜~]|から|まで|半",
  "giu",
);

/** What a line about the time says besides. */
function toUnread({ text, dates, times, relative }: Said): string {
  const spans = [...dates, ...times, ...(relative?.ok === true ? [relative.value] : [])];
  const rest = spans.reduce(takeOut, text);
  const words = rest.replace(/(?<!\p{L})T(?=\uffff)/gu, "\uffff");
  // A zone that no time has must not pass unread: "(UTC+2) 19:00".
  const isZoned = times.some(({ zone }) => zone !== null);
  return toLeftOver(isZoned ? toWithoutZones(words) : words, IDLE);
}

/** "1pm ET (New York time)": a zone that is said once more. */
function toWithoutZones(text: string): string {
  let rest = text;
  for (const { index } of text.matchAll(/(?<![\p{L}\d/])\p{Lu}|[北中日東]/gu)) {
    const zone = findZone(rest.slice(index));
    const isZone = zone !== null && toZones(zone.name).length > 0;
    if (isZone) rest = takeOut(rest, { index, end: index + zone.length });
  }
  return rest;
}

/** Whether a line is about nothing but when. */
export function isOnlyWhen(line: Line, today: string): boolean {
  const said = toSaid(line, true, today);
  return said.dates.length + said.times.length > 0 && toUnread(said) === "";
}

/** The first date that is said. */
function readDate(reading: Reading, said: readonly Said[]): string | null {
  const line = said.find(({ dates }) => dates.length > 0);
  const [mention] = line?.dates ?? [];
  if (line === undefined || mention === undefined) return readRelative(reading, said);
  return note(reading, line.number, settleDate(mention, reading.context))?.date ?? null;
}

/** A post may be old when it is pasted; a mail is read when it comes. */
function readRelative(reading: Reading, said: readonly Said[]): string | null {
  const told = reading.draft.form === "mail" ? said.find(({ relative }) => relative !== null) : undefined;
  if (told?.relative?.ok === true) {
    const { text, date } = told.relative.value;
    const message = `${JSON.stringify(text)} is read as ${toEnglishDate(date)}`;
    reading.warnings.push({ line: told.number, message });
    return date;
  }
  const { number: line } = told ?? said[0] ?? { number: reading.draft.firstLine };
  reading.refused.push({ line, message: toFault(told) ?? toUndated(said) });
  return null;
}

function toFault(told: Said | undefined): string | undefined {
  return told?.relative?.ok === false ? told.relative.error.message : undefined;
}

function toUndated(said: readonly Said[]): string {
  const named = said.map(({ text }) => toOnlyWeekday(text)).find((words) => words !== "") ?? "";
  return `the announcement has no date that can be read${named}, expected one such as "June 15 (Mon)"`;
}

function readTime(reading: Reading, said: readonly Said[], date: string): SettledTime | null {
  const { draft, context, leftOver } = reading;
  const zone = findZone(valuesOf(draft, "zone")[0]?.text ?? "")?.name ?? null;
  const times = said.flatMap((line) => line.times.map((time) => ({ ...time, zone: time.zone ?? zone })));
  const line = (said.find((one) => one.times.length > 0) ?? said[0])?.number ?? draft.firstLine;
  const time = note(reading, line, settleTime(times, date, context));
  if (time === null) return null;
  warnOfWeekday(reading, line, time.date);
  const [first, ...others] = times;
  const unzoned = others.filter((other) => other.zone === null && !isSameClock(other.start, first, time));
  const unread = [...unzoned.map(({ text }) => text), ...time.disagreeing];
  leftOver.push(...unread.map((text) => ({ number: line, text })));
  return time;
}

function warnOfWeekday({ context: { usualWeekday }, warnings }: Reading, line: number, date: string): void {
  if (toWeekday(date) === usualWeekday) return;
  const message = `${toEnglishDate(date)} is not the club's usual ${WEEKDAYS[usualWeekday - 1]}`;
  warnings.push({ line, message });
}

/** Whether a second time without a zone says the first again. */
function isSameClock(clock: string, first: TimeMention | undefined, time: SettledTime): boolean {
  const later = `${Number(clock.slice(0, 2)) + 12}${clock.slice(2)}`;
  return [first?.start, time.start].some((start) => start === clock || start === later);
}

/** What was read on a line, and its warnings noted; null where it is refused. */
export function note<T extends { warnings: string[] }>(
  { warnings, refused }: Reading,
  line: number,
  read: Result<T, Refused>,
): T | null {
  if (read.ok) warnings.push(...read.value.warnings.map((message) => ({ line, message })));
  else refused.push({ line, message: read.error.message });
  return read.ok ? read.value : null;
}

/** What is meant as a time, whether there is such a time or not: "25:00", "13pm ET". */
const LIKE_TIME = /\b\d{1,2}(?::\d{2}|\s?[ap]\.?m\b|(?<=\d{2})h\b)[^,|/()]*/i;

/** A number that no room explains: "at 4", "4-5". */
const NUMBER = /(?:^|\s|~)(\d{1,2}(?:\s?[-–]\s?\d{1,2})?)(?:$|[\s,;)])/;

/** A time that cannot be read must not pass for the usual one. */
function findUnread(lines: readonly Said[]): Remark[] {
  if (lines.some(({ times }) => times.length > 0)) return [];
  return lines.flatMap((said) => {
    const unread = toUnread(said);
    const number = isRoom(unread) ? undefined : NUMBER.exec(unread)?.[1];
    const words = LIKE_TIME.exec(said.text)?.[0].trim() ?? number;
    const message = `"${words}" is no time of day, expected one such as "1pm ET" or "13:00"`;
    return words === undefined ? [] : [{ line: said.number, message }];
  });
}

/** Every date must be the same day, or the day of the same moment in another zone. */
function findOtherDates(
  said: readonly Said[],
  date: string,
  at: Instant | null,
  context: ClubContext,
): Remark[] {
  return said.flatMap(({ number: line, dates, times }) => {
    const others = dates.values().flatMap((mention) => {
      const settled = settleDate(mention, context);
      if (!settled.ok) return [settled.error.message];
      const time = times.find(({ index }) => index >= mention.end);
      return isSameDay(settled.value.date, time, date, at) ? [] : [toEnglishDate(settled.value.date)];
    });
    // A line full of dates is no better understood by all of them.
    const [other] = others.take(1);
    const message = `two dates: ${toEnglishDate(date)} and ${other}, expected one for a session`;
    return other === undefined ? [] : [{ line, message }];
  });
}

function isSameDay(other: string, time: TimeMention | undefined, date: string, at: Instant | null): boolean {
  if (other === date || time === undefined || at === null) return other === date;
  return toInstantsOn(time, () => other).includes(at);
}

/** The weekday before the names must be the date's. */
function findOtherWeekdays({ sentences }: Draft, date: string): Remark[] {
  return sentences.flatMap(({ line, said: { weekday } }) => {
    if (weekday === null || weekday === toWeekday(date)) return [];
    const message = `says ${WEEKDAYS[weekday - 1]}, but the session is on ${toEnglishDate(date)}`;
    return [{ line: line.number, message }];
  });
}
