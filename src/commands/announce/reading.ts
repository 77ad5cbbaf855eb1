/** A draft while it is read: what its readers share. */
import type { Result } from "../../programme/result.ts";
import type { Draft } from "./drafts/draft.ts";
import type { Line, Refused, Remark } from "./lines/line.ts";
import type { DateContext } from "./when/which-day.ts";
import type { UsualTime } from "./when/which-time.ts";

/** What the club does as a rule, and today. */
export interface ClubContext extends DateContext, UsualTime {
  durationMinutes: number;
  /** "YYYY-MM-DD": when the mails that were pasted were sent. */
  sent?: readonly string[];
}

/** A draft being read: what is found wrong is collected. */
export interface Reading {
  draft: Draft;
  context: ClubContext;
  warnings: Remark[];
  refused: Remark[];
  /** Words of lines that say when, which may name the place. */
  rest: Line[];
  /** Words of used lines that nothing understood. */
  leftOver: Line[];
}

/** What was read on a line, and its warnings noted; null where it is refused. */
export function note<T extends { warnings: string[] }>(
  { warnings, refused }: Reading,
  line: number,
  read: Result<T, Refused>,
): T | null {
  if (read.ok) warnings.push(...read.value.warnings.map((message) => ({ line, message })));
  else refused.push({ line, message: read.error.message });
  return read.ok ? read.value : null;
}
