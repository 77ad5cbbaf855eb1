/** When a draft says that the session is: one date, one time. */
import { toWeekday } from "../../programme/civil-time.ts";
import { toLongDate, WEEKDAYS } from "../../wording/dates.ts";
import { findDates, findWeekday, type DateMention } from "./dates.ts";
import { valuesOf, type Draft } from "./draft.ts";
import type { Line, Remark } from "./line.ts";
import { settleDate, type DateContext } from "./settle-date.ts";
import { settleTime, type SettledTime, type UsualTime } from "./settle-time.ts";

export interface When {
  date: string;
  /** "HH:MM" or "tba", where it is not the club's. */
  start?: string;
  /** The start as said, in the club's zone, usual or not; absent where nothing is said. */
  clock?: string;
  /** Minutes, where they are not the club's. */
  duration?: number;
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

/** The day and what is unusual about the time; null where the draft is refused. */
export function readWhen(reading: Reading): When | null {
  const { draft, context, warnings, refused } = reading;
  const lines = [...draft.when, ...valuesOf(draft, "time")];
  const said = draft.sentences.map(({ line }) => line);
  const mentions = [
    ...lines.flatMap((line) => toMentions(line, true)),
    ...said.flatMap((line) => toMentions(line, false)),
  ];
  const [first] = mentions;
  if (first === undefined) {
    refused.push({ line: lines[0]?.number ?? draft.firstLine, message: toNoDate([...lines, ...said]) });
    return null;
  }
  const date = settleDate(first.mention, context);
  if (!date.ok) {
    refused.push({ line: first.line, message: date.error.message });
    return null;
  }
  warnings.push(...date.value.warnings.map((message) => ({ line: first.line, message })));
  checkAgreement(reading, mentions.slice(1), date.value.date);
  return readTime(reading, lines, date.value.date);
}

function toMentions({ number, text }: Line, numeric: boolean): { line: number; mention: DateMention }[] {
  return findDates(text, numeric).map((mention) => ({ line: number, mention }));
}

/** Every other date, and the weekday before the names, must be the same day. */
function checkAgreement(
  { draft, context, refused }: Reading,
  others: readonly { line: number; mention: DateMention }[],
  date: string,
): void {
  for (const { line, mention } of others) {
    const settled = settleDate(mention, context);
    if (settled.ok && settled.value.date === date) continue;
    const other = settled.ok ? toLongDate(settled.value.date) : settled.error.message;
    refused.push({
      line,
      message: `two dates: ${toLongDate(date)} and ${other}, expected one for a session`,
    });
  }
  for (const { line, said } of draft.sentences) {
    if (said.weekday === null || said.weekday === toWeekday(date)) continue;
    const name = WEEKDAYS[said.weekday - 1];
    refused.push({ line: line.number, message: `says ${name}, but the session is on ${toLongDate(date)}` });
  }
}

function readTime(
  { context, warnings, refused }: Reading,
  lines: readonly Line[],
  date: string,
): When | null {
  const clocks = lines.map(({ number, text }) => ({ number, text: withoutDates(text) }));
  const line = clocks.find(({ text }) => /\d|noon|midnight|\btb[adc]\b/i.test(text)) ?? clocks[0];
  const time = settleTime(line?.text ?? "", date, context);
  const number = line?.number ?? 1;
  if (!time.ok) {
    refused.push({ line: number, message: time.error.message });
    return null;
  }
  warnings.push(...time.value.warnings.map((message) => ({ line: number, message })));
  const day = time.value.date;
  if (toWeekday(day) !== context.usualWeekday) {
    const message = `${toLongDate(day)} is not the club's usual ${WEEKDAYS[context.usualWeekday - 1]}`;
    warnings.push({ line: number, message });
  }
  return toUnusual(time.value, context);
}

/** What is as usual is left to the club file. */
function toUnusual({ date, start, duration }: SettledTime, context: ClubContext): When {
  return {
    date,
    ...(start !== undefined && { clock: start }),
    ...(start !== undefined && start !== context.start && { start }),
    ...(duration !== undefined && duration !== context.durationMinutes && { duration }),
  };
}

function withoutDates(text: string): string {
  return findDates(text, true).reduceRight(
    (rest, { index, end }) => `${rest.slice(0, index)} ${rest.slice(end)}`,
    text,
  );
}

function toNoDate(lines: readonly Line[]): string {
  const weekday = lines.map(({ text }) => findWeekday(text)).find((found) => found !== null);
  const named =
    weekday === undefined || weekday === null ? "" : ` (only the weekday ${WEEKDAYS[weekday - 1]})`;
  return `the announcement has no date that can be read${named}, expected one such as "June 15 (Mon)"`;
}
