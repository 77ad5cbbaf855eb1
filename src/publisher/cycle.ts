/** A cycle as its steps, each a call of the Publisher: so all stay small, however much there is to do. */
import type { Refreshed } from "./protocol.ts";

/** The Publisher, here or from afar. */
export interface Refreshing {
  refresh: () => Promise<Refreshed>;
  prepare: (names: readonly string[]) => Promise<string[]>;
}

/**
 * Refresh, as long as there is more to do; then prepare the documents everybody asks for, as long as any is left.
 *
 * @returns step by step, whether it has changed anything, see {@link Refreshed}
 */
export async function* toSteps(publisher: Refreshing): AsyncGenerator<boolean, void> {
  let refreshed: Refreshed;
  do {
    refreshed = await publisher.refresh();
    yield refreshed.isChanged;
  } while (refreshed.isMore);
  let left = refreshed.toPrepare;
  while (left.length > 0) {
    left = await publisher.prepare(left);
    yield false;
  }
}

/** A cycle of one's own, which goes on a step at a time whenever there is time for one. */
export class Cycle {
  readonly #publisher: Refreshing;
  #steps: ReturnType<typeof toSteps> | null = null;

  constructor(publisher: Refreshing) {
    this.#publisher = publisher;
  }

  /**
   * Take the next step, or the first of a cycle that is due.
   *
   * @returns whether it was one, and there may be more
   */
  async takeStep(isDue: boolean): Promise<boolean> {
    const steps = this.#steps ?? (isDue ? toSteps(this.#publisher) : null);
    // One that fails is begun anew.
    this.#steps = null;
    if (steps === null || (await steps.next()).done === true) return false;
    this.#steps = steps;
    return true;
  }
}
