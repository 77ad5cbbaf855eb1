/**
 * The Publisher: the one Durable Object that owns all state. It takes in the channel feed, keeps the programme and its
 * ledger, and holds finished representations. As the single writer it makes refreshes safe.
 */
import { DurableObject } from "cloudflare:workers";
import { compiled } from "#data";
import { findDocument } from "../documents/addresses.ts";
import { SECOND, type Instant } from "../programme/instant.ts";
import { isPublished } from "../programme/programme.ts";
import type { Result } from "../programme/result.ts";
import type { HubFault } from "../push/hub/hub.ts";
import type { HubRequest } from "../push/hub/hub-request.ts";
import type { Intent } from "../push/subscriber/lease.ts";
import type { Delivered } from "../push/subscriber/read-delivery.ts";
import type { Received } from "../push/subscriber/subscriber.ts";
import { Cycle } from "./cycle.ts";
import { openDepartments, type Departments, type PublisherEnvironment } from "./departments.ts";
import type { DocumentAnswer, DocumentRequest, Refreshed } from "./protocol.ts";
import {
  parseState,
  readText,
  restoreState,
  toStateDocument,
  type StateFault,
} from "./store/state-document.ts";
import type { Status } from "./status.ts";
import { StatusReader } from "./status-reader.ts";

/** How soon the alarm comes again where nothing was done: whatever is due is then a mistake of ours, and must not spin. */
const IDLE_PAUSE: Instant = 10 * SECOND;

/** In one go; push allows no more, but this must end whatever it allows. */
const MOST_LOOKS = 3;

export class Publisher extends DurableObject<PublisherEnvironment> {
  readonly #departments: Departments;
  readonly #statusReader: StatusReader;
  #refreshing: Promise<Refreshed> | null = null;
  /** The edition and the last turn before the first step of a refresh that is not at its end. */
  #before: readonly unknown[] | null = null;
  /** Whether somebody was told to look, and has not begun. */
  #isLookPromised = false;
  #indexing: Promise<boolean> | null = null;
  #isAwake = false;
  /** That of the alarm. */
  readonly #cycle = new Cycle(this);

  constructor(state: DurableObjectState, variables: PublisherEnvironment) {
    super(state, variables);
    this.#departments = openDepartments(state.storage, variables);
    this.#statusReader = new StatusReader(this.#departments);
  }

  /** Answer a request: one read of finished bytes where there are any, else rendered now and kept. */
  async read({ name, selection, origin, heldEtag, heldMark }: DocumentRequest): Promise<DocumentAnswer> {
    const { imprint, desk } = this.#departments;
    const now = Date.now();
    imprint.learnOrigin(origin);
    await this.#wake(now);
    const document = findDocument(name);
    if (document === null) return { outcome: "not_found" };
    if (typeof heldMark === "string" && desk.isCurrent(document, selection, heldMark, now))
      return { outcome: "unchanged", mark: heldMark };
    const found = await desk.find(document, selection, now);
    if (found === null) return { outcome: "not_found" };
    if (found.representation.etag === heldEtag) return { outcome: "unchanged", mark: found.mark };
    return { outcome: "found", ...found };
  }

