/**
 * What is published: the one value every writer is given. Data only, complete without a clock.
 */
import type { Club } from "./club.ts";
import type { Instant } from "./instant.ts";
import { toChapters, type Chapter } from "./chapters.ts";
import type { ProgrammeSession } from "./programme.ts";
import type { SearchResults } from "./search-result.ts";
import type { EntryDates, Notice, Revision } from "./revision.ts";
import type { Session } from "./session.ts";
import type { Cue } from "./transcript.ts";
import type { Video } from "./video.ts";
import { toVideoPlace, type VideoPlace } from "./video-site.ts";

export interface Publication {
  club: Club;
  programme: PublishedProgramme;
  /** The origin the service is published under, without a slash at the end. */
  publicUrl: string;
  /** Whether the videos come from the project's sample. */
  isSample: boolean;
  /** Whether files alone answer: then there is no query, no form and no status to link to. */
  isStatic?: boolean;
  /** The hubs that feeds name (W3C WebSub); none where they are absent. */
  hubs?: readonly string[];
  /** The instant it is of: what ended at or before it is past. Feeds and calendars do not depend on it. */
  asOf: Instant;
  /** For the page of a search: what was found. */
  results?: SearchResults;
  /** For what is made of one session: its transcript. */
  transcript?: readonly Cue[];
  /** For documents whose text is no part of the code, by their names. */
  texts?: Readonly<Record<string, string>>;
}

/** The programme with everything a writer needs. */
export interface PublishedProgramme {
  /** By `startsAt`, then id. */
  sessions: PublishedSession[];
  standAloneVideos: PublishedVideo[];
  notices: Notice[];
  /** When anything in it last changed: HTTP Last-Modified. */
  changedAt: Instant;
}

export interface PublishedSession extends ProgrammeSession {
  revision: Revision;
  announcement: EntryDates;
  /** Dates of the replay entry; null while there is no recording or it is live. */
  replay: EntryDates | null;
  /** The replay's entry has an id of its own, as its video was an entry by itself before it was known as a stream. */
  hasOwnReplayId?: true;
}

export interface PublishedVideo {
  video: Video;
  dates: EntryDates;
  /** It was published as such a replay, and is known as that. */
  hasOwnReplayId?: true;
}

/** The session of an id, or null. */
export function findSession({ programme }: Publication, sessionId: string | undefined) {
  return programme.sessions.find(({ session }) => session.id === sessionId) ?? null;
}

/** Whether a session has a replay to watch; a live stream is none yet. */
export function isReplayed({ recording }: Pick<PublishedSession, "recording">): boolean {
  return recording?.state === "replay";
}

/** Where to take part and watch, before, during and after a session. */
export interface SessionLinks {
  join?: string | undefined;
  /** What is asked for at `join`. */
  passcode?: string | undefined;
  live?: string | undefined;
  /** Of the session first, then of its talks; absent before there is one. */
  replays?: readonly TitledReplay[] | undefined;
}

/** A replay of a session, or of one of its talks. */
export interface TitledReplay extends VideoPlace {
  videoId: string;
  /** The title of the talk. */
  talk?: string;
  /** Absent where its description tells none; it is known of the recording alone. */
  chapters?: Chapter[];
}

/** With a replay, or cancelled, there is nothing left to join. */
export function toSessionLinks(published: PublishedSession): SessionLinks {
  const { session, recording } = published;
  if (isReplayed(published)) return { replays: toReplays(published) };
  if (session.status === "cancelled") return {};
  const watchUrl = recording === null ? undefined : toVideoPlace(recording).watchUrl;
  const { join, passcode, stream } = session;
  return { join, passcode: join === undefined ? undefined : passcode, live: stream ?? watchUrl };
}

/** Every replay of a session, the recording first, each with the title of the talk it is of; none before there is one. */
export function toReplays(published: Pick<PublishedSession, "session" | "recording">): TitledReplay[] {
  const { session, recording } = published;
  if (recording === null || !isReplayed(published)) return [];
  return [recording, ...(session.otherReplays ?? [])].map((replay) => {
    const talk = session.talks?.findLast((one) => one.replay?.videoId === replay.videoId)?.title;
    const video = replay === recording ? recording.video : undefined;
    const chapters = video === undefined ? [] : toChapters(video.description, video.durationSeconds);
    return {
      ...toVideoPlace(replay),
      videoId: replay.videoId,
      ...(talk !== undefined && { talk }),
      ...(chapters.length > 0 && { chapters }),
    };
  });
}

/** The last notice of a session, of one kind where it is named. */
export function findLastNotice(notices: readonly Notice[], { id }: Session, kind?: Notice["kind"]) {
  const own = notices.filter((notice) => notice.sessionId === id && notice.kind === (kind ?? notice.kind));
  return own.toSorted((a, b) => a.sequence - b.sequence).at(-1);
}
