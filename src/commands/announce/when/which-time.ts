/** When a session begins: the first time of its list, in the club's zone, checked against the rest and the usual. */
import { toCivil, toInstant } from "../../../programme/civil-time.ts";
import { DAY, MINUTE, toRfc3339, type Instant } from "../../../programme/instant.ts";
import { succeed, type Result } from "../../../programme/result.ts";
import { refuse, type Refused } from "../lines/line.ts";
import { settleHalf } from "./half-day.ts";
import type { TimeMention } from "./times.ts";
import { toInstants } from "./which-instants.ts";
import { toZones } from "./zones.ts";

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
