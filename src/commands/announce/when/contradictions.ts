/** What contradicts the day and the time that were read: other days, other weekdays, and times that cannot be read. */
import { toWeekday } from "../../../programme/civil-time.ts";
import type { Instant } from "../../../programme/instant.ts";
import { toEnglishDate, WEEKDAYS } from "../../../wording/dates.ts";
import type { Draft } from "../drafts/draft.ts";
import type { Line, Remark } from "../lines/line.ts";
import type { ClubContext } from "../reading.ts";
import { isRoom } from "../where/room.ts";
import { findZonesBeside, toUnread, type Said } from "./said.ts";
import type { TimeMention } from "./times.ts";
import { settleDate } from "./which-day.ts";
import { toInstants, toInstantsOn } from "./which-instants.ts";

/** What is meant as a time, whether there is such a time or not: "25:00", "13pm ET". */
const LIKE_TIME = /\b\d{1,2}(?::\d{2}|\s?[ap]\.?m\b|(?<=\d{2})h\b)[^,|/()]*/i;

/** A number that no room explains: "at 4", "4-5". */
const NUMBER = /(?:^|\s|~)(\d{1,2}(?:\s?[-–]\s?\d{1,2})?)(?:$|[\s,;)])/;

/** A time that cannot be read must not pass for the usual one. */
export function findUnreadTimes(lines: readonly Said[]): Remark[] {
  if (lines.some(({ times }) => times.length > 0)) return [];
  return lines.flatMap((said) => {
    const unread = toUnread(said);
    const number = isRoom(unread) ? undefined : NUMBER.exec(unread)?.[1];
    const words = LIKE_TIME.exec(said.text)?.[0].trim() ?? number;
    const message = `"${words}" is no time of day, expected one such as "1pm ET" or "13:00"`;
    return words === undefined ? [] : [{ line: said.number, message }];
  });
}

/** Every date must be the same day, or the day of the same moment in another zone. */
export function findOtherDates(
  said: readonly Said[],
  date: string,
  at: Instant | null,
  context: ClubContext,
): Remark[] {
  return said.flatMap(({ number: line, dates, times }) => {
    const others = dates.values().flatMap((mention) => {
      const settled = settleDate(mention, context);
      if (!settled.ok) return [settled.error.message];
      const time = times.find(({ index }) => index >= mention.end);
      return isSameDay(settled.value.date, time, date, at) ? [] : [toEnglishDate(settled.value.date)];
    });
    // A line full of dates is no better understood by all of them.
    const [other] = others.take(1);
    const message = `two dates: ${toEnglishDate(date)} and ${other}, expected one for a session`;
    return other === undefined ? [] : [{ line, message }];
  });
}

function isSameDay(other: string, time: TimeMention | undefined, date: string, at: Instant | null): boolean {
  if (other === date || time === undefined || at === null) return other === date;
  return toInstantsOn(time, () => other).includes(at);
}

/** "6pm GMT (London)" in summer: a zone said once more must have the clock of one of the line's times. */
export function findOtherZones(said: readonly Said[], at: Instant): Line[] {
  return said.flatMap((line) =>
    findZonesBeside(line)
      .filter((zone) => !line.times.some(({ start }) => toInstants({ zone, start }, at).includes(at)))
      .map((text) => ({ number: line.number, text })),
  );
}

/** The weekday before the names must be the date's. */
export function findOtherWeekdays({ sentences }: Draft, date: string): Remark[] {
  return sentences.flatMap(({ line, said: { weekday } }) => {
    if (weekday === null || weekday === toWeekday(date)) return [];
    const message = `says ${WEEKDAYS[weekday - 1]}, but the session is on ${toEnglishDate(date)}`;
    return [{ line: line.number, message }];
  });
}