  /**
   * Fetch if that is due, and publish what changed; or a step of an edition, as long as there is more to do. Never two at
   * once: who comes second waits for the first.
   */
  async refresh(): Promise<Refreshed> {
    this.#refreshing ??= this.#refreshWhilePinged().finally(() => {
      this.#refreshing = null;
    });
    return await this.#refreshing;
  }

  /**
   * Have documents ready before anybody asks, as many as are little work: calls of their own, so that each stays small.
   *
   * @returns the names of those that are left
   */
  async prepare(names: readonly string[]): Promise<string[]> {
    return await this.#departments.preparation.prepare(names, Date.now());
  }

  /**
   * Set at first use, so that the first visitor does not wait for YouTube, and whenever something was pushed; then as long
   * as there is a step to take, something to index or to send, and for when that will be.
   */
  override async alarm(): Promise<void> {
    const { intake, editions, push } = this.#departments;
    const isDue = intake.isUntried() || intake.isPinged(Date.now()) || editions.isFirst();
    if (await this.#cycle.takeStep(isDue)) {
      await this.ctx.storage.setAlarm(Date.now());
      return;
    }
    const isMore = await this.writeIndex();
    const isSent = await push.work(Date.now());
    const now = Date.now();
    const next = isMore ? now : push.nextAt(now);
    if (next !== null)
      await this.ctx.storage.setAlarm(Math.max(next, isMore || isSent ? now : now + IDLE_PAUSE));
  }

  /**
   * One slice of the index of searches. Never two at once, as a refresh.
   *
   * @returns whether there is more to do
   */
  async writeIndex(): Promise<boolean> {
    const { editions, search } = this.#departments;
    const now = Date.now();
    if (!search.isDue(compiled.build)) return false;
    const { published } = editions.current(now);
    this.#indexing ??= search.writeSlice(compiled.build, published, now).finally(() => {
      this.#indexing = null;
    });
    return await this.#indexing;
  }

  /**
   * YouTube's hub verifies that a lease was asked for, or denies it.
   *
   * @returns whether that can be
   */
  async verifyLease(token: string, topic: string, intent: Intent): Promise<boolean> {
    const now = Date.now();
    const isPending = this.#departments.push.subscriber.verify(token, topic, intent, now);
    if (isPending) await this.#setAlarm(now);
    return isPending;
  }

  /** YouTube's hub delivers. Who is told that a look is due begins a cycle; the alarm does where that came to nothing. */
  async receivePush(token: string, delivered: Delivered): Promise<Received> {
    const now = Date.now();
    const received = await this.#departments.push.subscriber.receive(token, delivered, now);
    if (received.outcome === "taken") await this.#setAlarm(now);
    if (!received.isLookDue) return received;
    // A cycle that runs sees it at its end.
    const isLookDue = this.#refreshing === null && !this.#isLookPromised;
    this.#isLookPromised = true;
    return { ...received, isLookDue };
  }

  /** What a subscriber asks of the hub. Nothing is sent before the alarm, which comes at once. */
  async askHub(request: HubRequest): Promise<Result<null, HubFault>> {
    const now = Date.now();
    await this.#wake(now);
    const asked = await this.#departments.push.hub.ask(request, now);
    if (asked.ok) await this.#setAlarm(now);
    return asked;
  }

  /** Whether a video is published here, as a recording or by itself. */
  hasVideo(videoId: string): boolean {
    const { editions } = this.#departments;
    return isPublished(editions.current(Date.now()).programme, videoId);
  }

  async status(): Promise<Status> {
    const now = Date.now();
    // Whoever asks first after a deployment makes its edition known, be it a monitor.
    await this.#wake(now);
    return this.#statusReader.read(now);
  }

  /** The whole state as a document; a stream, because a call carries 32 MB at most. */
  exportState(): ReadableStream<Uint8Array> {
    return new Blob(toStateDocument(this.ctx.storage.sql, compiled.club.uidDomain)).stream();
  }

  /** Put a document in the place of the state; without `isReplacing` only where there is none. */
  async importState(
    body: ReadableStream<Uint8Array>,
    options: { isReplacing: boolean },
  ): Promise<Result<{ rows: number }, StateFault>> {
    const { facts, feeds, editions, search, representations, desk } = this.#departments;
    const text = await readText(body);
    if (!text.ok) return text;
    const document = parseState(text.value, compiled.club.uidDomain);
    if (!document.ok) return document;
    const restored = restoreState(this.ctx.storage, document.value, options);
    facts.reload();
    feeds.reload();
    editions.forget();
    search.forget();
    representations.forget();
    desk.forget();
    return restored;
  }

  /** What is pushed while a cycle runs is looked at in another. */
  async #refreshWhilePinged(): Promise<Refreshed> {
    const { editions, intake, preparation } = this.#departments;
    this.#isLookPromised = false;
    let isChanged = await this.#refresh();
    const isPinged = () => !editions.isInTheMaking && intake.isPinged(Date.now());
    for (let more = 0; more < MOST_LOOKS && isPinged(); more++)
      isChanged = (await this.#refresh()) || isChanged;
    const isMore = editions.isInTheMaking;
    return { isChanged, isMore, toPrepare: isMore ? [] : preparation.toDue(Date.now()) };
  }

  /** @returns whether anything changed, see {@link Refreshed} */
  async #refresh(): Promise<boolean> {
    const { facts, imprint, editions, intake, representations } = this.#departments;
    const now = Date.now();
    const before = (this.#before ??= [editions.lastName(), facts.get("span")?.since]);
    const isBegun = editions.isInTheMaking;
    if (!isBegun) await intake.refresh(() => editions.awaited(now), imprint.address(), now);
    const later = Date.now();
    const isNews = isBegun || editions.isDue(later);
    if (isNews) editions.advance(later);
    if (editions.isInTheMaking) return false;
    this.#before = null;
    representations.writeUses();
    await this.#setAlarm(later, isNews);
    const after = [editions.lastName(), editions.asOf(later)];
    return after.some((value, index) => value !== before[index]);
  }

  /** At first use, and when a deployment brought other data, other code or another address. */
  async #wake(now: Instant): Promise<void> {
    const { editions } = this.#departments;
    const isDue = editions.isDue(now);
    if (isDue) editions.publish(now);
    if (isDue || !this.#isAwake) await this.#setAlarm(now, isDue);
    this.#isAwake = true;
  }

  /**
   * Where somebody would have to wait, or something is to be indexed or sent.
   *
   * @param isNews whether anything has changed since the alarm was set; without that no session need be looked at
   */
  async #setAlarm(now: Instant, isNews = true): Promise<void> {
    const setFor = (await this.ctx.storage.getAlarm()) ?? Infinity;
    const dueAt = this.#toDueAt(now, isNews || setFor === Infinity);
    if (dueAt !== null && dueAt < setFor) await this.ctx.storage.setAlarm(Math.max(dueAt, now));
  }

  #toDueAt(now: Instant, isNews: boolean): Instant | null {
    const { intake, search, push } = this.#departments;
    if (intake.isUntried() || search.isDue(compiled.build)) return now;
    return isNews || push.isSetUpAnew() ? push.nextAt(now) : null;
  }
}
