/**
 * The isolate's memo: representations this isolate has served lately, so that a busy poll reads nothing at all.
 *
 * Short-lived, because only the Publisher knows when the programme changes; after that time one read asks it, and bytes
 * travel only if they changed. What is too old is still better than nothing when the Publisher cannot be reached.
 */
import type { Representation } from "../http/representation.ts";
import { SECOND, type Instant } from "../programme/instant.ts";

/** Well below the minute that the edge keeps a copy. */
const FRESH_FOR: Instant = 5 * SECOND;
/** The four feeds, the pages and some selections. */
const MAX_HELD = 40;
/** An isolate has 128 MB for everything. One representation is held however large it is. */
const MAX_HELD_BYTES = 32 * 1024 * 1024;

interface Held {
  representation: Representation;
  confirmedAt: Instant;
}

export class Memo {
  readonly #held = new Map<string, Held>();

  /** The copy held, and whether it may be served without asking. */
  find(key: string, now: Instant): { representation: Representation; isFresh: boolean } | null {
    const held = this.#held.get(key);
    if (held === undefined) return null;
    return { representation: held.representation, isFresh: now - held.confirmedAt < FRESH_FOR };
  }

  /** Keep, as the newest; those confirmed longest ago make room. */
  keep(key: string, representation: Representation, now: Instant): void {
    this.#held.delete(key);
    this.#held.set(key, { representation, confirmedAt: now });
    let bytes = 0;
    for (const held of this.#held.values()) bytes += countBytes(held);
    for (const [oldest, held] of this.#held) {
      if (oldest === key || (this.#held.size <= MAX_HELD && bytes <= MAX_HELD_BYTES)) return;
      this.#held.delete(oldest);
      bytes -= countBytes(held);
    }
  }

  /** Ask again for each, as something has changed; until then they are as good as they were. */
  doubt(): void {
    for (const held of this.#held.values()) held.confirmedAt = -Infinity;
  }

  drop(key: string): void {
    this.#held.delete(key);
  }

  clear(): void {
    this.#held.clear();
  }
}

function countBytes({ representation: { body, gzip } }: Held): number {
  return body.byteLength + (gzip?.byteLength ?? 0);
}

/** The isolate's one memo. */
export const memo = new Memo();
