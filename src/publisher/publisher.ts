/**
 * The Publisher: the one Durable Object that owns all state. It takes in the channel feed, keeps the programme and its
 * ledger, and holds finished representations. As the single writer it makes refreshes safe.
 */
import { DurableObject } from "cloudflare:workers";
import { compiled } from "#data";
import { findDocument, PREPARED, toLeftOut } from "../documents/addresses.ts";
import { SECOND, type Instant } from "../programme/instant.ts";
import { isPublished } from "../programme/programme.ts";
import type { PublishedProgramme } from "../programme/publication.ts";
import type { Result } from "../programme/result.ts";
import { WHOLE } from "../programme/selection.ts";
import { openDepartments, type Departments, type PublisherEnvironment } from "./departments.ts";
import { log } from "./log.ts";
import type { DocumentAnswer, DocumentRequest, Refreshed } from "./protocol.ts";
import {
  parseState,
  readText,
  restoreState,
  toStateDocument,
  type StateFault,
} from "./store/state-document.ts";
import { toStatus, type Status } from "./status.ts";

/** How soon the alarm comes again where nothing was done: whatever is due is then a mistake of ours, and must not spin. */
const IDLE_PAUSE: Instant = 10 * SECOND;

export class Publisher extends DurableObject<PublisherEnvironment> {
  readonly #departments: Departments;
  #refreshing: Promise<Refreshed> | null = null;
  #indexing: Promise<boolean> | null = null;
  #isAwake = false;
  #leftOut: { programme: PublishedProgramme; value: ReturnType<typeof toLeftOut> } | null = null;

  constructor(state: DurableObjectState, variables: PublisherEnvironment) {
    super(state, variables);
    this.#departments = openDepartments(state.storage, variables);
  }

  /** Answer a request: one read of finished bytes where there are any, else rendered now and kept. */
  async read({ name, selection, origin, heldEtag, heldMark }: DocumentRequest): Promise<DocumentAnswer> {
    const { editions, desk } = this.#departments;
    const now = Date.now();
    editions.learnOrigin(origin);
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

  /** One cycle: fetch if one is due, publish what changed. Never two at once: who comes second waits for the first. */
  async refresh(): Promise<Refreshed> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null;
    });
    return await this.#refreshing;
  }

  /**
   * Have one document ready before anybody asks. A call of its own, so that each step stays small.
   *
   * One that cannot be written is told in the log, and again to who asks for it: it must not keep others from theirs.
   */
  async prepare(name: string): Promise<void> {
    const { facts, desk } = this.#departments;
    const unwritten = facts.get("unwritten").filter((other) => other !== name);
    try {
      const document = findDocument(name);
      if (document !== null) await desk.find(document, WHOLE, Date.now());
      facts.set("unwritten", unwritten);
    } catch (error) {
      facts.set("unwritten", [...unwritten, name].toSorted());
      log("error", "document not prepared", { document: name, message: String(error) });
    }
  }

  /**
   * Set at first use, so that the first visitor does not wait for YouTube, and whenever something was pushed; then as long
   * as there is something to index or to send, and for when that will be.
   */
  override async alarm(): Promise<void> {
    const { intake, push } = this.#departments;
    if (intake.isUntried() || intake.isPinged(Date.now())) {
      await this.refresh();
      for (const { name } of PREPARED) await this.prepare(name);
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
    const { published } = editions.current(now);
    this.#indexing ??= search.writeSlice(editions.name(), published, now).finally(() => {
      this.#indexing = null;
    });
    return await this.#indexing;
  }

  /** Whether a video is published here, as a recording or by itself. */
  hasVideo(videoId: string): boolean {
    const { editions } = this.#departments;
    return isPublished(editions.current(Date.now()).programme, videoId);
  }

  status(): Status {
    const { editions, config, intake, search, facts, push, storeVersion, rows } = this.#departments;
    const now = Date.now();
    const { programme, published, videos, vanished } = editions.current(now);
    return toStatus(
      {
        club: compiled.club.name,
        kind: config.kind,
        sources: intake.reports(),
        dataApi: intake.reportApi(now),
        programme,
        videos,
        changedAt: published.changedAt,
        vanished,
        calendar: this.#toLeftOut(published),
        search: search.report(editions.name(), published),
        unwritten: facts.get("unwritten"),
        push: push.status(now),
        build: compiled.build,
        store: { version: storeVersion, setAside: rows.readSetAside() },
      },
      now,
    );
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
    const { facts, feeds, editions, representations, desk } = this.#departments;
    const text = await readText(body);
    if (!text.ok) return text;
    const document = parseState(text.value, compiled.club.uidDomain);
    if (!document.ok) return document;
    const restored = restoreState(this.ctx.storage, document.value, options);
    facts.reload();
    feeds.reload();
    editions.forget();
    representations.forget();
    desk.forget();
    return restored;
  }

  /** Once for each programme: it takes as long as writing a calendar does. */
  #toLeftOut(programme: PublishedProgramme): ReturnType<typeof toLeftOut> {
    const { editions } = this.#departments;
    if (this.#leftOut?.programme !== programme) {
      const publication = { club: compiled.club, programme, publicUrl: editions.publicUrl() };
      this.#leftOut = { programme, value: toLeftOut(publication) };
    }
    return this.#leftOut.value;
  }

  async #refresh(): Promise<Refreshed> {
    const { facts, editions, config, intake, representations } = this.#departments;
    const now = Date.now();
    const before = [facts.get("edition"), facts.get("span")?.since];
    // None before the first fetch: a first start publishes sessions and replays in one step, with the dates of the past.
    const sessions = editions.isFirst() ? [] : editions.current(now).programme.sessions;
    const aboutUrl = config.publicUrl ?? facts.get("origin");
    const isNew = await intake.refresh(sessions, aboutUrl, now);
    const later = Date.now();
    if (isNew || editions.isDue(later)) editions.publish(later);
    representations.writeUses();
    await this.#setAlarm(later);
    const after = [facts.get("edition"), editions.asOf(later)];
    return { isChanged: after.some((value, index) => value !== before[index]) };
  }

  /** At first use, and when a deployment brought other data, other code or another address. */
  async #wake(now: Instant): Promise<void> {
    const { editions } = this.#departments;
    const isDue = editions.isDue(now);
    if (isDue) editions.publish(now);
    if (isDue || !this.#isAwake) await this.#setAlarm(now);
    this.#isAwake = true;
  }

  /** Where somebody would have to wait, or something is to be indexed or sent. */
  async #setAlarm(now: Instant): Promise<void> {
    const { intake, search, editions, push } = this.#departments;
    const isDue = intake.isUntried() || search.isDue(editions.name());
    const dueAt = isDue ? now : push.nextAt(now);
    if (dueAt === null) return;
    const setFor = await this.ctx.storage.getAlarm();
    if (setFor === null || setFor > dueAt) await this.ctx.storage.setAlarm(Math.max(dueAt, now));
  }
}
