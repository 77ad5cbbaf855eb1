/** Reminders: when a hook is told again of a session that is near. Pure. */
import type { Hook } from "../../programme/hook.ts";
import { HOUR, MINUTE, toRfc3339, type Instant } from "../../programme/instant.ts";
import type { PublishedProgramme, PublishedSession } from "../../programme/publication.ts";
import { isOff, type Session } from "../../programme/session.ts";

export interface Reminder {
  /** Of this time of the session: one that is moved is reminded of anew. */
  id: string;
  sessionId: string;
  /** Of the session, when the reminder was made. */
  startsAt: Instant;
  /** How long before. */
  minutes: number;
  dueAt: Instant;
  /** Sent no more from then on. */
  usefulUntil: Instant;
}

/** One this near brings what is needed to take part; one that is further says that there will be something. */
const NEAR_MINUTES = 120;

export function isNear(minutes: number): boolean {
  return minutes <= NEAR_MINUTES;
}

/** All that are still useful, the first due first. */
export function toReminders(
  hook: Pick<Hook, "before" | "posts">,
  { sessions, notices }: PublishedProgramme,
  now: Instant,
): Reminder[] {
  const moved = new Map<string, Instant>();
  for (const { sessionId, dates } of hook.posts.includes("moved") ? notices : [])
    moved.set(sessionId, Math.max(moved.get(sessionId) ?? 0, dates.publishedAt));
  return sessions
    .filter(({ session }) => session.endsAt > now)
    .flatMap((published) => {
      const toldAt = hook.posts.includes("announced") ? published.announcement.publishedAt : 0;
      const knownAt = Math.max(toldAt, moved.get(published.session.id) ?? 0);
      return hook.before.flatMap((minutes) => toReminder(published, minutes, knownAt) ?? []);
    })
    .filter(({ usefulUntil }) => usefulUntil > now)
    .toSorted((a, b) => a.dueAt - b.dueAt);
}

/** Whether a reminder is still of this session as it is now. */
export function isStillDue(
  { startsAt, minutes }: Pick<Reminder, "startsAt" | "minutes">,
  session: Pick<Session, "startsAt" | "isAllDay" | "status">,
): boolean {
  return !isOff(session.status) && session.startsAt === startsAt && !(session.isAllDay && isNear(minutes));
}

/**
 * Null where there is none: of a session that is off, shortly before one whose time is to be announced, and where the news
 * itself came later than the reminder, unless that says how to take part.
 *
 * @param knownAt when the hook was told the session's time
 */
function toReminder({ session }: PublishedSession, minutes: number, knownAt: Instant): Reminder | null {
  const { id, startsAt, isAllDay } = session;
  if (!isStillDue({ startsAt, minutes }, session)) return null;
  // Of one that has no time yet, as if it began at noon: nobody is reminded at midnight.
  const anchor = isAllDay ? startsAt + 12 * HOUR : startsAt;
  const lead = minutes * MINUTE;
  const dueAt = anchor - lead;
  if (dueAt < knownAt && !isNear(minutes)) return null;
  return {
    id: `session/${id}/reminder/${minutes}/${toRfc3339(startsAt)}`,
    sessionId: id,
    startsAt,
    minutes,
    dueAt,
    usefulUntil: isNear(minutes) ? startsAt : anchor - lead / 2,
  };
}
