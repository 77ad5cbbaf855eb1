/**
 * Where documents are written: the one kept, else rendered now from the edition there is, and kept where that is worth it.
 */
import { compiled } from "#data";
import { PREPARED, toKey, writePieces } from "../documents/addresses.ts";
import type { Document } from "../documents/document.ts";
import { toTextPath } from "../documents/fixed-text.ts";
import { isTopic, toLinkField } from "../documents/topics.ts";
import { PieceMaker } from "../http/pieces.ts";
import { createRepresentation, type Representation } from "../http/representation.ts";
import { toPath } from "../programme/address.ts";
import type { Instant } from "../programme/instant.ts";
import type { Publication } from "../programme/publication.ts";
import { isAnswered, keepSessions, WHOLE, type Selection } from "../programme/selection.ts";
import { toEnd, type Steps } from "../programme/steps.ts";
import type { Cue } from "../programme/transcript.ts";
import { toHubUrls } from "../push/hub/addresses.ts";
import type { Config } from "./config.ts";
import type { Editions } from "./editions.ts";
import type { Found } from "./protocol.ts";
import type { Search } from "./search/search.ts";
import { fetchAsset, type Assets } from "./static-assets.ts";
import type { RepresentationTable } from "./store/representation-table.ts";

export interface DeskSources {
  config: Config;
  editions: Editions;
  search: Search;
  representations: RepresentationTable;
  assets: Assets | undefined;
}

/** Of what a document is made. */
interface Origin {
  edition: string;
  /** 0 for what has no turns. */
  asOf: Instant;
  /** The mark of the transcript that it shows; empty where it shows none. */
  transcript: string;
}

export class Desk {
  readonly #sources: DeskSources;
  /** Part of every mark: after a restore the same edition may have other dates, and what isolates hold is of no edition. */
  #life = crypto.randomUUID();
  /** Of the documents that are written at every change, as most of one in pieces is in the next again. */
  readonly #makers = new Map(PREPARED.map((document) => [toKey(document, WHOLE), new PieceMaker()]));

  /** What {@link prepare} has begun, of which edition. */
  #begun: { of: string; steps: Steps<Found | null> } | null = null;

  constructor(sources: DeskSources) {
    this.#sources = sources;
  }

  /** Null where there is no such document. Some change with the turns too, feeds with the edition alone. */
  async find(document: Document, selection: Selection, now: Instant): Promise<Found | null> {
    const origin = this.#toEdition(document, selection, now);
    const kept = this.#sources.representations.take(toKey(document, selection), origin.edition, now);
    if (kept !== null)
      return {
        representation: this.#link(kept, document, selection),
        isKept: true,
        mark: this.#toMark(origin.edition),
      };
    const texts = await this.#readTexts(document);
    return toEnd(this.#write(document, selection, { ...origin, texts }, now));
  }

  /**
   * Have a document ready, or take a step of that: a calendar of a thousand events is too much for one call.
   *
   * @returns how many bytes were made for it; null where there is more to do
   */
  async prepare(document: Document, now: Instant): Promise<number | null> {
    const key = toKey(document, WHOLE);
    const origin = this.#toEdition(document, WHOLE, now);
    if (this.#sources.representations.has(key, origin.edition)) return 0;
    const of = `${key} ${origin.edition}`;
    const begun = this.#begun?.of === of ? this.#begun.steps : null;
    // One that fails is begun anew.
    this.#begun = null;
    const steps =
      begun ?? this.#write(document, WHOLE, { ...origin, texts: await this.#readTexts(document) }, now);
    if (steps.next().done === true) return this.#toMaker(key).newBytes;
    this.#begun = { of, steps };
    return null;
  }

  *#write(
    document: Document,
    selection: Selection,
    { edition, asOf, transcript, texts }: Origin & { texts: Publication["texts"] },
    now: Instant,
  ): Steps<Found | null> {
    const { search, representations } = this.#sources;
    const key = toKey(document, selection);
    const cues = transcript === "" ? null : search.readTranscript(selection.session);
    const publication = this.#toPublication(document, selection, { asOf, cues, texts, now });
    const written = writePieces(document, publication, selection);
    if (written === null) return null;
    const spokenAt = this.#toSpokenAt(document, selection);
    const lastModified = Math.max(publication.programme.changedAt, asOf, spokenAt);
    const isKept = !isSearch(selection) && isAnswered(publication.programme, selection, compiled.club);
    const pieces = yield* this.#toMaker(key).make(written, () => representations.openDeflated(key));
    const representation = createRepresentation(pieces, document.contentType, lastModified);
    if (isKept) representations.put(key, edition, representation, now);
    return {
      representation: this.#link(representation, document, selection),
      isKept,
      mark: this.#toMark(edition),
    };
  }

  #toMaker(key: string): PieceMaker {
    return this.#makers.get(key) ?? new PieceMaker();
  }

