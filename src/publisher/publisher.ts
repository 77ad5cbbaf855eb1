/**
 * The Publisher: the one Durable Object that owns all state. It takes in the channel feed, keeps the programme and its
 * ledger, and holds finished representations. As the single writer it makes refreshes safe.
 */
import { DurableObject } from "cloudflare:workers";
import { compiled } from "#data";
import { toConfig, type Config, type Variables } from "../config.ts";
import { createRepresentation, type Representation } from "../http/representation.ts";
import type { Instant } from "../programme/instant.ts";
import { isPublished } from "../programme/programme.ts";
import type { Result } from "../programme/result.ts";
import { toQuery, WHOLE, type Selection } from "../programme/selection.ts";
import { Archive } from "./archive.ts";
import { Editions } from "./editions.ts";
import { FactTable } from "./facts.ts";
import { LedgerTable } from "./ledger-table.ts";
import { RowReader } from "./row-reader.ts";
import { isPage } from "./page-renderings.ts";
import { isFetchDue } from "./refresh-policy.ts";
import { PLAIN_PATHS, render } from "./renderings.ts";
import { refreshSource } from "./refresh-source.ts";
import { openStore } from "./schema.ts";
import { Shelf } from "./shelf.ts";
import { UNTRIED } from "./source-health.ts";
import { parseState, readText, restoreState, toStateDocument, type StateFault } from "./state-document.ts";
import { toStatus, type Status } from "./status.ts";
import type { Answer, Refreshed, Wish } from "./wish.ts";

export class Publisher extends DurableObject<Variables> {
  readonly #config: Config;
  readonly #storeVersion: number;
  readonly #rows: RowReader;
  readonly #facts: FactTable;
  readonly #archive: Archive;
  readonly #editions: Editions;
  readonly #shelf: Shelf;
  #refreshing: Promise<Refreshed> | null = null;

  constructor(state: DurableObjectState, variables: Variables) {
    super(state, variables);
    const { storage } = state;
    this.#storeVersion = openStore(storage);
    this.#rows = new RowReader(storage.sql);
    this.#config = toConfig(variables, compiled.club.youtube.channelId);
    this.#facts = new FactTable(storage.sql, this.#rows);
    this.#archive = new Archive(storage.sql, this.#rows);
    this.#editions = new Editions({
      config: this.#config,
      storage,
      facts: this.#facts,
      archive: this.#archive,
      ledger: new LedgerTable(storage.sql, this.#rows),
    });
    this.#shelf = new Shelf(storage.sql);
    this.#meetSource();
  }

  /** Answer a request: one read of finished bytes where there are any, else rendered now and kept. */
  async read({ path, selection, origin, heldEtag }: Wish): Promise<Answer> {
    const now = Date.now();
    this.#editions.learnOrigin(origin);
    await this.#wake(now);
    const representation = await this.#take(path, selection, now);
    if (representation === null) return { outcome: "not_found" };
    if (representation.etag === heldEtag) return { outcome: "unchanged" };
    return { outcome: "found", representation };
  }

  /** One cycle: fetch if one is due, publish what changed. Never two at once: who comes second waits for the first. */
  async refresh(): Promise<Refreshed> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null;
    });
    return await this.#refreshing;
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

  /** Whether a video is published here, as a recording or by itself. */
  hasVideo(videoId: string): boolean {
    return isPublished(this.#editions.current(Date.now()).programme, videoId);
  }

  status(): Status {
    const now = Date.now();
    const { programme, published, videos, vanished } = this.#editions.current(now);
    return toStatus(
      {
        club: compiled.club.name,
        source: this.#config.source,
        foundChannelId: this.#editions.identity()?.replace(/^[a-z]+:/, "") ?? null,
        health: this.#facts.get("health"),
        programme,
        videos,
        changedAt: published.changedAt,
        vanished,
        build: compiled.build,
        store: { version: this.#storeVersion, setAside: this.#rows.readSetAside() },
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
    const text = await readText(body);
    if (!text.ok) return text;
    const document = parseState(text.value, compiled.club.uidDomain);
    if (!document.ok) return document;
    const restored = restoreState(this.ctx.storage, document.value, options);
    this.#facts.reload();
    this.#editions.forget();
    this.#meetSource();
    return restored;
  }

  async #refresh(): Promise<Refreshed> {
    const now = Date.now();
    const before = [this.#facts.get("edition"), this.#facts.get("span")?.since];
    const state = {
      health: this.#facts.get("health"),
      // None before the first fetch: a first start publishes sessions and replays in one step, with the dates of the past.
      sessions: this.#editions.isFirst() ? [] : this.#editions.current(now).programme.sessions,
      trialInterval: this.#config.trialInterval,
    };
    const isNew =
      isFetchDue(state, now) && (await refreshSource(this.#config, this.#facts, this.#archive, now));
    const later = Date.now();
    if (isNew || this.#editions.isDue(later)) this.#editions.publish(later);
    const after = [this.#facts.get("edition"), this.#editions.asOf(later)];
    return { isChanged: after.some((value, index) => value !== before[index]) };
  }

  /** Health is a source's own: another address is tried at once, another kind of source starts from nothing. */
  #meetSource(): void {
    const { kind, feedUrl } = this.#config.source;
    const known = this.#facts.get("source");
    if (known?.kind === kind && known.feedUrl === feedUrl) return;
    const { lastSuccessAt } = this.#facts.get("health");
    // Where it is not known whose health it is, it is this source's: that fact was lost.
    if (known !== null)
      this.#facts.set("health", { ...UNTRIED, lastSuccessAt: known.kind === kind ? lastSuccessAt : null });
    this.#facts.set("source", { kind, feedUrl });
  }

  /** At first use, and when a deployment brought other data, other code or another address. */
  async #wake(now: Instant): Promise<void> {
    if (this.#editions.isDue(now)) this.#editions.publish(now);
    const isUntried = this.#facts.get("health").lastAttemptAt === null && this.#config.source.kind !== "none";
    if (isUntried && (await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(now);
  }

  /** From the shelf, else rendered and put there. Pages change with the turns too, feeds with the edition alone. */
  async #take(path: string, selection: Selection, now: Instant): Promise<Representation | null> {
    const key = path + toQuery(selection);
    const asOf = isPage(path) ? this.#editions.asOf(now) : 0;
    const name = isPage(path) ? `${this.#editions.name()} as of ${asOf}` : this.#editions.name();
    const kept = this.#shelf.take(key, name, now);
    if (kept !== null) return kept;
    const { published } = this.#editions.current(now);
    const rendering = render(path, selection, {
      club: compiled.club,
      programme: published,
      publicUrl: this.#editions.publicUrl(),
      isSample: this.#config.source.kind === "sample",
      asOf,
    });
    if (rendering === null) return null;
    const { text, contentType } = rendering;
    const representation = await createRepresentation(text, contentType, Math.max(published.changedAt, asOf));
    this.#shelf.put(key, name, representation, now);
    return representation;
  }
}
