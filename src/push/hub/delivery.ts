/**
 * Content distribution (W3C WebSub 7): the very bytes that a topic's address serves, to each subscriber that has others.
 *
 * At a change every subscription becomes due by one statement; what it is of is read when it is sent, so that of two
 * changes in a minute only the last goes out, and nothing where the bytes are the same.
 */
import { findTopic, toLinkField } from "../../documents/topics.ts";
import { joinBody, type Representation } from "../../http/representation.ts";
import { DAY, SECOND, type Instant } from "../../programme/instant.ts";
import type { Sender, Sent } from "../outbox.ts";
import type { Surroundings } from "../part.ts";
import { isSuccess, toLater } from "../reply.ts";
import { describeReply, request } from "../request.ts";
import { sign } from "../signature.ts";
import type { HubNotes } from "./notes.ts";
import type { Subscription, Subscriptions } from "./subscriptions.ts";

/** A subscriber that is down for longer waits for the next change. */
const TRIED_FOR: Instant = DAY;
/** Who let us wait for the last one is behind all others: a slice lasts as long as the slowest in it. */
const SLOW_AFTER: Instant = SECOND;
const KIND = "deliver";
/** Ids of errands say the subscription. */
const PREFIX = `${KIND} `;

/** What a delivery that has ended tells beside that. */
type Delivered = Sent & { etag?: string; isGone?: true };

export interface DeliverySources {
  around: Pick<Surroundings, "outbox" | "publicUrl" | "read">;
  subscriptions: Subscriptions;
  notes: HubNotes;
  /** That feeds name. */
  hubUrls: () => string[];
}

export class Delivery implements Sender {
  readonly requests = 1;
  /** The same bytes may arrive twice, which changes nothing. */
  readonly isOnce = false;
  readonly #sources: DeliverySources;
  /** Each topic is read once a slice, not once a subscriber. */
  #held = new Map<string, Promise<Representation | null>>();

  constructor(sources: DeliverySources) {
    this.#sources = sources;
  }

  /** Whatever was read is of before. */
  forget(): void {
    this.#held = new Map();
  }

  /** One subscription is due. */
  put({ id, leaseUntil }: Pick<Subscription, "id" | "leaseUntil">, now: Instant): void {
    const expiresAt = Math.min(leaseUntil, now + TRIED_FOR);
    this.#sources.around.outbox.put({
      id: PREFIX + id,
      kind: KIND,
      payload: null,
      dueAt: now,
      expiresAt,
      canWait: true,
    });
  }

  /** All are. */
  putAll(now: Instant): void {
    this.#sources.around.outbox.putEach(
      KIND,
      `SELECT '${PREFIX}' || id AS id, 'null' AS payload, ? + is_slow * ? AS due_at, min(lease_until, ?) AS expires_at
       FROM push_subscription WHERE lease_until > ?`,
      now,
      SLOW_AFTER,
      now + TRIED_FOR,
      now,
    );
  }

  readonly send: Sender["send"] = async (errand, now): Promise<Delivered> => {
    const { subscriptions, around, hubUrls } = this.#sources;
    const subscription = subscriptions.find(errand.id.slice(PREFIX.length));
    // It has ended meanwhile.
    if (subscription === null) return { outcome: "done" };
    const { topic, callback, secret, etag } = subscription;
    const representation = await this.#read(topic, now);
    if (representation === null || representation.etag === etag) return { outcome: "done" };
    const { contentType } = representation;
    const body = joinBody(representation);
    const reply = await request(callback, {
      method: "POST",
      headers: {
        "content-type": contentType,
        link: toLinkField({ self: topic, hubs: hubUrls() }) ?? "",
        ...(secret !== "" && { "x-hub-signature": await sign("sha256", secret, body) }),
      },
      body,
      aboutUrl: around.publicUrl(),
    });
    if (isSuccess(reply)) return { outcome: "done", etag: representation.etag };
    if (reply.reason === "answered" && reply.status === 410)
      return { outcome: "given_up", error: describeReply(reply), isGone: true };
    return toLater(reply);
  };

  readonly note: NonNullable<Sender["note"]> = ({ id }, sent: Delivered, now) => {
    const { subscriptions, notes } = this.#sources;
    const { etag, isGone } = sent;
    if (etag !== undefined) {
      subscriptions.noteDelivered(id.slice(PREFIX.length), etag);
      notes.noteDelivery(now);
    }
    if (sent.outcome === "unknown") subscriptions.noteSlow(id.slice(PREFIX.length));
    // W3C WebSub 7: with 410 a subscriber says that it has ended the subscription.
    if (isGone === true) subscriptions.end(id.slice(PREFIX.length));
    else notes.noteFailure("delivery", sent, now);
  };

  /** Under whatever origin it was subscribed to: a service that has moved goes on until the lease ends. */
  #read(topic: string, now: Instant): Promise<Representation | null> {
    const held = this.#held.get(topic) ?? this.readNow(topic, now);
    this.#held.set(topic, held);
    return held;
  }

  /** What a topic's address serves; null for what is none. */
  async readNow(topic: string, now: Instant): Promise<Representation | null> {
    const found = findTopic(new URL(topic));
    if (!found.ok) return null;
    return await this.#sources.around.read(found.value.document, found.value.selection, now);
  }
}
