/**
 * What speaks for a video being a session's recording, and what against: findings, not yet weighed.
 */
import { DAY, type Instant } from "../instant.ts";
import type { MatchableSession } from "./match.ts";
import type { Video } from "../video.ts";
import {
  compareDates,
  compareParts,
  isTrailerOf,
  type DateAgreement,
  type PartAgreement,
  type Title,
} from "./titles.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { findNameForms, isAlike, toNamedWords, type Name } from "./words.ts";

export interface Findings {
  /** Words of both titles, by weight (see vocabulary.ts). */
  shared: number;
  /** In the session's title only. */
  missing: number;
  /** In the video's title only, and not a presenter's name or the session's year. */
  extra: number;
  /** Every word of a session's title of more than one stands in the video's. */
  isWhole: boolean;
  parts: PartAgreement;
  date: DateAgreement;
  year: DateAgreement;
  /** The largest share of a presenter's name that the video's title, or its description, holds; 0 to 1. */
  inTitle: number;
  inDescription: number;
  /** Whether presenters are known at all. */
  hasPresenters: boolean;
  /** One title is in another script: their words cannot be compared. */
  isOtherScript: boolean;
  isTrailer: boolean;
  /** From the session's start to the publication; 0 where that is not known. */
  days: number;
}

/** A session by one of its titles: its own, or that of a paper. */
export interface TitledSession {
  session: MatchableSession;
  title: Title;
  names: readonly Name[];
  /** The year it is in: both, at the turn. */
  years: readonly string[];
  /** What in a video's title is nothing extra: words of its own, of a presenter's name, its year. */
  explained: ReadonlySet<string>;
}

export interface TitledVideo {
  video: Video;
  title: Title;
  /** The words of the description. */
  description: ReadonlySet<string>;
  /** Words of the title that may date the recording. */
  years: readonly string[];
}

/** Of YouTube's time. */
const YEAR = /^20(?:0[5-9]|[1-9]\d)$/;
/** A word that is the same but for an ending or a slip counts this much of a word: it is a guess. */
const ALIKE_SHARE = 0.8;
/** Titles differ in script when one has this much more of another one: a few foreign words in a title are usual. */
const MIN_SCRIPT_DIFFERENCE = 0.2;

export function toTitledSession(
  session: MatchableSession,
  title: Title,
  names: readonly Name[],
): TitledSession {
  const years = toYears(session.startsAt);
  return { session, title, names, years, explained: new Set([...title.words, ...names.flat(), ...years]) };
}

export function toTitledVideo(video: Video, title: Title, description: ReadonlySet<string>): TitledVideo {
  const years = title.words.filter((word) => isYearLabel(word, video.publishedAt));
  return { video, title, description, years };
}

export function compare(session: TitledSession, video: TitledVideo, vocabulary: Vocabulary): Findings {
  const { title, names, years, explained } = session;
  const { startsAt, endsAt } = session.session;
  const { publishedAt, isUndated } = video.video;
  const isOtherScript = Math.abs(title.otherScript - video.title.otherScript) > MIN_SCRIPT_DIFFERENCE;
  const labels = video.years.filter((word) => !title.distinct.has(word));
  const isOwnYear = labels.some((word) => years.includes(word));
  return {
    ...compareWords(title, video.title, explained, vocabulary),
    parts: compareParts(title.parts, video.title.parts),
    date: compareDates(video.title.dates, startsAt, endsAt),
    year: labels.length === 0 ? "none" : isOwnYear ? "same" : "other",
    inTitle: toMost(names, (name) => findNameForms(name, video.title.distinct, isOtherScript).length),
    inDescription: toMost(names, (name) => toNamedWords(name, video.description).length),
    hasPresenters: names.length > 0,
    isOtherScript,
    isTrailer: isTrailerOf(video.title, title),
    days: isUndated ? 0 : (publishedAt - startsAt) / DAY,
  };
}

/** @param explained words of the video's title that are nothing extra: the session's, a presenter's, its year */
function compareWords(
  session: Title,
  video: Title,
  explained: ReadonlySet<string>,
  vocabulary: Vocabulary,
): Pick<Findings, "shared" | "missing" | "extra" | "isWhole"> {
  const extras = [...video.distinct].filter((word) => !explained.has(word));
  const hasAlike = (word: string) => extras.some((other) => isAlike(word, other));
  let [shared, missing, extra] = [0, 0, 0];
  for (const word of session.distinct) {
    const share = video.distinct.has(word) ? 1 : hasAlike(word) ? ALIKE_SHARE : 0;
    shared += share * vocabulary.toWeight(word);
    missing += (1 - share) * vocabulary.toWeight(word);
  }
  for (const word of extras) extra += vocabulary.toExtraWeight(word);
  return { shared, missing, extra, isWhole: session.words.length > 1 && missing === 0 };
}

/** The largest share of a name, by its words that are found. */
function toMost(names: readonly Name[], count: (name: Name) => number): number {
  return Math.max(0, ...names.map((name) => count(name) / name.length));
}

/** What is the last evening of a year in New York is the next year in UTC, and in Tokyo it is the other way round. */
function toYears(startsAt: Instant): string[] {
  const instants = [startsAt - DAY / 2, startsAt + DAY / 2];
  return instants.map((instant) => String(new Date(instant).getUTCFullYear()));
}

/** Whether a word may date a recording: titles also speak of 1984 and of 2050. */
function isYearLabel(word: string, publishedAt: Instant): boolean {
  return YEAR.test(word) && Number(word) <= new Date(publishedAt).getUTCFullYear() + 1;
}
