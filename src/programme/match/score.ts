/**
 * The weight of evidence: findings to the odds that a video is the recording of a session.
 *
 * Every finding multiplies the odds; here are the logarithms, so they add up (1 makes the odds 2.7 times as good).
 * They come from a logistic regression on 40 series of real talks, leaving whole series out to see what carries over
 * to unknown ones, and are rounded: none fits one series. What such series hardly show (whole dates in titles,
 * weekdays, trailers, videos ahead of their session) is set by judgement.
 */
import type { Comparison } from "./comparison.ts";

/** The odds before anything is known: most pairs are no match. */
const PRIOR = -4.7;
/** All of the video's title is in the session's: what else could the video be. */
const VIDEO_EXPLAINED = 3;
/** One title holds the other: one of the two was cut or given a subtitle. */
const CONTAINED = 1;
/** The same, for as much as the shared words say: rare words settle it, "Keynote" hardly counts. */
const CONTAINED_TELLING = 6;
/** Words of this weight, one rare long word, say two thirds of what long titles can say. */
const TELLING_WEIGHT = 8;
/** The session's title word for word, in the video's title or in its description: no chance meeting of words. */
const VERBATIM = 1;
const DESCRIBED = 1;
/** A presenter's name in the video's title, by share; as much again for the whole name. */
const NAME_SHARE = 1;
const NAME_WHOLE = 1;
/** The whole name in the description only: it may be someone mentioned. */
const NAME_DESCRIBED = 0.5;
/** The whole name, when the title is in another script: words that cannot be compared speak not against it. */
const NAME_ACROSS_SCRIPTS = 5;
const YEAR_SAME = 0.75;
/** Recordings are not labelled with a wrong year. */
const YEAR_OTHER = -4;
const WEEKDAY_OTHER = -2;
/** The very day of a session speaks as much for it as another year against; another day may be a slip. */
const DATE_SAME = 4;
const DATE_OTHER = -2;
/** "Part 2" is never the recording of "Part 1"; that both say "Part 2" is no accident. */
const COUNTS: Record<Comparison["counts"], number> = {
  same: 2.5,
  conflict: -7,
  apart: -1,
  uncounted: -2.5,
  piece: -3,
  none: 0,
};
/** Recordings come out soon, as a rule: each 2.7 times of the days takes this, more while the club's rule is unknown. */
const LATE = -0.2;
const LATE_UNKNOWN = -0.6;
/** However alike: a trailer is never the recording. */
const EXCERPT = -12;
/** A stream is announced ahead of its session, but so are trailers. */
const AHEAD = -1;
/** For each 2.7 times that the lag is off that of the sessions around. */
const LAG_UNLIKE_NEIGHBOURS = -1;

/** From here a name counts as whole: shares are fractions of small numbers. */
const WHOLE = 0.99;
/** A day ahead is the same day in another time zone. */
const SAME_DAY_DAYS = -1;

/**
 * @param lagDeviation see lag.ts
 * @returns log-odds: 0 as likely as not, 3 about 0.95
 */
export function toLogOdds(comparison: Comparison, lagDeviation: number | undefined): number {
  return (
    PRIOR +
    weighTitles(comparison) +
    weighNames(comparison) +
    weighDates(comparison) +
    weighLag(comparison, lagDeviation) +
    COUNTS[comparison.counts] +
    (comparison.isExcerpt ? EXCERPT : 0)
  );
}

/** Log-odds as a probability, 0 to 1: the score a host reads. */
export function toScore(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function weighTitles({ likeness, isDescribed }: Comparison): number {
  const { shared, missing, extra, isWhole } = likeness;
  const verbatim = (isWhole ? VERBATIM : 0) + (isDescribed ? DESCRIBED : 0);
  if (shared === 0) return verbatim;
  const contained = shared / (shared + Math.min(missing, extra));
  const telling = 1 - Math.exp(-shared / TELLING_WEIGHT);
  return (
    verbatim +
    (VIDEO_EXPLAINED * shared) / (shared + extra) +
    contained * (CONTAINED + CONTAINED_TELLING * telling)
  );
}

function weighNames({ inTitle, inDescription, isOtherScript }: Comparison): number {
  const share = NAME_SHARE * inTitle;
  if (inTitle >= WHOLE) return share + NAME_WHOLE + (isOtherScript ? NAME_ACROSS_SCRIPTS : 0);
  return share + (inDescription >= WHOLE ? NAME_DESCRIBED : 0);
}

function weighDates({ year, weekday, date, days }: Comparison): number {
  const dates = { same: DATE_SAME, other: DATE_OTHER, none: 0 }[date];
  const years = { same: YEAR_SAME, other: YEAR_OTHER, none: 0 }[year];
  return years + dates + (weekday === "other" ? WEEKDAY_OTHER : 0) + (days < SAME_DAY_DAYS ? AHEAD : 0);
}

function weighLag({ days }: Comparison, deviation: number | undefined): number {
  const logDays = Math.log1p(Math.max(0, days));
  return deviation === undefined
    ? LATE_UNKNOWN * logDays
    : LATE * logDays + LAG_UNLIKE_NEIGHBOURS * deviation;
}
