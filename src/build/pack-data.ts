/** The club's data as the Worker takes them in; see `unpack-data.ts` for how they are read. */
import { gzipSync } from "node:zlib";
import type { CompiledData } from "../programme/compiled-data.ts";
import { toTextMark } from "../programme/shown-session.ts";
import { toSearchMark } from "../programme/search-result.ts";
import type { Session } from "../programme/session.ts";
import { BLOCK, type PackedSession, type PackedSessions } from "../publisher/unpack-data.ts";

/** The modules beside that of the data, by name. */
export type PackedData = Record<"sessions.bin" | "abstracts.bin", Uint8Array>;

/** Equal data give equal bytes. */
export function packData({ sessions, videos }: Pick<CompiledData, "sessions" | "videos">): PackedData {
  const blocks: Uint8Array[] = [];
  const ends: number[] = [];
  let end = 0;
  for (let index = 0; index < sessions.length; index += BLOCK) {
    const block = pack(sessions.slice(index, index + BLOCK).map(({ abstract }) => abstract));
    blocks.push(block);
    end += block.byteLength;
    ends.push(end);
  }
  const packed: PackedSessions = { sessions: sessions.map(packSession), videos, ends };
  return { "sessions.bin": pack(packed), "abstracts.bin": Buffer.concat(blocks) };
}

function packSession(session: Session): PackedSession {
  const { abstract: _abstract, written, ...before } = session;
  const after = written === undefined ? {} : { written };
  return { before, after, textMark: toTextMark(session), searchMark: toSearchMark(session) };
}

function pack(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value), { level: 9 });
}
