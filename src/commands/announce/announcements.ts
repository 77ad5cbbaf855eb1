/** Pasted bytes to the sessions they announce. Pure: today and the club are given. */
/** Copies of announcements to sessions: each once, the whole copy for the cut ones. */
import { type Result, fail, succeed } from "../../programme/result.ts";
import { type PassedOver, findDrafts } from "./find-drafts.ts";
import { type InputFault, readInput } from "./input.ts";
import { type Announced, interpret } from "./interpret.ts";
import type { Remark } from "./line.ts";
import type { ClubContext } from "./when.ts";

export interface Announcements {
  /** Each session once, by date. */
  sessions: Announced[];
  /** What is no announcement, or a copy of one; by line. */
  passedOver: PassedOver[];
  /** Lines meant as an announcement that cannot be read; by line. */
  refused: Remark[];
}

/** Read announcements; a fault says that the input as a whole is none. */
export async function readAnnouncements(
  bytes: Uint8Array,
  context: ClubContext,
): Promise<Result<Announcements, InputFault>> {
  const lines = await readInput(bytes);
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

export interface Merged {
  /** By date, then as announced. */
  sessions: Announced[];
  /** Copies that were not taken. */
  copies: { line: number; lastLine: number; title: string; reason: string }[];
  /** Whole copies that contradict each other. */
  refused: Remark[];
}

export function mergeCopies(announced: readonly Announced[]): Merged {
  const merged: Merged = { sessions: [], copies: [], refused: [] };
  const groups: Announced[][] = [];
  for (const one of announced) {
    const group = groups.find(([first]) => first !== undefined && isSame(first, one));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  for (const group of groups) takeBest(group, merged);
  merged.refused.push(...findMoved(merged.sessions));
  merged.sessions.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.firstLine - b.firstLine));
  return merged;
}

function takeBest(group: readonly Announced[], merged: Merged): void {
  const [best, ...others] = group.toSorted(
    (a, b) =>
      a.missing.length - b.missing.length ||
      b.abstract.length - a.abstract.length ||
      a.firstLine - b.firstLine,
  );
  if (best === undefined) return;
  merged.sessions.push(best);
  for (const copy of others) {
    const differing = copy.missing.length > 0 ? [] : findDifferences(best, copy);
    if (differing.length > 0) {
      const message = `differs from the announcement of the same session at line ${best.firstLine} in ${differing.join(", ")}, expected one of the two`;
      merged.refused.push({ line: copy.firstLine, message });
      continue;
    }
    const isCut = copy.missing.length > 0 || copy.abstract.length < best.abstract.length;
    const reason = `is ${isCut ? "a cut copy" : "a copy"} of the announcement at line ${best.firstLine}`;
    merged.copies.push({ line: copy.firstLine, lastLine: copy.lastLine, title: copy.title, reason });
  }
}

/** One day and one title, whole or cut. */
function isSame(a: Announced, b: Announced): boolean {
  return a.date === b.date && isSameTitle(a.title, b.title);
}

function isSameTitle(a: string, b: string): boolean {
  const [short, long] = [toKey(a), toKey(b)].toSorted((one, other) => one.length - other.length);
  if (short === undefined || long === undefined) return false;
  return short === long || (/(?:…|\.\.\.)$/.test(a.length < b.length ? a : b) && long.startsWith(short));
}

function findDifferences(a: Announced, b: Announced): string[] {
  const fields = ["start", "duration", "number", "presenters", "papers", "join"] as const;
  return fields.filter((field) => {
    const [one, other] = [a[field], b[field]];
    return one !== undefined && other !== undefined && JSON.stringify(one) !== JSON.stringify(other);
  });
}

/** One title on two days: which one counts is for the host to say. */
function findMoved(sessions: readonly Announced[]): Remark[] {
  return sessions.flatMap((later, index) => {
    const earlier = sessions.slice(0, index).find((other) => isSameTitle(other.title, later.title));
    if (earlier === undefined) return [];
    const message = `the session announced at line ${earlier.firstLine} for ${earlier.date} is here on ${later.date}, expected the date that counts alone`;
    return [{ line: later.firstLine, message }];
  });
}

function toKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
