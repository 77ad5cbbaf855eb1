/**
 * The isolate's memo: copies of representations this isolate has served lately, so that a busy poll reads nothing at all,
 * and the addresses they were asked for by, so that it parses nothing either.
 *
 * Short-lived, because only the Publisher knows when the programme changes; after that time one read asks it, and bytes
 * travel only if they changed. Its word is for all copies made from the same, so that five hundred addresses cost one question
 * and not as many. What is too old is still better than nothing when the Publisher cannot be reached.
 */
import { toByteLength } from "../http/content-coding.ts";
import type { Representation } from "../http/representation.ts";
import type { Serve } from "../http/serve-representation.ts";
import { SECOND, type Instant } from "../programme/instant.ts";
import { BoundedMap } from "./bounded-map.ts";

/** Well below the minute that the edge keeps a copy. */
const FRESH_FOR: Instant = 5 * SECOND;
/** One request asks; those that come meanwhile are served at once, as long as an answer may take. */
const ASKED_FOR: Instant = SECOND;
/** An isolate has 128 MB for everything; 450 feeds of a programme of 5,000 sessions take 40. One is held however large it is. */
const MAX_COPY_BYTES = 48 * 1024 * 1024;
/** Anybody can make up addresses of one document without end; a subscriber's is parsed once more when it was pushed out. */
const MAX_ADDRESS_BYTES = 1024 * 1024;
/** Of marks there are few at a time: one for each edition, turn and transcript. */
const MAX_MARK_BYTES = 64 * 1024;
/** What holds the bytes: mostly header fields, some of them prepared for each coding. */
const COPY_BYTES = 8 * 1024;
const ADDRESS_BYTES = 200;
/** JavaScript has two for each unit of a text that is not Latin. */
const CHARACTER_BYTES = 2;

/** A representation that is ready to be served; the bytes are where it is served from, and nowhere else. */
export interface Copy {
  etag: string;
  /** Of the body, and of its compressed one. */
  byteLength: number;
  /** What it was made from: the Publisher's word for it. */
  mark: string;
  serve: Serve;
}

export function toCopy({ pieces, etag }: Representation, mark: string, serve: Serve): Copy {
  const byteLength = toByteLength(pieces.flatMap(({ bytes, deflated }) => [bytes, deflated]));
  return { etag, byteLength, mark, serve };
}

/** What the Publisher last said of a mark; all copies that bear it hold the same one. */
interface Word {
  freshUntil: Instant;
}

interface Held {
  copy: Copy;
  word: Word;
  /** The Publisher is being asked for this one: those that come meanwhile are served as if it were fresh. */
  askedUntil: Instant;
}

export class Memo {
  readonly #copies = new BoundedMap<Held>(MAX_COPY_BYTES);
  readonly #words = new BoundedMap<Word>(MAX_MARK_BYTES);
  readonly #addresses = new BoundedMap<{ key: string; isCanonical: boolean }>(MAX_ADDRESS_BYTES);

  /** The copy held, and whether it may be served without asking. */
  find(key: string, now: Instant): { copy: Copy; isFresh: boolean } | null {
    const held = this.#copies.get(key);
    if (held === null) return null;
    return { copy: held.copy, isFresh: now < held.word.freshUntil || now < held.askedUntil };
  }

  /** The answer to a request, at once; null where it takes more than looking. */
  answer(request: Request, now: Instant): Response | null {
    const address = this.#addresses.get(request.url);
    if (address === null) return null;
    const held = this.find(address.key, now);
    return held?.isFresh === true ? held.copy.serve(request, address.isCanonical) : null;
  }

  /** The Publisher is being asked: nobody else need do so now. */
  noteAsked(key: string, now: Instant): void {
    const held = this.#copies.get(key);
    if (held !== null) held.askedUntil = now + ASKED_FOR;
  }

  /** Keep what the Publisher has just given or confirmed, as the newest; those kept longest ago make room. */
  keep(key: string, copy: Copy, now: Instant): void {
    const bytes = COPY_BYTES + copy.byteLength;
    const before = this.#copies.get(key);
    // Another mark now: whatever bears the one before is no longer what the Publisher has.
    if (before !== null) before.word.freshUntil = -Infinity;
    this.#copies.keep(key, { copy, word: this.#confirm(copy.mark, now), askedUntil: -Infinity }, bytes);
  }

  #confirm(mark: string, now: Instant): Word {
    const word = this.#words.get(mark) ?? { freshUntil: 0 };
    word.freshUntil = now + FRESH_FOR;
    this.#words.keep(mark, word, ADDRESS_BYTES + CHARACTER_BYTES * mark.length);
    return word;
  }

  /** Remember by which address a copy was asked for; where there is none, as for what was searched for, nothing. */
  keepAddress(url: string, key: string, isCanonical: boolean): void {
    if (this.#copies.get(key) === null) return;
    this.#addresses.keep(url, { key, isCanonical }, ADDRESS_BYTES + CHARACTER_BYTES * url.length);
  }

  /** Ask again for each, as something has changed; until then they are as good as they were. */
  doubt(): void {
    for (const held of this.#copies.values()) held.askedUntil = held.word.freshUntil = -Infinity;
  }

  drop(key: string): void {
    this.#copies.drop(key);
  }

  clear(): void {
    this.#copies.clear();
    this.#words.clear();
    this.#addresses.clear();
  }
}

/** The isolate's one memo. */
export const memo = new Memo();
