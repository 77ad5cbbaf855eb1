/** Sessions and videos of an invented weekly club, and the outcome of matching them in a form that is easy to compare. */
import { DAY } from "../../../src/programme/instant.ts";
import type {
  Match,
  MatchInput,
  MatchableSession,
  MatchOutcome,
} from "../../../src/programme/match/match.ts";
import { matchRecordings } from "../../../src/programme/match/match-recordings.ts";
import type { Video } from "../../../src/programme/video.ts";
import { aVideo } from "../../support/builders.ts";

export const PAGES_URL = "https://feeds.example.org";
/** Monday 5 January 2026, 18:00 UTC. */
const FIRST_START = Date.UTC(2026, 0, 5, 18);
const WEEK = 7 * DAY;
const LENGTH = 1.5 * 3_600_000;

/** A session of one of the club's weeks (0 is the first), with the names of its presenters. */
export function aTalk(
  id: string,
  title: string,
  presenters: string[] = [],
  { week = 0, ...fields }: Partial<MatchableSession> & { week?: number } = {},
): MatchableSession {
  const startsAt = FIRST_START + week * WEEK;
  return {
    id,
    title,
    startsAt,
    endsAt: startsAt + LENGTH,
    status: "scheduled",
    presenters: presenters.map((name) => ({ name })),
    papers: [],
    ...fields,
  };
}

/** A video published so many days after the club's first session. */
export function anUpload(id: string, title: string, days = 2, description = ""): Video {
  return aVideo({ id, title, description, publishedAt: FIRST_START + days * DAY });
}

/** Match with nothing before and no Shorts, unless said otherwise. */
export function matchAll(
  sessions: readonly MatchableSession[],
  videos: readonly Video[],
  fields: Partial<MatchInput> = {},
): MatchOutcome {
  return matchRecordings({ sessions, videos, previous: [], pagesUrl: PAGES_URL, shorts: false, ...fields });
}

/** "s1 number videoA" for each match. */
export function toLines({ matches }: MatchOutcome): string[] {
  return matches.map(({ sessionId, rule, videoId }) => `${sessionId} ${rule} ${videoId}`);
}

/** "videoA unlike" for each video left alone. */
export function toLeft({ unmatched }: MatchOutcome): string[] {
  return unmatched.map(({ videoId, kind }) => `${videoId} ${kind}`);
}

/** A match as it was stored before. */
export function aMatch(sessionId: string, videoId: string, rule: Match["rule"] = "title"): Match {
  return { sessionId, videoId, rule, evidence: "as before" };
}
