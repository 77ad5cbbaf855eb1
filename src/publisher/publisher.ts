/**
 * The Publisher: the one Durable Object that owns all state. It takes in the channel feed, keeps the programme and its
 * ledger, and holds finished representations. As the single writer it makes refreshes safe.
 */
import { DurableObject } from "cloudflare:workers";
import { compiled } from "#data";
import { toConfig, type Config, type Environment } from "../config.ts";
import { createRepresentation, type Representation } from "../http/representation.ts";
import type { Instant } from "../programme/instant.ts";
import {
  createProgramme,
  isPublished,
  toNextTurn,
  type Programme,
  type ProgrammeSession,
} from "../programme/programme.ts";
import { revise } from "../programme/revise.ts";
import type { PublishedProgramme } from "../programme/revision.ts";
import { toQuery, WHOLE, type Selection } from "../programme/selection.ts";
import { toSpan } from "../programme/turns.ts";
import type { FeedIdentity } from "../sources/channel-feed.ts";
import { readAsOf } from "./as-of.ts";
import { Archive } from "./archive.ts";
import { FactTable } from "./facts.ts";
import { LedgerTable } from "./ledger-table.ts";
import { memo } from "./memo.ts";
import { isPage } from "./page-renderings.ts";
import { isFetchDue } from "./refresh-policy.ts";
import { PLAIN_PATHS, render } from "./renderings.ts";
import { refreshSource } from "./refresh-source.ts";
import { SCHEMA } from "./schema.ts";
import { Shelf } from "./shelf.ts";
import { UNTRIED } from "./source-health.ts";
import { toStatus, type Status } from "./status.ts";
import type { Answer, Refreshed, Wish } from "./wish.ts";

/** The programme at hand, rebuilt from the tables when the object has slept. */
interface Edition {
  programme: Programme;
  published: PublishedProgramme;
  videos: number;
  vanished: string[];
}

export class Publisher extends DurableObject<Environment> {
  readonly #config: Config;
  readonly #facts: FactTable;
  readonly #archive: Archive;
  readonly #ledger: LedgerTable;
  readonly #shelf: Shelf;
  #edition: Edition | null = null;
  #refreshing: Promise<Refreshed> | null = null;

  constructor(state: DurableObjectState, environment: Environment) {
    super(state, environment);
    const { sql } = state.storage;
    sql.exec(SCHEMA);
    this.#config = toConfig(environment, compiled.club.youtube.channelId);
    this.#facts = new FactTable(sql);
    this.#archive = new Archive(sql);
    this.#ledger = new LedgerTable(sql);
    this.#shelf = new Shelf(sql);
    this.#meetSource();
  }

  /** Answer a request: one read of finished bytes where there are any, else rendered now and kept. */
  async read({ path, selection, origin, heldEtag }: Wish): Promise<Answer> {
    const now = Date.now();
    this.#learnOrigin(origin);
    await this.#wake(now);
    const representation = await this.#take(path, selection, now);
    if (representation === null) return { outcome: "not_found" };
    if (representation.etag === heldEtag) return { outcome: "unchanged" };
    return { outcome: "found", representation };
  }

