/** What is ready before anybody asks: the documents that are written at every change. */
import { findDocument, PREPARED } from "../documents/addresses.ts";
import type { Instant } from "../programme/instant.ts";
import { WHOLE } from "../programme/selection.ts";
import type { Desk } from "./desk.ts";
import { log } from "./log.ts";
import type { FactTable } from "./store/fact-table.ts";

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
   * Have one ready, or take a step of that.
   *
   * One that cannot be written is told in the log, and again to who asks for it: it must not keep others from theirs.
   *
   * @returns whether there is more to do
   */
  async prepare(name: string, now: Instant): Promise<boolean> {
    const unwritten = this.#facts.get("unwritten").filter((other) => other !== name);
    try {
      const document = findDocument(name);
      const isMore = document !== null && (await this.#desk.prepare(document, now));
      this.#facts.set("unwritten", unwritten);
      return isMore;
    } catch (error) {
      this.#facts.set("unwritten", [...unwritten, name].toSorted());
      log("error", "document not prepared", { document: name, message: String(error) });
      return false;
    }
  }
}
