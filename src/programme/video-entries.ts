/**
 * The entries of videos: replays and those that stand alone, under which key each is known and when it is news.
 */
import type { CurrentEntry } from "./date-entries.ts";
import type { Instant } from "./instant.ts";
import {
  toAnnouncementKey,
  toOwnReplayKey,
  toRecordingMark,
  toRecordingMarks,
  toVideoKey,
  type EntryRecord,
  type Ledger,
} from "./ledger.ts";
import type { Programme, ProgrammeSession, Recording } from "./programme.ts";
import type { Session } from "./session.ts";
import { remember } from "./remember.ts";
import { toReplayShowing } from "./shown-session.ts";
import { isStillShown, toShowing } from "./shown.ts";
import type { Video } from "./video.ts";

export type ReplayedSession = ProgrammeSession & { recording: Recording };

export const hasReplay = (item: ProgrammeSession): item is ReplayedSession =>
  item.recording?.state === "replay";

/** Replays in the session's words, so that edits on YouTube do not touch them; stand-alone videos in their own. */
export function toVideoEntries(programme: Programme, ledger: Ledger, now: Instant): CurrentEntry[] {
  const { sessions, standAloneVideos, matchedBefore } = programme;
  const replays = sessions.filter(hasReplay).map((item) => {
    const wasHeld = () => isHeldBefore(item, programme, ledger);
    const { videoId } = item.recording;
    const showing = toReplayShowing(item.session, item.recording);
    const before = ledger.entries.get(toVideoKey(videoId));
    // An entry that tells of the session was no stand-alone one: the session's record is wrong.
    const isOwn = before !== undefined && !isStillShown(before.shown, showing) && wasHeld();
    return {
      key: isOwn ? toOwnReplayKey(videoId) : findVideoKey(videoId, ledger.entries),
      toFirstSeenAt: () => (wasHeld() ? now : toReplaySeenAt(item, ledger, now)),
      showing,
    };
  });
  const alone = standAloneVideos.map((video) => ({
    key: findVideoKey(video.id, ledger.entries),
    toFirstSeenAt: () => (matchedBefore.has(video.id) ? now : video.firstSeenAt),
    showing: toVideoShowing(video),
  }));
  return [...replays.toReversed(), ...alone];
}

const toVideoShowing = remember(({ title, description }: Video) => toShowing([title, description]));

/** The key of a video's entry: once it was given one of its own as a replay it keeps that. */
export function findVideoKey(videoId: string, entries: ReadonlyMap<string, EntryRecord>): string {
  const own = toOwnReplayKey(videoId);
  return entries.has(own) ? own : toVideoKey(videoId);
}

/** Whether a replay was a stream until now: the live link, or nothing while its session was off. */
function isHeldBefore(
  { session, recording: { videoId } }: ReplayedSession,
  { matchedBefore }: Programme,
  { sessions }: Ledger,
): boolean {
  if (sessions.size === 0) return false;
  const marks = toRecordingMarks(sessions);
  if (marks.has(toRecordingMark({ videoId, state: "replay" }))) return false;
  if (marks.has(toRecordingMark({ videoId, state: "live" }))) return true;
  return matchedBefore.has(videoId) && sessions.get(session.id)?.standing.recording === null;
}

/**
 * A replay is news when it becomes visible. That of a past that was there before anybody looked is dated as the archive
 * dates its video, or, where no feed has shown it, with its session.
 */
function toReplaySeenAt({ session, recording }: ReplayedSession, ledger: Ledger, now: Instant): Instant {
  const { video } = recording;
  const known = ledger.sessions.get(session.id);
  // A replay known before is new only to a ledger that has lost the entry.
  const wasReplay = known?.standing.recording === toRecordingMark(recording);
  if (ledger.published === null || isImported(session, ledger, now) || wasReplay || recording.isOfThePast)
    return video?.firstSeenAt ?? session.endsAt;
  // The archive gives its own date to what was there before the first fill.
  return video !== undefined && video.firstSeenAt === video.publishedAt ? video.firstSeenAt : now;
}

/** Whether a session was over before it was first seen; one whose record was lost has its announcement still. */
function isImported({ id, endsAt }: Session, { sessions, entries }: Ledger, now: Instant): boolean {
  return endsAt <= now && !sessions.has(id) && !entries.has(toAnnouncementKey(id));
}
