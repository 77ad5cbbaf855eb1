/** Days as a line names them: "June 15 (Mon)", "6/15", "Monday 15th of June '26". */
import { WEEKDAYS } from "../../../wording/dates.ts";
import { toWeekdayNumber, WEEKDAY_PATTERN } from "./weekdays.ts";
import { spotDays, type Components, type Spotted } from "./chrono.ts";

export interface Mention {
  /** As it stands in the text, without the second day of a span. */
  text: string;
  index: number;
  end: number;
}

/** A date as written. */
export interface DateMention extends Mention {
  /** The readings of its day and month, "06-15": two where "6/8" could be either. */
  monthDays: string[];
  year: number | null;
  /** 1 is Monday, 7 is Sunday. */
  weekday: number | null;
  /** It goes on to a second day: "June 15-16", "June 15 and 16". */
  isSpan: boolean;
}

const NUMERIC = /^(\d{1,2})([/.-])\s?(\d{1,2})(?!\d)(?!.*[a-z]{3})/i;
const FULL_YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/;
/** "June 15, 13" and "June 15, 1300": an hour, and no year. */
const NO_YEAR = /(?<=\d\D*)[\s,/-]+\d{1,4}\D*$/;
const RANGE = /(?<=\d(?:st|nd|rd|th)?)\s*(?:to|until|through|till|[-–])\s*\d.*$/i;
const SPAN =
  /^(?!\s+[-–—]\s)\s*(?:[-–—]|to|until|through|till|and|&|\/|or)\s*\d{1,2}(?:st|nd|rd|th)?\b(?!\s*(?:[ap]\.?m\b|:\d))/i;
const WEEKDAY_BEFORE = new RegExp(
  `[([]?${WEEKDAY_PATTERN}[\\s.,)\\]]*(?:(?:the|den|dem|der|le|el|o|d[ií]a)\\s+)?$`,
  "iu",
);
/** A year may follow the weekday. */
const WEEKDAY_AFTER = new RegExp(
  `^[\\s,([]*(?:${WEEKDAY_PATTERN}|([月火水木金土日월화수목금토일])(?=[)\\]]))[.)\\]]*(?:,?\\s+((?:19|20)\\d{2})(?!\\d))?`,
  "iu",
);
/** "Oct 12 '26". */
const SHORT_YEAR = /^,?\s+['’](\d{2})(?!\d)/;
/** No weekday and what parts it from its date is longer; the whole line is not looked over again at each date. */
const MAX_BESIDE = 40;

/** Every date in a text, in order. `numeric` also reads "6/15" and "15.6.", which in running text are fractions. */
export function findDates(text: string, numeric: boolean): DateMention[] {
  const mentions: DateMention[] = [];
  for (const spotted of spotDays(text).filter((one) => numeric || !NUMERIC.test(one.text)))
    mentions.push(toDate(text, spotted, mentions.at(-1)?.end ?? 0));
  return mentions;
}

/** @param read where the date before ends: its weekday is not this one's */
function toDate(text: string, spotted: Spotted, read: number): DateMention {
  const date = toWritten(spotted);
  const beside = findWeekdayBeside(text, date, read);
  const index = date.index - beside.before;
  const short = date.year === null ? SHORT_YEAR.exec(text.slice(date.end + beside.after)) : null;
  const end = date.end + beside.after + (short?.[0].length ?? 0);
  const span = SPAN.exec(text.slice(end))?.[0] ?? "";
  return {
    text: text.slice(index, end).trim(),
    index,
    end: end + span.length,
    monthDays: date.monthDays,
    year: short === null ? (beside.year ?? date.year) : 2000 + Number(short[1]),
    weekday: beside.weekday,
    isSpan: date.isSpan || span !== "",
  };
}

interface Beside {
  weekday: number | null;
  year: number | null;
  /** Characters before and after the date that belong to it. */
  before: number;
  after: number;
}

function findWeekdayBeside(
  text: string,
  { index, end }: { index: number; end: number },
  read: number,
): Beside {
  const before = WEEKDAY_BEFORE.exec(text.slice(Math.max(read, index - MAX_BESIDE), index));
  if (before !== null)
    return { weekday: toWeekdayNumber(before[1] ?? ""), year: null, before: before[0].length, after: 0 };
  const after = WEEKDAY_AFTER.exec(text.slice(end, end + MAX_BESIDE));
  if (after === null) return { weekday: null, year: null, before: 0, after: 0 };
  const [whole, name, sign, year] = after;
  const weekday = toWeekdayNumber(name ?? sign ?? "");
  return { weekday, year: year === undefined ? null : Number(year), before: 0, after: whole.length };
}

/** A spotted day without what chrono counts to it: the second day of a span, an hour that was read as a year. */
function toWritten({ text, index, start, until }: Spotted) {
  const range = until === null ? null : RANGE.exec(text);
  const first = text.slice(0, range?.index);
  const words = (/[a-z]/i.test(first) ? first : text).replace(/(?<=\d)T.*$/, "");
  const hasYear = start.isCertain("year");
  const isYear = hasYear && (FULL_YEAR.test(words) || NUMERIC.test(words));
  const day = hasYear && !isYear ? words.replace(NO_YEAR, "") : words;
  return {
    index,
    end: index + day.length,
    monthDays: toMonthDays(text, start),
    year: isYear ? start.get("year") : null,
    isSpan: range !== null && !/^\s+[-–—]\s/.test(range[0]),
  };
}

/** "6/8" is month first or day first, "8.6." is day first. */
function toMonthDays(text: string, start: Components): string[] {
  const [, first = 0, sign, second = 0] = NUMERIC.exec(text) ?? [];
  if (sign === undefined) return [toMonthDay(start.get("month"), start.get("day"))];
  const dayFirst = toMonthDay(second, first);
  return sign === "." ? [dayFirst] : [...new Set([toMonthDay(first, second), dayFirst])];
}

function toMonthDay(month: string | number | null, day: string | number | null): string {
  return `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The first weekday named in a text, 1 to 7, or null. */
export function findWeekday(text: string): number | null {
  const word = /\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b|\((mon|tue|wed|thu|fri|sat|sun)[a-z]*\)/i.exec(
    text,
  );
  const name = word?.[1] ?? word?.[2];
  return name === undefined ? null : toWeekdayNumber(name);
}

/** The end of "no date that can be read": the weekday, where there is one. */
export function toOnlyWeekday(text: string): string {
  const weekday = findWeekday(text);
  return weekday === null ? "" : ` (only the weekday ${WEEKDAYS[weekday - 1]})`;
}
