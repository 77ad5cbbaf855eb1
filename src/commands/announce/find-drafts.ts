/** Pasted lines to announcements and to what is none. */
import { collectMail, collectPost, findSentence, type Collected, type Draft } from "./draft.ts";
import { findDates, findWeekday, toOnlyWeekday } from "./mentions.ts";
import { toKnownLine, type KnownLine } from "./known-line.ts";
import { isCall, isHeaderLike } from "./post.ts";
import { CALLED_OFF, splitLead, toCalledOff, type LabelName, type Line, type Remark } from "./line.ts";
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
  let begun = 0;
  for (let at = 0; at < lines.length;) {
    const collected = begin(lines, at, begun);
    if (collected !== null) {
      found.passedOver.push(...toPassedOver(rest, collected.draft));
      found.drafts.push(collected.draft);
      rest = [];
      at = begun = collected.next;
      continue;
    }
    const { number, text } = lines[at] ?? { number: 1, text: "" };
    const message = toRefusal(lines, at, text);
    if (message === null) rest.push({ number, text });
    else found.refused.push({ line: number, message });
    at += 1;
  }
  found.passedOver.push(...toPassedOver(rest));
  return found;
}

/** @param from where the words before a mail's labels begin */
function begin(lines: readonly KnownLine[], at: number, from: number): Collected | null {
  const header = lines[at]?.header ?? null;
  if (header !== null && (header.isMarked || (header.title !== "" && findSentence(lines, at + 1) !== -1)))
    return collectPost(lines, at, header);
  return isMailStart(lines, at) ? collectMail(lines, at, from) : null;
}

/** A mail begins with its title, or with its time or the like and the title soon after. */
function isMailStart(lines: readonly KnownLine[], at: number): boolean {
  const name = toLabelName(lines[at]);
  if (name === null || !["title", "time", "presenters", "paper", "number"].includes(name)) return false;
  return lines.slice(at, at + MAX_LABEL_DISTANCE).some((line) => toLabelName(line) === "title");
}

function toLabelName(line: KnownLine | undefined): LabelName | null {
  return line?.is.kind === "label" ? line.is.label.name : null;
}

/** What is said of a line that begins no draft and should: "CANCELLED: June 22 (Mon)", "📢 This Monday". */
function toRefusal(lines: readonly KnownLine[], at: number, text: string): string | null {
  if (CALLED_OFF.test(splitLead(text).rest) && findDates(text, true).length > 0)
    return toCalledOff(quoteStart(text));
  if (!isCall(text) || !(isHeaderLike(text) || isFollowedBySentence(lines, at))) return null;
  return `${quoteStart(text)} is an announcement without a date that can be read${toOnlyWeekday(text)}, expected one such as "June 15 (Mon)"`;
}

/** Whether a line says who presents before the next call for attention. */
function isFollowedBySentence(lines: readonly KnownLine[], at: number): boolean {
  const sentence = findSentence(lines, at + 1);
  return sentence !== -1 && !lines.slice(at + 1, sentence).some(({ text }) => isCall(text));
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
  if (day) return `names a day (${day}) but no date`;
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
