/**
 * What is written of a session, remembered with it for as long as it lives.
 *
 * What is published is never changed in place, and what did not change is the same object in the next edition: after a
 * replay one of a thousand sessions is written anew. Nothing remembered can be out of date, so writers stay pure.
 */
import type { Publication } from "../programme/publication.ts";

/** What else a writer looks at; a Publisher has one of them as a rule, so the last is remembered. */
export type Place = Pick<Publication, "club" | "publicUrl">;

/** The same writer, which writes each only once for the same club at the same address. */
export function rememberWritten<P extends object, W extends object>(
  write: (published: P, place: Place) => W,
): (published: P, place: Place) => W {
  let last: Place | undefined;
  let written = new WeakMap<P, W>();
  return (published, { club, publicUrl }) => {
    if (last?.club !== club || last.publicUrl !== publicUrl) {
      last = { club, publicUrl };
      written = new WeakMap();
    }
    const known = written.get(published);
    if (known !== undefined) return known;
    const text = write(published, last);
    written.set(published, text);
    return text;
  };
}
