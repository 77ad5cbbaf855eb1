/** Days told from today: "next Thursday", "tomorrow", "jeudi prochain", "下周四". */
import { addDays, toWeekday } from "../../../programme/civil-time.ts";
import { succeed, type Result } from "../../../programme/result.ts";
import { toEnglishDate } from "../../../wording/dates.ts";
import { refuse, type Refused } from "../lines/line.ts";
import { toWeekdayNumber, WEEKDAY_PATTERN } from "./weekdays.ts";

export interface RelativeDay {
  /** "YYYY-MM-DD". */
  date: string;
  /** As it stands in the text. */
  text: string;
  index: number;
  end: number;
}

const DAYS: readonly [RegExp, number][] = [
  [/(?<!\p{L})(?:today|tonight|heute|aujourd['’]hui|hoy|hoje|oggi)(?!\p{L})|今日|本日|今天/iu, 0],
  [/(?<!\p{L})(?:tomorrow|demain|amanhã|domani)(?!\p{L})|明日|明天/iu, 1],
];
const COMING =
  "this|coming|upcoming|this coming|kommende[nr]?|diese[nr]?|este|esta|el próximo|próxim[oa]|na próxima|今週の?|本周|这周|這週";
const NEXT = "next|nächste[nr]?";
/** The week after the one that today is in, whatever today is. */
const NEXT_WEEK = "来週の?|下周|下週|下(?=星期)";
const RELATIVE = new RegExp(
  `(?:(?<!\\p{L})(?:(${COMING})|(${NEXT}))\\s+|(${NEXT_WEEK}))?(?:${WEEKDAY_PATTERN}|([一二三四五六日]))(?:\\s+(prochaine?|que viene))?`,
  "iu",
);
const CHINESE = "一二三四五六日";
/** Words that make another day of the one beside them. */
const MODIFIED =
  /(?<!\p{L})(?:after|before|last|weeks?|first|second|third|fourth|other|not|übernächst\p{L}*|letzten?|nach|après|avant|dernier|pasado|último|passad[oa]|depois)(?!\p{L})/iu;
const NEAR = 16;
const REPEATED = /(?<!\p{L})(?:every|each|jeden|chaque|todos|todas|cada|毎週|每周)(?!\p{L})|days(?!\p{L})/iu;

/** The day that a text names from today, or why it can be two; null where it names none. */
export function findRelativeDay(text: string, today: string): Result<RelativeDay, Refused> | null {
  if (REPEATED.test(text)) return null;
  for (const [pattern, days] of DAYS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const around = text.slice(Math.max(0, found.index - NEAR), found.index + found[0].length);
    const date = addDays(today, days);
    if (MODIFIED.test(around)) return toUntold(around);
    return isOnWeekday(text, date) ? succeed(toMention(found, date)) : toUntold(text);
  }
  const found = RELATIVE.exec(text);
  if (found === null) return null;
  const around = text.slice(Math.max(0, found.index - NEAR), found.index + found[0].length + NEAR);
  return MODIFIED.test(around) || isAnother(text, found) ? toUntold(around) : settleWeekday(found, today);
}

/** "tomorrow (Monday)" on a Thursday is neither. */
function isOnWeekday(text: string, date: string): boolean {
  const [, name] = new RegExp(WEEKDAY_PATTERN, "iu").exec(text) ?? [];
  const weekday = name === undefined ? null : toWeekdayNumber(name);
  return weekday === null || weekday === toWeekday(date);
}

function toUntold(words: string): Result<RelativeDay, Refused> {
  return refuse(`${JSON.stringify(words.trim())} is no day that can be told for sure, expected the date`);
}

/** "Monday or Tuesday", "Monday 12th". */
function isAnother(text: string, { index, 0: { length } }: RegExpExecArray): boolean {
  const after = text.slice(index + length);
  return /^\s*(?:or|and|&|\/|oder|und|ou|et|o|y|e)\s|^[\s(,]*(?:the\s+)?\d{1,2}(?:st|nd|rd|th)(?![\p{L}])|^\s\d{1,2}[,)]|^[\s,]+\p{L}{3,}\.?\s\d{1,2}(?![\d:]|\s?[ap]\.?m|\s?h)/iu.test(
    after,
  );
}

function settleWeekday(found: RegExpExecArray, today: string): Result<RelativeDay, Refused> | null {
  const [whole, , , nextWeek, name, sign = " "] = found;
  const weekday = toWeekdayNumber(name ?? "") ?? CHINESE.indexOf(sign) + 1;
  // "四" alone is a number.
  if (weekday === 0 || (name ?? nextWeek) === undefined) return null;
  const first = addDays(today, (weekday - toWeekday(today) + 7) % 7);
  const afterThisWeek = addDays(today, 7 - toWeekday(today) + weekday);
  const [day = first, other] = toDays(found, first, afterThisWeek, today);
  if (other === undefined) return succeed(toMention(found, day));
  return refuse(
    `${JSON.stringify(whole.trim())} can be ${toEnglishDate(day)} or ${toEnglishDate(other)}, expected the date`,
  );
}

/** The days that can be meant: the weekday's first from today, or that of the week after this. */
function toDays(
  [, coming, next, nextWeek, , , suffix]: RegExpExecArray,
  first: string,
  afterThisWeek: string,
  today: string,
): string[] {
  if (nextWeek !== undefined) return [afterThisWeek];
  const isNext = next !== undefined && suffix === undefined;
  return isNext ? toNext(first, afterThisWeek, today) : toComing(first, today, coming);
}

/** On a Monday "next Thursday" is this week's or the next; on a Friday there is only one. */
function toNext(first: string, afterThisWeek: string, today: string): string[] {
  return first === afterThisWeek || first === today ? [afterThisWeek] : [first, afterThisWeek];
}

/** On its own day a weekday's name is today or a week away, but not after "this". */
function toComing(first: string, today: string, coming: string | undefined): string[] {
  return first === today && coming === undefined ? [first, addDays(first, 7)] : [first];
}

function toMention(found: RegExpExecArray, date: string): RelativeDay {
  return { date, text: found[0].trim(), index: found.index, end: found.index + found[0].length };
}
