/** When a session begins: the first time of its list, in the club's zone, checked against the rest and the usual. */
import { isTimeZone, toCivil, toInstant } from "../../programme/civil-time.ts";
import { DAY, MINUTE, toRfc3339, type Instant } from "../../programme/instant.ts";
import { succeed, type Result } from "../../programme/result.ts";
import { refuse, type Refused } from "./line.ts";
import type { TimeMention } from "./mentions.ts";

export interface SettledTime {
  /** In the club's zone; another than the date as written where the zones' days differ. */
  date: string;
  /** "HH:MM" in the club's zone; absent where the text says nothing. */
  start?: string;
  at: Instant | null;
  /** Minutes, where the text gives an end. */
  duration?: number | undefined;
  warnings: string[];
}

export interface UsualTime {
  timeZone: string;
  /** "HH:MM". */
  start: string;
}

/**
 * The regions whose clocks a name stands for. Hosts write "CET" and "EST" all year and mean the clock on the wall there, so
 * a name is a region's clock and not a fixed offset. Where there are several, the other times of the list decide.
 */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  "America/New_York": ["ET", "EST", "EDT", "NEW YORK", "EASTERN"],
  "America/Chicago": ["CT", "CDT", "CST", "CENTRAL"],
  "America/Denver": ["MT", "MDT", "MST", "MOUNTAIN"],
  "America/Phoenix": ["MST"],
  "America/Los_Angeles": ["PT", "PST", "PDT", "PACIFIC"],
  UTC: ["UTC", "GMT", "Z"],
  "Europe/London": ["UK", "BST", "LONDON"],
  "Europe/Lisbon": ["WET"],
  "Europe/Paris": ["CET", "CEST", "PARIS"],
  "Europe/Berlin": ["BERLIN"],
  "Europe/Zurich": ["ZURICH"],
  "Europe/Helsinki": ["EET", "EEST"],
  "Asia/Kolkata": ["IST", "INDIA"],
  "Asia/Jerusalem": ["IST"],
  "Asia/Singapore": ["SGT"],
  "Asia/Hong_Kong": ["HKT"],
  "Asia/Shanghai": ["CST", "BEIJING"],
  "Asia/Tokyo": ["JST", "TOKYO"],
  "Asia/Seoul": ["KST"],
  "Australia/Sydney": ["AEST", "AEDT"],
};
/** Nearly always India; that it was assumed is said. */
const ASSUMED = "IST";
/** "GMT-5", "+05:30". */
const OFFSET = /^(?:UTC|GMT)?([+−-])(\d{1,2}):?(\d{2})?$/;

/** The zones a name can stand for: IANA names, or an offset where that is what is written; none where it is not known. */
export function toZones(name: string): string[] {
  const [, sign, hours, minutes = "00"] = OFFSET.exec(name) ?? [];
  if (hours !== undefined) return [`${sign === "+" ? "+" : "-"}${hours.padStart(2, "0")}:${minutes}`];
  const regions = Object.keys(REGIONS).filter((region) => REGIONS[region]?.includes(name.toUpperCase()));
  return regions.length > 0 ? regions : isTimeZone(name) ? [name] : [];
}

/** @param times what the announcement says about its time, the session's own first */
export function settleTime(
  [first, ...others]: readonly TimeMention[],
  date: string,
  usual: UsualTime,
): Result<SettledTime, Refused> {
  if (first === undefined) return succeed({ date, at: null, warnings: [] });
  const settled = settleZone(first, others, date, usual);
  if (!settled.ok) return settled;
  const { timeZone, warnings } = settled.value;
  const begin = toInstant(date, first.start, timeZone);
  if (!begin.ok)
    return refuse(`"${first.text}" on ${date} does not exist in ${timeZone}, where the clocks jump over it`);
  const at = begin.value;
  const civil = toCivil(at, usual.timeZone);
  const said = `"${first.text}" on ${date} is ${toRfc3339(at)} (${timeZone})`;
  return succeed({
    date: civil.date,
    start: civil.time,
    at,
    duration: toDuration(first),
    warnings: [
      ...warnings,
      ...others.flatMap((other) => checkOther(other, at, said)),
      ...checkUsual(first, at, civil.date, usual),
    ],
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
function checkOther(other: TimeMention, at: Instant, said: string): string[] {
  if (other.zone === null) return [];
  const [nearest] = toInstants(other, at).toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at));
  if (nearest === undefined) return [`"${other.text}" could not be checked: the zone is not known here`];
  if (nearest === at) return [];
  const zones = toZones(other.zone).join(" or ");
  return [
    `the times disagree: ${said}, "${other.text}" is ${toRfc3339(nearest)} (${zones}); the first was taken`,
  ];
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
function toDuration({ start, until }: TimeMention): number | undefined {
  const [from, to] = [start, until ?? start].map((clock) => Date.parse(`1970-01-01T${clock}Z`));
  return (((to ?? 0) - (from ?? 0) + DAY) % DAY) / MINUTE || undefined;
}
