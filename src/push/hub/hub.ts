/**
 * The hub: readers subscribe to the feeds of this service, and of no other (W3C WebSub 5). Where the club names other hubs
 * it is none, and tells those of changes.
 *
 * A subscriber is taken to have the representation of the moment in which it asked: it is sent the next one, and not that.
 */
import * as v from "valibot";
import type { ParameterFault } from "../../documents/parameters.ts";
import type { Instant } from "../../programme/instant.ts";
import { fail, succeed, type Result } from "../../programme/result.ts";
import type { Senders } from "../outbox.ts";
import type { Change, Part, Surroundings } from "../part.ts";
import type { HubStatus } from "../status.ts";
import { toHubUrls } from "./addresses.ts";
import { findBound, type Refused } from "./bounds.ts";
import { Delivery } from "./delivery.ts";
import { createDenier, putDenials } from "./denial.ts";
import { blame, type HubRequest } from "./hub-request.ts";
import { HubNotes } from "./notes.ts";
import { OtherHubs } from "./other-hubs.ts";
import { isPublicHost } from "./public-address.ts";
import { Subscriptions, toHost, toSubscriptionId } from "./subscriptions.ts";
import { findTopicFault } from "./topic-fault.ts";
import { createVerifier, toVerification, type Asked } from "./verification.ts";

/** Why nothing comes of a request; "no_hub" where the club has other hubs. */
export type HubFault = ParameterFault | Refused | { reason: "no_hub" };

/** Under which the edition is kept that subscribers were last told of. */
const TOLD = "hub edition";

export class Hub implements Part {
  readonly senders: Senders;
  readonly #around: Surroundings;
  readonly #subscriptions: Subscriptions;
  readonly #notes: HubNotes;
  readonly #delivery: Delivery;
  readonly #otherHubs: OtherHubs;

  constructor(around: Surroundings) {
    this.#around = around;
    const subscriptions = new Subscriptions(around.storage);
    const notes = new HubNotes(around.facts);
    this.#subscriptions = subscriptions;
    this.#notes = notes;
    this.#delivery = new Delivery({ around, subscriptions, notes, hubUrls: () => this.#urls() });
    this.#otherHubs = new OtherHubs({ around, notes });
    const confirm = (asked: Asked & { leaseUntil: Instant }, now: Instant) => this.#confirm(asked, now);
    this.senders = {
      verify: createVerifier({ around, notes, confirm }),
      deliver: this.#delivery,
      deny: createDenier(around),
      publish: this.#otherHubs,
    };
  }

  /** Take a request on: its subscriber is asked whether it meant it, and nothing happens before. */
  async ask(request: HubRequest, now: Instant): Promise<Result<null, HubFault>> {
    if (!this.#isOwn()) return fail({ reason: "no_hub" });
    const { mode, topic, callback } = request;
    const id = toSubscriptionId(topic, callback);
    this.#subscriptions.endLapsed(now);
    const isKnown = this.#subscriptions.find(id) !== null;
    const fault = this.#findFault(request, isKnown) ?? this.#findBound(request, isKnown, now);
    if (fault !== null) return fail(fault);
    const read = mode === "subscribe" ? await this.#delivery.readNow(topic, now) : null;
    const etag = read?.etag ?? "";
    return this.#around.storage.transactionSync(() => {
      // Once more: others may have asked while this one was read.
      const bound = this.#findBound(request, isKnown, now);
      if (bound !== null) return fail(bound);
      this.#subscriptions.noteAsk(id, toHost(callback), now);
      this.#around.outbox.put(toVerification({ id, etag, ...request }, now));
      return succeed(null);
    });
  }

  /** Nothing is put in for an edition that was told of: each subscription costs rows. */
  tell({ edition }: Change, now: Instant): void {
    const { facts } = this.#around;
    if (facts.get(TOLD, v.string()) === edition) return;
    facts.set(TOLD, edition);
    if (this.#isOwn()) this.#delivery.putAll(now);
    else this.#otherHubs.putAll(now);
  }

  prepare(now: Instant): void {
    this.#delivery.forget();
    this.#subscriptions.endLapsed(now);
    if (this.#isOwn() || this.#subscriptions.count(now) === 0) return;
    this.#around.storage.transactionSync(() => {
      putDenials(this.#around.outbox, now);
      this.#subscriptions.endAll();
    });
  }

  status(now: Instant): HubStatus {
    const counts = Object.keys(this.senders).map((kind) => this.#around.outbox.count(kind));
    return {
      urls: this.#urls(),
      subscriptions: this.#subscriptions.count(now),
      pending: counts.reduce((sum, { pending }) => sum + pending, 0),
      failing: counts.reduce((sum, { failing }) => sum + failing, 0),
      ...this.#notes.read(),
    };
  }

  /** Whether it is a hub at all. */
  #isOwn(): boolean {
    return this.#around.settings.hubs.length === 0;
  }

  #urls(): string[] {
    return toHubUrls(this.#around.settings, this.#around.publicUrl(), false);
  }

  /** Due at once as well: what has changed while the subscriber was asked is sent, and nothing where nothing has. */
  #confirm({ mode, ...subscription }: Asked & { leaseUntil: Instant }, now: Instant): void {
    if (mode === "unsubscribe") return this.#subscriptions.end(subscription.id);
    this.#subscriptions.keep(subscription);
    this.#delivery.put(subscription, now);
  }

  /** One that there is can be ended under whatever address it was made. */
  #findFault({ mode, topic, callback }: HubRequest, isKnown: boolean): ParameterFault | null {
    const publicUrl = this.#around.publicUrl();
    if (new URL(callback).host === new URL(publicUrl).host)
      return blame("callback", callback, "an address of the subscriber, not of this service");
    if (mode === "unsubscribe" && isKnown) return null;
    const expected = findTopicFault(topic, publicUrl);
    return expected === null ? null : blame("topic", topic, expected);
  }

  #findBound({ mode, callback }: HubRequest, isKnown: boolean, now: Instant): Refused | null {
    const host = toHost(callback);
    const isHostFree = this.#around.config.isPrivateAllowed && !isPublicHost(host);
    const isNew = mode === "subscribe" && !isKnown;
    return findBound(this.#subscriptions.load(host, now), { isNew, isHostFree }, now);
  }
}
