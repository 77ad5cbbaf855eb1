/** News: what is worth telling people at once, as the step from one ledger to the next shows it. */
import { DAY, type Instant } from "./instant.ts";
import { toAnnouncementKey, toNoticeKey, type Ledger } from "./ledger.ts";
import { isReplayed, type PublishedProgramme, type PublishedSession } from "./publication.ts";
import type { Notice } from "./revision.ts";
import { isOff } from "./session.ts";

export type NewsKind = "announced" | Notice["kind"] | "replay";

export interface News {
  /** Permanent: the same news has the same id whenever and however often it is found. */
  id: string;
  kind: NewsKind;
  sessionId: string;
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
 */
export function toNews(before: Ledger, published: PublishedProgramme, now: Instant): News[] {
  if (before.published === null) return [];
  return [
    ...published.sessions.filter((one) => isAnnounced(one, before, now)).map(toAnnounced),
    ...published.notices
      .filter((notice) => !before.notices.has(toNoticeKey(notice)) && isFresh(notice.dates, now))
      .map(({ kind, sessionId, sequence }) => ({
        id: toNoticeKey({ sessionId, sequence }),
        kind,
        sessionId,
        sequence,
      })),
    ...published.sessions.filter((one) => isNewlyReplayed(one, before, now)).map(toReplayNews),
  ];
}

function isAnnounced(
  { session, announcement }: PublishedSession,
  { entries }: Ledger,
  now: Instant,
): boolean {
  return (
    !entries.has(toAnnouncementKey(session.id)) &&
    session.endsAt > now &&
    !isOff(session.status) &&
    isFresh(announcement, now)
  );
}

/** One that takes another's place is none. */
function isNewlyReplayed(published: PublishedSession, { sessions }: Ledger, now: Instant): boolean {
  const { session, replay } = published;
  const wasReplayed = sessions.get(session.id)?.standing.recording?.endsWith(":replay") === true;
  if (!isReplayed(published) || wasReplayed) return false;
  return session.endsAt > now - AWAITED_FOR || (replay !== null && isFresh(replay, now));
}

function isFresh({ publishedAt }: { publishedAt: Instant }, now: Instant): boolean {
  return publishedAt > now - FRESH_FOR;
}

function toAnnounced({ session: { id } }: PublishedSession): News {
  return { id: toAnnouncementKey(id), kind: "announced", sessionId: id };
}

function toReplayNews({ session: { id } }: PublishedSession): News {
  return { id: `session/${id}/replay`, kind: "replay", sessionId: id };
}
