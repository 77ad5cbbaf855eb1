/**
 * The subscriber (W3C WebSub 5 to 7): leases for the club's channels at YouTube's hub, and what its deliveries bring about.
 *
 * Only for channels, as the hub knows no playlists, and only where it could call back. With no lease nothing is missing but
 * speed: the channels are asked by the cron all the same. No address but the club's own feeds is ever fetched for a push.
 */
import { toEarliest, toTime, type Instant } from "../../programme/instant.ts";
import type { Video } from "../../programme/video.ts";
import type { FeedIdentity } from "../../sources/channel-feed.ts";
import type { Senders } from "../outbox.ts";
import type { Part, Surroundings } from "../part.ts";
import type { ChannelLeaseStatus } from "../status.ts";
import { isRunning, toLeaseState, type Intent } from "./lease.ts";
import { KIND, Leases } from "./leases.ts";
import { Looks } from "./looks.ts";
import { readDelivery, type Delivered } from "./read-delivery.ts";

/** What is made of a delivery: of no lease, not believed, or taken down. */
export interface Received {
  outcome: "unknown" | "ignored" | "taken";
  /** Whether something new was pushed, and the channel is to be looked at now. */
  isLookDue: boolean;
}

export class Subscriber implements Part {
  readonly senders: Senders;
  readonly #storage: Surroundings["storage"];
  readonly #leases: Leases;
  readonly #looks: Looks;

  constructor(around: Surroundings) {
    this.#storage = around.storage;
    this.#leases = new Leases(around);
    this.#looks = new Looks(around);
    this.senders = { [KIND]: this.#leases.sender };
  }

  prepare(now: Instant): void {
    this.#storage.transactionSync(() => {
      this.#leases.prepare(now);
      this.#looks.prepare(this.#leases.channels, now);
    });
  }

  nextAt(now: Instant): Instant | null {
    return toEarliest([this.#leases.nextAt(now), this.#looks.nextAt(this.#leases.channels, now)]);
  }

  /**
   * The hub verifies that a lease was asked for, or denies it.
   *
   * @returns whether that can be; then its challenge is echoed
   */
  verify(token: string, topic: string, intent: Intent, now: Instant): boolean {
    return this.#leases.verify(token, topic, intent, now);
  }

  /** A delivery: believed where it is signed and of this channel. Whatever it holds, this does not throw. */
  async receive(token: string, delivered: Delivered, now: Instant): Promise<Received> {
    const row = this.#leases.find(token, now);
    if (row === null) return { outcome: "unknown", isLookDue: false };
    const { identity } = row;
    const pushed = await readDelivery(delivered, row);
    return this.#storage.transactionSync(() => {
      this.#leases.noteDelivery(token, pushed !== null, now);
      if (pushed === null) return { outcome: "ignored", isLookDue: false };
      const isNew = this.#looks.record(identity, pushed, now);
      return { outcome: "taken", isLookDue: isNew && this.#looks.isDue(identity, now) };
    });
  }

  /** Whether a channel is to be looked at because of what was pushed. */
  isLookDue(identity: FeedIdentity, now: Instant): boolean {
    return this.#looks.isDue(identity, now);
  }

  /** A channel was looked at; null where its feed could not be had. */
  noteLook(identity: FeedIdentity, videos: readonly Video[] | null, now: Instant): void {
    this.#looks.note(identity, videos, now);
  }

  status(now: Instant): ChannelLeaseStatus[] {
    return this.#leases.readWanted().map(({ identity, lease }) => ({
      identity,
      state: toLeaseState(lease, now),
      leaseUntil: toTime(isRunning(lease, now) ? lease.leaseUntil : null),
      lastDeliveryAt: toTime(lease.lastDeliveryAt),
      ignoredDeliveries: lease.ignored,
      lastError: lease.lastError,
    }));
  }
}
