/** When a club meets as a rule, in words. */
import type { Club } from "../programme/club.ts";
import { WEEKDAYS } from "./dates.ts";

/** "on Mondays at 13:00 (America/New_York)", "every 2 weeks on Thursdays at 18:00 (Europe/Paris)". */
export function toRhythm({
  usual,
  everyWeeks,
  timeZone,
}: Pick<Club, "usual" | "everyWeeks" | "timeZone">): string {
  const day = `on ${WEEKDAYS[usual.weekday - 1]}s at ${usual.start} (${timeZone})`;
  if (everyWeeks === undefined) return day;
  return everyWeeks === 1 ? `every week ${day}` : `every ${everyWeeks} weeks ${day}`;
}
