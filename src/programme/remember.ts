/**
 * What was found out about an object, remembered with it for as long as it lives.
 *
 * Sessions, videos and what is made of them are never changed in place: one that differs is another object, of which nothing
 * is known yet. So nothing here can be out of date, and the functions stay pure.
 */
export interface Remembering<T extends object, V> {
  (object: T): V;
  /** Take what was found elsewhere. */
  keep: (object: T, value: V) => void;
}

export function remember<T extends object, V extends object | string>(
  find: (object: T) => V,
): Remembering<T, V> {
  const found = new WeakMap<T, V>();
  const keep = (object: T, value: V): void => void found.set(object, value);
  const recall = (object: T): V => {
    const known = found.get(object);
    if (known !== undefined) return known;
    const value = find(object);
    keep(object, value);
    return value;
  };
  return Object.assign(recall, { keep });
}

/** What was last found out, for what it is about is the same as a rule: the address of a service. */
export function rememberLast<V>(find: (of: string) => V): (of: string) => V {
  let last: { of: string; value: V } | null = null;
  return (of) => {
    if (last?.of !== of) last = { of, value: find(of) };
    return last.value;
  };
}