  /** No part of what is kept: where a hub is does not change with the bytes. */
  #link(representation: Representation, document: Document, selection: Selection): Representation {
    if (!isTopic(document, selection)) return representation;
    const { publicUrl, hubs } = this.#place();
    const link = toLinkField({ self: publicUrl + toPath(document.pattern, selection), hubs });
    return link === null ? representation : { ...representation, link };
  }

  /** Where the service and its hubs are met. */
  #place(): Pick<Publication, "publicUrl" | "isStatic"> & { hubs: string[] } {
    const { config, editions } = this.#sources;
    const publicUrl = editions.publicUrl();
    const { isStatic } = config;
    return { publicUrl, isStatic, hubs: toHubUrls(compiled.push, publicUrl, isStatic) };
  }

  /** Whether {@link find} would read finished bytes. */
  isKept(document: Document, selection: Selection, now: Instant): boolean {
    const { edition } = this.#toEdition(document, selection, now);
    return this.#sources.representations.has(toKey(document, selection), edition);
  }

  /**
   * Whether what came with a mark is what {@link find} would give: told without reading or writing any bytes, also where
   * too much is asked for to be kept here. It is a use like any other.
   */
  isCurrent(document: Document, selection: Selection, mark: string, now: Instant): boolean {
    const isCurrent = mark === this.#toMark(this.#toEdition(document, selection, now).edition);
    if (isCurrent) this.#sources.representations.use(toKey(document, selection), now);
    return isCurrent;
  }

  /** After a restore: nothing is as it was. */
  forget(): void {
    this.#life = crypto.randomUUID();
  }

  #toMark(edition: string): string {
    return `${this.#life} ${edition}`;
  }

  /** Everything that a document is made from, and what of it lies in no edition of the programme. */
  #toEdition(document: Document, selection: Selection, now: Instant): Origin {
    const { editions, search } = this.#sources;
    const asOf = document.hasTurns === true ? editions.asOf(now) : 0;
    const isSpoken = document.needs === "transcript";
    const transcript = isSpoken ? search.readTranscriptMark(selection.session) : "";
    // With the session: what is true of one mark the Worker believes of all that bear it, and a transcript comes to one session.
    const spoken = isSpoken ? [selection.session, transcript] : [];
    return { edition: [editions.name(), "as of", asOf, ...spoken].join(" "), asOf, transcript };
  }

  /** When what was said last changed, as far as a document shows it. */
  #toSpokenAt({ needs }: Document, selection: Selection): Instant {
    const { search } = this.#sources;
    if (isSearch(selection)) return search.readChangedAt();
    return needs === "transcript" && selection.session !== undefined
      ? search.readChangedAt(selection.session)
      : 0;
  }

  async #readTexts({ name, needs }: Document): Promise<Publication["texts"]> {
    if (needs !== "text") return undefined;
    const file = await fetchAsset(this.#sources.assets, toTextPath(name));
    return file?.ok === true ? { [name]: await file.text() } : undefined;
  }

  #toPublication(
    document: Document,
    { q, page = 1 }: Selection,
    {
      asOf,
      cues,
      texts,
      now,
    }: { asOf: Instant; cues: Cue[] | null; texts: Publication["texts"]; now: Instant },
  ): Publication {
    const { config, editions, search } = this.#sources;
    const { published: programme } = editions.current(now);
    const publication = {
      club: compiled.club,
      programme,
      ...this.#place(),
      isSample: config.kind === "sample",
      asOf,
      ...(cues !== null && { transcript: cues }),
      ...(texts !== undefined && { texts }),
    };
    if (q === undefined) return publication;
    if (document.needs === "results")
      return { ...publication, results: search.toResults(q, page, programme, compiled.build) };
    const ids = new Set(search.find(q));
    return { ...publication, programme: keepSessions(programme, ({ session }) => ids.has(session.id)) };
  }
}

/** Of searches there is no end, and none may cost a write. */
function isSearch({ q, page }: Selection): boolean {
  return (q ?? page) !== undefined;
}
