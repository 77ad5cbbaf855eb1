/** What matching is given and what it answers; `match-recordings.ts` is the function. */
import type { Session } from "../session.ts";
import type { Video } from "../video.ts";

/** Which rule made a match, in the order they are tried (first hit wins). */
export type MatchRule = "replay" | "identifier" | "number" | "title";

/** The pairing of a session and a video. */
export interface Match {
  sessionId: string;
  videoId: string;
  rule: MatchRule;
  /** For a host: "title 0.94, presenter named, 2 days after; next best 0.41". */
  evidence: string;
}

/** A video left alone, and why. */
export interface Unmatched {
  videoId: string;
  title: string;
  kind: "short" | "ambiguous" | "unlike";
  /** For a host; names the best candidates. */
  reason: string;
  /** The ids of the sessions it is most like, the likeliest first. */
  candidates?: string[];
}

/** What matching reads of a session. */
export type MatchableSession = Pick<
  Session,
  | "id"
  | "number"
  | "title"
  | "startsAt"
  | "endsAt"
  | "status"
  | "presenters"
  | "papers"
  | "replay"
  | "otherReplays"
  | "stream"
>;

export interface MatchInput {
  sessions: readonly MatchableSession[];
  videos: readonly Video[];
  /** Matches made before; kept unless they became impossible. */
  previous: readonly Match[];
  /** Session pages are `${pagesUrl}/sessions/ID`; rule 2 looks for them in descriptions. Without a slash at the end. */
  pagesUrl: string;
  /** Whether Shorts may be recordings. */
  shorts: boolean;
}

export interface MatchOutcome {
  /** By session id. */
  matches: Match[];
  /** By video id. */
  unmatched: Unmatched[];
}
