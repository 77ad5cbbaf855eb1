/** The next day on which the club could meet. */
import { addDays, toWeekday } from "../../programme/civil-time.ts";

const WEEK_DAYS = 7;

/** The first usual weekday from `today` on that no session has. */
export function toNextDate(today: string, weekday: number, taken: ReadonlySet<string>): string {
  let date = addDays(today, (weekday - toWeekday(today) + WEEK_DAYS) % WEEK_DAYS);
  while (taken.has(date)) date = addDays(date, WEEK_DAYS);
  return date;
}
