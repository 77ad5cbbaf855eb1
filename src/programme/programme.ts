/**
 * The programme: all sessions in order with their recordings, and the videos that match none.
 */
import type { Club } from "./club.ts";
import { toEarliest, type Instant } from "./instant.ts";
import { keepSame, keepSameOf, toFinder } from "./keep-same.ts";
import type { Match, Unmatched } from "./match/match.ts";
import { matchPresentFirst } from "./match/match-recordings.ts";
import { remember } from "./remember.ts";
import { toEnd, type Steps } from "./steps.ts";
import { isOff, toAllOtherVideoIds, toReplayUrl, type Session } from "./session.ts";
import type { Video } from "./video.ts";

/** A video as the archive keeps it. */
export interface ArchivedVideo extends Video {
  /** When this service first saw it; for a video older than the archive, its own `publishedAt`. */
  firstSeenAt: Instant;
}

/** A video matched to a session. Public label: "Replay". */
export interface Recording {
  videoId: string;
  /** Where it is, if not on YouTube: absolute https. */
  url?: string;
  /** When the channel feed has shown the video; absent for a curated replay it never showed. */
  video?: ArchivedVideo;
  /** "live": published before the session started, a scheduled stream, and the session has not ended; the watch page is the live link. */
  state: "live" | "replay";
  /** The video is of the file of known ones and has no date: it is no news. */
  isOfThePast?: true;
}

/** A session with its recording. */
export interface ProgrammeSession {
  session: Session;
  recording: Recording | null;
}

export interface Programme {
  /** By `startsAt`, then id. */
  sessions: ProgrammeSession[];
  /** Published on their own, newest first. */
  standAloneVideos: ArchivedVideo[];
  matches: Match[];
  /** Videos that were matched before: of these, one that has no entry was held back as a stream. */
  matchedBefore: ReadonlySet<string>;
  unmatched: Unmatched[];
}

export interface ProgrammeInput {
  club: Club;
  sessions: readonly Session[];
  /** Sessions once published whose files are gone, as they were last published. */
  vanished?: readonly Session[];
  /** Every video ever seen of this channel. */
  archive: readonly ArchivedVideo[];
  /** Matches made before. */
  previous: readonly Match[];
  /** Whether a video was published as a replay: it stays one, whenever its session is now. */
  isReplayed?: (videoId: string) => boolean;
  /** Whether a video has had an entry: what nobody can watch for now stays one, and does not come and go. */
  isListed?: (videoId: string) => boolean;
  /** The programme before, where it is known: what did not change stays the same object. */
  before?: Programme | undefined;
  /** Where session pages are, without a slash at the end; descriptions may name them. */
  publicUrl: string;
}

/**
 * Match the archive with the sessions and put both in order.
 *
 * @param now only decides whether a scheduled stream is still the live link or already the replay
 */
export function createProgramme(input: ProgrammeInput, now: Instant): Programme {
  return toEnd(makeProgramme(input, now));
}

/** The same in steps: where all is new, matching takes its time. */
export function* makeProgramme(input: ProgrammeInput, now: Instant): Steps<Programme> {
  const { club, archive, previous, before, vanished = [] } = input;
  const { isReplayed = toNone, isListed = toNone } = input;
  const { shorts, standAlone, channels } = club.youtube;
  const { matches: all, unmatched } = yield* matchPresentFirst(
    { sessions: input.sessions, videos: archive, previous, pagesUrl: input.publicUrl, shorts },
    vanished,
  );
  const matches = keepSameOf(before?.matches, toFirstOfEach(all), ({ sessionId }) => sessionId);
  const sessions = vanished.length === 0 ? input.sessions : toAll(input.sessions)(vanished);
  const videoIds = new Map(matches.map((match) => [match.sessionId, match.videoId]));
  const videos = new Map(archive.map((video) => [video.id, video]));
  const find = toFinder(before?.sessions ?? [], toSessionId);
  const items = toOrdered(sessions).map((session, at) => {
    const recording = toRecording(session, videoIds.get(session.id), { videos, isReplayed, now });
    const known = find(session.id, at)?.recording ?? undefined;
    return { session, recording: recording && keepSame(known, recording) };
  });
  const matched = toVideoIds(matches);
  const others = toAllOtherVideoIds(sessions);
  const unrecorded = items.filter(({ recording }) => recording === null);
  const held = new Set(unrecorded.map(({ session }) => videoIds.get(session.id)));
  const isForeign = ({ ownerId }: Video) =>
    ownerId !== undefined && channels.length > 0 && !channels.includes(ownerId);
  const isAlone = (video: Video) =>
    !others.has(video.id) &&
    (matched.has(video.id)
      ? held.has(video.id) && isListed(video.id)
      : !isForeign(video) || isListed(video.id));
  const alone = archive
    .filter((video) => standAlone && !video.isUndated && isAlone(video) && (shorts || !video.isShort))
    .toSorted((a, b) => b.publishedAt - a.publishedAt || compareText(a.id, b.id));
  return {
    sessions: keepSameOf(before?.sessions, items, toSessionId),
    standAloneVideos: keepSameOf(before?.standAloneVideos, alone, ({ id }) => id),
    matches,
    matchedBefore: toVideoIds(previous),
    unmatched,
  };
}

