/** Numbers that look random and are the same for the same seed (the "mulberry32" generator). */
export interface Random {
  /** In [0, 1). */
  next: () => number;
  /** In [from, to). */
  between: (from: number, to: number) => number;
  /** A whole one in [0, limit). */
  below: (limit: number) => number;
}

export function createRandom(seed: number): Random {
  let state = seed;
  const toWhole = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = () => toWhole() / 2 ** 32;
  return {
    next,
    between: (from, to) => from + next() * (to - from),
    below: (limit) => toWhole() % limit,
  };
}
