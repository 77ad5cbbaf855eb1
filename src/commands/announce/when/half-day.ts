/** Which half of the day "3:30" is in. */
import { toInstant } from "../../../programme/civil-time.ts";
import { DAY, HOUR, type Instant } from "../../../programme/instant.ts";
import { succeed, type Result } from "../../../programme/result.ts";
import { refuse, type Refused } from "../lines/line.ts";
import type { TimeMention } from "./times.ts";
import { toInstants, toInstantsOn } from "./which-instants.ts";
import type { UsualTime } from "./which-time.ts";
import { hasTwelveHours, toZones } from "./zones.ts";

/** How near the club's usual time the one half of the day must be, and the other not, in hours. */
const NEAR = 4;
/** In a zone of 24 hours no session begins before this. */
const EARLIEST = "08:00";

/**
 * "3:30" to "03:30" or "15:30": whichever the other times of the list or the club's usual time bear out. In zones whose
 * everyday clock has twelve hours the half near the usual time is meant, in others the hour as written.
 */
export function settleHalf(
  first: TimeMention,
  others: readonly TimeMention[],
  date: string,
  usual: UsualTime,
): Result<TimeMention, Refused> {
  const halves = [toHalf(first, 0), toHalf(first, 12)];
  const zones = toZones(first.zone ?? usual.timeZone);
  const toAll = (time: TimeMention): Instant[] =>
    toInstantsOn({ ...time, zone: first.zone ?? usual.timeZone }, () => date);
  const agreeing = halves.filter((half) =>
    toAll(half).some((at) =>
      others.some((other) =>
        [0, 12].some((shift) => toInstants(toHalf(other, other.isHalf ? shift : 0), at).includes(at)),
      ),
    ),
  );
  const expected = toInstant(date, usual.start, usual.timeZone);
  const isWithin = (hours: number) => (half: TimeMention) =>
    expected.ok && toAll(half).some((at) => isNear(at, expected.value, hours));
  const isTwelve =
    zones.some(hasTwelveHours) && !others.some(({ isHalf, start }) => !isHalf && start >= "13:00");
  const written = first.start >= EARLIEST ? halves.slice(0, 1) : halves.filter(isWithin(0));
  const meant = isTwelve ? halves.filter(isWithin(NEAR)) : written;
  const [half, second] = agreeing.length > 0 ? agreeing : meant;
  if (half !== undefined && second === undefined) return succeed(half);
  return refuse(
    `"${first.text}" can be ${halves.map(({ start }) => start).join(" or ")}, expected "am" or "pm" after it`,
  );
}

function isNear(at: Instant, usual: Instant, hours: number): boolean {
  const apart = Math.abs(at - usual) % DAY;
  return Math.min(apart, DAY - apart) <= hours * HOUR;
}

function toShifted(clock: string, hours: number): string {
  const [hour = "", minute = ""] = clock.split(":");
  return `${String(Number(hour) + hours).padStart(2, "0")}:${minute}`;
}

/** A time so many hours later; its end is the first one that the clock shows after it. */
function toHalf(time: TimeMention, hours: number): TimeMention {
  if (!time.isHalf) return time;
  const start = toShifted(time.start, hours);
  const until = [0, 12].map((by) =>
    time.until === null || time.until >= "12:00" ? time.until : toShifted(time.until, by),
  );
  return {
    ...time,
    start,
    until: until.find((clock) => clock !== null && clock > start) ?? time.until,
    isHalf: false,
  };
}
