/** When a session begins: the first time of its list, in the club's zone, checked against the rest and the usual. */
import { toCivil, toInstant } from "../../../programme/civil-time.ts";
import { DAY, HOUR, MINUTE, toRfc3339, type Instant } from "../../../programme/instant.ts";
import { succeed, type Result } from "../../../programme/result.ts";
import { refuse, type Refused } from "../lines/line.ts";
import type { TimeMention } from "./times.ts";
import { hasTwelveHours, toZones } from "./zones.ts";

export interface SettledTime {
  /** In the club's zone; another than the date as written where the zones' days differ. */
  date: string;
  /** "HH:MM" in the club's zone; absent where the text says nothing. */
  start?: string;
  at: Instant | null;
  /** Minutes, where the text gives an end. */
  duration?: number | undefined;
  warnings: string[];
  /** Times of the list that are another moment, as written. */
  disagreeing: string[];
}

export interface UsualTime {
  timeZone: string;
  /** "HH:MM". */
  start: string;
}

/** Nearly always India; that it was assumed is said. */
const ASSUMED = "IST";

/**
 * @param said what the announcement says about its time, the session's own first
 * @returns `disagreeing` holds the times of the list that are another moment
 */
export function settleTime(
  [said, ...others]: readonly TimeMention[],
  date: string,
  usual: UsualTime,
): Result<SettledTime, Refused> {
  if (said === undefined) return succeed({ date, at: null, warnings: [], disagreeing: [] });
  const whole = said.isHalf ? settleHalf(said, others, date, usual) : succeed(said);
  if (!whole.ok) return whole;
  const first = whole.value;
  const settled = settleZone(first, others, date, usual);
  if (!settled.ok) return settled;
  const { timeZone, warnings } = settled.value;
  const begin = toInstant(date, first.start, timeZone);
  if (!begin.ok)
    return refuse(`"${first.text}" on ${date} does not exist in ${timeZone}, where the clocks jump over it`);
  const at = begin.value;
  const civil = toCivil(at, usual.timeZone);
  const begins = `"${first.text}" on ${date} is ${toRfc3339(at)} (${timeZone})`;
  const disagreements = others.flatMap((other) => checkOther(other, at, begins) ?? []);
  return succeed({
    date: civil.date,
    start: civil.time,
    at,
    duration: toDuration(first),
    warnings: [
      ...warnings,
      ...disagreements.map(({ message }) => message),
      ...checkUsual(first, at, civil.date, usual),
    ],
    disagreeing: disagreements.map(({ text }) => text),
  });
}

/** How near the club's usual time the one half of the day must be, and the other not, in hours. */
const NEAR = 4;
/** In a zone of 24 hours no session begins before this. */
const EARLIEST = "08:00";

/**
 * "3:30" to "03:30" or "15:30": whichever the other times of the list or the club's usual time bear out. In zones whose
 * everyday clock has twelve hours the half near the usual time is meant, in others the hour as written.
 */
function settleHalf(
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

/** The zone of the first time. Of several that its name stands for, another time of the list or the usual one decides. */
function settleZone(
  { text, zone, start }: TimeMention,
  others: readonly TimeMention[],
  date: string,
  usual: UsualTime,
): Result<{ timeZone: string; warnings: string[] }, Refused> {
  if (zone === null) {
    const warnings = start === usual.start ? [] : [`"${text}" names no zone: read as ${usual.timeZone}`];
    return succeed({ timeZone: usual.timeZone, warnings });
  }
  const zones = toZones(zone);
  const known = [...others, { zone: usual.timeZone, start: usual.start }];
  const agreeing = zones.filter((candidate) => {
    const at = toInstant(date, start, candidate);
    return at.ok && known.some((other) => toInstants(other, at.value).includes(at.value));
  });
  const [timeZone, second] = agreeing.length > 0 ? agreeing : zones;
  if (timeZone === undefined)
    return refuse(
      `"${text}": the zone ${zone} is not known here, expected ET, CET, UTC or a name such as America/New_York`,
    );
  if (second === undefined) return succeed({ timeZone, warnings: [] });
  if (zone === ASSUMED)
    return succeed({ timeZone, warnings: [`"${text}": ${zone} is read as ${timeZone}, not as ${second}`] });
  return refuse(`"${text}": ${zone} can be ${zones.join(" or ")}, expected one of these names`);
}

/** The instants near another that a time can mean: the day before, the same and the day after, in each of its zones. */
function toInstants(time: Pick<TimeMention, "zone" | "start">, near: Instant): Instant[] {
  return [-DAY, 0, DAY].flatMap((shift) =>
    toInstantsOn(time, (timeZone) => toCivil(near + shift, timeZone).date),
  );
}

/** The instants that a time can mean on a day, one in each of its zones. */
export function toInstantsOn(
  { zone, start }: Pick<TimeMention, "zone" | "start">,
  toDate: (timeZone: string) => string,
): Instant[] {
  return toZones(zone ?? "").flatMap((timeZone) => {
    const instant = toInstant(toDate(timeZone), start, timeZone);
    return instant.ok ? [instant.value] : [];
  });
}

/** A second time without a zone is none of the list. */
function checkOther(
  other: TimeMention,
  at: Instant,
  begins: string,
): { text: string; message: string } | null {
  if (other.zone === null) return null;
  const { text } = other;
  const [nearest] = toInstants(other, at).toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at));
  if (nearest === undefined)
    return { text, message: `"${text}" could not be checked: the zone is not known here` };
  if (nearest === at) return null;
  const zones = toZones(other.zone).join(" or ");
  const message = `the times disagree: ${begins}, "${text}" is ${toRfc3339(nearest)} (${zones}); the first was taken`;
  return { text, message };
}

function checkUsual({ text }: TimeMention, at: Instant, date: string, usual: UsualTime): string[] {
  const expected = toInstant(date, usual.start, usual.timeZone);
  if (!expected.ok || expected.value === at) return [];
  return [
    `"${text}" is ${toRfc3339(at)}, the club's usual ${usual.start} ${usual.timeZone} is ` +
      `${toRfc3339(expected.value)}; the announcement was taken`,
  ];
}

/** An end before the start is on the next day; the same time is no end. */
function toDuration({ start, until, minutes }: TimeMention): number | undefined {
  if (minutes !== undefined) return minutes;
  const [from, to] = [start, until ?? start].map((clock) => Date.parse(`1970-01-01T${clock}Z`));
  return (((to ?? 0) - (from ?? 0) + DAY) % DAY) / MINUTE || undefined;
}
