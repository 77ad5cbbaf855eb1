import type { Club } from "./club.ts";
import type { PushSettings } from "./hook.ts";
import type { KnownVideo } from "./known-videos.ts";
import type { Session } from "./session.ts";

/** What the build makes of `data/`: everything the Worker knows without asking the network. */
export interface CompiledData {
  club: Club;
  /** By `startsAt`, then id. */
  sessions: Session[];
  /** Those of `data/videos.json`. */
  videos: KnownVideo[];
  push: PushSettings;
  /** A mark of each transcript, by the id of its session; what was said lies among the Worker's static assets. */
  transcripts: Record<string, string>;
  /** SHA-256 of club, sessions, videos and hubs, hexadecimal: equal for equal data, whatever the files look like. */
  fingerprint: string;
  /** The package's version, a mark of the code and the beginning of the fingerprint: "0.1.0+5e6f7a8b.1a2b3c4d". */
  build: string;
}
