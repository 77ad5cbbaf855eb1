/**
 * Push: what makes a change known at once, to us and to others. It accelerates only: with every hub and hook down, polling
 * stays right.
 *
 * The Publisher says what changed, in one place, gives it time from its alarm, and knows nothing else of it.
 */
import * as v from "valibot";
import { toEarliest, type Instant } from "../programme/instant.ts";
import { PushFacts } from "./facts.ts";
import { Hooks } from "./hooks/hooks.ts";
import { Hub } from "./hub/hub.ts";
import { Outbox, type Senders } from "./outbox.ts";
import type { Change, Part, Surroundings } from "./part.ts";
import { openPush } from "./schema.ts";
import type { PushStatus } from "./status.ts";
import { Subscriber } from "./subscriber/subscriber.ts";

export class Push {
  readonly subscriber: Subscriber;
  readonly hub: Hub;
  readonly #hooks: Hooks;
  readonly #outbox: Outbox;
  readonly #parts: readonly Part[];
  readonly #senders: Senders;
  readonly #facts: PushFacts;
  readonly #setup: string;

  constructor(around: Omit<Surroundings, "outbox" | "facts">) {
    openPush(around.storage);
    this.#outbox = new Outbox(around.storage);
    this.#facts = new PushFacts(around.storage);
    const surroundings = { ...around, outbox: this.#outbox, facts: this.#facts };
    this.subscriber = new Subscriber(surroundings);
    this.hub = new Hub(surroundings);
    this.#hooks = new Hooks(surroundings);
    this.#parts = [this.subscriber, this.hub, this.#hooks];
    this.#senders = Object.assign({}, ...this.#parts.map(({ senders }) => senders));
    const { config, settings } = around;
    this.#setup = JSON.stringify([config.youtubeHubUrl, settings, [...config.secrets.keys()].toSorted()]);
  }

  /** Whether this is the first start with other hooks, hubs or names of secrets than before: then there may be more to do. */
  isSetUpAnew(): boolean {
    if (this.#facts.get("setup", v.string()) === this.#setup) return false;
    this.#facts.set("setup", this.#setup);
    return true;
  }

  /** Something was published. Called within its transaction, so that both are kept or neither; nothing is sent here. */
  tell(change: Change, now: Instant): void {
    for (const part of this.#parts) part.tell?.(change, now);
  }

  /**
   * Send a slice of what is due.
   *
   * @returns whether anything was sent
   */
  async work(now: Instant): Promise<boolean> {
    for (const part of this.#parts) part.prepare?.(now);
    return await this.#outbox.sendSlice(this.#senders, now);
  }

  /** When there is work again; null while nothing is to come. */
  nextAt(now: Instant): Instant | null {
    return toEarliest([this.#outbox.nextAt(), ...this.#parts.map((part) => part.nextAt?.(now) ?? null)]);
  }

  status(now: Instant): PushStatus {
    return {
      channels: this.subscriber.status(now),
      hub: this.hub.status(now),
      hooks: this.#hooks.status(now),
    };
  }
}
