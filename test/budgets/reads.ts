/** Counts how often anything of a value is looked at: what grows faster than the value does shows without a clock. */

export interface Counted<T> {
  /** Looks and behaves like the value. */
  value: T;
  readCount: () => number;
}

/** Watch a value of objects and lists, at any depth; the same part is always the same object. */
export function countReads<T extends object>(watched: T): Counted<T> {
  let reads = 0;
  const proxies = new WeakMap<object, object>();
  const watch = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    const known = proxies.get(part);
    if (known !== undefined) return known;
    const proxy = new Proxy(part, {
      get: (target, name, receiver) => {
        reads += 1;
        return watch(Reflect.get(target, name, receiver));
      },
    });
    proxies.set(part, proxy);
    return proxy;
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a proxy of it
  return { value: watch(watched) as T, readCount: () => reads };
}
