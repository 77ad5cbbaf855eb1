/** Dates as people write them: "June 15 (Mon)", "Mon, Jun 15", "15 June 2026", "6/15 (Mon)", "2026-06-15". */
import { MONTHS, WEEKDAYS } from "../../wording/dates.ts";

/** A date as written; what it means is for {@link settleDate}. */
export interface DateMention {
  /** As it stands in the text. */
  text: string;
  index: number;
  end: number;
  /** The readings of its day and month: two where "6/8" could be either. */
  readings: { month: number; day: number }[];
  year?: number;
  /** 1 is Monday, 7 is Sunday. */
  weekday?: number;
  /** It goes on to a second day: "June 15-16", "June 15 and 16". */
  isSpan: boolean;
}

const WEEKDAY =
  "(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday|s)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
const DAY = "\\d{1,2}(?:st|nd|rd|th)?\\b(?![:%]\\d|\\s*[ap]\\.?m\\b)";
const YEAR = "(?:19|20)\\d{2}\\b";
const BEFORE = `(?:[([]?\\b(?<before>${WEEKDAY})\\b\\.?[)\\]]?,?\\s+(?:the\\s+)?)?`;
const AFTER = `(?:,?\\s*[([]?\\b(?<after>${WEEKDAY})\\b\\.?[)\\]]?(?:,?\\s+(?<lateYear>${YEAR}))?)?`;
const SHAPES = [
  `(?<isoYear>${YEAR})[-/](?<isoMonth>\\d{1,2})[-/](?<isoDay>\\d{1,2})\\b`,
  `\\b(?<month1>${MONTH})\\s*(?<day1>${DAY})(?:,?\\s+(?<year1>${YEAR}))?`,
  `\\b(?<day2>${DAY})(?:\\s+of)?[\\s-]+(?<month2>${MONTH})(?:,?[\\s-]+(?<year2>${YEAR}))?`,
];
const NUMERIC = [
  `(?<![\\d/.])(?<first>\\d{1,2})/(?<second>\\d{1,2})(?:/(?<year3>${YEAR}|\\d{2}\\b))?(?![\\d/])`,
  `(?<![\\d/.])(?<day4>\\d{1,2})\\.\\s?(?<month4>\\d{1,2})\\.(?:\\s?(?<year4>${YEAR}|\\d{2}\\b))?(?!\\d)`,
];
const SPAN = /^\s*(?:[-–—]|to|and|&|\/|or)\s*\d{1,2}(?:st|nd|rd|th)?\b(?!\s*(?:[ap]\.?m\b|:\d))/i;
const SPACED_DASH = /^\s+[-–—]\s/;

function toPattern(shapes: readonly string[]): RegExp {
  return new RegExp(`${BEFORE}(?:${shapes.join("|")})${AFTER}`, "gi");
}
const WORDED = toPattern(SHAPES);
const ANY = toPattern([...SHAPES, ...NUMERIC]);

/** Every date in a text, in order. `numeric` also reads "6/15" and "15.6.", which in running text are fractions. */
export function findDates(text: string, numeric: boolean): DateMention[] {
  return [...text.matchAll(numeric ? ANY : WORDED)].map((match) => {
    const { groups = {} } = match;
    const year = YEAR_GROUPS.map((name) => groups[name]).find((written) => written !== undefined);
    const weekday = parseWeekday(groups["before"] ?? groups["after"] ?? "");
    const end = match.index + match[0].length;
    const rest = text.slice(end);
    return {
      text: match[0].trim(),
      index: match.index,
      end,
      readings: toReadings(groups),
      isSpan: SPAN.test(rest) && !SPACED_DASH.test(rest),
      ...(year !== undefined && { year: toYear(year) }),
      ...(weekday !== null && { weekday }),
    };
  });
}

const YEAR_GROUPS = ["isoYear", "year1", "year2", "year3", "year4", "lateYear"];

/** 1 to 7 for a weekday's name or its beginning, else null. */
export function parseWeekday(name: string): number | null {
  const index = WEEKDAYS.findIndex(
    (known) => known.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase(),
  );
  return index === -1 ? null : index + 1;
}

/** The first weekday named in a text, 1 to 7, or null. */
export function findWeekday(text: string): number | null {
  const word = /\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b|\((mon|tue|wed|thu|fri|sat|sun)[a-z]*\)/i.exec(
    text,
  );
  return word === null ? null : parseWeekday(word[1] ?? word[2] ?? "");
}

type Groups = Record<string, string | undefined>;

function toReadings(groups: Groups): DateMention["readings"] {
  const month = groups["month1"] ?? groups["month2"];
  if (month !== undefined)
    return [{ month: parseMonth(month), day: toDay(groups["day1"] ?? groups["day2"]) }];
  if (groups["isoDay"] !== undefined)
    return [{ month: Number(groups["isoMonth"]), day: Number(groups["isoDay"]) }];
  if (groups["day4"] !== undefined) return [{ month: Number(groups["month4"]), day: Number(groups["day4"]) }];
  const [first, second] = [Number(groups["first"]), Number(groups["second"])];
  const readings = [
    { month: first, day: second },
    { month: second, day: first },
  ].filter((reading) => reading.month >= 1 && reading.month <= MONTHS.length);
  return first === second ? readings.slice(0, 1) : readings;
}

function parseMonth(name: string): number {
  return MONTHS.findIndex((known) => known.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;
}

function toDay(text = ""): number {
  return Number.parseInt(text, 10);
}

function toYear(text: string): number {
  return text.length === 2 ? 2_000 + Number(text) : Number(text);
}
