/**
 * Sessions and videos as rule 4 compares them: titles as words, presenters' names, days.
 */
import { DAY, type Instant } from "../instant.ts";
import type { MatchableSession } from "../match.ts";
import type { Video } from "../video.ts";
import { toPresenterNames, type PresenterName } from "./presenter-name.ts";
import { readDescription, readTitle, type DescriptionText, type TitleText } from "./title-text.ts";

export interface SessionProfile {
  session: MatchableSession;
  /** The session's title, then the titles of its papers: videos may carry either. */
  titles: readonly TitleText[];
  names: readonly PresenterName[];
  /** Only for sessions that a video may belong to. */
  readDay: () => DayWords;
}

export interface VideoProfile {
  video: Video;
  title: TitleText;
  /** Only for videos that may be a recording: a description can be long. */
  readDescription: () => DescriptionText;
}

/** The days a session lies on, as words: "2026", "6", "june", "jun", "15", "monday", "mon". */
export interface DayWords {
  years: string[];
  weekdays: string[];
  all: string[];
}

export const WEEKDAYS = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
] as const;
const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
/** "June" is also written "Jun". */
const ABBREVIATION_CHARACTERS = 3;

export function toSessionProfile(session: MatchableSession): SessionProfile {
  const titles = [session.title, ...session.papers.map((paper) => paper.title)];
  let day: DayWords | undefined;
  return {
    session,
    titles: [...new Set(titles)].map(readTitle).filter((title) => title.words.length > 0),
    names: toPresenterNames(session.presenters),
    readDay: () => (day ??= toDayWords(session.startsAt, session.endsAt)),
  };
}

export function toVideoProfile(video: Video): VideoProfile {
  let description: DescriptionText | undefined;
  return {
    video,
    title: readTitle(video.title),
    readDescription: () => (description ??= readDescription(video.description)),
  };
}

/** A session in the evening in New York is on the next day in UTC: both its first and its last day count. */
function toDayWords(startsAt: Instant, endsAt: Instant): DayWords {
  const words: DayWords = { years: [], weekdays: [], all: [] };
  for (const instant of [startsAt - DAY / 2, startsAt, endsAt - 1]) {
    const day = new Date(instant);
    const year = String(day.getUTCFullYear());
    const weekday = WEEKDAYS[day.getUTCDay()] ?? "";
    const month = MONTHS[day.getUTCMonth()] ?? "";
    words.years.push(year);
    if (instant >= startsAt) words.weekdays.push(weekday);
    const numbers = [String(day.getUTCMonth() + 1), String(day.getUTCDate())];
    words.all.push(year, weekday, month, month.slice(0, ABBREVIATION_CHARACTERS), ...numbers);
  }
  return words;
}
