/**
 * The club's data as the build packs them for the Worker: start-up, which every isolate has, must not grow with them, and an
 * isolate has no room for all of a long past at once.
 *
 * The sessions lie in a module of bytes, compressed, that costs nothing until somebody asks, and their abstracts, which are most
 * of it, in blocks in another: a poll reads neither, a refresh no abstract, and a page one block.
 */
import { gunzipSync } from "node:zlib";
import type { CompiledData } from "../programme/compiled-data.ts";
import { keepTextMark, type TextMark } from "../programme/shown-session.ts";
import type { Session } from "../programme/session.ts";
import { BoundedMap } from "./bounded-map.ts";

/** What grows with the club's past. */
export type Past = "sessions" | "videos";

/** What the module of sessions holds, as JSON. */
export interface PackedSessions extends Pick<CompiledData, Past> {
  /** Each with a 0 in the place of its abstract, as the order of members is part of a fingerprint. */
  sessions: Session[];
  /** Of each session. */
  marks: TextMark[];
  /** Where each block of abstracts ends, in bytes. */
  ends: number[];
}

/** Sessions whose abstracts are one block, by their order; a feed shows a few blocks, a page one session. */
export const BLOCK = 16;
/** Of abstracts that were unpacked and are kept, those of longest ago going first: of a thousand sessions all. */
const KEPT_BYTES = 4_000_000;

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
  let unpacked: PackedSessions | null = null;
  const read = (): PackedSessions => (unpacked ??= unpackSessions(sessions, abstracts));
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

function unpackSessions(bytes: ArrayBuffer, packedAbstracts: ArrayBuffer): PackedSessions {
  const unpacked: PackedSessions = JSON.parse(unpack(new Uint8Array(bytes)));
  const { sessions, marks, ends } = unpacked;
  const places = new Map(sessions.map((session, index) => [session, index]));
  const readBlock = toBlockReader(packedAbstracts, ends);
  // One getter for all, so that to the engine they are of one kind.
  const getter = { enumerable: true, configurable: true, get: readAbstract };
  function readAbstract(this: Session): Session["abstract"] {
    const place = places.get(this) ?? 0;
    return readBlock(Math.floor(place / BLOCK))[place % BLOCK] ?? NO_ABSTRACT;
  }
  for (const [index, session] of sessions.entries()) {
    Object.defineProperty(session, "abstract", getter);
    const mark = marks[index];
    if (mark !== undefined) keepTextMark(session, mark);
  }
  return unpacked;
}

type Abstract = Session["abstract"];

const NO_ABSTRACT: Abstract = { html: "", text: "" };

/** Reads a block by its number. */
function toBlockReader(packed: ArrayBuffer, ends: readonly number[]): (block: number) => Abstract[] {
  const kept = new BoundedMap<Abstract[]>(KEPT_BYTES);
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
