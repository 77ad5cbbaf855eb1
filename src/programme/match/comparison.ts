/**
 * What speaks for a video being a session's recording, and what against: findings, not yet weighed.
 */
import { DAY, type Instant } from "../instant.ts";
import { compareCounts, type CountAgreement } from "./counted.ts";
import { isExcerptOf } from "./excerpt.ts";
import { compareTitles, type Likeness } from "./likeness.ts";
import { findInTitle, toNamedShare } from "./presenter-name.ts";
import { WEEKDAYS, type DayWords, type SessionProfile, type VideoProfile } from "./profile.ts";
import { isPhraseOf, type TitleText } from "./title-text.ts";
import { compareDate, type DateAgreement } from "./titled-date.ts";
import type { Lexicon } from "./vocabulary.ts";

export interface Comparison {
  likeness: Likeness;
  counts: CountAgreement;
  /** The largest share of a presenter's name that the video's title, or its description, holds; 0 to 1. */
  inTitle: number;
  inDescription: number;
  /** Whether presenters are known at all. */
  hasPresenters: boolean;
  /** What the years in the video's title say of the session's. */
  year: "same" | "other" | "none";
  weekday: "same" | "other" | "none";
  /** The same of a whole date. */
  date: DateAgreement;
  /** The session's title stands word for word in the description. */
  isDescribed: boolean;
  /** One title is in another script: their words cannot be compared. */
  isOtherScript: boolean;
  /** A trailer or another cutting, by its title. */
  isExcerpt: boolean;
  /** From the session's start to the publication. */
  days: number;
}

/** Titles differ in script when one has this much more of another one: a few foreign words in a title are usual. */
const MIN_SCRIPT_DIFFERENCE = 0.2;
/** YouTube's: what is older is hardly labelled. */
const FIRST_YEAR = 2005;
const WEEKDAY_WORDS: ReadonlySet<string> = new Set(WEEKDAYS);

/** Compare the title of a session, or of one of its papers, and all else, with a video. */
export function compare(
  session: SessionProfile,
  title: TitleText,
  video: VideoProfile,
  lexicon: Lexicon,
): Comparison {
  const day = session.readDay();
  const isOtherScript = isScriptOther(title, video.title);
  const named = findNamed(session, video, isOtherScript);
  const isExplained = (word: string) => named.forms.has(word) || day.all.includes(word);
  const isOwn = (word: string) => title.distinct.has(word) || named.forms.has(word);
  return {
    likeness: compareTitles(title, video.title, lexicon, isExplained),
    counts: compareCounts(title.counts, video.title.counts),
    inTitle: named.inTitle,
    inDescription: named.inDescription,
    hasPresenters: session.names.length > 0,
    year: findDay(video.title, (word) => isYear(word, video.video.publishedAt) && !isOwn(word), day.years),
    weekday: findDay(video.title, (word) => WEEKDAY_WORDS.has(word) && !isOwn(word), day.weekdays),
    date: compareDate(video.title.words, session.session.startsAt, session.session.endsAt),
    isDescribed: title.words.length > 1 && isPhraseOf(title, video.readDescription()),
    isOtherScript,
    isExcerpt: isExcerptOf(video.title, title),
    days: (video.video.publishedAt - session.session.startsAt) / DAY,
  };
}

interface Named {
  inTitle: number;
  inDescription: number;
  /** Words of the video's title that are of a presenter's name. */
  forms: ReadonlySet<string>;
}

function findNamed(session: SessionProfile, video: VideoProfile, isOtherScript: boolean): Named {
  const forms = new Set<string>();
  let [inTitle, inDescription] = [0, 0];
  for (const name of session.names) {
    const found = findInTitle(name, video.title.distinct, isOtherScript);
    for (const form of [...name.words, ...found.forms]) forms.add(form);
    inTitle = Math.max(inTitle, found.share);
    // Who is named in the title need not be looked for in the description.
    if (inTitle === 1) continue;
    inDescription = Math.max(inDescription, toNamedShare(name, video.readDescription().distinct));
  }
  return { inTitle, inDescription, forms };
}

function findDay(
  title: TitleText,
  isDay: (word: string) => boolean,
  own: DayWords["years"],
): "same" | "other" | "none" {
  const days = title.list.filter(isDay);
  if (days.length === 0) return "none";
  return days.some((word) => own.includes(word)) ? "same" : "other";
}

/** Whether a word may date a recording: titles also speak of 1984 and of 2050. */
function isYear(word: string, publishedAt: Instant): boolean {
  if (!/^20\d\d$/.test(word) || Number(word) < FIRST_YEAR) return false;
  return Number(word) <= new Date(publishedAt).getUTCFullYear() + 1;
}

function isScriptOther(a: TitleText, b: TitleText): boolean {
  return Math.abs(a.otherScript - b.otherScript) > MIN_SCRIPT_DIFFERENCE;
}
