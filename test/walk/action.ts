/** An action: one kind of step that a walk may take. */
import type { Service } from "./service.ts";
import type { World } from "./world.ts";

export interface Action {
  /** How often it is taken, beside the others. */
  weight: number;
  /**
   * Do it.
   *
   * @param a which one, of whatever there is
   * @param b how far, or to what
   * @returns what was done, in words; null when there is nothing to do it to
   */
  take: (world: World, service: Service, a: number, b: number) => Told | Promise<Told>;
}

type Told = string | null;
export type Actions = Record<string, Action>;
