/**
 * The club's data as the build packs them for the Worker: start-up, which every isolate has, must not grow with them.
 *
 * The sessions lie in a module of bytes that costs nothing until somebody asks, and their abstracts, which are most of it,
 * in another, compressed: neither a poll nor a refresh reads them.
 */
import { gunzipSync } from "node:zlib";
import type { CompiledData } from "../programme/compiled-data.ts";
import { keepTextMark, type TextMark } from "../programme/shown-session.ts";
import type { Session } from "../programme/session.ts";

/** What grows with the club's past. */
export type Past = "sessions" | "videos";

/** What the module of sessions holds, as JSON. */
export interface PackedSessions extends Pick<CompiledData, Past> {
  /** Each with a 0 in the place of its abstract, as the order of members is part of a fingerprint. */
  sessions: Session[];
  /** Of each session. */
  marks: TextMark[];
}

/**
 * The data, with getters for what is unpacked when it is first asked for.
 *
 * @param sessions {@link PackedSessions}
 * @param abstracts those of the sessions, in their order: an array as JSON, compressed with gzip
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
  const unpacked: PackedSessions = JSON.parse(decode(bytes));
  const { sessions, marks } = unpacked;
  // One getter for all, so that to the engine they are of one kind; the first that is asked for gives all of them theirs.
  const getter = { enumerable: true, configurable: true, get: readAbstract };
  function readAbstract(this: Session): Session["abstract"] {
    const abstracts: Session["abstract"][] = JSON.parse(decode(gunzipSync(packedAbstracts)));
    for (const [index, session] of sessions.entries())
      Object.defineProperty(session, "abstract", { value: abstracts[index], writable: true });
    return this.abstract;
  }
  for (const [index, session] of sessions.entries()) {
    Object.defineProperty(session, "abstract", getter);
    const mark = marks[index];
    if (mark !== undefined) keepTextMark(session, mark);
  }
  return unpacked;
}

function decode(bytes: ArrayBuffer | Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
