/** The club's data as the Worker takes them in; see `unpack-data.ts` for how they are read. */
import { gzipSync } from "node:zlib";
import type { CompiledData } from "../programme/compiled-data.ts";
import { toTextMark } from "../programme/shown-session.ts";
import { BLOCK } from "../publisher/unpack-data.ts";

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
  const packed = {
    sessions: sessions.map((session) => ({ ...session, abstract: 0 })),
    videos,
    marks: sessions.map(toTextMark),
    ends,
  };
  return { "sessions.bin": pack(packed), "abstracts.bin": Buffer.concat(blocks) };
}

function pack(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value), { level: 9 });
}