const toSessionId = ({ session }: ProgrammeSession): string => session.id;

const toNone = (): boolean => false;

/** The same list again for the same lists: what was found out about it is good still. */
const toAll = remember((sessions: readonly Session[]) =>
  remember((vanished: readonly Session[]): readonly Session[] => [...sessions, ...vanished]),
);

/** In the programme's order. */
const toOrdered = remember((sessions: readonly Session[]) =>
  sessions.toSorted((a, b) => a.startsAt - b.startsAt || compareText(a.id, b.id)),
);

const toVideoIds = remember(
  (matches: readonly Match[]): ReadonlySet<string> => new Set(matches.map(({ videoId }) => videoId)),
);

/** A video is one entry: where two people name one, it is the first session's. */
function toFirstOfEach(matches: Match[]): Match[] {
  if (toVideoIds(matches).size === matches.length) return matches;
  const taken = new Set<string>();
  return matches.filter(({ videoId }) => !taken.has(videoId) && taken.add(videoId));
}

/** The next instant after `now` at which a live link may become a replay without anything else changing, or null. */
export function toNextTurn({ sessions }: Programme, now: Instant): Instant | null {
  const turns = sessions
    .filter(({ recording }) => recording?.state === "live")
    .flatMap(({ session: { startsAt, endsAt } }) => [startsAt, endsAt])
    .filter((turn) => turn > now);
  return toEarliest(turns);
}

/** Whether a video is published, as a recording or by itself. */
export function isPublished({ sessions, standAloneVideos }: Programme, videoId: string): boolean {
  return (
    sessions.some(({ recording }) => recording?.videoId === videoId) ||
    standAloneVideos.some(({ id }) => id === videoId)
  );
}

interface Known {
  videos: ReadonlyMap<string, ArchivedVideo>;
  isReplayed: (videoId: string) => boolean;
  now: Instant;
}

function toRecording(
  session: Session,
  videoId: string | undefined,
  { videos, isReplayed, now }: Known,
): Recording | null {
  if (videoId === undefined) return null;
  const found = videos.get(videoId);
  const video = found?.isUndated ? undefined : found;
  const state = toState(session, videoId, video, { isReplayed, now });
  if (state === null) return null;
  const url = toReplayUrl(session);
  const recording = { videoId, ...(url !== undefined && { url }), state };
  if (found?.isUndated) return { ...recording, isOfThePast: true };
  return video === undefined ? recording : { ...recording, video };
}

/** Null for a stream while its session is off: there is nothing to watch, and nothing new to publish. */
function toState(
  { startsAt, endsAt, status }: Session,
  videoId: string,
  video: Video | undefined,
  { isReplayed, now }: Pick<Known, "isReplayed" | "now">,
): Recording["state"] | null {
  // A curated replay that the feed never showed has no date; before the session's end it can only be a stream. So can
  // any video before its start, whatever date YouTube gives it.
  const isEarly = video === undefined || video.publishedAt < startsAt || now < startsAt;
  if (!isEarly || isReplayed(videoId)) return "replay";
  if (isOff(status)) return null;
  return now < endsAt ? "live" : "replay";
}

/** By code unit, so that the order is the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
