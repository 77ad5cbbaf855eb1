/** A transcript as the index keeps it. */
import * as v from "valibot";
import type { Cue, Passage } from "../../programme/transcript.ts";

/** What the build writes for each transcript, and the index keeps. */
const CUES: v.GenericSchema<Cue[]> = v.array(
  v.object({ from: v.number(), to: v.number(), text: v.string() }),
);
const OFFSETS: v.GenericSchema<[number, number][]> = v.array(v.tuple([v.number(), v.number()]));

/** Null for what is no transcript. */
export function parseCues(text: string): Cue[] | null {
  const cues = parseJson(text);
  return v.is(CUES, cues) ? cues : null;
}

/** None for what are no offsets. */
export function parseOffsets(text: string | undefined): Passage["cues"] {
  const offsets = parseJson(text ?? "");
  return v.is(OFFSETS, offsets) ? offsets : [];
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
