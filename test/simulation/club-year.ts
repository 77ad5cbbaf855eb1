/** What a club does in a year: a session a week, announced the week before, and its replay some days later. */
import { DAY, HOUR, MINUTE, type Instant } from "../../src/programme/instant.ts";
import type { Session } from "../../src/programme/session.ts";
import { aSession } from "../support/builders.ts";
import type { FeedEntry } from "../support/channel-feed.ts";
import type { Random } from "./random.ts";

export interface Meeting {
  session: Session;
  announcedAt: Instant;
  /** Told a day before; null for most. */
  change: { at: Instant; session: Session } | null;
  /** Null where nothing is recorded. */
  upload: { at: Instant; entry: FeedEntry } | null;
}

const ANNOUNCED_AHEAD = 7 * DAY;
const REPLAYED_AFTER_DAYS = [1, 5];
/** Of sessions. */
const CANCELLED = 0.05;
const MOVED = 0.08;
const UNRECORDED = 0.06;

/** The first session is in the first week, whose beginning is a Monday. */
export function createMeetings(random: Random, from: Instant, weeks: number): Meeting[] {
  return Array.from({ length: weeks }, (_, week) => createMeeting(random, week + 1, from + week * 7 * DAY));
}

function createMeeting(random: Random, number: number, monday: Instant): Meeting {
  const startsAt = monday + 17 * HOUR;
  const session = aSession({
    id: `s${number}`,
    number,
    title: `Topic ${number} of the year`,
    date: new Date(startsAt).toISOString().slice(0, 10),
    startsAt,
    endsAt: startsAt + 90 * MINUTE,
    presenters: [{ name: `Presenter ${number}` }],
  });
  const fate = random.next();
  const isCancelled = fate < CANCELLED;
  const isMoved = !isCancelled && fate < CANCELLED + MOVED;
  const changed: Session = isCancelled
    ? { ...session, status: "cancelled" }
    : { ...session, startsAt: startsAt + DAY, endsAt: session.endsAt + DAY };
  const held = isMoved ? changed : session;
  const days = random.between(REPLAYED_AFTER_DAYS[0] ?? 1, REPLAYED_AFTER_DAYS[1] ?? 1);
  const isRecorded = !isCancelled && random.next() >= UNRECORDED;
  return {
    session,
    announcedAt: startsAt - ANNOUNCED_AHEAD,
    change: isCancelled || isMoved ? { at: startsAt - DAY, session: changed } : null,
    upload: isRecorded ? createUpload(number, session.title, held.endsAt + days * DAY) : null,
  };
}

function createUpload(number: number, title: string, at: Instant): Meeting["upload"] {
  const id = `replay${String(number).padStart(5, "0")}`;
  return { at, entry: { id, title: `S${number} | ${title}`, published: new Date(at).toISOString() } };
}

/** The sessions that `data/` has at an instant. */
export function toSessions(meetings: readonly Meeting[], at: Instant): Session[] {
  return meetings
    .filter(({ announcedAt }) => announcedAt <= at)
    .map(({ session, change }) => (change !== null && change.at <= at ? change.session : session))
    .toSorted((a, b) => a.startsAt - b.startsAt);
}
