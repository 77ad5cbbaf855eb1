/** On which days a club meets as a rule. */
import { addDays, toStartOfDay, toWeekday } from "./civil-time.ts";
import type { Club } from "./club.ts";
import { DAY } from "./instant.ts";

const WEEK_DAYS = 7;

/**
 * The first day from `today` on that fits the club's rhythm and has no session: the usual weekday, and where the club
 * meets every few weeks, so many after its latest session on that weekday.
 *
 * @param today "YYYY-MM-DD", as is what comes back
 * @param taken the days that have a session
 */
export function toNextMeeting(
  { usual, everyWeeks = 1 }: Pick<Club, "usual" | "everyWeeks">,
  today: string,
  taken: ReadonlySet<string>,
): string {
  const latest = [...taken]
    .filter((date) => toWeekday(date) === usual.weekday)
    .toSorted()
    .at(-1);
  const first = addDays(today, (usual.weekday - toWeekday(today) + WEEK_DAYS) % WEEK_DAYS);
  const step = WEEK_DAYS * everyWeeks;
  const offset = latest === undefined ? 0 : toDays(latest, first) % step;
  let date = addDays(first, (step - offset) % step);
  while (taken.has(date)) date = addDays(date, step);
  return date;
}

/** Days from one date to another; below zero where the other is earlier. */
function toDays(from: string, to: string): number {
  return Math.round((toStartOfDay(to, "UTC") - toStartOfDay(from, "UTC")) / DAY);
}
