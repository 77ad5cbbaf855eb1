/** Ten thousand readers who poll, modelled in groups that ask at the same time with the same conditions. */
import { evaluatePreconditions, readConditions, toHttpDate } from "../../src/http/preconditions.ts";
import { HOUR, MINUTE, type Instant } from "../../src/programme/instant.ts";
import type { Format, Told, Version } from "./service.ts";

export interface ReaderClass {
  name: string;
  format: Format;
  readers: number;
  interval: Instant;
  /** With what a reader says which copy it has: If-None-Match, If-Modified-Since. */
  conditions: { tag: boolean; date: boolean };
}

const BOTH = { tag: true, date: true };
const TAG = { tag: true, date: false };
const DATE = { tag: false, date: true };
const NEITHER = { tag: false, date: false };

export const READER_CLASSES: readonly ReaderClass[] = [
  { name: "feed readers, RSS", format: "rss", readers: 3_000, interval: 30 * MINUTE, conditions: BOTH },
  { name: "old feed readers, RSS", format: "rss", readers: 1_500, interval: HOUR, conditions: DATE },
  { name: "bots, RSS", format: "rss", readers: 500, interval: 15 * MINUTE, conditions: NEITHER },
  { name: "feed readers, Atom", format: "atom", readers: 1_500, interval: HOUR, conditions: TAG },
  { name: "sites, JSON Feed", format: "json", readers: 500, interval: 15 * MINUTE, conditions: TAG },
  { name: "calendars, hourly", format: "calendar", readers: 1_500, interval: HOUR, conditions: BOTH },
  { name: "calendars, by date", format: "calendar", readers: 500, interval: 4 * HOUR, conditions: DATE },
  {
    name: "calendars, twice a day",
    format: "calendar",
    readers: 1_000,
    interval: 12 * HOUR,
    conditions: NEITHER,
  },
];

/** So many moments within an interval at which readers of a class ask. */
const PHASES = 12;

export interface Seen {
  requests: number;
  unchanged: number;
  bytes: number;
  /** By each reader, taken together. */
  created: number;
  updated: number;
  /** Published and never seen, or gone before newer ones had taken its place. */
  lost: number;
  /** The same under two ids, or gone and back again. */
  doubled: number;
}

export const NOTHING: Seen = {
  requests: 0,
  unchanged: 0,
  bytes: 0,
  created: 0,
  updated: 0,
  lost: 0,
  doubled: 0,
};

/** What the readers of a class see from the first version to the end. */
export function follow(kind: ReaderClass, versions: readonly Version[], until: Instant): Seen {
  const start = versions[0]?.from ?? until;
  const answer = createAnswerer(kind.conditions);
  let sum = NOTHING;
  for (let phase = 0; phase < PHASES; phase += 1) {
    const reader = new Reader(answer);
    let index = 0;
    for (let at = start + (phase * kind.interval) / PHASES; at < until; at += kind.interval) {
      while ((versions[index + 1]?.from ?? Infinity) <= at) index += 1;
      const current = versions[index];
      if (current !== undefined) reader.poll(current);
    }
    reader.finish(versions.slice(0, index + 1));
    sum = add(sum, reader.seen, kind.readers / PHASES);
  }
  return sum;
}

type Verdict = "perform" | "not_modified";
type Answerer = (held: Version, current: Version) => Verdict;

/** The service's own decision, kept for each pair of versions. */
function createAnswerer({ tag, date }: ReaderClass["conditions"]): Answerer {
  const known = new Map<string, Verdict>();
  return (held, current) => {
    const key = `${held.etag} ${held.from} ${current.etag} ${current.from}`;
    const headers = new Headers();
    if (tag) headers.set("if-none-match", held.etag);
    if (date) headers.set("if-modified-since", toHttpDate(held.lastModified));
    const verdict = known.get(key) ?? (isHeld(headers, current) ? "not_modified" : "perform");
    known.set(key, verdict);
    return verdict;
  };
}

function isHeld(headers: Headers, current: Version): boolean {
  return evaluatePreconditions(readConditions(headers), current) === "not_modified";
}

/** One who polls, and keeps what was told. */
class Reader {
  readonly seen: Seen = { ...NOTHING };
  readonly #answer: Answerer;
  /** What every id told last. */
  readonly #known = new Map<string, string>();
  readonly #subjects = new Set<string>();
  #held: Version | null = null;

  constructor(answer: Answerer) {
    this.#answer = answer;
  }

  poll(current: Version): void {
    this.seen.requests += 1;
    if (this.#held !== null && this.#answer(this.#held, current) === "not_modified") {
      this.seen.unchanged += 1;
      return;
    }
    this.seen.bytes += current.bytes;
    if (this.#held === current) return;
    for (const [id, told] of current.told) this.#take(id, told);
    for (const id of this.#held?.told.keys() ?? []) {
      if (!current.told.has(id) && current.told.size < FEED_LENGTH) this.seen.lost += 1;
    }
    this.#held = current;
  }

  /** Whatever was published and is still there has been seen, in its last words. */
  finish(versions: readonly Version[]): void {
    const last = versions.at(-1);
    for (const [id, { words }] of last?.told ?? []) if (this.#known.get(id) !== words) this.seen.lost += 1;
  }

  #take(id: string, { words, subject }: Told): void {
    const before = this.#known.get(id);
    if (before === undefined) this.seen.created += 1;
    else if (before !== words) this.seen.updated += 1;
    const isBack = before !== undefined && this.#held?.told.has(id) === false;
    const isTwice = before === undefined && this.#subjects.has(subject);
    if (isBack || isTwice) this.seen.doubled += 1;
    this.#known.set(id, words);
    this.#subjects.add(subject);
  }
}

/** A feed shows so many entries, the newest: what is older goes. */
const FEED_LENGTH = 50;

export function add(a: Seen, b: Seen, times = 1): Seen {
  return {
    requests: a.requests + b.requests * times,
    unchanged: a.unchanged + b.unchanged * times,
    bytes: a.bytes + b.bytes * times,
    created: a.created + b.created * times,
    updated: a.updated + b.updated * times,
    lost: a.lost + b.lost * times,
    doubled: a.doubled + b.doubled * times,
  };
}
