/**
 * A date in a title: "June 8, 2026", "8 Jun", "2026-06-08". It says which meeting a video is of, as a number does.
 */
import { DAY, type Instant } from "../instant.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH_WORD =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/u;
/** "8 June": what a month is recognised by. */
const MONTH_CHARACTERS = 3;
/** A recording is dated with its session's day, or with the day it was cut or published, soon after. */
const SOON_DAYS = 7;
/** A day in New York may be the next in UTC. */
const ZONE_DAYS = 1;

export type DateAgreement = "same" | "other" | "none";

/** @param words of the title, in order */
export function compareDate(words: readonly string[], startsAt: Instant, endsAt: Instant): DateAgreement {
  const days = findDates(words).map(({ year, month, day }) => {
    return toDaysAfter(year ?? new Date(startsAt).getUTCFullYear(), month, day, startsAt);
  });
  const length = Math.max(0, (endsAt - startsAt) / DAY - ZONE_DAYS);
  if (days.some((after) => after >= -ZONE_DAYS && after <= length)) return "same";
  return days.some((after) => after < -ZONE_DAYS || after > length + SOON_DAYS) ? "other" : "none";
}

interface TitledDate {
  year?: number;
  month: number;
  day: number;
}

function findDates(words: readonly string[]): TitledDate[] {
  return words.flatMap((word, at) => {
    const [before, after] = [toDay(words[at - 1]), toDay(words[at + 1])];
    if (MONTH_WORD.test(word)) {
      const month = MONTHS.indexOf(word.slice(0, MONTH_CHARACTERS));
      const [day, year] =
        after === undefined ? [before, toYear(words[at + 1])] : [after, toYear(words[at + 2])];
      return day === undefined ? [] : [{ month, day, ...(year === undefined ? {} : { year }) }];
    }
    const year = toYear(word);
    const [month, day] = [after, toDay(words[at + 2])];
    if (year === undefined || month === undefined || day === undefined || month > MONTHS.length) return [];
    return [{ year, month: month - 1, day }];
  });
}

/** Whole days from the day of a session's start to a date. */
function toDaysAfter(year: number, month: number, day: number, startsAt: Instant): number {
  return Date.UTC(year, month, day) / DAY - Math.floor(startsAt / DAY);
}

function toDay(word = ""): number | undefined {
  return /^\d{1,2}$/.test(word) && Number(word) >= 1 && Number(word) <= 31 ? Number(word) : undefined;
}

function toYear(word = ""): number | undefined {
  return /^20\d\d$/.test(word) ? Number(word) : undefined;
}
