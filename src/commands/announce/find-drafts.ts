/** Pasted lines to announcements and to what is none. */
import { collectMail, collectPost, findSentence } from "./collect.ts";
import { findDates, findWeekday } from "./mentions.ts";
import { toKnownLine, type Draft, type KnownLine } from "./draft.ts";
import { isCall, isHeaderLike } from "./post.ts";
import { CALLED_OFF, splitLead, type LabelName, type Line, type Remark } from "./line.ts";
import { WEEKDAYS } from "../../wording/dates.ts";

/** Lines that are no announcement, and why. */
export interface PassedOver {
  line: number;
  lastLine: number;
  /** The beginning of its first line. */
  text: string;
  reason: string;
}

export interface FoundDrafts {
  drafts: Draft[];
  passedOver: PassedOver[];
  /** Lines meant as an announcement that cannot be read as one. */
  refused: Remark[];
}

/** A mail names its title and its time within so many lines. */
const MAX_LABEL_DISTANCE = 15;
const MAX_QUOTED_CHARACTERS = 60;

export function findDrafts(pasted: readonly Line[]): FoundDrafts {
  const lines = pasted.map(toKnownLine);
  const found: FoundDrafts = { drafts: [], passedOver: [], refused: [] };
  let rest: Line[] = [];
  let consumed = 0;
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? { number: 0, text: "" };
    const collected = begin(lines, at, consumed);
    if (collected === null) {
      if (isCalledOff(line.text)) found.refused.push({ line: line.number, message: toCalledOff(line.text) });
      else if (isMeant(lines, at)) found.refused.push({ line: line.number, message: toNoDate(line.text) });
      else rest.push(line);
      at += 1;
      continue;
    }
    found.passedOver.push(...toPassedOver(rest, collected.draft));
    rest = [];
    found.drafts.push(collected.draft);
    at = collected.next;
    consumed = at;
  }
  found.passedOver.push(...toPassedOver(rest));
  return found;
}

/** "CANCELLED: June 22 (Mon)". */
function isCalledOff(text: string): boolean {
  return CALLED_OFF.test(splitLead(text).rest) && findDates(text, true).length > 0;
}

function toCalledOff(text: string): string {
  return `${quoteStart(text)} calls a session off, which is no announcement: write "status: cancelled" or "status: postponed" into its file`;
}

function begin(
  lines: readonly KnownLine[],
  at: number,
  consumed: number,
): { draft: Draft; next: number } | null {
  const line = lines[at];
  if (line === undefined) return null;
  const { header, is } = line;
  if (header !== null) {
    const isSaid = findSentence(lines, at + 1) !== -1;
    if (header.isMarked || (header.title !== "" && isSaid)) return collectPost(lines, at, header);
  }
  return is.kind === "label" && isMailStart(lines, at) ? collectMail(lines, at, consumed) : null;
}

/** A mail begins with its title, or with its time and the title soon after. */
function isMailStart(lines: readonly KnownLine[], at: number): boolean {
  const name = toLabelName(lines[at]);
  if (name === "title") return true;
  if (name !== "time" && name !== "presenters" && name !== "paper" && name !== "number") return false;
  return lines.slice(at + 1, at + MAX_LABEL_DISTANCE).some((line) => toLabelName(line) === "title");
}

function toLabelName(line: KnownLine | undefined): LabelName | null {
  return line?.is.kind === "label" ? line.is.label.name : null;
}

/** A call for attention with a weekday, or followed by who presents. */
function isMeant(lines: readonly KnownLine[], at: number): boolean {
  const { text } = lines[at] ?? { text: "" };
  if (!isCall(text)) return false;
  const sentence = findSentence(lines, at + 1);
  const isInterrupted = lines
    .slice(at + 1, sentence === -1 ? at + 1 : sentence)
    .some((line) => isCall(line.text));
  return isHeaderLike(text) || (sentence !== -1 && !isInterrupted);
}

function toNoDate(text: string): string {
  const weekday = findWeekday(text);
  const named = weekday === null ? "" : ` (only the weekday ${WEEKDAYS[weekday - 1]})`;
  return `${quoteStart(text)} is an announcement without a date that can be read${named}, expected one such as "June 15 (Mon)"`;
}

/** Runs of lines, without those that the announcement after them took. */
function toPassedOver(lines: readonly Line[], draft?: Draft): PassedOver[] {
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
  if (day !== undefined && day !== null) return `names a day (${day}) but no date`;
  if (run.some(({ text }) => PROFILE.test(text))) return "is part of a profile";
  return "is no announcement: no line begins with a date";
}

function findDay(text: string): string | null {
  const weekday = findWeekday(text);
  if (weekday !== null) return WEEKDAYS[weekday - 1] ?? null;
  return /\b(?:today|tomorrow|tonight)\b/i.exec(text)?.[0].toLowerCase() ?? null;
}

function quoteStart(text: string): string {
  const cut = text.length > MAX_QUOTED_CHARACTERS ? `${text.slice(0, MAX_QUOTED_CHARACTERS)}…` : text;
  return `"${cut}"`;
}
