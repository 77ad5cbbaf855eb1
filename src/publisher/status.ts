/**
 * `/status.json`: what an operator needs to know, and nothing secret.
 */
import { SECOND, toRfc3339, type Instant } from "../programme/instant.ts";
import type { Match, Unmatched } from "../programme/match/match.ts";
import type { Programme } from "../programme/programme.ts";
import type { Source } from "./config.ts";
import type { SetAside } from "./store/row-reader.ts";
import type { SourceHealth } from "./source-health.ts";

export interface Status {
  club: string;
  source: {
    kind: Source["kind"];
    channelId: string | null;
    /** off: the club names no channel; never: no attempt has succeeded or failed yet. */
    state: "ok" | "failing" | "never" | "off";
    lastAttemptAt: string | null;
    lastSuccessAt: string | null;
    /** Since the last success. */
    ageSeconds: number | null;
    consecutiveFailures: number;
    failingSince: string | null;
    lastError: string | null;
  };
  counts: {
    sessions: number;
    videos: number;
    recordings: number;
    unmatchedVideos: number;
    ambiguous: number;
  };
  matches: Match[];
  unmatched: Unmatched[];
  programme: {
    changedAt: string;
    /** Sessions once published whose files are gone: still published, as they last were, until `retired` names them. */
    vanished: string[];
  };
  /** Sessions that are too old for the whole calendar, which clients take up to 1 MB and 999 events of; their years have them. */
  calendar: { leftOut: number; addresses: string[] };
  /** Names of the documents that could not be written when they were last prepared. */
  unwritten: string[];
  build: string;
  store: { version: number; setAside: SetAside };
}

export interface StatusInput extends Pick<Status, "club" | "calendar" | "unwritten" | "build" | "store"> {
  source: Source;
  /** Whose feed the source turned out to be, where the club does not say. */
  foundChannelId: string | null;
  health: SourceHealth;
  programme: Programme;
  videos: number;
  changedAt: Instant;
  vanished: string[];
}

export function toStatus(input: StatusInput, now: Instant): Status {
  const { club, source, health, programme, calendar, unwritten, build, store } = input;
  const { matches, unmatched } = programme;
  return {
    club,
    source: {
      kind: source.kind,
      channelId: input.foundChannelId ?? source.channelId,
      state: toState(source, health),
      lastAttemptAt: toTime(health.lastAttemptAt),
      lastSuccessAt: toTime(health.lastSuccessAt),
      ageSeconds:
        health.lastSuccessAt === null ? null : Math.max(0, Math.floor((now - health.lastSuccessAt) / SECOND)),
      consecutiveFailures: health.consecutiveFailures,
      failingSince: toTime(health.failingSince),
      lastError: health.lastError,
    },
    counts: {
      sessions: programme.sessions.length,
      videos: input.videos,
      recordings: programme.sessions.filter(({ recording }) => recording !== null).length,
      unmatchedVideos: unmatched.length,
      ambiguous: unmatched.filter(({ kind }) => kind === "ambiguous").length,
    },
    matches,
    unmatched,
    programme: { changedAt: toRfc3339(input.changedAt), vanished: input.vanished },
    calendar,
    unwritten,
    build,
    store,
  };
}

function toState(source: Source, health: SourceHealth): Status["source"]["state"] {
  if (source.kind === "none") return "off";
  if (health.consecutiveFailures > 0) return "failing";
  return health.lastSuccessAt === null ? "never" : "ok";
}

function toTime(instant: Instant | null): string | null {
  return instant === null ? null : toRfc3339(instant);
}
