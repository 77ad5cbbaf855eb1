/**
 * Work in steps: what is too much for one call can be left after each, and gone on with in another. Whoever has time for all of
 * it asks for the end.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** All that is left, at once. */
export function toEnd<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
