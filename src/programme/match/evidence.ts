/**
 * Evidence in words for a host: "title 0.94, presenter named, 2 days after: 0.99; next best 0.41".
 */
import type { Comparison } from "./comparison.ts";
import { toScore } from "./score.ts";
import type { ScoredCandidate } from "./title-rule.ts";

/** Days until which a lag is told in days, in months: further on nobody counts them. */
const MAX_COUNTED_DAYS = 60;
const MAX_COUNTED_MONTHS_DAYS = 730;
const DAYS_A_MONTH = 30.44;
const DAYS_A_YEAR = 365.25;
/** A share of a name from here is the whole name, or enough of it to mention. */
const WHOLE = 0.99;
const PART = 0.5;

/** @param nextBest the likeliest other candidate of either side, if any */
export function toEvidence(candidate: ScoredCandidate, nextBest: ScoredCandidate | undefined): string {
  const next = nextBest === undefined ? "no other candidate" : `next best ${toScoreText(nextBest)}`;
  return `${toFindings(candidate.comparison)}: ${toScoreText(candidate)}; ${next}`;
}

/** What was found, without the verdict: "title 0.94, presenter named, 2 days after". */
export function toFindings(comparison: Comparison): string {
  const { likeness, isDescribed, year, weekday, date, isOtherScript, isExcerpt, days } = comparison;
  const findings = [
    `title ${toTitleLikeness(likeness).toFixed(2)}`,
    isDescribed && "title in the description",
    isExcerpt && "looks like a trailer",
    isOtherScript && "title in another script",
    COUNT_FINDINGS[comparison.counts],
    toNameFinding(comparison),
    date === "same" && "its date in the title",
    date === "other" && "another date in the title",
    year === "other" && "another year in the title",
    weekday === "other" && "another weekday in the title",
    toLagText(days),
  ];
  return findings.filter((finding) => typeof finding === "string" && finding !== "").join(", ");
}

/** "0.41"; never "1.00", as nothing is certain that no person has said. */
export function toScoreText({ logOdds }: { logOdds: number }): string {
  return Math.min(0.99, toScore(logOdds)).toFixed(2);
}

const COUNT_FINDINGS: Record<Comparison["counts"], string> = {
  same: "the same part",
  conflict: "another part",
  apart: "counts something else",
  uncounted: "says no part",
  piece: "only a part",
  none: "",
};

/** 0 to 1: what the titles share of all they say, both counted. */
function toTitleLikeness({ shared, missing, extra }: Comparison["likeness"]): number {
  return shared === 0 ? 0 : (2 * shared) / (2 * shared + missing + extra);
}

function toNameFinding({ inTitle, inDescription, hasPresenters }: Comparison): string {
  if (!hasPresenters) return "";
  if (inTitle >= WHOLE) return "presenter named";
  if (inDescription >= WHOLE) return "presenter named in the description";
  return Math.max(inTitle, inDescription) >= PART ? "presenter named in part" : "presenter not named";
}

function toLagText(days: number): string {
  const whole = Math.floor(days);
  if (whole === 0) return "the same day";
  const size = Math.abs(whole);
  return `${toSpan(size)} ${whole < 0 ? "before" : "after"}`;
}

function toSpan(days: number): string {
  if (days <= MAX_COUNTED_DAYS) return toCount(days, "day");
  if (days <= MAX_COUNTED_MONTHS_DAYS) return toCount(Math.round(days / DAYS_A_MONTH), "month");
  return toCount(Math.round(days / DAYS_A_YEAR), "year");
}

function toCount(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
