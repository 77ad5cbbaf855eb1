/** Which day a written date is: the year from its weekday and today. */
import { addDays, isCivilDate, toWeekday } from "../../../programme/civil-time.ts";
import { DAY } from "../../../programme/instant.ts";
import { succeed, type Result } from "../../../programme/result.ts";
import { MONTHS, toEnglishDate, WEEKDAYS } from "../../../wording/dates.ts";
import { refuse, type Refused } from "../lines/line.ts";
import type { DateMention } from "./dates.ts";

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
/** Two digits stand for a year no further away. */
const MAX_YEARS_OF_SHORT = 3;
/** 29 February comes every 4 years, on a given weekday every 28. */
const LEAP_YEARS = 4;
const WEEKDAY_YEARS = 28;

/** The day a mention means, or why that cannot be told. */
export function settleDate(mention: DateMention, context: DateContext): Result<SettledDate, Refused> {
  const quoted = JSON.stringify(mention.text);
  if (mention.isSpan) return refuse(`${quoted} goes on to a second date, expected one date for one session`);
  if (isFarShortYear(mention, context))
    return refuse(`${quoted} names the year ${mention.year}, expected four digits for one so far from today`);
  const possible = mention.monthDays.filter((monthDay) => isCivilDate(`2000-${monthDay}`));
  const [monthDay] = possible;
  if (monthDay === undefined) return refuse(`${quoted} ${toImpossible(mention.monthDays)}`);
  const [date, other] = possible.flatMap((one) => toDates(one, mention, context));
  if (date === undefined) return refuse(`${quoted} ${explainMisfit(monthDay, mention, context)}`);
  if (other === undefined) return succeed({ date, warnings: findDoubts(date, mention, context) });
  const [usual, second] = [date, other].filter((one) => toWeekday(one) === context.usualWeekday);
  if (usual !== undefined && second === undefined) {
    const message = `${quoted} is read as ${toEnglishDate(usual)}, the club's usual weekday`;
    return succeed({ date: usual, warnings: [message] });
  }
  return refuse(
    `${quoted} can be ${toEnglishDate(date)} or ${toEnglishDate(other)}, expected the month as a word`,
  );
}

/** "26-10-12" can begin with its year. */
function isFarShortYear({ text, year }: DateMention, { today }: DateContext): boolean {
  const isFar = year !== null && Math.abs(year - Number(today.slice(0, 4))) > MAX_YEARS_OF_SHORT;
  return isFar && !text.includes(String(year));
}

/** The dates a day of the year can be: with its weekday if it has one, near today if it has no year. */
function toDates(monthDay: string, { year, weekday }: DateMention, { today, usualWeekday }: DateContext) {
  if (year === null)
    return toYears(monthDay, today, 1)
      .filter((date) => toWeekday(date) === (weekday ?? usualWeekday))
      .filter((date) => addDays(today, -MAX_DAYS_BACK) <= date && date <= addDays(today, MAX_DAYS_AHEAD));
  const date = `${year}-${monthDay}`;
  return isCivilDate(date) && toWeekday(date) === (weekday ?? toWeekday(date)) ? [date] : [];
}

function findDoubts(date: string, { text, year, weekday }: DateMention, { today }: DateContext): string[] {
  if (year !== null) return [];
  const nearest = toNearest(date.slice(5), today);
  const read = `read as ${toEnglishDate(date)}`;
  return [
    ...(weekday === null ? [`"${text}" has neither weekday nor year: ${read}`] : []),
    ...(nearest === date ? [] : [`"${text}" is ${read}, since ${toEnglishDate(nearest)} is another weekday`]),
  ];
}

function explainMisfit(
  monthDay: string,
  { year, weekday }: DateMention,
  { today, usualWeekday }: DateContext,
): string {
  const date = year === null ? toNearest(monthDay, today) : `${year}-${monthDay}`;
  if (!isCivilDate(date)) return `is no date of ${year}`;
  const wanted = weekday ?? usualWeekday;
  const isWanted = (other: string): boolean => toWeekday(other) === wanted;
  const week = Array.from({ length: 13 }, (_, index) => addDays(date, index - 6)).filter(isWanted);
  const years = toYears(monthDay, date, WEEKDAY_YEARS).filter(isWanted);
  const nearYears = [years.findLast((other) => other < date), years.find((other) => other > date)]
    .filter((other) => other !== undefined)
    .map((other) => other.slice(0, 4));
  const said = weekday === null ? "has no weekday, and" : "does not fit its weekday:";
  return (
    `${said} it is ${toEnglishDate(date)}, expected ${week.map(toEnglishDate).join(" or ")}, ` +
    `or the year if it is not ${date.slice(0, 4)} (a ${WEEKDAYS[wanted - 1]} in ${nearYears.join(" and ")})`
  );
}

/** The day of the year nearest to today. */
function toNearest(monthDay: string, today: string): string {
  const toDistance = (date: string): number => Math.abs(Date.parse(date) - Date.parse(today)) / DAY;
  return toYears(monthDay, today, LEAP_YEARS).toSorted((a, b) => toDistance(a) - toDistance(b))[0] ?? today;
}

/** A day of the year in so many years before and after a date's, in order; 29 February is not in each. */
function toYears(monthDay: string, date: string, around: number): string[] {
  const first = Number(date.slice(0, 4)) - around;
  const years = Array.from({ length: 2 * around + 1 }, (_, index) => first + index);
  return years.map((year) => `${year}-${monthDay}`).filter(isCivilDate);
}

function toImpossible([monthDay = ""]: readonly string[]): string {
  const month = MONTHS[Number(monthDay.slice(0, 2)) - 1];
  if (month === undefined) return "is no date, expected a month from 1 to 12";
  const last = [31, 30, 29].find((day) => isCivilDate(`2000-${monthDay.slice(0, 2)}-${day}`));
  return `is not in the calendar, ${month} has ${last} days`;
}
