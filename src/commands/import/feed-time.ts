/** When the session of a feed's item is: after a label, or the one day near the posting that its text names. */
import { addDays, isCivilDate, toInstant, toWeekday } from "../../programme/civil-time.ts";
import { MINUTE } from "../../programme/instant.ts";
import { fail, succeed, type Result } from "../../programme/result.ts";
import { findDates, type DateMention } from "../announce/when/dates.ts";
import { findTimes } from "../announce/when/times.ts";
import { settleTime } from "../announce/when/which-time.ts";
import type { PastContext, PastSession } from "./past-session.ts";
import { toSessionTime } from "./session-time.ts";

export type SaidTime = Pick<
  PastSession,
  "date" | "start" | "isDayOfPosting" | "clock" | "duration" | "leftOver"
>;
type Found = Result<SaidTime | null, { reason: "no_time"; message: string }>;

/** A session is announced so long before, and written about so long after. */
const DAYS_AHEAD = 120;
const DAYS_BACK = 60;

/**
 * @param labelled values of labels such as "When:"
 * @param text of the whole item
 * @param posted the civil day of the posting
 * @returns null where nothing is said; a failure where it is, and cannot be read
 */
export function findSaidTime(
  labelled: readonly string[],
  text: string,
  posted: string | null,
  context: PastContext,
): Found {
  const dated = labelled.map((value) => ({ value, dates: toDays(findDates(value, false), posted) }));
  const days = new Set(dated.flatMap(({ dates }) => dates));
  const [day, another] = days;
  if (another !== undefined) return refuse(`names ${[...days].join(" and ")} as its day`);
  if (day !== undefined) return readClock(day, labelled, context);
  if (labelled.length > 0) return refuse(`has a date that is not understood: "${labelled.join('", "')}"`);
  const inText = toDays(findDates(text, false), posted).filter((one) => isNear(one, posted));
  const [only, second] = new Set(inText);
  if (only === undefined || only === posted) return succeed(null);
  if (second !== undefined) return refuse(`names several days: ${[...new Set(inText)].join(", ")}`);
  return succeed({
    date: only,
    start: undefined,
    clock: undefined,
    duration: undefined,
    leftOver: [`${only} is the day that its text names, the usual time is taken`],
  });
}

/** Days as they are meant: without a year the one nearest to the posting, where the weekday fits. */
function toDays(mentions: readonly DateMention[], posted: string | null): string[] {
  return mentions.flatMap(({ monthDays: [monthDay], year, weekday, isSpan }) => {
    if (monthDay === undefined || isSpan || (year === null && posted === null)) return [];
    const around = Number(posted?.slice(0, 4));
    const years = year === null ? [around - 1, around, around + 1] : [year];
    const all = years.map((one) => `${one}-${monthDay}`).filter((date) => isCivilDate(date));
    return all.filter(
      (date) => (weekday ?? toWeekday(date)) === toWeekday(date) && (year !== null || isNear(date, posted)),
    );
  });
}

function isNear(date: string, posted: string | null): boolean {
  if (posted === null) return true;
  return date >= addDays(posted, -DAYS_BACK) && date <= addDays(posted, DAYS_AHEAD);
}

/** A time beside the day must be understood: it must not pass for the usual one. */
function readClock(date: string, labelled: readonly string[], context: PastContext): Found {
  const { timeZone, usual } = context;
  const times = labelled.flatMap((value) => findTimes(value));
  const [first] = times;
  if (first === undefined) {
    if (labelled.some((value) => /\d{1,2}(?::\d{2}|\s?[ap]\.?m\b)/i.test(value)))
      return refuse(`has a time that is not understood: "${labelled.join('", "')}"`);
    return succeed({ date, start: undefined, clock: undefined, duration: undefined, leftOver: [] });
  }
  const settled = settleTime(times, date, { timeZone, start: usual.start });
  if (!settled.ok) return refuse(`has a time that is not understood: ${settled.error.message}`);
  const { date: civil, start = usual.start, duration, disagreeing } = settled.value;
  const instant = toInstant(civil, start, timeZone);
  if (!instant.ok) return refuse(`is at ${start} on ${civil}, which does not exist in ${timeZone}`);
  const end = duration === undefined ? null : instant.value + duration * MINUTE;
  return succeed({
    ...toSessionTime(instant.value, end, context),
    leftOver: disagreeing.map((one) => `time: "${one}"`),
  });
}

function refuse(message: string): { ok: false; error: { reason: "no_time"; message: string } } {
  return fail({ reason: "no_time", message });
}
