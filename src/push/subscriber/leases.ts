/** The leases there should be, one a channel, and how they are had (W3C WebSub 5). */
import { DAY, toEarliest, type Instant } from "../../programme/instant.ts";
import { toChannelIdentity, type FeedIdentity } from "../../sources/channel-feed.ts";
import type { DueErrand, Sent, Sender } from "../outbox.ts";
import type { Surroundings } from "../part.ts";
import { toRetryAfterSeconds } from "../reply.ts";
import { request } from "../request.ts";
import { toAnswer, toForm, toTopic } from "./hub-request.ts";
import { isRunning, toAnswered, toAsked, toNewLease, toVerified, type Intent } from "./lease.ts";
import { LeaseTable, type LeaseRow } from "./lease-table.ts";

/** Of its errands. */
export const KIND = "subscribe";
/** A lease is asked for until there is one. */
const NEVER: Instant = 3_650 * DAY;

export class Leases {
  readonly sender: Sender = {
    requests: 1,
    isOnce: false,
    send: (errand, now) => this.#send(errand, now),
  };
  /** The club's own; the hub knows no playlists. */
  readonly channels: readonly FeedIdentity[];
  readonly #around: Surroundings;
  readonly #table: LeaseTable;

  constructor(around: Surroundings) {
    this.channels = around.club.youtube.channels.map(toChannelIdentity);
    this.#around = around;
    this.#table = new LeaseTable(around.storage);
  }

  /** Those that should be. */
  readWanted(): LeaseRow[] {
    return this.#table.read().filter((row) => this.#isWanted(row));
  }

  /**
   * A lease whose deliveries are taken: one of the club's channels, and where the service was met elsewhere as long as it runs; null
   * where there is none.
   */
  find(token: string, now: Instant): LeaseRow | null {
    const row = this.#table.find(token);
    if (row === null || !this.channels.includes(row.identity)) return null;
    return this.#isWanted(row) || isRunning(row.lease, now) ? row : null;
  }

  /** Put down that something was delivered, and whether it was believed. */
  noteDelivery(token: string, isBelieved: boolean, now: Instant): void {
    const row = this.#table.find(token);
    if (row === null) return;
    const { lease } = row;
    this.#table.set(token, {
      ...lease,
      ...(isBelieved ? { lastDeliveryAt: now } : { ignored: lease.ignored + 1 }),
    });
  }

  /** A lease for each channel; those of another address, and of channels that are none any more, until they end. */
  prepare(now: Instant): void {
    const { outbox } = this.#around;
    for (const { token, lease } of this.#table.read().filter((row) => !this.#isWanted(row))) {
      outbox.drop(toErrandId(token));
      if (!isRunning(lease, now)) this.#table.drop(token);
    }
    const address = this.#toAddress();
    for (const identity of this.#findMissing())
      if (address !== null) this.#table.add(identity, address, toNewLease(now));
    for (const { token } of this.#readUnasked().filter(({ lease }) => lease.askAt <= now)) {
      const id = toErrandId(token);
      outbox.put({ id, kind: KIND, payload: { token }, dueAt: now, expiresAt: now + NEVER });
    }
  }

  /** When the hub is to be asked; null for nothing, and while the outbox has it. */
  nextAt(now: Instant): Instant | null {
    if (this.#findMissing().length > 0) return now;
    return toEarliest(this.#readUnasked().map(({ lease }) => lease.askAt));
  }

  /** The hub verifies that a lease was asked for, or denies it. @returns whether that can be */
  verify(token: string, topic: string, intent: Intent, now: Instant): boolean {
    const row = this.#table.find(token);
    if (row === null || !this.#isWanted(row) || topic !== toTopic(row.identity)) return false;
    const lease = toVerified(row.lease, intent, now);
    if (lease === null) return false;
    this.#around.storage.transactionSync(() => {
      this.#table.set(token, lease);
      this.#around.outbox.drop(toErrandId(token));
    });
    return true;
  }

  async #send({ payload }: DueErrand, now: Instant): Promise<Sent> {
    const row = this.#table.find(toToken(payload));
    if (row === null) return { outcome: "given_up", error: "of a lease that is none any more" };
    const { token, address } = row;
    this.#table.set(token, toAsked(row.lease, now));
    const reply = await request(this.#around.config.youtubeHubUrl, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: toForm(row),
      aboutUrl: address,
    });
    // The hub may have verified or denied meanwhile.
    const lease = this.#table.find(token)?.lease ?? null;
    if (lease === null) return { outcome: "done" };
    const answer = toAnswer(reply);
    this.#table.set(token, toAnswered(lease, answer, now));
    if (answer.outcome === "taken") return { outcome: "done" };
    if (answer.outcome === "rejected") return { outcome: "given_up", error: answer.error };
    return { outcome: "later", error: answer.error, retryAfterSeconds: toRetryAfterSeconds(reply) };
  }

  /** Where the hub could call; null where it could not. */
  #toAddress(): string | null {
    const address = this.#around.address();
    return this.#around.config.isTrialHub || address?.startsWith("https:") === true ? address : null;
  }

  #isWanted({ identity, address }: LeaseRow): boolean {
    return address === this.#toAddress() && this.channels.includes(identity);
  }

  #findMissing(): FeedIdentity[] {
    if (this.#toAddress() === null) return [];
    const found = new Set(this.readWanted().map(({ identity }) => identity));
    return this.channels.filter((identity) => !found.has(identity));
  }

  /** Those that the outbox does not hold. */
  #readUnasked(): LeaseRow[] {
    return this.readWanted().filter(({ token }) => !this.#around.outbox.has(toErrandId(token)));
  }
}

function toErrandId(token: string): string {
  return `${KIND}:${token}`;
}

function toToken(payload: unknown): string {
  return typeof payload === "object" && payload !== null && "token" in payload ? String(payload.token) : "";
}
