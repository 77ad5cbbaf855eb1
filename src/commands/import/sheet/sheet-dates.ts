/** The dates of a sheet: the whole column decides whether the day or the month comes first. */
import { isCivilDate, toWeekday } from "../../../programme/civil-time.ts";
import { fail, succeed, type Result } from "../../../programme/result.ts";
import { toEnglishDate, WEEKDAYS } from "../../../wording/dates.ts";
import { findDates, type DateMention } from "../../announce/when/dates.ts";

export type Order = "day-first" | "month-first";
export type DateFault = { reason: "no_date"; message: string };

/** A day of a cell, and what else stands there: a time. */
export interface ReadDate {
  date: string;
  rest: string;
  /** The cell itself says the year. */
  isYearSaid: boolean;
}

const YEAR_FIRST = /^(\d{4})(?:[-/.]|\s*年\s*)(\d{1,2})(?:[-/.]|\s*月\s*)(\d{1,2})(?!\d)\s*日?/u;
const NUMERIC = /(?<![\d/.-])(\d{1,2})([/.-])\s?(\d{1,2})(?:\2\s?(\d{4}|\d{2})(?!\d))?\.?(?![\d/-])/;

/** The years of a heading: of a term, or of an academic year, whose months from January on are in the second. */
export interface Years {
  first: number;
  second: number;
}

const HEADING_YEAR = /(?<![\d/.-])((?:19|20)\d{2})(?:\s?[-–/]\s?((?:19|20)?\d{2}))?(?!\.?\d|[-–/])/g;
/** The first month of an academic year. */
const AUGUST = 8;

/** What a heading says, "Spring 2024", "2024–25"; null where it says no year, or several. */
export function toHeadingYears(text: string): Years | null {
  const all = [...text.matchAll(HEADING_YEAR)].map(([, first, second]): Years => {
    const own = Number(first);
    return { first: own, second: second === undefined ? own : own - (own % 100) + (Number(second) % 100) };
  });
  const [years, another] = [...new Map(all.map((one) => [`${one.first} ${one.second}`, one])).values()];
  const isOne = years !== undefined && another === undefined && [0, 1].includes(years.second - years.first);
  return isOne ? years : null;
}

function toYear({ first, second }: Years, month: string): number {
  return Number(month) >= AUGUST ? first : second;
}

/** The order of "6/15" and "15/6": any number above 12 decides for its column. Null where none does. */
export function findOrder(cells: readonly string[]): Order | "both" | null {
  const found = new Set(
    cells.flatMap((cell): Order[] => {
      const [, first = 0, sign, second = 0] = YEAR_FIRST.test(cell.trim()) ? [] : (NUMERIC.exec(cell) ?? []);
      if (sign === undefined) return [];
      if (Number(first) > 12) return ["day-first"];
      return Number(second) > 12 ? ["month-first"] : [];
    }),
  );
  const [order] = found;
  return found.size > 1 ? "both" : (order ?? null);
}

/**
 * The date of a cell.
 *
 * @param order null where nobody knows it
 * @param years of a column or a heading, for dates that say none
 */
export function readDateCell(
  cell: string,
  order: Order | null,
  years: Years | null,
): Result<ReadDate, DateFault> {
  const text = toSpaced(cell.trim());
  const iso = YEAR_FIRST.exec(text);
  if (iso !== null)
    return check(toDate(iso[1], iso[2], iso[3]), text, text.slice(iso[0].length).replace(/^T/, ""), true);
  // "12-1" behind a date in words is a time.
  const numeric = findDates(text, false).length > 0 ? null : NUMERIC.exec(text);
  if (numeric !== null) return readNumeric(text, numeric, order, years);
  if (/^\d{5}(?:\.\d+)?$/.test(text))
    return refuse(
      `"${text}" is a number, as spreadsheets keep dates: format the column as a date and export it again`,
    );
  return readWords(text, years);
}

/** "2-Oct-24" and "2-Oct" are how spreadsheets show days. */
function toSpaced(text: string): string {
  return text.replace(
    /(?<![\p{L}\d])(\d{1,2})-(\p{L}{3,9})\.?(?:-(\d{4}|\d{2}))?(?![\p{L}\d-])/u,
    (_, day, month, year?: string) =>
      `${day} ${month}${year === undefined ? "" : ` ${year.padStart(4, "20")}`}`,
  );
}

