/** An instant, or a civil day, as a session file says it: in the club's zone, without what is as usual. */
import { toCivil } from "../../programme/civil-time.ts";
import { MINUTE, type Instant } from "../../programme/instant.ts";
import type { PastContext, PastSession } from "./past-session.ts";

type SessionTime = Pick<PastSession, "date" | "start" | "clock" | "duration">;

/** @param endsAt null where nothing says when it ends */
export function toSessionTime(
  startsAt: Instant,
  endsAt: Instant | null,
  { timeZone, usual }: PastContext,
): SessionTime {
  const { date, time } = toCivil(startsAt, timeZone);
  const minutes = endsAt === null ? undefined : Math.round((endsAt - startsAt) / MINUTE);
  return {
    date,
    clock: time,
    start: time === usual.start ? undefined : time,
    duration: minutes === usual.durationMinutes || !minutes || minutes < 0 ? undefined : minutes,
  };
}

/** A day of which no time is known. */
export function toWholeDay(date: string): SessionTime {
  return { date, clock: "tba", start: "tba", duration: undefined };
}
