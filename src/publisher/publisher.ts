/**
 * The Publisher: the one Durable Object that owns all state. It takes in the channel feed, keeps the programme and its
 * ledger, and holds finished representations. As the single writer it makes refreshes safe.
 */
import { DurableObject } from "cloudflare:workers";
import { compiled } from "#data";
import { findDocument, PREPARED, toLeftOut } from "../documents/addresses.ts";
import type { Instant } from "../programme/instant.ts";
import { isPublished } from "../programme/programme.ts";
import type { PublishedProgramme } from "../programme/publication.ts";
import type { Result } from "../programme/result.ts";
import { WHOLE } from "../programme/selection.ts";
import { Archive } from "./store/archive.ts";
import { toConfig, type Config, type Variables } from "./config.ts";
import { Desk } from "./desk.ts";
import { Editions } from "./editions.ts";
import { Intake } from "./intake.ts";
import { FactTable } from "./store/fact-table.ts";
import { FeedTable } from "./store/feed-table.ts";
import { LedgerTable } from "./store/ledger-table.ts";
import { log } from "./log.ts";
import type { DocumentAnswer, DocumentRequest, Refreshed } from "./protocol.ts";
import { Search, type Assets } from "./search/search.ts";
import { RepresentationTable } from "./store/representation-table.ts";
import { RowReader } from "./store/row-reader.ts";
import { openStore } from "./store/schema.ts";
import {
  parseState,
  readText,
  restoreState,
  toStateDocument,
  type StateFault,
} from "./store/state-document.ts";
import { toStatus, type Status } from "./status.ts";

/** Variables, and where transcripts lie. */
export type PublisherEnvironment = Variables & { ASSETS?: Assets };

export class Publisher extends DurableObject<PublisherEnvironment> {
  readonly #config: Config;
  readonly #storeVersion: number;
  readonly #rows: RowReader;
  readonly #facts: FactTable;
  readonly #feeds: FeedTable;
  readonly #intake: Intake;
  readonly #editions: Editions;
  readonly #representations: RepresentationTable;
  readonly #search: Search;
  readonly #desk: Desk;
  #refreshing: Promise<Refreshed> | null = null;
  #indexing: Promise<boolean> | null = null;
  #leftOut: { programme: PublishedProgramme; value: ReturnType<typeof toLeftOut> } | null = null;

  constructor(state: DurableObjectState, variables: PublisherEnvironment) {
    super(state, variables);
    const { storage } = state;
    this.#storeVersion = openStore(storage);
    this.#rows = new RowReader(storage.sql);
    this.#config = toConfig(variables, compiled.club.youtube);
    this.#facts = new FactTable(storage.sql, this.#rows);
    this.#feeds = new FeedTable(storage.sql, this.#rows);
    const archive = new Archive(storage, this.#rows);
    this.#intake = new Intake({
      config: this.#config,
      feeds: this.#feeds,
      archive,
      facts: this.#facts,
      known: new Set(compiled.videos.map(({ id }) => id)),
    });
    this.#editions = new Editions({
      config: this.#config,
      storage,
      facts: this.#facts,
      archive,
      intake: this.#intake,
      ledger: new LedgerTable(storage.sql, this.#rows),
    });
    this.#representations = new RepresentationTable(storage);
    this.#search = new Search(storage, variables.ASSETS, compiled.transcripts);
    this.#desk = new Desk({
      config: this.#config,
      editions: this.#editions,
      search: this.#search,
      representations: this.#representations,
    });
  }

  /** Answer a request: one read of finished bytes where there are any, else rendered now and kept. */
  async read({ name, selection, origin, heldEtag }: DocumentRequest): Promise<DocumentAnswer> {
    const now = Date.now();
    this.#editions.learnOrigin(origin);
    await this.#wake(now);
    const document = findDocument(name);
    const found = document === null ? null : await this.#desk.find(document, selection, now);
    if (found === null) return { outcome: "not_found" };
    if (found.representation.etag === heldEtag) return { outcome: "unchanged" };
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
    const unwritten = this.#facts.get("unwritten").filter((other) => other !== name);
    try {
      const document = findDocument(name);
      if (document !== null) await this.#desk.find(document, WHOLE, Date.now());
      this.#facts.set("unwritten", unwritten);
    } catch (error) {
      this.#facts.set("unwritten", [...unwritten, name].toSorted());
      log("error", "document not prepared", { document: name, message: String(error) });
    }
  }

  /** Set at first use, so that the first visitor does not wait for YouTube; then as long as there is something to index. */
  override async alarm(): Promise<void> {
    if (this.#intake.isUntried()) {
      await this.refresh();
      for (const { name } of PREPARED) await this.prepare(name);
    }
    if (await this.writeIndex()) await this.ctx.storage.setAlarm(Date.now());
  }

  /**
   * One slice of the index of searches. Never two at once, as a refresh.
   *
   * @returns whether there is more to do
   */
  async writeIndex(): Promise<boolean> {
    const now = Date.now();
    const { published } = this.#editions.current(now);
    this.#indexing ??= this.#search.writeSlice(this.#editions.name(), published, now).finally(() => {
      this.#indexing = null;
    });
    return await this.#indexing;
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
        kind: this.#config.kind,
        sources: this.#intake.reports(),
        dataApi: this.#intake.reportApi(now),
        programme,
        videos,
        changedAt: published.changedAt,
        vanished,
        calendar: this.#toLeftOut(published),
        search: this.#search.report(this.#editions.name(), published),
        unwritten: this.#facts.get("unwritten"),
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
    this.#feeds.reload();
    this.#editions.forget();
    this.#representations.forget();
    return restored;
  }

  /** Once for each programme: it takes as long as writing a calendar does. */
  #toLeftOut(programme: PublishedProgramme): ReturnType<typeof toLeftOut> {
    if (this.#leftOut?.programme !== programme) {
      const publication = { club: compiled.club, programme, publicUrl: this.#editions.publicUrl() };
      this.#leftOut = { programme, value: toLeftOut(publication) };
    }
    return this.#leftOut.value;
  }

  async #refresh(): Promise<Refreshed> {
    const now = Date.now();
    const before = [this.#facts.get("edition"), this.#facts.get("span")?.since];
    // None before the first fetch: a first start publishes sessions and replays in one step, with the dates of the past.
    const sessions = this.#editions.isFirst() ? [] : this.#editions.current(now).programme.sessions;
    const aboutUrl = this.#config.publicUrl ?? this.#facts.get("origin");
    const isNew = await this.#intake.refresh(sessions, aboutUrl, now);
    const later = Date.now();
    if (isNew || this.#editions.isDue(later)) this.#editions.publish(later);
    this.#representations.writeUses();
    await this.#setAlarm(later);
    const after = [this.#facts.get("edition"), this.#editions.asOf(later)];
    return { isChanged: after.some((value, index) => value !== before[index]) };
  }

  /** At first use, and when a deployment brought other data, other code or another address. */
  async #wake(now: Instant): Promise<void> {
    if (this.#editions.isDue(now)) this.#editions.publish(now);
    await this.#setAlarm(now);
  }

  /** Where somebody would have to wait, or something is to be indexed. */
  async #setAlarm(now: Instant): Promise<void> {
    if (!this.#intake.isUntried() && !this.#search.isDue(this.#editions.name())) return;
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(now);
  }
}
