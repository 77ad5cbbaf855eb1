/** The dates of a sheet: the whole column decides whether the day or the month comes first. */
import { isCivilDate, toWeekday } from "../../../programme/civil-time.ts";
import { fail, succeed, type Result } from "../../../programme/result.ts";
import { toEnglishDate, WEEKDAYS } from "../../../wording/dates.ts";
import { findDates, type DateMention } from "../../announce/when/mentions.ts";

export type Order = "day-first" | "month-first";
export type DateFault = { reason: "no_date"; message: string };

/** A day of a cell, and what else stands there: a time. */
export interface ReadDate {
  date: string;
  rest: string;
}

const YEAR_FIRST = /^(\d{4})(?:[-/.]|\s*年\s*)(\d{1,2})(?:[-/.]|\s*月\s*)(\d{1,2})(?!\d)\s*日?/u;
const NUMERIC = /(?<![\d/.-])(\d{1,2})([/.-])\s?(\d{1,2})(?:\2\s?(\d{4}|\d{2})(?!\d))?\.?(?![\d/-])/;
const HEADING_YEAR = /(?<![\d/-])((?:19|20)\d{2})(?![\d/-])/g;

/** The year that a heading says, "Spring 2024"; null where it says none or two. */
export function toHeadingYear(text: string): number | null {
  const years = new Set([...text.matchAll(HEADING_YEAR)].map(([, year]) => Number(year)));
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
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
 * @param year of a column or a heading, for dates that say none
 */
export function readDateCell(
  cell: string,
  order: Order | null,
  year: number | null,
): Result<ReadDate, DateFault> {
  const text = cell.trim();
  const iso = YEAR_FIRST.exec(text);
  if (iso !== null)
    return check(toDate(iso[1], iso[2], iso[3]), text, text.slice(iso[0].length).replace(/^T/, ""));
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) return readNumeric(text, numeric, order, year);
  if (/^\d{5}(?:\.\d+)?$/.test(text))
    return refuse(
      `"${text}" is a number, as spreadsheets keep dates: format the column as a date and export it again`,
    );
  return readWords(text, year);
}

function readNumeric(
  text: string,
  numeric: RegExpExecArray,
  order: Order | null,
  year: number | null,
): Result<ReadDate, DateFault> {
  const [whole, first = "", sign = "", second = "", written] = numeric;
  const own = written === undefined ? year : Number(written.padStart(4, "20"));
  if (own === null) return refuse(`"${text}" says no year, expected one, or a column "Year"`);
  // With points the day comes first, in every language that writes them.
  const known = first === second ? "day-first" : sign === "." ? "day-first" : order;
  if (known === null)
    return refuse(`"${text}" can be day or month first, expected --dates day-first or --dates month-first`);
  const [day, month] = known === "day-first" ? [first, second] : [second, first];
  return check(
    toDate(String(own), month, day),
    text,
    text.slice(0, numeric.index) + text.slice(numeric.index + whole.length),
  );
}

function readWords(text: string, year: number | null): Result<ReadDate, DateFault> {
  const [mention, another] = findDates(text, false);
  if (mention === undefined) return refuse(`"${text}" is no date that can be read`);
  if (another !== undefined || mention.isSpan) return refuse(`"${text}" names more than one day`);
  return check(
    toMentioned(mention, year),
    text,
    text.slice(0, mention.index) + text.slice(mention.end),
    mention.weekday,
  );
}

function toMentioned({ monthDays, year: written }: DateMention, year: number | null): string | null {
  const own = written ?? year;
  const [monthDay] = monthDays;
  return own === null || monthDay === undefined ? null : `${own}-${monthDay}`;
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

/** The date is one of the calendar, and its weekday, where one is written, fits. */
function check(
  date: string | null,
  text: string,
  rest: string,
  said: number | null = null,
): Result<ReadDate, DateFault> {
  if (date === null) return refuse(`"${text}" says no year, expected one, or a column "Year"`);
  if (!isCivilDate(date)) return refuse(`"${text}" is not in the calendar`);
  const named = findWeekdayName(rest);
  const weekday = said ?? WEEKDAY_NUMBERS.get(named.toLowerCase()) ?? null;
  if (weekday !== null && weekday !== toWeekday(date))
    return refuse(`"${text}" says ${WEEKDAYS[weekday - 1]}, but it is ${toEnglishDate(date)}`);
  const left = rest.replace(named, " ").replace(/^[\s,;|·@()/-]+|[\s,;|·()/-]+$/g, "");
  return succeed({ date, rest: left });
}

/** "" where none is written. */
function findWeekdayName(text: string): string {
  const words = text.match(/\p{L}[\p{L}-]*/gu) ?? [];
  return words.find((word) => WEEKDAY_NUMBERS.has(word.toLowerCase())) ?? "";
}

function refuse(message: string): { ok: false; error: DateFault } {
  return fail({ reason: "no_date", message });
}
