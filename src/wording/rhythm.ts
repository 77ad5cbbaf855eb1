/** When a club meets as a rule, in words. */
import type { Club } from "../programme/club.ts";
import { toWeekdayName } from "./dates.ts";
import { toLanguage } from "./language.ts";

/** "on Mondays at 13:00 (America/New_York)", "every 2 weeks on Thursdays at 18:00 (Europe/Paris)". */
export function toRhythm({
  usual: { weekday, start },
  everyWeeks,
  timeZone,
  language: tag,
}: Pick<Club, "usual" | "everyWeeks" | "timeZone" | "language">): string {
  const language = toLanguage(tag);
  return language.words.rhythm(toWeekdayName(weekday, language), weekday, start, timeZone, everyWeeks);
}
