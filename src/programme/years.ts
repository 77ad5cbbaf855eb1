/** The years of a programme: every session and every video by itself is in one of them. */
import type { PublishedProgramme } from "./publication.ts";
import { toYear, toYearAt } from "./selection.ts";

/** A year in which there is something. */
export interface Year {
  year: number;
  /** How many sessions start in it. */
  sessions: number;
}

type Shown = Pick<PublishedProgramme, "sessions" | "standAloneVideos">;

/** Newest first, of the calendars of a zone. */
export function toYears({ sessions, standAloneVideos }: Shown, timeZone: string): Year[] {
  const counts = new Map<number, number>();
  const add = (year: number, count: number) => counts.set(year, (counts.get(year) ?? 0) + count);
  for (const { session } of sessions) add(toYear(session, timeZone), 1);
  for (const { video } of standAloneVideos) add(toYearAt(video.publishedAt, timeZone), 0);
  return [...counts].map(([year, count]) => ({ year, sessions: count })).toSorted((a, b) => b.year - a.year);
}

/** Only what is of one year; everything where none is asked for. */
export function keepYear<T extends Shown>(shown: T, year: number | undefined, timeZone: string): T {
  if (year === undefined) return shown;
  return {
    ...shown,
    sessions: shown.sessions.filter(({ session }) => toYear(session, timeZone) === year),
    standAloneVideos: shown.standAloneVideos.filter(
      ({ video }) => toYearAt(video.publishedAt, timeZone) === year,
    ),
  };
}
