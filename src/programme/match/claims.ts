/**
 * Rules 2 and 3: which sessions a video names, in its description or by number in its title.
 */
import { DAY } from "../instant.ts";
import type { MatchableSession, MatchInput } from "../match.ts";
import type { Video } from "../video.ts";
import { MAX_DAYS_AHEAD } from "./candidates.ts";
import { findNamedSessions } from "./identifier.ts";
import { findNumbers } from "./number.ts";

export interface Claims {
  /** Ids of the sessions that the description names. */
  named: ReadonlySet<string>;
  /** Ids of the sessions whose number the title carries. */
  numbered: ReadonlySet<string>;
  /** Whether the number can be nothing but a session's ("S21", not "#21"). */
  isNumberExplicit: boolean;
}

/** Reads what a video claims; reads no video twice. */
export type ClaimReader = (video: Video) => Claims;

export function createClaimReader({ sessions, pagesUrl }: MatchInput): ClaimReader {
  const ids = new Set(sessions.map((session) => session.id));
  const byNumber = Map.groupBy(sessions, (session) => session.number);
  const read = new Map<string, Claims>();
  return (video) => {
    const known = read.get(video.id);
    if (known !== undefined) return known;
    const { numbers, isExplicit } = findNumbers(video.title);
    const carried = [...numbers].flatMap((number) => byNumber.get(number) ?? []);
    const possible = carried.filter((session) => isPossible(session, video));
    const claims = {
      named: findNamedSessions(video.description, ids, pagesUrl),
      numbered: new Set(possible.map((session) => session.id)),
      isNumberExplicit: isExplicit,
    };
    read.set(video.id, claims);
    return claims;
  };
}

/** The only value, if it is one. */
export function toOnly<T>(values: ReadonlySet<T>): T | undefined {
  const [only] = values;
  return values.size === 1 ? only : undefined;
}

/** A number in a video from long before the session is another series' number. */
function isPossible(session: MatchableSession, video: Video): boolean {
  return session.startsAt - video.publishedAt <= MAX_DAYS_AHEAD * DAY;
}
