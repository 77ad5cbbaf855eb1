/**
 * What is written of a session or an entry, remembered with it for as long as it lives.
 *
 * What is published is never changed in place, and what did not change is the same object in the next edition: after a
 * replay one of a thousand sessions is written anew. Nothing remembered can be out of date, so writers stay pure.
 */
import type { Publication } from "../programme/publication.ts";

/** What sessions are written for: all that a writer looks at beside the session. */
export type Place = Pick<Publication, "club" | "publicUrl">;

export function toPlace({ club, publicUrl }: Place): Place {
  return { club, publicUrl };
}

/**
 * The same writer, which writes each thing only once.
 *
 * @param write may look at the thing, and at what is the same for all of them: a Publisher has one of these as a rule, so
 *   what was written for the last is remembered
 */
export function rememberWritten<T extends object, Same extends object, W extends object | string>(
  write: (thing: T, same: Same) => W,
): (thing: T, same: Same) => W {
  let last: Same | null = null;
  let written = new WeakMap<T, W>();
  return (thing, same) => {
    if (last !== same) {
      if (last === null || !isAlike(last, same)) written = new WeakMap();
      last = same;
    }
    const known = written.get(thing);
    if (known !== undefined) return known;
    const text = write(thing, same);
    written.set(thing, text);
    return text;
  };
}

/** Whether all members are the same. */
function isAlike<T extends object>(a: T, b: T): boolean {
  const others = new Map(Object.entries(b));
  const members = Object.entries(a);
  return members.length === others.size && members.every(([name, member]) => others.get(name) === member);
}