function readNumeric(
  text: string,
  numeric: RegExpExecArray,
  order: Order | null,
  years: Years | null,
): Result<ReadDate, DateFault> {
  const [whole, first = "", sign = "", second = "", written] = numeric;
  // With points the day comes first, in every language that writes them.
  const known = first === second || sign === "." ? "day-first" : order;
  if (known === null)
    return refuse(`"${text}" can be day or month first, expected --dates day-first or --dates month-first`);
  const [day, month] = known === "day-first" ? [first, second] : [second, first];
  const own = toOwnYear(written, years, month);
  return check(
    own === null ? null : toDate(own, month, day),
    text,
    text.slice(0, numeric.index) + text.slice(numeric.index + whole.length),
    written !== undefined,
  );
}

/** As written, with two digits or four; else that of the years which has the month. */
function toOwnYear(written: string | undefined, years: Years | null, month: string): string | null {
  if (written !== undefined) return written.padStart(4, "20");
  return years === null ? null : String(toYear(years, month));
}

function readWords(text: string, years: Years | null): Result<ReadDate, DateFault> {
  const [mention, another] = findDates(text, false);
  if (mention === undefined) return refuse(`"${text}" is no date that can be read`);
  if (another !== undefined || mention.isSpan) return refuse(`"${text}" names more than one day`);
  return check(
    toMentioned(mention, years),
    text,
    text.slice(0, mention.index) + text.slice(mention.end),
    mention.year !== null,
    mention.weekday,
  );
}

function toMentioned({ monthDays, year: written }: DateMention, years: Years | null): string | null {
  const [monthDay] = monthDays;
  if (monthDay === undefined) return null;
  const own = written ?? (years && toYear(years, monthDay.slice(0, 2)));
  return own === null ? null : `${own}-${monthDay}`;
}

function toDate(year = "", month = "", day = ""): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Words for weekdays, 1 to 7, in the languages of sheets. */
const WEEKDAY_NUMBERS = new Map(
  ["en", "de", "fr", "es", "pt", "it", "nl", "ja", "zh"].flatMap((language) =>
    (["long", "short"] as const).flatMap((weekday) => {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" });
      // 1 January 2024 was a Monday.
      return WEEKDAYS.map((_, index): [string, number] => [
        format
          .format(Date.UTC(2024, 0, index + 1))
          .toLowerCase()
          .replace(/\.$/, ""),
        index + 1,
      ]);
    }),
  ),
);
for (const [index, names] of ["tues", "weds", "thur thurs"].entries())
  for (const name of names.split(" ")) WEEKDAY_NUMBERS.set(name, index + 2);

/** The date is one of the calendar, and its weekday, where one is written, fits. */
function check(
  date: string | null,
  text: string,
  rest: string,
  isYearSaid: boolean,
  said: number | null = null,
): Result<ReadDate, DateFault> {
  if (date === null) return refuse(`"${text}" says no year, expected one, a column "Year", or --year`);
  if (!isCivilDate(date)) return refuse(`"${text}" is not in the calendar`);
  const named = findWeekdayName(rest);
  const weekday = said ?? WEEKDAY_NUMBERS.get(named.toLowerCase()) ?? null;
  if (weekday !== null && weekday !== toWeekday(date))
    return refuse(`"${text}" says ${WEEKDAYS[weekday - 1]}, but it is ${toEnglishDate(date)}`);
  const left = rest.replace(named, " ").replace(/^[\s,;|·@()/-]+|[\s,;|·()/-]+$/g, "");
  return succeed({ date, rest: left, isYearSaid });
}

/** Why a cell's weekday is not the date's; null where it fits, or where the cell names none. */
export function findOtherWeekday(cell: string, date: string): string | null {
  const weekday = WEEKDAY_NUMBERS.get(findWeekdayName(cell).toLowerCase());
  if (weekday === undefined || weekday === toWeekday(date)) return null;
  return `says ${WEEKDAYS[weekday - 1]}, but it is ${toEnglishDate(date)}`;
}

/** Whether a cell names a weekday. */
export function isWeekday(cell: string): boolean {
  return findWeekdayName(cell) !== "";
}

/** "" where none is written. */
function findWeekdayName(text: string): string {
  const words = text.match(/\p{L}[\p{L}-]*/gu) ?? [];
  return words.find((word) => WEEKDAY_NUMBERS.has(word.toLowerCase())) ?? "";
}

function refuse(message: string): { ok: false; error: DateFault } {
  return fail({ reason: "no_date", message });
}
