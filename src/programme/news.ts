/** News: what is worth telling people at once, as the step from one ledger to the next shows it. */
import { DAY, toRfc3339, type Instant } from "./instant.ts";
import { toAnnouncementKey, toNoticeKey, type Ledger } from "./ledger.ts";
import type { PublishedProgramme, PublishedSession } from "./publication.ts";
import type { EntryDates, Notice } from "./revision.ts";
import { isOff } from "./session.ts";

export type NewsKind = "announced" | Notice["kind"] | "replay";

export interface News {
  /** Permanent: the same news has the same id whenever and however often it is found, and other news has another. */
  id: string;
  kind: NewsKind;
  sessionId: string;
  /** The date of its entry. */
  at: Instant;
  /** Of the notice, where the news is one. */
  sequence?: number;
}

/** What bears an older date was not news when it came: an import, a back catalogue. */
const FRESH_FOR: Instant = DAY;
/** So long after its session a replay is news, whatever its date. */
const AWAITED_FOR: Instant = 30 * DAY;

/**
 * What is new.
 *
 * @param before what was published before; of a first start nothing is news
 * @param published what is published now
 * @param known what was published then, where that is still known: what is the same object is no news
 */
export function toNews(
  before: Ledger,
  published: PublishedProgramme,
  now: Instant,
  known?: PublishedProgramme,
): News[] {
  if (before.published === null) return [];
  const sessions = published.sessions.filter((one, at) => one !== known?.sessions[at]);
  return [
    ...sessions.filter((one) => isAnnounced(one, before, now)).map(toAnnounced),
    ...published.notices
      .filter((notice) => !before.notices.has(toNoticeKey(notice)) && isFresh(notice.dates, now))
      .map(toNoticeNews),
    ...sessions.flatMap((one) => toReplayNews(one, before, now)),
  ];
}

function isAnnounced(
  { session, announcement }: PublishedSession,
  { entries }: Ledger,
  now: Instant,
): boolean {
  return (
    session.endsAt > now &&
    !isOff(session.status) &&
    isFresh(announcement, now) &&
    !entries.has(toAnnouncementKey(session.id))
  );
}

/** One that takes another's place is none, nor is one of the past that somebody has written down. */
function toReplayNews(
  { session, recording, replay }: PublishedSession,
  { sessions }: Ledger,
  now: Instant,
): News[] {
  if (replay === null || recording?.isOfThePast === true) return [];
  const known = sessions.get(session.id);
  if (known?.standing.recording?.endsWith(":replay") === true) return [];
  // Nobody has waited for that of a session that comes together with it: then its date alone tells.
  const isAwaited = known !== undefined && session.endsAt > now - AWAITED_FOR;
  if (!isAwaited && !isFresh(replay, now)) return [];
  const id = `session/${session.id}/replay`;
  return [{ id, kind: "replay", sessionId: session.id, at: replay.publishedAt }];
}

function isFresh({ publishedAt }: EntryDates, now: Instant): boolean {
  return publishedAt > now - FRESH_FOR;
}

function toAnnounced({ session: { id }, announcement }: PublishedSession): News {
  return { id: toAnnouncementKey(id), kind: "announced", sessionId: id, at: announcement.publishedAt };
}

/** A sequence that a restore has taken back may be given again, to another change. */
function toNoticeNews({ kind, sessionId, sequence, after, dates }: Notice): News {
  const id = `${toNoticeKey({ sessionId, sequence })}/${kind}/${toRfc3339(after.startsAt)}`;
  return { id, kind, sessionId, sequence, at: dates.publishedAt };
}
