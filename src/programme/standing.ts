/** How a session stands: what raises its SEQUENCE when it changes. */
import { toRecordingMark, type Standing } from "./ledger.ts";
import type { ProgrammeSession } from "./programme.ts";
import type { Session } from "./session.ts";

/** The recording last: what stands before it follows from the session alone. */
export function toStanding({ session, recording }: ProgrammeSession): Standing {
  return {
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    timeZone: session.timeZone,
    isAllDay: session.isAllDay,
    status: session.status,
    place: toPlace(session),
    recording: recording === null ? null : toRecordingMark(recording),
  };
}

/** What came later is left out where a session has none, for then nothing has changed. */
function toPlace({ join, location, passcode, stream }: Session): string {
  const later = passcode === undefined && stream === undefined ? [] : [passcode ?? null, stream ?? null];
  return JSON.stringify([join ?? null, location ?? null, ...later]);
}

const MEMBERS = Object.keys({
  startsAt: true,
  endsAt: true,
  timeZone: true,
  isAllDay: true,
  status: true,
  place: true,
  recording: true,
} satisfies Record<keyof Standing, true>);

/** Whether a record of it lacks nothing that is known of sessions now. */
export function isWhole(standing: Partial<Standing>): boolean {
  return MEMBERS.every((name) => name in standing);
}
