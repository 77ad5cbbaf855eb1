/**
 * The club's data as the build packs them for the Worker: start-up, which every isolate has, must not grow with them, and an
 * isolate has no room for all of a long past at once.
 *
 * The sessions lie in a module of bytes, compressed, that costs nothing until somebody asks, and their abstracts, which are most
 * of it, in blocks in another: a poll reads neither, a refresh no abstract, and a page one block.
 */
import { gunzipSync } from "node:zlib";
import type { CompiledData } from "../programme/compiled-data.ts";
import { keepSearchMark } from "../programme/search-result.ts";
import { keepTextMark, type TextMark } from "../programme/shown-session.ts";
import type { Session } from "../programme/session.ts";
import { BoundedMap } from "./bounded-map.ts";

/** What grows with the club's past. */
export type Past = "sessions" | "videos";

/** What the module of sessions holds, as JSON. */
export interface PackedSessions extends Pick<CompiledData, "videos"> {
  sessions: PackedSession[];
  /** Where each block of abstracts ends, in bytes. */
  ends: number[];
}

/** A session without its abstract: the members before and after that, as their order is part of a fingerprint. */
export interface PackedSession {
  before: BareSession;
  after: Pick<Session, "written">;
  /** What the build has found of its text: no abstract is read for it. */
  textMark?: TextMark;
  searchMark?: string;
}

type BareSession = Omit<Session, "abstract" | "written">;

/** Sessions whose abstracts are one block, by their order; a feed shows a few blocks, a page one session. */
export const BLOCK = 16;
/** Of abstracts that were unpacked and are kept, those of longest ago going first: of a thousand sessions all. */
const KEPT_BYTES = 4_000_000;
/** What is longer is read from end to end, or at its new end: of that no more than a feed shows. */
const KEPT_OF_MORE_BYTES = 400_000;
/** A byte that is packed is about so many. */
const UNPACKED = 5;

/**
 * The data, with getters for what is unpacked when it is first asked for.
 *
 * @param sessions {@link PackedSessions} as JSON, compressed with gzip
 * @param abstracts those of the sessions, in their order: arrays of {@link BLOCK}, packed likewise, one behind the other
 */
export function unpackData(
  head: Omit<CompiledData, Past>,
  sessions: ArrayBuffer,
  abstracts: ArrayBuffer,
): CompiledData {
  let unpacked: Pick<CompiledData, Past> | null = null;
  const read = () => (unpacked ??= unpackPast(sessions, abstracts));
  return {
    ...head,
    get sessions() {
      return read().sessions;
    },
    get videos() {
      return read().videos;
    },
  };
}

function unpackPast(bytes: ArrayBuffer, packedAbstracts: ArrayBuffer): Pick<CompiledData, Past> {
  const { sessions, videos, ends }: PackedSessions = JSON.parse(unpack(new Uint8Array(bytes)));
  const addAbstract: AbstractAdder = toAbstractAdder(toBlockReader(packedAbstracts, ends));
  const unpacked = sessions.map(({ before, after, textMark, searchMark }, place) => {
    addAbstract(before, place);
    const session = Object.assign(before, after);
    if (textMark !== undefined) keepTextMark(session, textMark);
    if (searchMark !== undefined) keepSearchMark(session, searchMark);
    return session;
  });
  return { sessions: unpacked, videos };
}

type Abstract = Session["abstract"];

const NO_ABSTRACT: Abstract = { html: "", text: "" };

/** Adds to a session its abstract, which is read when it is asked for. */
type AbstractAdder = (session: BareSession, place: number) => asserts session is Session;

function toAbstractAdder(readBlock: BlockReader): AbstractAdder {
  const places = new WeakMap<object, number>();
  // One for all, and added rather than put in another's place: so to the engine all sessions are of one kind.
  const getter = {
    enumerable: true,
    configurable: true,
    get(this: object): Abstract {
      const place = places.get(this) ?? 0;
      return readBlock(Math.floor(place / BLOCK))[place % BLOCK] ?? NO_ABSTRACT;
    },
  };
  return (session, place) => {
    places.set(session, place);
    Object.defineProperty(session, "abstract", getter);
  };
}

/** Reads a block by its number. */
type BlockReader = (block: number) => Abstract[];

function toBlockReader(packed: ArrayBuffer, ends: readonly number[]): BlockReader {
  const isMore = packed.byteLength * UNPACKED > KEPT_BYTES;
  const kept = new BoundedMap<Abstract[]>(isMore ? KEPT_OF_MORE_BYTES : KEPT_BYTES);
  return (block) => {
    const key = String(block);
    const known = kept.get(key);
    if (known !== null) return known;
    const start = ends[block - 1] ?? 0;
    const text = unpack(new Uint8Array(packed, start, (ends[block] ?? start) - start));
    const abstracts: Abstract[] = JSON.parse(text);
    kept.keep(key, abstracts, text.length);
    return abstracts;
  };
}

function unpack(bytes: Uint8Array): string {
  return new TextDecoder().decode(gunzipSync(bytes));
}
