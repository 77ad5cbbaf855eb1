/** A transcript as WebVTT (W3C Candidate Recommendation of 4 April 2019, section 4), as players take it. */
import { findSession, type Publication } from "../programme/publication.ts";
import type { Selection } from "../programme/selection.ts";
import type { Cue } from "../programme/transcript.ts";
import { toLine } from "../wording/text.ts";

/** Null where the session has none. */
export function toWebVtt(publication: Publication, selection: Selection): string | null {
  const { transcript } = publication;
  if (transcript === undefined || findSession(publication, selection.session) === null) return null;
  return toVttText(transcript);
}

/** Cues as a file of WebVTT. */
export function toVttText(cues: readonly Cue[]): string {
  const blocks = cues.map(
    ({ from, to, text }) => `${toTimestamp(from)} --> ${toTimestamp(to)}\n${escape(text)}\n`,
  );
  return ["WEBVTT\n", ...blocks].join("\n");
}

/** "00:01:02.500"; hours have two digits or more (4.3). */
function toTimestamp(seconds: number): string {
  const milliseconds = Math.round(seconds * 1_000);
  const parts = [3_600_000, 60_000, 1_000].map((unit, index) =>
    String(index === 0 ? Math.floor(milliseconds / unit) : Math.floor(milliseconds / unit) % 60).padStart(
      2,
      "0",
    ),
  );
  return `${parts.join(":")}.${String(milliseconds % 1_000).padStart(3, "0")}`;
}

/** Cue text holds no tags, and no arrow, which would be a timing (4.2). */
function escape(text: string): string {
  return toLine(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
