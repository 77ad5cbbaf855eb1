/**
 * Which sessions a video's title reaches: by enough words in common, or by a presenter's name.
 */
import type { ProfiledHeading, SessionIndex } from "./session-index.ts";
import { createTally, type Tally } from "./tally.ts";
import type { TitleText } from "./title-text.ts";
import { toSessionWeight, type Lexicon, type Vocabulary } from "./vocabulary.ts";

/** A video shares at least this part of its own or the session's words by weight, or it is not worth a look. */
const MIN_OVERLAP = 0.3;
/** A video resembles a session that has this part of its words in the video's title. */
const MIN_RESEMBLANCE = 0.5;

/** The titles that hold enough of some session's title to be about it. */
export function findResembling(titles: readonly TitleText[], { uses, headings }: Vocabulary): TitleText[] {
  const tally = createTally(headings.length);
  const toTotal = createTotals(headings, toSessionWeight);
  return titles.filter((title) => {
    tally.start();
    for (const word of title.list) {
      const use = uses.get(word);
      if (use === undefined) continue;
      const weight = toSessionWeight(use);
      for (const at of use.headings) tally.add(at, weight, 0, 0);
    }
    return tally.touched.some((at) => tally.toShared(at) >= MIN_RESEMBLANCE * toTotal(at));
  });
}

/** Finds the headings that a video's title overlaps enough, or whose presenters it names; else the nearest one. */
export function createReach(
  { headings, vocabulary, byName }: SessionIndex,
  lexicon: Lexicon,
): (title: TitleText) => ProfiledHeading[] {
  const tally = createTally(headings.length);
  const toMissing = createTotals(vocabulary.headings, (use) => lexicon.weighUse(use).missing);
  /** @returns the weight of all words, as far as a session misses them */
  const tallyUp = (title: TitleText) => {
    tally.start();
    let extraTotal = 0;
    for (const word of title.list) {
      const { shared, missing, extra } = lexicon.weigh(word);
      extraTotal += extra;
      for (const at of vocabulary.uses.get(word)?.headings ?? []) tally.add(at, shared, missing, extra);
    }
    return extraTotal;
  };
  return (title) => {
    const extraTotal = tallyUp(title);
    const isOverlapping = (at: number) => {
      const rest = Math.min(toMissing(at) - tally.toFound(at), extraTotal - tally.toUsed(at));
      return tally.toShared(at) >= MIN_OVERLAP * (tally.toShared(at) + rest);
    };
    const reached = findNamed(title, byName);
    for (const at of tally.touched) if (isOverlapping(at)) reached.add(at);
    if (reached.size === 0) for (const at of findNearest(tally)) reached.add(at);
    return [...reached].flatMap((at) => headings[at] ?? []);
  };
}

/** The headings of whose presenters at least two words, or a handle, stand in a title. */
function findNamed(title: TitleText, byName: SessionIndex["byName"]): Set<number> {
  const once = new Set<number>();
  // In another script one word of a name is as much as can be expected to be spelled the same.
  const named = title.otherScript > 0 ? once : new Set<number>();
  for (const word of title.list) {
    for (const at of byName.get(word) ?? []) (once.has(at) ? named : once).add(at);
  }
  return named;
}

/** The sum of the weights of a heading's words, computed once and when asked for. */
function createTotals<T>(
  headings: readonly (readonly T[])[],
  weigh: (word: T) => number,
): (at: number) => number {
  const totals = new Float64Array(headings.length).fill(-1);
  return (at) => {
    const known = totals[at] ?? 0;
    if (known >= 0) return known;
    let total = 0;
    for (const word of headings[at] ?? []) total += weigh(word);
    totals[at] = total;
    return total;
  };
}

/** What to tell a host of a video that is like nothing. */
function findNearest({ touched, toShared }: Tally): number[] {
  let nearest = touched[0];
  if (nearest === undefined) return [];
  for (const at of touched) if (toShared(at) > toShared(nearest)) nearest = at;
  return [nearest];
}
