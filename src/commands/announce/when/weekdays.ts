/** Weekdays as the languages of announcements write them. */
import { addDays } from "../../../programme/civil-time.ts";

const LANGUAGES = ["de", "fr", "es", "pt", "it", "nl", "ja", "zh", "ko"] as const;
/** A Monday. */
const MONDAY = "2026-06-15";
const ENGLISH = "mon|tue|wed|thu|fri|sat|sun";
const ENGLISH_END = "(?:[a-z]*days?|s|rs?|nes|ur)?";

/** Names to 1 (Monday) to 7, without accents and points. */
const NUMBERS = new Map<string, number>();
const long: string[] = [];
const short: string[] = [];
for (const language of LANGUAGES) {
  for (const style of ["long", "short"] as const) {
    const format = new Intl.DateTimeFormat(language, { weekday: style, timeZone: "UTC" });
    for (let day = 1; day <= 7; day += 1) {
      const word = format.format(Date.parse(addDays(MONDAY, day - 1)));
      NUMBERS.set(toPlain(word), day);
      const isChinese = /\p{sc=Han}|\p{sc=Hangul}/u.test(word);
      // One sign of Japanese or Korean is a weekday only in parentheses.
      (style === "long" || (isChinese && word.length > 1) ? long : short).push(word.replace(/\.$/, ""));
    }
  }
}

/** A weekday and, in its first group, what it is called; with the flags "iu". */
export const WEEKDAY_PATTERN =
  `(?<![\\p{L}])(?:(?:on|this|next|le|am|den|el|na|em|op)\\s+)?` +
  `((?:${ENGLISH})(?=${ENGLISH_END}(?![\\p{L}]))|${toAlternatives(long)}|(?:${toAlternatives(short)})(?=[.,)]))` +
  `(?:(?<=${ENGLISH})${ENGLISH_END})?(?![\\p{Ll}\\p{Lu}])`;

/** 1 to 7 for a word that WEEKDAY_PATTERN finds, else null. */
export function toWeekdayNumber(word: string): number | null {
  const english = ENGLISH.split("|").indexOf(word.slice(0, 3).toLowerCase());
  return NUMBERS.get(toPlain(word)) ?? (english === -1 ? null : english + 1);
}

function toPlain(word: string): string {
  return word
    .normalize("NFD")
    .replace(/[\u0300-\u036f.]/g, "")
    .toLowerCase();
}

function toAlternatives(words: readonly string[]): string {
  return [...new Set(words)].toSorted((a, b) => b.length - a.length).join("|");
}
