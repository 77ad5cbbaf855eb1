/** What of pasted lines is no announcement, and why. */
import { WEEKDAYS } from "../../../wording/dates.ts";
import type { Draft } from "./draft.ts";
import type { Line } from "../lines/line.ts";
import { findWeekday } from "../when/dates.ts";

/** Lines that are no announcement, and why. */
export interface PassedOver {
  line: number;
  lastLine: number;
  /** The beginning of its first line. */
  text: string;
  reason: string;
}

const MAX_QUOTED_CHARACTERS = 60;

/** Runs of lines, without those that the announcement after them took. */
export function toPassedOver(lines: readonly Line[], draft?: Draft): PassedOver[] {
  const taken = new Set(draft?.sentences.map(({ line }) => line.number));
  return toRuns(lines.map((line) => (taken.has(line.number) ? { ...line, text: "" } : line))).map((run) => ({
    line: run[0]?.number ?? 1,
    lastLine: run.at(-1)?.number ?? 1,
    text: quoteStart(run[0]?.text ?? ""),
    reason: toReason(run),
  }));
}

/** A line that names a day begins a run of its own, and so does one after an empty line. */
function toRuns(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [[]];
  for (const line of lines) {
    if (line.text === "" || findDay(line.text) !== null) runs.push([]);
    if (line.text !== "") runs.at(-1)?.push(line);
  }
  return runs.filter((run) => run.length > 0);
}

const PROFILE = /\b(?:followers|following)\b|^contact:|^hosted by\b|^joined \w+ \d{4}/i;

function toReason(run: readonly Line[]): string {
  const day = run.map(({ text }) => findDay(text)).find((found) => found !== null);
  if (day) return `names a day (${day}) but no date`;
  if (run.some(({ text }) => PROFILE.test(text))) return "is part of a profile";
  return "is no announcement: no line begins with a date";
}

function findDay(text: string): string | null {
  const weekday = findWeekday(text);
  if (weekday !== null) return WEEKDAYS[weekday - 1] ?? null;
  return /\b(?:today|tomorrow|tonight)\b/i.exec(text)?.[0].toLowerCase() ?? null;
}

/** The beginning of a line, in quotes. */
export function quoteStart(text: string): string {
  const cut = text.length > MAX_QUOTED_CHARACTERS ? `${text.slice(0, MAX_QUOTED_CHARACTERS)}…` : text;
  return `"${cut}"`;
}

/** What a reply quotes below an announcement was announced before it. */
export function toQuoted(lines: readonly Line[]): PassedOver[] {
  const [first] = lines;
  const last = lines.findLast(({ text }) => text !== "");
  if (first === undefined || last === undefined) return [];
  const { number: line, text } = first;
  return [{ line, lastLine: last.number, text: quoteStart(text), reason: "is what a reply quotes" }];
}
