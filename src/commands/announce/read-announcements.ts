/** Pasted bytes to the sessions they announce. Pure: today and the club are given. */
import { fail, succeed, type Result } from "../../programme/result.ts";
import { findDrafts, type PassedOver } from "./find-drafts.ts";
import { readInput, type InputFault } from "./input.ts";
import { interpret, type Announced } from "./interpret.ts";
import type { Remark } from "./line.ts";
import { mergeCopies } from "./merge.ts";
import type { ClubContext } from "./read-when.ts";

export interface Announcements {
  /** Each session once, by date. */
  sessions: Announced[];
  /** What is no announcement, or a copy of one; by line. */
  passedOver: PassedOver[];
  /** Lines meant as an announcement that cannot be read; by line. */
  refused: Remark[];
}

/** Read announcements; a fault says that the input as a whole is none. */
export function readAnnouncements(
  bytes: Uint8Array,
  context: ClubContext,
): Result<Announcements, InputFault> {
  const lines = readInput(bytes);
  if (!lines.ok) return lines;
  const { drafts, passedOver, refused } = findDrafts(lines.value);
  if (drafts.length === 0 && refused.length === 0) {
    const message =
      'has no announcement, expected a line such as "📢 June 15 (Mon): TITLE", or lines "Title: …" and "Time: …"';
    return fail({ reason: "bad_input", line: lines.value[0]?.number ?? 1, message });
  }
  const read = drafts.map((draft) => interpret(draft, context));
  const merged = mergeCopies(read.flatMap((one) => (one.ok ? one.value : [])));
  const copies = merged.copies.map(({ line, lastLine, title, reason }) => ({
    line,
    lastLine,
    text: `"${title}"`,
    reason,
  }));
  const faults = read.flatMap((one) => (one.ok ? [] : one.error.remarks));
  return succeed({
    sessions: merged.sessions,
    passedOver: [...passedOver, ...copies].toSorted((a, b) => a.line - b.line),
    refused: [...refused, ...faults, ...merged.refused].toSorted((a, b) => a.line - b.line),
  });
}
