/** Data files for tests, line by line, so that a test can say on which line a mistake is. */
import type { DataFile } from "../../src/build/data-file.ts";

const CLUB_LINES = [
  "name: Example Reading Group", // line 1
  "shortName: ERG",
  "description: A reading group about examples.",
  "siteUrl: https://example.org",
  "uidDomain: example.org",
  "firstYear: 2025",
  "timeZone: America/New_York", // line 7
  "usual:", // line 8
  "  weekday: Monday",
  "  start: 13:00",
  "  duration: 90",
];

/** A club file; `changes` replaces lines by their number and appends what comes after the last. */
export function aClubFile(changes: Record<number, string> = {}): DataFile {
  return { path: "data/club.yaml", text: toText(CLUB_LINES, changes) };
}

const SESSION_LINES = [
  "---", // line 1
  "id: s1",
  "title: One Example",
  "date: 2026-06-15",
];

/** A session file; `changes` replaces lines by their number, and 5 and on are put before the closing line. */
export function aSessionFile(
  changes: Record<number, string> = {},
  name = "one.md",
  abstract = "Why.\n",
): DataFile {
  return { path: `data/sessions/${name}`, text: `${toText(SESSION_LINES, changes)}---\n${abstract}` };
}

function toText(lines: readonly string[], changes: Record<number, string>): string {
  const changed = [...lines];
  for (const [line, text] of Object.entries(changes)) changed[Number(line) - 1] = text;
  return `${changed.join("\n")}\n`;
}
