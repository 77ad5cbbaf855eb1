/** When a session begins: the first time of its list, in the club's zone, checked against the rest and the usual. */
import { toCivil, toInstant } from "../../programme/civil-time.ts";
import { MINUTE, toRfc3339, type Instant } from "../../programme/instant.ts";
import { fail, succeed, type Result } from "../../programme/result.ts";
import { findTimes, type TimeMention } from "./times.ts";
import { toZone } from "./zones.ts";

export interface SettledTime {
  /** In the club's zone; another than the date as written where the zones' days differ. */
  date: string;
  /** "HH:MM" in the club's zone or "tba"; absent where the text says nothing. */
  start?: string;
  /** Minutes, where the text gives an end. */
  duration?: number;
  warnings: string[];
}

export type TimeFault = { reason: "bad_time"; message: string };

export interface UsualTime {
  timeZone: string;
  /** "HH:MM". */
  start: string;
}

const DAY_MINUTES = 1_440;

/** @param text what the announcement says about its time, with the date left out or not */
export function settleTime(text: string, date: string, usual: UsualTime): Result<SettledTime, TimeFault> {
  const mentions = findTimes(text);
  const [first, ...others] = mentions;
  if (first === undefined)
    return succeed({ date, ...(/\btb[adc]\b/i.test(text) && { start: "tba" }), warnings: [] });
  const zone = toKnownZone(first, usual.timeZone);
  if (typeof zone !== "string") return zone;
  const at = toInstant(date, first.start, zone);
  if (!at.ok)
    return wrong(`"${first.text}" on ${date} does not exist in ${zone}, where the clocks jump over it`);
  const warnings = [
    ...(first.zone === undefined && first.start !== usual.start
      ? [`"${first.text}" names no zone: read as ${usual.timeZone}`]
      : []),
    ...others.flatMap((other) => checkOther(other, first, at.value, date, zone)),
    ...checkUsual(first, at.value, date, usual),
  ];
  const civil = toCivil(at.value, usual.timeZone);
  const duration = toDuration(first);
  return succeed({
    date: civil.date,
    start: civil.time,
    ...(duration !== null && { duration }),
    warnings,
  });
}

function toKnownZone({ zone, text }: TimeMention, clubZone: string): string | ReturnType<typeof wrong> {
  if (zone === undefined) return clubZone;
  const known = toZone(zone);
  if (known === null)
    return wrong(
      `"${text}": the zone ${zone} is not known here, expected ET, CET, UTC or a name such as America/New_York`,
    );
  if ("choices" in known)
    return wrong(`"${text}": ${zone} can be ${known.choices}, expected a name such as America/Chicago`);
  return known.timeZone;
}

/** A second time without a zone is none of the list. */
function checkOther(
  other: TimeMention,
  first: TimeMention,
  at: Instant,
  date: string,
  zone: string,
): string[] {
  if (other.zone === undefined) return [];
  const known = toZone(other.zone);
  if (known === null || "choices" in known)
    return [`"${other.text}" could not be checked: the zone is not known here`];
  const days = [-1, 0, 1].map((shift) => toCivil(at + shift * DAY_MINUTES * MINUTE, known.timeZone).date);
  const instants = days.flatMap((day) => {
    const instant = toInstant(day, other.start, known.timeZone);
    return instant.ok ? [instant.value] : [];
  });
  if (instants.includes(at)) return [];
  const nearest = instants.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at))[0] ?? at;
  return [
    `the times disagree: "${first.text}" on ${date} is ${toRfc3339(at)} (${zone}), ` +
      `"${other.text}" is ${toRfc3339(nearest)} (${known.timeZone}); the first was taken`,
  ];
}

function checkUsual(first: TimeMention, at: Instant, date: string, usual: UsualTime): string[] {
  const expected = toInstant(date, usual.start, usual.timeZone);
  if (!expected.ok || expected.value === at) return [];
  return [
    `"${first.text}" is ${toRfc3339(at)}, the club's usual ${usual.start} ${usual.timeZone} is ` +
      `${toRfc3339(expected.value)}; the announcement was taken`,
  ];
}

function toDuration({ start, until }: TimeMention): number | null {
  if (until === undefined) return null;
  const minutes = toMinutes(until) - toMinutes(start);
  return minutes === 0 ? null : (minutes + DAY_MINUTES) % DAY_MINUTES;
}

function toMinutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

function wrong(message: string): { ok: false; error: TimeFault } {
  return fail({ reason: "bad_time", message });
}
