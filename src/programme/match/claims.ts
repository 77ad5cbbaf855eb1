/**
 * Rules 2 and 3: which sessions a video names, in its description or by number in its title.
 */
import { DAY } from "../instant.ts";
import type { MatchableSession, MatchInput } from "../match.ts";
import type { Video } from "../video.ts";
import { MAX_DAYS_AHEAD } from "./candidates.ts";
import { findAddressedSessions, findNamedSessions } from "./identifier.ts";
import { findNumbers } from "./number.ts";

export interface Claims {
  /** Ids of the sessions that the description names. */
  named: ReadonlySet<string>;
  /** Ids of the sessions whose number the title carries. */
  numbered: ReadonlySet<string>;
  /** Whether the number can be nothing but a session's ("S21", not "#21"). */
  isNumberExplicit: boolean;
}

export interface ClaimReader {
  read: (video: Video) => Claims;
  /** Without the ids that merely stand somewhere in the description. */
  readFirm: (video: Video) => Claims;
}

export function createClaimReader({ sessions, pagesUrl }: MatchInput): ClaimReader {
  const ids = new Set(sessions.map((session) => session.id));
  const numbered = sessions.filter((session) => session.number !== undefined);
  const byNumber = Map.groupBy(numbered, (session) => session.number);
  const toClaims = (video: Video, named: Set<string>): Claims => {
    if (numbered.length === 0) return { named, numbered: new Set(), isNumberExplicit: false };
    const { numbers, isExplicit } = findNumbers(video.title);
    const carried = [...numbers].flatMap((number) => byNumber.get(number) ?? []);
    const possible = carried.filter((session) => isPossible(session, video));
    return { named, numbered: new Set(possible.map(({ id }) => id)), isNumberExplicit: isExplicit };
  };
  const known = new Map<string, Claims>();
  return {
    read(video) {
      const claims = known.get(video.id);
      if (claims !== undefined) return claims;
      const read = toClaims(video, findNamedSessions(video.description, { ids, pagesUrl }));
      known.set(video.id, read);
      return read;
    },
    readFirm: (video) => toClaims(video, findAddressedSessions(video.description, { ids, pagesUrl })),
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
