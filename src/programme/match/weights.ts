/**
 * The weight of evidence: findings to the odds that a video is the recording of a session. Every finding multiplies the odds; here are the logarithms, so they add up (1 makes the odds 2.7 times as good).
 * They come from a logistic regression on 40 series of real talks, leaving whole series out to see what carries over
 * to unknown ones, and are rounded: none fits one series. What such series hardly show (whole dates in titles,
 * trailers, videos ahead of their session) is set by judgement.
 */
import type { Findings } from "./findings.ts";

export const WEIGHTS = {
  /** Before anything is known: most pairs are no match. */
  prior: -4.7,
  /** All of the video's title is in the session's: what else could the video be. */
  videoExplained: 3,
  /** One title holds the other: one of the two was cut or given a subtitle. */
  contained: 1,
  /** The same, for as much as the shared words say: rare words settle it, "Keynote" hardly counts. */
  containedTelling: 6,
  /** The session's title word for word: no chance meeting of words. */
  whole: 1,
  /** A presenter's name in the video's title, by the share of it that is there. */
  named: 2,
  /** The whole name in the description only: that may also be someone mentioned. */
  namedInDescription: 1,
  /** The whole name, when the title is in another script: words that cannot be compared speak not against it. */
  namedAcrossScripts: 5,
  /** That both say "Part 2" is no accident. */
  partSame: 2.5,
  /** "Part 2" is never the recording of "Part 1", nor of all parts. */
  partOther: -7,
  /** A recording keeps the part its session has: "Songs" is hardly "Songs, Day 2". */
  partSilent: -2.5,
  /** Clubs label a season with its year. */
  yearSame: 1,
  /** Recordings are not labelled with a wrong year. */
  yearOther: -4,
  /** The very day of a session speaks as much for it as another year against. */
  dateSame: 4,
  /** Another day may be a slip. */
  dateOther: -2,
  /** However alike: a trailer is never the recording. */
  trailer: -12,
  /** A stream is announced ahead of its session, but so are trailers. */
  ahead: -1,
  /** Recordings come out soon, as a rule: for each 2.7 times of the days after the session. */
  late: -0.2,
  /** The same, while nothing is known of the sessions around. */
  lateAlone: -0.6,
  /** For each 2.7 times that the lag is off that of the sessions around. */
  lagUnlike: -1,
} as const;

/** About 0.68. Measured on real series, of what stands here 99.9 of 100 are right, as unlike pairs seldom come near. */
export const ACCEPTED_LOG_ODDS = 0.75;
/** The better of two candidates is 2.7 times as likely. */
export const MARGIN_LOG_ODDS = 1;

/** Words of this weight, one rare long word, say two thirds of what long titles can say. */
const TELLING_WEIGHT = 8;

/**
 * @param lagDeviation see title-rule.ts
 * @returns log-odds: 0 as likely as not, 3 about 0.95
 */
export function toLogOdds(findings: Findings, lagDeviation?: number): number {
  return (
    WEIGHTS.prior +
    weighWords(findings) +
    weighNames(findings) +
    { same: WEIGHTS.partSame, other: WEIGHTS.partOther, silent: WEIGHTS.partSilent, none: 0 }[
      findings.parts
    ] +
    { same: WEIGHTS.yearSame, other: WEIGHTS.yearOther, none: 0 }[findings.year] +
    { same: WEIGHTS.dateSame, other: WEIGHTS.dateOther, none: 0 }[findings.date] +
    (findings.isTrailer ? WEIGHTS.trailer : 0) +
    weighLag(findings, lagDeviation)
  );
}

function weighWords({ shared, missing, extra, isWhole }: Findings): number {
  if (shared === 0) return 0;
  const contained = shared / (shared + Math.min(missing, extra));
  const telling = 1 - Math.exp(-shared / TELLING_WEIGHT);
  return (
    (isWhole ? WEIGHTS.whole : 0) +
    (WEIGHTS.videoExplained * shared) / (shared + extra) +
    contained * (WEIGHTS.contained + WEIGHTS.containedTelling * telling)
  );
}

function weighNames({ inTitle, inDescription, isOtherScript }: Findings): number {
  const inTitleWeight = WEIGHTS.named * inTitle;
  if (inTitle === 1) return inTitleWeight + (isOtherScript ? WEIGHTS.namedAcrossScripts : 0);
  return inTitleWeight + (inDescription === 1 ? WEIGHTS.namedInDescription : 0);
}

function weighLag({ days }: Findings, deviation: number | undefined): number {
  const ahead = days < 0 ? WEIGHTS.ahead : 0;
  const logDays = Math.log1p(Math.max(0, days));
  if (deviation === undefined) return ahead + WEIGHTS.lateAlone * logDays;
  return ahead + WEIGHTS.late * logDays + WEIGHTS.lagUnlike * deviation;
}
