/**
 * A series of sessions and videos with the pairs people have found: what matching is measured on; read from a file
 * whose mistakes are named by place, field, and what was expected.
 *
 * The shape: `[{ "series", "sessions": [{ "id", "title", "date", "presenters" }], "videos": [{ "id", "title",
 * "publishedAt", "description" }], "truth": { SESSION_ID: VIDEO_ID } }]`. `truth` may be absent; other fields
 * are ignored.
 */
import * as z from "zod";
import { toFieldName } from "../../src/build/mistake.ts";
import { DAY } from "../../src/programme/instant.ts";
import type { Match, MatchInput } from "../../src/programme/match/match.ts";
import { fail, succeed, type Result } from "../../src/programme/result.ts";

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

export interface SeriesFault {
  reason: "bad_series";
  /** "[0].sessions[2].date: expected …", one line each. */
  messages: string[];
}

/** No session page is named in such a file: rule 2 goes by ids alone. */
const NO_PAGES_URL = "";

const ID = z.string("expected an id, a text").min(1, "expected an id, found an empty text");
const TEXT = z.string("expected a text");
const DATE = TEXT.refine(isDate, 'expected a date that exists, as "2026-06-15"');
const INSTANT = TEXT.refine(isInstant, 'expected an instant, as "2026-06-15T17:00:00Z"');
const SESSION = z.object({
  id: ID,
  title: TEXT,
  date: DATE,
  presenters: z.array(TEXT, "expected a list of names"),
});
const VIDEO = z.object({ id: ID, title: TEXT, publishedAt: INSTANT, description: TEXT });
const SERIES = z.object(
  {
    series: TEXT,
    sessions: z.array(SESSION, "expected a list of sessions").check(unique),
    videos: z.array(VIDEO, "expected a list of videos").check(unique),
    truth: z.record(z.string(), ID, "expected an object, video ids by session id").nullish(),
  },
  "expected an object with series, sessions and videos",
);
const FILE = z.array(SERIES, "expected a list of series");

export function parseSeries(json: string): Result<Series[], SeriesFault> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return fail({ reason: "bad_series", messages: [`file: is not JSON (${String(error)})`] });
  }
  const read = FILE.safeParse(value);
  if (read.success) return succeed(read.data.map((one) => ({ ...one, truth: one.truth ?? null })));
  const messages = read.error.issues.map(({ path, message }) => `${toFieldName(path)}: ${message}`);
  return fail({ reason: "bad_series", messages });
}

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

function isDate(value: string): boolean {
  const instantOfDate = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  return !Number.isNaN(instantOfDate) && new Date(instantOfDate).toISOString().startsWith(value);
}

function isInstant(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) && !Number.isNaN(Date.parse(value));
}

/** An id names one thing. */
function unique(payload: z.core.ParsePayload<{ id: string }[]>): void {
  const seen = new Map<string, number>();
  for (const [at, one] of payload.value.entries()) {
    const first = seen.get(one.id);
    if (first === undefined) seen.set(one.id, at);
    else {
      const message = `expected an id of its own, "${one.id}" is that of [${first}] too`;
      payload.issues.push({ code: "custom", message, path: [at, "id"], input: one.id });
    }
  }
}
