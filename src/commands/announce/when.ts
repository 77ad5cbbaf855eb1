/** When a draft says that the session is: one date, one time. */
import { toWeekday } from "../../programme/civil-time.ts";
import { toLongDate, WEEKDAYS } from "../../wording/dates.ts";
import type { Instant } from "../../programme/instant.ts";
import type { Result } from "../../programme/result.ts";
import { valuesOf, type Draft } from "./draft.ts";
import type { Line, Refused, Remark } from "./line.ts";
import {
  findDates,
  findTimes,
  findZone,
  toOnlyWeekday,
  type DateMention,
  type TimeMention,
} from "./mentions.ts";
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
}

/** A line with the days and times it names. */
interface Said extends Line {
  dates: DateMention[];
  times: TimeMention[];
}

/** The day and what is unusual about the time; null where the draft is refused. */
export function readWhen(reading: Reading): When | null {
  const { draft, context, refused } = reading;
  const lines = valuesOf(draft, "time").map((line) => toSaid(line, true));
  const said = [...lines, ...draft.sentences.map(({ line }) => toSaid(line, false))];
  const date = readDate(reading, said);
  if (date === null) return null;
  const time = readTime(reading, said, date);
  refused.push(...findOtherDates(said, date, time?.at ?? null, context), ...findOtherWeekdays(draft, date));
  refused.push(...findUnread(lines));
  if (time === null) return null;
  const { start: clock, duration } = time;
  const isToBeAnnounced = clock === undefined && lines.some(({ text }) => /\btb[adc]\b/i.test(text));
  return {
    date: time.date,
    clock: isToBeAnnounced ? "tba" : clock,
    // What is as usual is left to the club file.
    start: isToBeAnnounced ? "tba" : clock === context.start ? undefined : clock,
    duration: duration === context.durationMinutes ? undefined : duration,
  };
}

/** In a sentence "6/15" is a fraction and "3:10" a ratio. */
function toSaid(line: Line, isAboutTime: boolean): Said {
  const times = findTimes(line.text).filter(({ text }) => isAboutTime || /[a-z]/i.test(text));
  return { ...line, dates: findDates(line.text, isAboutTime), times };
}

/** The first date that is said. */
function readDate(reading: Reading, said: readonly Said[]): string | null {
  const line = said.find(({ dates }) => dates.length > 0);
  const [mention] = line?.dates ?? [];
  if (line !== undefined && mention !== undefined)
    return note(reading, line.number, settleDate(mention, reading.context))?.date ?? null;
  const named = said.map(({ text }) => toOnlyWeekday(text)).find((words) => words !== "") ?? "";
  const message = `the announcement has no date that can be read${named}, expected one such as "June 15 (Mon)"`;
  reading.refused.push({ line: said[0]?.number ?? reading.draft.firstLine, message });
  return null;
}

function readTime(reading: Reading, said: readonly Said[], date: string): SettledTime | null {
  const { draft, context, warnings } = reading;
  const zone = findZone(valuesOf(draft, "zone")[0]?.text ?? "");
  const times = said.flatMap((line) => line.times.map((time) => ({ ...time, zone: time.zone ?? zone })));
  const line = (said.find((one) => one.times.length > 0) ?? said[0])?.number ?? draft.firstLine;
  const time = note(reading, line, settleTime(times, date, context));
  if (time !== null && toWeekday(time.date) !== context.usualWeekday) {
    const message = `${toLongDate(time.date)} is not the club's usual ${WEEKDAYS[context.usualWeekday - 1]}`;
    warnings.push({ line, message });
  }
  return time;
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

/** A time that cannot be read must not pass for the usual one. */
function findUnread(lines: readonly Said[]): Remark[] {
  if (lines.some(({ times }) => times.length > 0)) return [];
  return lines.flatMap(({ number: line, text }) => {
    const words = LIKE_TIME.exec(text)?.[0].trim();
    const message = `"${words}" is no time of day, expected one such as "1pm ET" or "13:00"`;
    return words === undefined ? [] : [{ line, message }];
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
      return isSameDay(settled.value.date, time, date, at) ? [] : [toLongDate(settled.value.date)];
    });
    // A line full of dates is no better understood by all of them.
    const [other] = others.take(1);
    const message = `two dates: ${toLongDate(date)} and ${other}, expected one for a session`;
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
    const message = `says ${WEEKDAYS[weekday - 1]}, but the session is on ${toLongDate(date)}`;
    return [{ line: line.number, message }];
  });
}
