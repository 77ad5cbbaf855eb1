/** Days told from today: "next Thursday", "tomorrow", "jeudi prochain", "下周四". */
import { addDays, toWeekday } from "../../programme/civil-time.ts";
import { succeed, type Result } from "../../programme/result.ts";
import { toLongDate } from "../../wording/dates.ts";
import { refuse, type Refused } from "./line.ts";
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
const REPEATED = /(?<!\p{L})(?:every|each|jeden|chaque|todos|todas|cada|毎週|每周)(?!\p{L})|days(?!\p{L})/iu;

/** The day that a text names from today, or why it can be two; null where it names none. */
export function findRelativeDay(text: string, today: string): Result<RelativeDay, Refused> | null {
  if (REPEATED.test(text)) return null;
  for (const [pattern, days] of DAYS) {
    const found = pattern.exec(text);
    if (found !== null) return succeed(toMention(found, addDays(today, days)));
  }
  const found = RELATIVE.exec(text);
  const weekday =
    toWeekdayNumber(found?.[4] ?? "") ?? ("一二三四五六日".indexOf(found?.[5] ?? " ") + 1 || null);
  if (found === null || weekday === null) return null;
  const [, coming, next, nextWeek, , single, suffix] = found;
  if (single !== undefined && nextWeek === undefined) return null;
  const first = addDays(today, (weekday - toWeekday(today) + 7) % 7);
  const after = addDays(addDays(today, 8 - toWeekday(today)), weekday - 1);
  if (nextWeek !== undefined) return succeed(toMention(found, after));
  // On its own day a weekday's name is today or a week away; "next Thursday" on a Monday is this week's or the next.
  const isSooner = first !== after && first !== today;
  const isOpen = next === undefined ? first === today && coming === undefined : isSooner;
  const [one, other] =
    next === undefined || suffix !== undefined ? [first, addDays(first, 7)] : [first, after];
  if (!isOpen) return succeed(toMention(found, next === undefined ? one : other));
  const quoted = JSON.stringify(found[0].trim());
  return refuse(`${quoted} can be ${toLongDate(one)} or ${toLongDate(other)}, expected the date`);
}

function toMention(found: RegExpExecArray, date: string): RelativeDay {
  return { date, text: found[0].trim(), index: found.index, end: found.index + found[0].length };
}
