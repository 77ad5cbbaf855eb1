/**
 * Editions: the programme as published. Knows which edition is the current one, and when the next is due.
 */
import type { Instant } from "../programme/instant.ts";
import { toEnd, type Steps } from "../programme/steps.ts";
import { toSpan } from "../programme/turns.ts";
import { EditionMaker, type Edition, type EditionSources } from "./edition-maker.ts";
import type { Imprint } from "./imprint.ts";
import { toAwaited } from "./refresh-policy.ts";
import type { FactTable } from "./store/fact-table.ts";
import type { Change } from "../push/part.ts";

export class Editions {
  readonly #facts: FactTable;
  readonly #imprint: Imprint;
  readonly #maker: EditionMaker;
  /** Rebuilt from the tables when the object has slept. */
  #current: Edition | null = null;
  /** What is left to do of the next, where it is made step by step. */
  #making: Steps<Edition> | null = null;

  constructor(sources: Omit<EditionSources, "tell"> & { tell: (change: Change, now: Instant) => void }) {
    this.#facts = sources.facts;
    this.#imprint = sources.imprint;
    this.#maker = new EditionMaker({
      ...sources,
      tell: (change, now) => sources.tell({ edition: this.name(), ...change }, now),
    });
  }

  current(now: Instant): Edition {
    return this.#current ?? this.publish(now);
  }

  /** Everything representations are made from: the programme, the code and data of the build, the address. */
  name(): string {
    return this.#toName(this.#imprint.toText());
  }

  /** The name of the one that was published last. */
  lastName(): string {
    return this.#toName(this.#facts.get("edition") ?? "");
  }

  #toName(imprint: string): string {
    return `${this.#facts.get("published")?.fingerprint ?? ""} ${imprint}`;
  }

  isFirst(): boolean {
    return this.#facts.get("published") === null;
  }

  /** Whether another edition is due: never published, something taken in, other data or code, or a turn. */
  isDue(now: Instant): boolean {
    const published = this.#facts.get("published");
    if (published === null || published.isOutdated === true) return true;
    if (this.#facts.get("edition") !== this.#imprint.toText()) return true;
    const nextTurnAt = this.#facts.get("nextTurnAt");
    return nextTurnAt !== null && nextTurnAt <= now;
  }

  /** The next edition, at once. */
  publish(now: Instant): Edition {
    return this.#end(this.#maker.make(this.#current, now));
  }

  /** Whether the next edition is begun, and not there yet. */
  get isInTheMaking(): boolean {
    return this.#making !== null;
  }

  /**
   * Begin the edition that is due, or take a step of it: a thousand sessions at once are too much for one call.
   *
   * It is due until it is there. So a crash between two steps costs nothing but those, and whoever cannot wait publishes at once.
   */
  advance(now: Instant): void {
    const making = this.#making;
    // One that fails is begun anew.
    this.#making = null;
    if (making === null) this.#making = this.#maker.make(this.#current, now);
    // Little of it is new, and the rest is known.
    else if (this.#current !== null) this.#end(making);
    else {
      const { done, value } = making.next();
      if (done === true) this.#current = value;
      else this.#making = making;
    }
  }

  #end(making: Steps<Edition>): Edition {
    this.#making = null;
    return (this.#current = toEnd(making));
  }

  /** After a restore: what is in memory is not what is in the tables any more. */
  forget(): void {
    this.#current = null;
    this.#making = null;
  }

  /**
   * The last start or end of a session: what pages call past ended at or before it. Kept until the next one, so that a
   * poll neither computes nor writes anything.
   */
  asOf(now: Instant): Instant {
    const span = this.#facts.get("span");
    if (span !== null && (span.until === null || now < span.until)) return span.since;
    const sessions = this.current(now).programme.sessions.map(({ session }) => session);
    const turned = toSpan(sessions, now);
    this.#facts.set("span", turned);
    return turned.since;
  }

  /**
   * When the sessions ended whose replays are missing, as it was last published: a refresh that brings nothing new looks at
   * no session. None before the first fetch: a first start publishes sessions and replays in one step, with the dates of
   * the past.
   */
  awaited(now: Instant): readonly Instant[] {
    if (this.isFirst()) return [];
    return this.#facts.get("awaited") ?? toAwaited(this.current(now).programme.sessions, now);
  }

  publicUrl(): string {
    return this.#imprint.publicUrl();
  }
}
