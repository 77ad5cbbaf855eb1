/**
 * Sums of word weights per heading, for one video after another, without touching the headings that a video has
 * nothing to do with.
 */
export interface Tally {
  /** Headings touched since the last start. */
  touched: readonly number[];
  start: () => void;
  /** A heading and the video share a word of these weights; see vocabulary.ts. */
  add: (heading: number, shared: number, missing: number, extra: number) => void;
  /** The weight of what both share. */
  toShared: (heading: number) => number;
  /** The same words, by the weight they would have if the video missed them. */
  toFound: (heading: number) => number;
  /** The same words, by the weight they would have if the session missed them. */
  toUsed: (heading: number) => number;
}

export function createTally(headingCount: number): Tally {
  const shared = new Float64Array(headingCount);
  const found = new Float64Array(headingCount);
  const used = new Float64Array(headingCount);
  const isTouched = new Uint8Array(headingCount);
  const touched: number[] = [];
  return {
    touched,
    start() {
      for (const heading of touched) {
        isTouched[heading] = 0;
        shared[heading] = 0;
        found[heading] = 0;
        used[heading] = 0;
      }
      touched.length = 0;
    },
    add(heading, sharedWeight, missingWeight, extraWeight) {
      if (isTouched[heading] === 0) touched.push(heading);
      isTouched[heading] = 1;
      shared[heading] = (shared[heading] ?? 0) + sharedWeight;
      found[heading] = (found[heading] ?? 0) + missingWeight;
      used[heading] = (used[heading] ?? 0) + extraWeight;
    },
    toShared: (heading) => shared[heading] ?? 0,
    toFound: (heading) => found[heading] ?? 0,
    toUsed: (heading) => used[heading] ?? 0,
  };
}
