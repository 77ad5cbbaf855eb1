/**
 * `/status.json`: what an operator needs to know, and nothing secret.
 */
import { SECOND, toRfc3339, toTime, type Instant } from "../programme/instant.ts";
import type { Match, Unmatched } from "../programme/match/match.ts";
import type { Programme } from "../programme/programme.ts";
import type { FeedIdentity } from "../sources/channel-feed.ts";
import type { PushStatus } from "../push/status.ts";
import type { DataApiStatus } from "./api-status.ts";
import type { SourceKind } from "./config.ts";
import type { SourceReport } from "./intake.ts";
import type { SearchStatus } from "./search/search.ts";
import type { SetAside } from "./store/row-reader.ts";

export interface SourceStatus {
  kind: SourceKind;
  /** "channel:UC…" or "playlist:PL…"; null while it is not known. */
  identity: FeedIdentity | null;
  /** never: no attempt has succeeded or failed yet. */
  state: "ok" | "failing" | "never";
  /** The last that are known. While all is well, those since what was last written are forgotten in a sleep: up to three hours. */
  lastAttemptAt: string | null;
  lastSuccessAt: string | null;
  /** Since that success. */
  ageSeconds: number | null;
  consecutiveFailures: number;
  failingSince: string | null;
  lastError: string | null;
}

export interface Status {
  club: string;
  /** The feeds that videos come from; none where the club names no channel and no playlist. */
  sources: SourceStatus[];
  /** Null where there is no key. */
  dataApi: DataApiStatus | null;
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
  /** How far the index of the search is made; nothing of what was searched. */
  search: SearchStatus;
  /** Names of the documents that could not be written when they were last prepared. */
  unwritten: string[];
  push: PushStatus;
  build: string;
  store: { version: number; setAside: SetAside };
}

export interface StatusInput extends Pick<
  Status,
  "club" | "dataApi" | "calendar" | "search" | "unwritten" | "push" | "build" | "store"
> {
  kind: SourceKind;
  sources: SourceReport[];
  programme: Programme;
  videos: number;
  changedAt: Instant;
  vanished: string[];
}

export function toStatus(input: StatusInput, now: Instant): Status {
  const { club, sources, dataApi, programme, calendar, search, unwritten, push, build, store } = input;
  const { matches, unmatched } = programme;
  return {
    club,
    sources: sources.map((source) => toSourceStatus(input.kind, source, now)),
    dataApi,
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
    search,
    unwritten,
    push,
    build,
    store,
  };
}

function toSourceStatus(kind: SourceKind, { identity, health }: SourceReport, now: Instant): SourceStatus {
  const { lastSuccessAt, consecutiveFailures } = health;
  return {
    kind,
    identity,
    state: consecutiveFailures > 0 ? "failing" : lastSuccessAt === null ? "never" : "ok",
    lastAttemptAt: toTime(health.lastAttemptAt),
    lastSuccessAt: toTime(lastSuccessAt),
    ageSeconds: lastSuccessAt === null ? null : Math.max(0, Math.floor((now - lastSuccessAt) / SECOND)),
    consecutiveFailures,
    failingSince: toTime(health.failingSince),
    lastError: health.lastError,
  };
}