  /**
   * One cycle: fetch if one is due, publish what changed, render it. Never two at once: who comes second waits for the
   * first.
   */
  async refresh(): Promise<Refreshed> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null;
    });
    return await this.#refreshing;
  }

  /** Whether a video is published here, as a recording or by itself. */
  hasVideo(videoId: string): boolean {
    return isPublished((this.#edition ?? this.#publish(Date.now())).programme, videoId);
  }

  status(): Status {
    const now = Date.now();
    const { programme, published, videos, vanished } = this.#edition ?? this.#publish(now);
    return toStatus(
      {
        club: compiled.club.name,
        source: this.#config.source,
        foundChannelId: this.#identity()?.replace(/^[a-z]+:/, "") ?? null,
        health: this.#facts.get("health"),
        programme,
        videos,
        changedAt: published.changedAt,
        vanished,
        build: compiled.build,
      },
      now,
    );
  }

  /** Have one plain representation ready before anybody asks. A call of its own, so that each step stays small. */
  async prepare(path: string): Promise<void> {
    await this.#take(path, WHOLE, Date.now());
  }

  /** Set at first use, so that the first visitor does not wait for YouTube. */
  override async alarm(): Promise<void> {
    await this.refresh();
    for (const path of PLAIN_PATHS) await this.prepare(path);
  }

  async #refresh(): Promise<Refreshed> {
    const now = Date.now();
    const before = [this.#facts.get("edition"), this.#facts.get("span")?.since];
    const state = {
      health: this.#facts.get("health"),
      sessions: this.#toSessionsAtHand(now),
      trialInterval: this.#config.trialInterval,
    };
    const isNew =
      isFetchDue(state, now) && (await refreshSource(this.#config, this.#facts, this.#archive, now));
    if (isNew || this.#isPublishDue(Date.now())) this.#publish(Date.now());
    const after = [this.#facts.get("edition"), this.#toAsOf(Date.now())];
    return { isChanged: after.some((value, index) => value !== before[index]) };
  }

  /** None before the first fetch: a first start publishes sessions and replays in one step, with the dates of the past. */
  #toSessionsAtHand(now: Instant): readonly ProgrammeSession[] {
    if (this.#facts.get("published") === null) return [];
    return (this.#edition ?? this.#publish(now)).programme.sessions;
  }

  /** Health is a source's own: another address is tried at once, another kind of source starts from nothing. */
  #meetSource(): void {
    const { kind, feedUrl } = this.#config.source;
    const known = this.#facts.get("source");
    if (known?.kind === kind && known.feedUrl === feedUrl) return;
    const { lastSuccessAt } = this.#facts.get("health");
    this.#facts.set("health", { ...UNTRIED, lastSuccessAt: known?.kind === kind ? lastSuccessAt : null });
    this.#facts.set("source", { kind, feedUrl });
  }

  /** At first use, and when a deployment brought other data, other code or another address. */
  async #wake(now: Instant): Promise<void> {
    if (this.#facts.get("edition") !== this.#toEditionName() || this.#facts.get("published") === null) {
      this.#publish(now);
    }
    const isUntried = this.#facts.get("health").lastAttemptAt === null && this.#config.source.kind !== "none";
    if (isUntried && (await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(now);
  }

  /** Match, revise, and write what changed: in one step, so that no reader and no crash sees half of it. */
  #publish(now: Instant): Edition {
    const { club } = compiled;
    const publicUrl = this.#publicUrl();
    const archive = this.#archive.read(this.#identity());
    const present = [...compiled.sessions.map(({ id }) => id), ...club.retired];
    const vanished = this.#ledger.readVanished(present);
    const sessions = [...compiled.sessions, ...vanished];
    const previous = this.#ledger.readMatches();
    const programme = createProgramme({ club, sessions, archive, previous, publicUrl }, now);
    const before = this.#ledger.read(this.#facts.get("published"));
    const { ledger, published } = revise(programme, club, before, now);
    const editionBefore = this.#facts.get("edition");
    this.ctx.storage.transactionSync(() => {
      this.#ledger.write(before, ledger, sessions);
      this.#ledger.writeMatches(previous, programme.matches);
      this.#facts.set("published", ledger.published);
      this.#facts.set("nextTurnAt", toNextTurn(programme));
      this.#facts.set("span", toSpan(sessions, now));
      this.#facts.set("edition", this.#toEditionName());
    });
    if (this.#facts.get("edition") !== editionBefore) memo.expire();
    this.#edition = { programme, published, videos: archive.length, vanished: vanished.map(({ id }) => id) };
    return this.#edition;
  }

  /** From the shelf, else rendered and put there. */
  async #take(path: string, selection: Selection, now: Instant): Promise<Representation | null> {
    const key = path + toQuery(selection);
    const asOf = isPage(path) ? this.#toAsOf(now) : 0;
    const edition = isPage(path) ? `${this.#toEditionName()} as of ${asOf}` : this.#toEditionName();
    const kept = this.#shelf.take(key, edition, now);
    if (kept !== null) return kept;
    const { published } = this.#edition ?? this.#publish(now);
    const rendering = render(path, selection, {
      club: compiled.club,
      programme: published,
      publicUrl: this.#publicUrl(),
      isSample: this.#config.source.kind === "sample",
      asOf,
    });
    if (rendering === null) return null;
    const { text, contentType } = rendering;
    const representation = await createRepresentation(text, contentType, Math.max(published.changedAt, asOf));
    this.#shelf.put(key, edition, representation, now);
    return representation;
  }

  /** See {@link readAsOf}. */
  #toAsOf(now: Instant): Instant {
    return readAsOf(this.#facts, now, () => (this.#edition ?? this.#publish(now)).programme.sessions);
  }

  /** Everything representations are made from: the programme, the code and data of the build, the address. */
  #toEditionName(): string {
    const fingerprint = this.#facts.get("published")?.fingerprint ?? "";
    return [fingerprint, compiled.build, this.#publicUrl(), this.#config.source.kind].join(" ");
  }

  /** Whose videos count at present: what the last accepted fetch of this kind of source showed. */
  #identity(): FeedIdentity | null {
    const pin = this.#facts.get("pin");
    return pin?.kind === this.#config.source.kind ? pin.identity : null;
  }

  #isPublishDue(now: Instant): boolean {
    if (this.#facts.get("published") === null) return true;
    const nextTurnAt = this.#facts.get("nextTurnAt");
    return nextTurnAt !== null && nextTurnAt <= now;
  }

  #publicUrl(): string {
    return this.#config.publicUrl ?? this.#facts.get("origin") ?? compiled.club.siteUrl.replace(/\/+$/, "");
  }

  #learnOrigin(origin: string): void {
    if (this.#config.publicUrl === null && this.#facts.get("origin") === null)
      this.#facts.set("origin", origin);
  }
}
