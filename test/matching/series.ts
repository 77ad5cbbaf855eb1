/**
 * A series of sessions and videos with the pairs people have found: what matching is measured on.
 */
import { DAY } from "../../src/programme/instant.ts";
import type { Match, MatchInput } from "../../src/programme/match/match.ts";

export interface Series {
  series: string;
  sessions: SeriesSession[];
  videos: SeriesVideo[];
  /** Video id by session id; null when the file does not say. */
  truth: Record<string, string> | null;
}

export interface SeriesSession {
  id: string;
  title: string;
  /** "YYYY-MM-DD". */
  date: string;
  presenters: string[];
}

export interface SeriesVideo {
  id: string;
  title: string;
  /** RFC 3339. */
  publishedAt: string;
  description: string;
}

/** No session page is named in such a file: rule 2 goes by ids alone. */
const NO_PAGES_URL = "";

/** As the service would see it: nothing matched before, sessions that fill their day in UTC. */
export function toMatchInput({ sessions, videos }: Series): MatchInput {
  return {
    sessions: sessions.map(({ id, title, date, presenters }) => ({
      id,
      title,
      startsAt: Date.parse(date),
      endsAt: Date.parse(date) + DAY,
      status: "scheduled",
      presenters: presenters.map((name) => ({ name })),
      papers: [],
    })),
    videos: videos.map(({ id, title, publishedAt, description }) => ({
      id,
      title,
      description,
      publishedAt: Date.parse(publishedAt),
      isShort: false,
    })),
    previous: [],
    pagesUrl: NO_PAGES_URL,
    shorts: false,
  };
}

/** Video id by session id, in the order of the sessions' ids. */
export function toPairs(matches: readonly Match[]): Record<string, string> {
  return Object.fromEntries(matches.map(({ sessionId, videoId }) => [sessionId, videoId]));
}
