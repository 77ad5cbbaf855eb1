/**
 * What speaks for a video being a session's recording, and what against: findings, not yet weighed.
 */
import { DAY, type Instant } from "../instant.ts";
import type { MatchableSession } from "./match.ts";
import type { Video } from "../video.ts";
import { findNameForms, toNamedShare, type Name } from "./presenters.ts";
import {
  compareDates,
  compareParts,
  isTrailerOf,
  type DateAgreement,
  type PartAgreement,
  type Title,
} from "./titles.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { isAlike } from "./words.ts";

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
  /** From the session's start to the publication. */
  days: number;
}

/** A session by one of its titles: its own, or that of a paper. */
export interface TitledSession {
  session: MatchableSession;
  title: Title;
  names: readonly Name[];
}

export interface TitledVideo {
  video: Video;
  title: Title;
  /** The words of the description. */
  description: ReadonlySet<string>;
}

/** Of YouTube's time. */
const YEAR = /^20(?:0[5-9]|[1-9]\d)$/;
/** A word that is the same but for an ending or a slip counts this much of a word: it is a guess. */
const ALIKE_SHARE = 0.8;
/** Titles differ in script when one has this much more of another one: a few foreign words in a title are usual. */
const MIN_SCRIPT_DIFFERENCE = 0.2;

export function compare(session: TitledSession, video: TitledVideo, vocabulary: Vocabulary): Findings {
  const { startsAt, endsAt } = session.session;
  const { publishedAt } = video.video;
  const isOtherScript = Math.abs(session.title.otherScript - video.title.otherScript) > MIN_SCRIPT_DIFFERENCE;
  const { inTitle, inDescription, nameWords } = findPresenters(session, video, isOtherScript);
  const years = toYears(startsAt);
  const isExplained = (word: string) => nameWords.has(word) || years.has(word);
  const labels = video.title.words.filter((word) => {
    return isYearLabel(word, publishedAt) && !session.title.distinct.has(word);
  });
  const isOwnYear = labels.some((word) => years.has(word));
  return {
    ...compareWords(session.title, video.title, vocabulary, isExplained),
    parts: compareParts(session.title.parts, video.title.parts),
    date: compareDates(video.title.dates, startsAt, endsAt),
    year: labels.length === 0 ? "none" : isOwnYear ? "same" : "other",
    inTitle,
    inDescription,
    hasPresenters: session.names.length > 0,
    isOtherScript,
    isTrailer: isTrailerOf(video.title, session.title),
    days: (publishedAt - startsAt) / DAY,
  };
}

/** @param isExplained whether a word of the video's title is no part of a title here: a presenter, the year */
function compareWords(
  session: Title,
  video: Title,
  vocabulary: Vocabulary,
  isExplained: (word: string) => boolean,
): Pick<Findings, "shared" | "missing" | "extra" | "isWhole"> {
  const extras = new Set<string>();
  for (const word of video.distinct) {
    if (!session.distinct.has(word) && !isExplained(word)) extras.add(word);
  }
  const hasAlike = (word: string) => [...extras].some((other) => isAlike(word, other));
  let [shared, missing, extra] = [0, 0, 0];
  for (const word of session.distinct) {
    const share = video.distinct.has(word) ? 1 : hasAlike(word) ? ALIKE_SHARE : 0;
    shared += share * vocabulary.toWeight(word);
    missing += (1 - share) * vocabulary.toWeight(word);
  }
  for (const word of extras) extra += vocabulary.toExtraWeight(word);
  return { shared, missing, extra, isWhole: session.words.length > 1 && missing === 0 };
}

function findPresenters(
  { names }: TitledSession,
  { title, description }: TitledVideo,
  isOtherScript: boolean,
): { inTitle: number; inDescription: number; nameWords: ReadonlySet<string> } {
  const nameWords = new Set(names.flat());
  let [inTitle, inDescription] = [0, 0];
  for (const name of names) {
    const forms = findNameForms(name, title.distinct, isOtherScript);
    inTitle = Math.max(inTitle, forms.length / name.length);
    inDescription = Math.max(inDescription, toNamedShare(name, description));
  }
  return { inTitle, inDescription, nameWords };
}

/** What is the last evening of a year in New York is the next year in UTC, and in Tokyo it is the other way round. */
function toYears(startsAt: Instant): ReadonlySet<string> {
  const instants = [startsAt - DAY / 2, startsAt + DAY / 2];
  return new Set(instants.map((instant) => String(new Date(instant).getUTCFullYear())));
}

/** Whether a word may date a recording: titles also speak of 1984 and of 2050. */
function isYearLabel(word: string, publishedAt: Instant): boolean {
  return YEAR.test(word) && Number(word) <= new Date(publishedAt).getUTCFullYear() + 1;
}
