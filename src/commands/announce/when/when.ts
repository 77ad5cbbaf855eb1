/** When a draft says that the session is: one date, one time. */
import { toWeekday } from "../../../programme/civil-time.ts";
import { toEnglishDate, WEEKDAYS } from "../../../wording/dates.ts";
import { valuesOf } from "../drafts/draft.ts";
import { note, type ClubContext, type Reading } from "../reading.ts";
import { findOtherDates, findOtherWeekdays, findOtherZones, findUnreadTimes } from "./contradictions.ts";
import { toOnlyWeekday } from "./dates.ts";
import { findRelativeDay } from "./relative-day.ts";
import { TO_BE_ANNOUNCED, toSaid, toUnread, type Said } from "./said.ts";
import type { TimeMention } from "./times.ts";
import { settleDate } from "./which-day.ts";
import { settleTime, type SettledTime } from "./which-time.ts";
import { findZone } from "./zones.ts";

export interface When {
  date: string;
  /** "HH:MM" or "tba", where it is not the club's. */
  start: string | undefined;
  /** The start as said, in the club's zone, usual or not; absent where nothing is said. */
  clock: string | undefined;
  /** Minutes, where they are not the club's. */
  duration: number | undefined;
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
  refused.push(...findUnreadTimes(lines));
  if (time === null) return null;
  if (time.at !== null) reading.leftOver.push(...findOtherZones(lines, time.at));
  noteUnread(reading, lines);
  return toWhen(time, lines, context);
}

/** What is as usual is left to the club file. */
function toWhen(
  { date, start: clock, duration }: SettledTime,
  lines: readonly Said[],
  usual: ClubContext,
): When {
  const isToBeAnnounced = clock === undefined && lines.some(({ text }) => TO_BE_ANNOUNCED.test(text));
  return {
    date,
    clock: isToBeAnnounced ? "tba" : clock,
    start: isToBeAnnounced ? "tba" : clock === usual.start ? undefined : clock,
    duration: duration === usual.durationMinutes ? undefined : duration,
  };
}

/** Words of lines about the time that may name the place, and what is beside the time. */
function noteUnread({ rest, warnings }: Reading, lines: readonly Said[]): void {
  for (const line of lines) {
    const { number, asides } = line;
    const text = toUnread(line);
    if (text !== "") rest.push({ number, text });
    warnings.push(
      ...asides.map((words) => ({ line: number, message: `left out: ${JSON.stringify(words)}` })),
    );
  }
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
    const other = findOtherDay(told, date, reading.context);
    if (other !== null) {
      const message = `${JSON.stringify(text)} is ${toEnglishDate(date)} from today and ${toEnglishDate(other)} from when the mail was sent, expected the date`;
      reading.refused.push({ line: told.number, message });
      return null;
    }
    const message = `${JSON.stringify(text)} is read as ${toEnglishDate(date)}`;
    reading.warnings.push({ line: told.number, message });
    return date;
  }
  const { number: line } = told ?? said[0] ?? { number: reading.draft.firstLine };
  reading.refused.push({ line, message: toFault(told) ?? toUndated(said) });
  return null;
}

/** Another day that the words mean from when the mail was sent. */
function findOtherDay({ text }: Said, date: string, { sent = [] }: ClubContext): string | null {
  const days = sent.map((day) => findRelativeDay(text, day));
  const other = days.find((day) => day?.ok === true && day.value.date !== date);
  return other?.ok === true ? other.value.date : null;
}

function toFault(told: Said | undefined): string | undefined {
  return told?.relative?.ok === false ? told.relative.error.message : undefined;
}

function toUndated(said: readonly Said[]): string {
  const named = said.map(({ text }) => toOnlyWeekday(text)).find((words) => words !== "") ?? "";
  return `the announcement has no date that can be read${named}, expected one such as "June 15 (Mon)"`;
}

/** A day begins with it, and ends with it. */
const MIDNIGHT = /^(?:12\s+)?(?:midnight|mitternacht|minuit|medianoche|meia-noite|mezzanotte)(?![\p{L}])/iu;

function readTime(reading: Reading, said: readonly Said[], date: string): SettledTime | null {
  const { draft, context, leftOver } = reading;
  const zone = findZone(valuesOf(draft, "zone")[0]?.text ?? "")?.name ?? null;
  const times = said.flatMap((line) => line.times.map((time) => ({ ...time, zone: time.zone ?? zone })));
  const line = (said.find((one) => one.times.length > 0) ?? said[0])?.number ?? draft.firstLine;
  const time = note(reading, line, settleTime(times, date, context));
  if (time === null) return null;
  warnOfWeekday(reading, line, time.date);
  leftOver.push(...findDoubtful(times, time).map((text) => ({ number: line, text })));
  return time;
}

/** Times that say something else than the session's own, and one that two days have. */
function findDoubtful([first, ...others]: readonly TimeMention[], time: SettledTime): string[] {
  const unzoned = others.filter(({ zone, start }) => zone === null && !isSameClock(start, first, time));
  const isSure = others.some(({ zone }) => zone !== null);
  const midnight = first !== undefined && !isSure && MIDNIGHT.test(first.text) ? [first.text] : [];
  return [...unzoned.map(({ text }) => text), ...time.disagreeing, ...midnight];
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
