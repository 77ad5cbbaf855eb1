/** What is ready before anybody asks: the documents that are written at every change. */
import { findDocument, PREPARED } from "../documents/addresses.ts";
import type { Instant } from "../programme/instant.ts";
import { WHOLE } from "../programme/selection.ts";
import type { Desk } from "./desk.ts";
import { log } from "./log.ts";
import type { FactTable } from "./store/fact-table.ts";

/** After so many a step ends: to compress and store them takes some milliseconds. */
const MAX_STEP_BYTES = 50_000;

export class Preparation {
  readonly #desk: Desk;
  readonly #facts: FactTable;

  constructor(desk: Desk, facts: FactTable) {
    this.#desk = desk;
    this.#facts = facts;
  }

  /** What could not be written is tried again, though somebody who asked may have had it since. */
  toDue(now: Instant): string[] {
    const unwritten = this.#facts.get("unwritten");
    return PREPARED.filter(
      (document) => unwritten.includes(document.name) || !this.#desk.isKept(document, WHOLE, now),
    ).map(({ name }) => name);
  }

  /**
   * Have documents ready, as many as are little work, or take a step of the first.
   *
   * @param names of which nothing is left to do where they are ready already
   * @returns those that are left
   */
  async prepare(names: readonly string[], now: Instant): Promise<string[]> {
    let bytes = 0;
    for (const [at, name] of names.entries()) {
      const made = await this.#prepareOne(name, now);
      if (made === null) return names.slice(at);
      bytes += made;
      if (bytes > MAX_STEP_BYTES) return names.slice(at + 1);
    }
    return [];
  }

  /** One that cannot be written is told in the log, and again to who asks for it: it must not keep others from theirs. */
  async #prepareOne(name: string, now: Instant): ReturnType<Desk["prepare"]> {
    const unwritten = this.#facts.get("unwritten").filter((other) => other !== name);
    try {
      const document = findDocument(name);
      const made = document === null ? 0 : await this.#desk.prepare(document, now);
      this.#facts.set("unwritten", unwritten);
      return made;
    } catch (error) {
      this.#facts.set("unwritten", [...unwritten, name].toSorted());
      log("error", "document not prepared", { document: name, message: String(error) });
      return 0;
    }
  }
}
