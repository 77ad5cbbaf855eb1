/** Which day a written date is: the year from its weekday and today. */
import { addDays, isCivilDate, toWeekday } from "../../programme/civil-time.ts";
import { MONTHS, toLongDate, WEEKDAYS } from "../../wording/dates.ts";
import { succeed, type Result } from "../../programme/result.ts";
import { refuse, type Refused } from "./line.ts";
import type { DateMention } from "./mentions.ts";

export interface SettledDate {
  /** "YYYY-MM-DD". */
  date: string;
  warnings: string[];
}

export interface DateContext {
  /** "YYYY-MM-DD": dates without a year are near it. */
  today: string;
  /** 1 to 7: the day on which the club meets. */
  usualWeekday: number;
}

/** A date without a year lies at most so far back or ahead; one further off was meant for another year. */
const MAX_DAYS_BACK = 300;
const MAX_DAYS_AHEAD = 180;
const DAY_MS = 86_400_000;
/** 29 February on a given weekday comes every 28 years. */
const YEARS_SEARCHED = 28;

/** The day a mention means, or why that cannot be told. */
export function settleDate(mention: DateMention, context: DateContext): Result<SettledDate, Refused> {
  const quoted = JSON.stringify(mention.text);
  if (mention.isSpan) return refuse(`${quoted} goes on to a second date, expected one date for one session`);
  const readings = mention.readings.filter(({ month, day }) => isInSomeYear(month, day));
  const [only] = readings;
  if (only === undefined) return refuse(`${quoted} ${toImpossible(mention)}`);
  const fitting = readings.flatMap((reading) => toDates(reading, mention, context));
  const [first, second] = fitting;
  if (first === undefined) return refuse(`${quoted} ${explainMisfit(only, mention, context)}`);
  if (second === undefined) return accept(first, mention, context);
  return refuse(
    `${quoted} can be ${toLongDate(first)} or ${toLongDate(second)}, expected the month as a word`,
  );
}

/** The dates a reading can be: with its weekday if it has one, near today if it has no year. */
function toDates(
  { month, day }: { month: number; day: number },
  { year, weekday }: DateMention,
  context: DateContext,
): string[] {
  const thisYear = Number(context.today.slice(0, 4));
  const years = year === undefined ? [thisYear - 1, thisYear, thisYear + 1] : [year];
  const dates = years.map((known) => toDate(known, month, day)).filter(isCivilDate);
  const wanted = weekday ?? (year === undefined ? context.usualWeekday : null);
  return dates.filter(
    (date) =>
      (wanted === null || toWeekday(date) === wanted) && (year !== undefined || isNear(date, context.today)),
  );
}

function accept(date: string, mention: DateMention, context: DateContext): Result<SettledDate, Refused> {
  const warnings: string[] = [];
  if (mention.year === undefined && mention.weekday === undefined)
    warnings.push(`"${mention.text}" has neither weekday nor year: read as ${toLongDate(date)}`);
  const nearest = toNearest(date.slice(5), context.today);
  if (mention.year === undefined && nearest !== date)
    warnings.push(
      `"${mention.text}" is read as ${toLongDate(date)}, since ${toLongDate(nearest)} is another weekday`,
    );
  return succeed({ date, warnings });
}

function explainMisfit(
  { month, day }: { month: number; day: number },
  { year, weekday }: DateMention,
  context: DateContext,
): string {
  const monthDay = toDate(2_000, month, day).slice(5);
  const date = year === undefined ? toNearest(monthDay, context.today) : `${year}-${monthDay}`;
  if (!isCivilDate(date)) return `is no date of ${year}`;
  const wanted = weekday ?? context.usualWeekday;
  const name = WEEKDAYS[wanted - 1];
  const near = [-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6]
    .map((days) => addDays(date, days))
    .filter((other) => toWeekday(other) === wanted)
    .map(toLongDate);
  const years = toYearsOf(monthDay, wanted, Number(date.slice(0, 4)));
  const said = weekday === undefined ? "has no weekday, and" : "does not fit its weekday:";
  return (
    `${said} it is ${toLongDate(date)}, expected ${near.join(" or ")}, ` +
    `or the year if it is not ${date.slice(0, 4)} (a ${name} in ${years.join(" and ")})`
  );
}

/** The nearest years, before and after, in which a day of the year is a given weekday. */
function toYearsOf(monthDay: string, weekday: number, year: number): number[] {
  const isFit = (candidate: number) =>
    isCivilDate(`${candidate}-${monthDay}`) && toWeekday(`${candidate}-${monthDay}`) === weekday;
  const search = (step: number) =>
    Array.from({ length: YEARS_SEARCHED }, (_, index) => year + step * (index + 1)).find(isFit);
  return [search(-1), search(1)].flatMap((found) => found ?? []);
}

/** The day of the year nearest to today. */
function toNearest(monthDay: string, today: string): string {
  const year = Number(today.slice(0, 4));
  const near = Array.from({ length: 9 }, (_, index) => `${year - 4 + index}-${monthDay}`).filter(isCivilDate);
  return near.toSorted((a, b) => Math.abs(toDays(a, today)) - Math.abs(toDays(b, today)))[0] ?? today;
}

function isNear(date: string, today: string): boolean {
  const days = toDays(date, today);
  return days >= -MAX_DAYS_BACK && days <= MAX_DAYS_AHEAD;
}

function toDays(date: string, today: string): number {
  return Math.round((Date.parse(date) - Date.parse(today)) / DAY_MS);
}

function isInSomeYear(month: number, day: number): boolean {
  return isCivilDate(toDate(2_000, month, day));
}

function toImpossible({ readings }: DateMention): string {
  const [reading] = readings;
  const name = reading === undefined ? undefined : MONTHS[reading.month - 1];
  if (reading === undefined || name === undefined) return "is no date, expected a month from 1 to 12";
  const last = [31, 30, 29].find((day) => isInSomeYear(reading.month, day));
  return `is not in the calendar, ${name} has ${last} days`;
}

function toDate(year: number, month: number, day: number): string {
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join(
    "-",
  );
}
