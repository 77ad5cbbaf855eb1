/** When the session of a row is: its date, its time with an end or a length, its zone. */
import { toInstant } from "../../../programme/civil-time.ts";
import { MINUTE } from "../../../programme/instant.ts";
import { fail, succeed, type Result } from "../../../programme/result.ts";
import { findTimes } from "../../announce/when/times.ts";
import { settleTime } from "../../announce/when/which-time.ts";
import type { NoSession } from "../calendar/event.ts";
import type { PastContext } from "../past-session.ts";
import { toSessionTime, toWholeDay } from "../session-time.ts";
import { findOtherWeekday, readDateCell, type Order, type ReadDate, type Years } from "./sheet-dates.ts";
import type { RowContext, Say } from "./sheet-row.ts";

/** "-", "?" and the like: the time is not known yet. */
const TO_BE_ANNOUNCED = /^(?:tb[acd]|all[ -]day|ganzt[äa]gig|\?+|[-–—]+)$/i;

type RowTime = Result<ReturnType<typeof toWholeDay>, NoSession>;

/** @param minutes of a column of lengths */
export function readTime(
  say: Say,
  { order, years, columns }: RowContext,
  context: PastContext,
  minutes: number | undefined,
): RowTime {
  const day = readDay(say, order, years);
  if (!day.ok) return day;
  const { date, rest } = day.value;
  const own = minutes === context.usual.durationMinutes ? undefined : minutes;
  const said = [rest, say("time")].filter((one) => one !== "").map(toMinutes);
  if (said.length === 0) {
    if (say("end") !== "") return refuse(`"${say("end")}" is an end without a beginning`);
    return succeed({ date, start: undefined, clock: undefined, duration: own });
  }
  if (said.every((one) => TO_BE_ANNOUNCED.test(one))) return succeed(toWholeDay(date));
  const words = toClockWords(said.join(" "), toEnd(say("end"), date, order), say("zone") || columns.zone);
  const time = readClock(words, date, context);
  if (!time.ok) return time;
  const { hasEnd, ...value } = time.value;
  return succeed(hasEnd || minutes === undefined ? value : { ...value, duration: own });
}

/** The date, and what else stands in its cell; a weekday in a column of its own must be the date's. */
function readDay(say: Say, order: Order | null, years: Years | null): Result<ReadDate, NoSession> {
  if (say("date") === "") return refuse(`"${say("title")}" has no date`);
  const day = readDateCell(say("date"), order, years);
  if (!day.ok) return refuse(day.error.message);
  const otherDay = findOtherWeekday(say("weekday"), day.value.date);
  return otherDay === null ? day : refuse(`"${say("weekday")}" beside "${say("date")}" ${otherDay}`);
}

/** Seconds are of no use here, "15:00:00"; "15.00 uur" is Dutch for "15:00". */
function toMinutes(clock: string): string {
  const hours = clock.replace(
    /(?<!\d)(\d{1,2})(?:[.:](\d{2}))?\s?(?:uur|u)(?![\p{L}\d])/giu,
    (_, hour, minute = "00") => `${hour}:${minute}`,
  );
  return hours.replace(/(?<=(?<![\d:])\d{1,2}:\d{2}):00(?:\.0+)?(?!\d|:)/g, "");
}

/** An end may stand with its day. */
function toEnd(cell: string, date: string, order: Order | null): string {
  const day = readDateCell(cell, order, null);
  return toMinutes(day.ok && day.value.date === date ? day.value.rest : cell);
}

const OFFSET = /(?<=\d)\s?(?:Z|[+-]\d{2}:?\d{2})$/;

/** "15:00", "16:00" and "ET" to "15:00–16:00 ET"; a zone is said once. */
function toClockWords(start: string, end: string, zone: string): string {
  const isSame = end !== "" && OFFSET.exec(start)?.[0] === OFFSET.exec(end)?.[0];
  const begin = isSame ? start.replace(OFFSET, "") : start;
  const words = end === "" ? begin : `${begin}–${end}`;
  return findTimes(words)[0]?.zone == null ? `${words} ${zone}`.trim() : words;
}

/** Words beside a time that say nothing more. */
const IDLE = /^(?:at|um|ab|à|alle|ore|às|alas|om|sharp|st|pünktlich)?$/i;

/** A time that is not wholly understood must not pass for the usual one. */
function readClock(words: string, date: string, context: PastContext): Clock {
  const { timeZone, usual } = context;
  const [time, another] = findTimes(words);
  const left = words.replace(time?.text ?? "", " ").replace(/[\s.,;:()|@–-]+/g, "");
  if (time === undefined || another !== undefined || !IDLE.test(left))
    return refuse(`"${words}" is not understood as a time`);
  const settled = settleTime([time], date, { timeZone, start: usual.start });
  if (!settled.ok) return refuse(settled.error.message);
  const { date: civil, start = usual.start, duration } = settled.value;
  const instant = toInstant(civil, start, timeZone);
  if (!instant.ok) return refuse(`${start} on ${civil} does not exist in ${timeZone}`);
  const end = duration === undefined ? null : instant.value + duration * MINUTE;
  return succeed({ ...toSessionTime(instant.value, end, context), hasEnd: end !== null });
}

type Clock = Result<ReturnType<typeof toWholeDay> & { hasEnd: boolean }, NoSession>;

function refuse(message: string): { ok: false; error: NoSession } {
  return fail({ reason: "no_session", message });
}
