/** What is published of a programme when the ledger has been revised with it. */
import type { Instant } from "./instant.ts";
import { keepSame, keepSameOf, toFinder } from "./keep-same.ts";
import { toDates, toNoticeKey, toVideoKey, toAnnouncementKey, type Ledger } from "./ledger.ts";
import type { ArchivedVideo, Programme, ProgrammeSession } from "./programme.ts";
import type { PublishedProgramme, PublishedSession, PublishedVideo } from "./publication.ts";
import { remember } from "./remember.ts";
import { findVideoKey, hasReplay } from "./video-entries.ts";

/** What is published already of each session that is the same as it was, recording and all. */
export function findUnchanged(
  { sessions }: Programme,
  before: PublishedProgramme | undefined,
): (PublishedSession | undefined)[] {
  const find = toFinder(before?.sessions ?? [], toSessionId);
  return sessions.map(({ session, recording }, at) => {
    const known = find(session.id, at);
    return known?.session === session && known.recording === recording ? known : undefined;
  });
}

/**
 * @param unchanged see {@link findUnchanged}
 * @param before what of it did not change stays the same object
 */
export function toPublished(
  programme: Programme,
  { sessions, entries, notices }: Pick<Ledger, "sessions" | "entries" | "notices">,
  changedAt: Instant,
  unchanged: readonly (PublishedSession | undefined)[],
  before?: PublishedProgramme,
): PublishedProgramme {
  const present = new Set(programme.sessions.map(({ session }) => session.id));
  const published = programme.sessions.map(
    (item, at) => unchanged[at] ?? toPublishedSession(item, sessions, entries),
  );
  const alone = programme.standAloneVideos.map((video) => ({
    video: toShownVideo(video),
    ...toVideoDates(video.id, entries),
  }));
  const told = [...notices]
    .filter(([, notice]) => present.has(notice.sessionId))
    .map(([key, notice]) => ({ ...notice, dates: toDates(entries, key) }));
  return keepSame(before, {
    sessions: keepSameOf(before?.sessions, published, toSessionId),
    standAloneVideos: keepSameOf(before?.standAloneVideos, alone, ({ video }) => video.id),
    notices: keepSameOf(before?.notices, told, toNoticeKey),
    changedAt,
  });
}

const toSessionId = ({ session }: PublishedSession): string => session.id;

const toShownVideo = remember(({ firstSeenAt: _firstSeenAt, ...video }: ArchivedVideo) => video);

function toPublishedSession(
  item: ProgrammeSession,
  sessions: Ledger["sessions"],
  entries: Ledger["entries"],
): PublishedSession {
  const { id } = item.session;
  const record = sessions.get(id);
  if (record === undefined) throw new Error(`session ${id} has no record`);
  return {
    ...item,
    revision: record.revision,
    announcement: toDates(entries, toAnnouncementKey(id)),
    ...toReplay(item, entries),
  };
}

function toReplay(
  item: ProgrammeSession,
  entries: Ledger["entries"],
): Pick<PublishedSession, "replay" | "hasOwnReplayId"> {
  if (!hasReplay(item)) return { replay: null };
  const { dates, ...ownId } = toVideoDates(item.recording.videoId, entries);
  return { replay: dates, ...ownId };
}

function toVideoDates(
  videoId: string,
  entries: Ledger["entries"],
): Pick<PublishedVideo, "dates" | "hasOwnReplayId"> {
  const key = findVideoKey(videoId, entries);
  const dates = toDates(entries, key);
  return key === toVideoKey(videoId) ? { dates } : { dates, hasOwnReplayId: true };
}
