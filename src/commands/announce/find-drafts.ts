/** Pasted lines to announcements and to what is none. */
import { collectMail, collectPost, findSentence, type Collected } from "./collect.ts";
import type { Draft } from "./draft.ts";
import { findDates, findTimes, findWeekday, toOnlyWeekday } from "./mentions.ts";
import { findQuotedTitle } from "./papers.ts";
import { findTables, toCommonTime, type Table } from "./table.ts";
import { isReplyIntro, toKnownLine, type KnownLine } from "./known-line.ts";
import { isCall, isHeaderLike, parseHeader, type Header } from "./post.ts";
import type { LabelName } from "./labels.ts";
import { CALLED_OFF, isCalledOff, isCorrection, toCalledOff } from "./called-off.ts";
import { splitLead, toSubjectWords, type Line, type Remark } from "./line.ts";
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
const MAX_TITLE_CHARACTERS = 150;

/** @param subject of the mail that the lines are of, which can hold its title */
export function findDrafts(pasted: readonly Line[], subject: Line | null): FoundDrafts {
  const lines = pasted.map(toKnownLine);
  const tables = findTables(lines);
  const found: FoundDrafts = { drafts: [], passedOver: [], refused: [] };
  let rest: Line[] = [];
  let begun = 0;
  for (let at = 0; at < lines.length;) {
    if (found.drafts.length > 0 && isReplyIntro(lines, at)) {
      found.passedOver.push(...toPassedOver(rest), ...toQuoted(lines.slice(at)));
      noteCorrections(rest, undefined, found);
      rest = [];
      break;
    }
    const table = tables.find(({ from }) => from === at);
    if (table !== undefined) {
      takeTable(table, rest, found);
      rest = [];
      at = begun = table.next;
      continue;
    }
    const collected = begin(lines, at, begun);
    if (collected !== null) {
      found.passedOver.push(...toPassedOver(rest, collected.draft));
      noteCorrections(rest, collected.draft, found);
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
  noteCorrections(rest, undefined, found);
  const [only, second] = found.drafts;
  if (subject !== null && only !== undefined && second === undefined) takeSubject(only, subject);
  return found;
}

/**
 * "UPDATE: we meet in Soda 306" beside an announcement may change what it says: it is shown with it. Words of a mail that call
 * it off refuse it; a timeline has others of that kind.
 *
 * @param next the announcement after the lines; without one they follow the last
 */
function noteCorrections(beside: readonly Line[], next: Draft | undefined, found: FoundDrafts): void {
  const draft = next ?? found.drafts.at(-1);
  if (draft === undefined) return;
  const isOnly = found.drafts.every((other) => other === draft);
  if (draft.form !== "mail" && !isOnly) return;
  for (const line of beside) {
    if (isOnly && draft.form === "mail" && isCalledOff(line.text))
      found.refused.push({ line: line.number, message: toCalledOff(quoteStart(line.text)) });
    else if (isCorrection(line.text)) draft.unread.push(line);
  }
}

/** What a reply quotes below an announcement was announced before it. */
function toQuoted(lines: readonly Line[]): PassedOver[] {
  const [first] = lines;
  const last = lines.findLast(({ text }) => text !== "");
  if (first === undefined || last === undefined) return [];
  const { number: line, text } = first;
  return [{ line, lastLine: last.number, text: quoteStart(text), reason: "is what a reply quotes" }];
}

function takeTable(
  { drafts, passedOver, refused }: Table,
  before: readonly Line[],
  found: FoundDrafts,
): void {
  const time = toCommonTime(before);
  for (const draft of drafts) {
    const isTimed = draft.labels.some(
      ({ name, value }) => name === "time" && findTimes(value.text).length > 0,
    );
    if (time !== null && !isTimed) draft.labels.push({ name: "time", value: time });
  }
  found.drafts.push(...drafts);
  found.refused.push(...refused);
  found.passedOver.push(...toPassedOver(before));
  found.passedOver.push(...passedOver.map(toRow));
}

function toRow({ number: line, text }: Line): PassedOver {
  return { line, lastLine: line, text: quoteStart(text), reason: "is a row without a session" };
}

/** A mail without a title has one in its subject, perhaps with other words: that it was guessed is said. */
function takeSubject(draft: Draft, { number, text }: Line): void {
  if (draft.form !== "mail" || draft.labels.some(({ name }) => name === "title")) return;
  const words = toSubjectWords(text);
  const quoted = findQuotedTitle(words);
  const title = quoted ?? parseHeader(words)?.title ?? words;
  if (title !== "")
    draft.labels.push({ name: "title", value: { number, text: title }, isGuess: quoted === null });
}

/** @param from where the words before a mail's labels begin */
function begin(lines: readonly KnownLine[], at: number, from: number): Collected | null {
  const header = lines[at]?.header ?? null;
  const title = at > from && header !== null ? findTitleAbove(lines, at, header) : null;
  if (title !== null) return collectMail(lines, at, from, title);
  if (header !== null && (header.isMarked || (header.title !== "" && findSentence(lines, at + 1) !== -1)))
    return collectPost(lines, at, header);
  return isMailStart(lines, at) || isProseStart(lines, at) ? collectMail(lines, at, from) : null;
}

/** A calendar's own text has the title above the day: "Sparse Orders", "Monday, October 12". */
function findTitleAbove(lines: readonly KnownLine[], at: number, header: Header): Line | null {
  const [above, below] = [lines[at - 1], lines[at + 1]];
  if (!header.isMarked || header.title !== "" || above?.is.kind !== "plain") return null;
  const isBelow = below !== undefined && (below.is.kind === "plain" || below.is.kind === "bullet");
  const isTitle = above.text.length < MAX_TITLE_CHARACTERS && !/[.!:]$/.test(above.text);
  return isTitle && !isBelow ? above : null;
}

/** A mail begins with its title, or with its time or the like and the title soon after. */
function isMailStart(lines: readonly KnownLine[], at: number): boolean {
  const name = toLabelName(lines[at]);
  if (name === null || !["title", "time", "presenters", "paper", "number"].includes(name)) return false;
  const near = new Set(lines.slice(at, at + MAX_LABEL_DISTANCE).map(toLabelName));
  return near.has("title") || (near.has("time") && (near.has("presenters") || near.has("paper")));
}

/** "On Monday, June 15, Ada Example will present “Sparse Orders”.", where nothing else is announced in the club's form. */
function isProseStart(lines: readonly KnownLine[], at: number): boolean {
  const line = lines[at];
  if (line?.is.kind !== "sentence" || findQuotedTitle(line.is.said.rest) === null) return false;
  return (
    findDates(line.text, false).length > 0 &&
    !lines.some(({ is, text }) => is.kind === "header" && isCall(text))
  );
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
