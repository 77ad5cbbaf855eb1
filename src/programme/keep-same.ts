/**
 * An edition is made from the one before, and what did not change stays the same object: so what was found out about it, and
 * what was written of it, is good still.
 */

/** What there was before, where it has the same members. */
export function keepSame<T extends object>(before: T | undefined, after: T): T {
  if (before === undefined || before === after) return after;
  let members = 0;
  for (const name in after) {
    if (before[name] !== after[name]) return after;
    members += 1;
  }
  for (const _ in before) members -= 1;
  return members === 0 ? before : after;
}

/**
 * The same for each of a list, and for the list as a whole.
 *
 * @param toKey by what one is known again where others stand before it; no two of a list have the same
 */
export function keepSameOf<T extends object>(
  before: T[] | undefined,
  after: T[],
  toKey: (one: T) => unknown,
): T[] {
  if (before === undefined) return after;
  let byKey: Map<unknown, T> | null = null;
  const kept = after.map((one, at) => {
    const there = before[at];
    if (there !== undefined && toKey(there) === toKey(one)) return keepSame(there, one);
    byKey ??= new Map(before.map((other) => [toKey(other), other]));
    return keepSame(byKey.get(toKey(one)), one);
  });
  return kept.length === before.length && kept.every((one, at) => one === before[at]) ? before : kept;
}
