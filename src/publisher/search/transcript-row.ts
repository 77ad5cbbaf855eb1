/** A transcript as the index keeps it. */
import * as z from "zod/mini";
import type { Cue, Passage } from "../../programme/transcript.ts";

/** What the build writes for each transcript, and the index keeps. */
const CUES: z.ZodMiniType<Cue[]> = z.array(z.object({ from: z.number(), to: z.number(), text: z.string() }));
const OFFSETS: z.ZodMiniType<[number, number][]> = z.array(z.tuple([z.number(), z.number()]));

/** Null for what is no transcript. */
export function parseCues(text: string): Cue[] | null {
  return CUES.safeParse(parseJson(text)).data ?? null;
}

/** None for what are no offsets. */
export function parseOffsets(text: string | undefined): Passage["cues"] {
  return OFFSETS.safeParse(parseJson(text ?? "")).data ?? [];
}

/** The transcript of a session; null where there is none, or not yet. */
export function readTranscript(sql: SqlStorage, sessionId: string): Cue[] | null {
  const [row] = sql
    .exec<{ cues: string }>(
      `SELECT cues FROM search_transcript JOIN search_source USING (n)
       WHERE session_id = ? AND transcript <> ''`,
      sessionId,
    )
    .toArray();
  return row === undefined ? null : parseCues(row.cues);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
