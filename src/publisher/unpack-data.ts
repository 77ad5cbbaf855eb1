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
  let abstracts: Session["abstract"][] | null = null;
  for (const [index, session] of unpacked.sessions.entries()) {
    const get = (): Session["abstract"] => {
      abstracts ??= JSON.parse(decode(gunzipSync(packedAbstracts)));
      return abstracts?.[index] ?? { html: "", text: "" };
    };
    Object.defineProperty(session, "abstract", { get, enumerable: true });
    const mark = unpacked.marks[index];
    if (mark !== undefined) keepTextMark(session, mark);
  }
  return unpacked;
}

function decode(bytes: ArrayBuffer | Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
