/** The club's data as the Worker takes them in; see `unpack-data.ts` for how they are read. */
import { gzipSync } from "node:zlib";
import type { CompiledData } from "../programme/compiled-data.ts";
import { toTextMark } from "../programme/shown-session.ts";

/** The modules beside that of the data, by name. */
export type PackedData = Record<"sessions.bin" | "abstracts.bin", Uint8Array>;

/** Equal data give equal bytes. */
export function packData({ sessions, videos }: Pick<CompiledData, "sessions" | "videos">): PackedData {
  const packed = {
    sessions: sessions.map((session) => ({ ...session, abstract: 0 })),
    videos,
    marks: sessions.map(toTextMark),
  };
  return {
    "sessions.bin": Buffer.from(JSON.stringify(packed)),
    "abstracts.bin": gzipSync(JSON.stringify(sessions.map(({ abstract }) => abstract)), { level: 9 }),
  };
}
