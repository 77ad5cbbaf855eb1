/** When a session takes place, from what its file says and its club does as a rule. */
import { addDays, toInstant, toStartOfDay } from "../programme/civil-time.ts";
import { MINUTE, type Instant } from "../programme/instant.ts";
import { fail, succeed, type Result } from "../programme/result.ts";
import type { Session } from "../programme/session.ts";
import type { ClubDefaults } from "./club-file.ts";
import type { Announced, SessionFront } from "./session-fields.ts";

export type SessionTime = Pick<Session, "date" | "timeZone" | "isAllDay" | "startsAt" | "endsAt">;

/** A field whose time does not exist, and why. */
export type TimeFault = { reason: "no_such_time"; field: "date" | "start"; message: string };

/** The instants of a session; "tba" is the whole day in its zone. */
export function toSessionTime(front: SessionFront, club: ClubDefaults): Result<SessionTime, TimeFault> {
  const { date } = front;
  const timeZone = front.timeZone ?? club.timeZone;
  const start = front.start ?? club.start;
  if (start === "tba") return toWholeDay(date, timeZone);
  const startsAt = toInstant(date, start, timeZone);
  if (startsAt.ok) {
    const endsAt = startsAt.value + (front.duration ?? club.durationMinutes) * MINUTE;
    return succeed({ date, timeZone, isAllDay: false, startsAt: startsAt.value, endsAt });
  }
  const { shifted } = startsAt.error;
  const message =
    `"${start}" on ${date} does not exist in ${timeZone}, where the clocks jump over it, ` +
    `expected another time, such as ${shifted.time}`;
  return fail({ reason: "no_such_time", field: front.start === undefined ? "date" : "start", message });
}

/** When the announcement was made; a day counts from its first instant. */
export function toAnnouncedAt(announced: Announced, timeZone: string): Instant {
  return "at" in announced ? announced.at : toStartOfDay(announced.date, timeZone);
}

function toWholeDay(date: string, timeZone: string): Result<SessionTime, TimeFault> {
  const startsAt = toStartOfDay(date, timeZone);
  const endsAt = toStartOfDay(addDays(date, 1), timeZone);
  if (startsAt < endsAt) return succeed({ date, timeZone, isAllDay: true, startsAt, endsAt });
  const message = `"${date}" does not exist in ${timeZone}, which left the day out, expected another date`;
  return fail({ reason: "no_such_time", field: "date", message });
}
