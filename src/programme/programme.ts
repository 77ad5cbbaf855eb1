import type { Match, Unmatched } from "./match.ts";
import type { Session } from "./session.ts";
import type { Video } from "./video.ts";

/** A video matched to a session. Public label: "Replay". */
export interface Recording {
  videoId: string;
  /** When the channel feed has shown the video; absent for a curated replay it never showed. */
  video?: Video;
  /** "live": published before the session started and the session has not ended; the watch page is the live link. */
  state: "live" | "replay";
}

/** A session with its recording. */
export interface ProgrammeSession {
  session: Session;
  recording: Recording | null;
}

/** All sessions in order with their recordings, and the videos that match none. */
export interface Programme {
  /** By `startsAt`, then id. */
  sessions: ProgrammeSession[];
  /** Published on their own, newest first. */
  standAloneVideos: Video[];
  matches: Match[];
  unmatched: Unmatched[];
}
