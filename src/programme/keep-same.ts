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
 * @param toKey by what one is known again; no two of a list have the same
 */
export function keepSameOf<T extends object>(
  before: T[] | undefined,
  after: T[],
  toKey: (one: T) => unknown,
): T[] {
  if (before === undefined) return after;
  const find = toFinder(before, toKey);
  const kept = after.map((one, at) => (one === before[at] ? one : keepSame(find(toKey(one), at), one)));
  if (kept.length === before.length && kept.every((one, at) => one === before[at])) return before;
  return kept.every((one, at) => one === after[at]) ? after : kept;
}

/** Finds what a list has under a key: most often it stands where it stood. */
export function toFinder<T>(
  list: readonly T[],
  toKey: (one: T) => unknown,
): (key: unknown, at: number) => T | undefined {
  let byKey: Map<unknown, T> | null = null;
  return (key, at) => {
    const there = list[at];
    if (there !== undefined && toKey(there) === key) return there;
    byKey ??= new Map(list.map((one) => [toKey(one), one]));
    return byKey.get(key);
  };
}
