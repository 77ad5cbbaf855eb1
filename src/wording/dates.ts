/**
 * Dates and times in words. Every word printed comes from this file, so that the bytes do not depend on the runtime's
 * language data.
 */
import { toCivil, toOffset, toWeekday } from "../programme/civil-time.ts";
import type { Instant } from "../programme/instant.ts";
import type { NoticeTime } from "../programme/revision.ts";

/** From Monday, as ISO 8601 counts them. */
export const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
export const MONTHS =
  "January February March April May June July August September October November December".split(" ");

/** "Monday 15 June 2026", for a civil date "2026-06-15". */
export function toLongDate(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${WEEKDAYS[toWeekday(date) - 1]} ${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** "UTC−04:00" for the offset of a zone at an instant. */
export function toOffsetLabel(instant: Instant, timeZone: string): string {
  const offset = toOffset(instant, timeZone);
  const ahead = new Date(Math.abs(offset)).toISOString().slice(11, 16);
  return `UTC${offset < 0 ? "−" : "+"}${ahead}`;
}

/**
 * When a session is, on one line for people: "Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00)", or all
 * day "Monday 15 June 2026, time to be announced (America/New_York)". A session over midnight names both days, and one
 * during which the clocks change both offsets.
 */
export function toDateLine({ startsAt, endsAt, timeZone, isAllDay }: NoticeTime): string {
  const [start, end] = [toCivil(startsAt, timeZone), toCivil(endsAt, timeZone)];
  const day = toLongDate(start.date);
  if (isAllDay) return `${day}, time to be announced (${timeZone})`;
  const until = end.date === start.date ? `–${end.time}` : ` – ${toLongDate(end.date)}, ${end.time}`;
  const offsets = [startsAt, endsAt].map((instant) => toOffsetLabel(instant, timeZone));
  const zone = timeZone === "UTC" ? timeZone : `${timeZone}, ${[...new Set(offsets)].join(", at the end ")}`;
  return `${day}, ${start.time}${until} (${zone})`;
}
