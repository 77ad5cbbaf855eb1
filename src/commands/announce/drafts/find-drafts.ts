/** Pasted lines to announcements and to what is none. */
import { collectMail, collectPost, findSentence, type Collected } from "./collect.ts";
import type { Draft, DraftLabel } from "./draft.ts";
import { findDates, toOnlyWeekday } from "../when/dates.ts";
import { findTimes } from "../when/times.ts";
import { findQuotedTitle } from "../what/papers.ts";
import { findTables, toCommonTime, type Table } from "./table.ts";
import { quoteStart, toPassedOver, toQuoted, type PassedOver } from "./passed-over.ts";
import { findHeadAbove, findNumberAbove } from "./above.ts";
import { isReplyIntro, toKnownLine, type KnownLine } from "./known-line.ts";
import { isCall, isHeaderLike, parseHeader, type Header } from "./post.ts";
import type { LabelName } from "./labels.ts";
import { CALLED_OFF, isCalledOff, isCorrection, toCalledOff } from "./called-off.ts";
import { isPlacedPeople } from "../who/people.ts";
import { splitLead, toSubjectWords, type Line, type Remark } from "../lines/line.ts";

export interface FoundDrafts {
  drafts: Draft[];
  passedOver: PassedOver[];
  /** Lines meant as an announcement that cannot be read as one. */
  refused: Remark[];
}

/** A mail names its title and its time within so many lines. */
const MAX_LABEL_DISTANCE = 15;
const MAX_TITLE_CHARACTERS = 150;

/** @param subject of the mail that the lines are of, which can hold its title */
export function findDrafts(pasted: readonly Line[], subject: Line | null): FoundDrafts {
  const lines = pasted.map(toKnownLine);
  const tables = findTables(lines);
  const found: FoundDrafts = { drafts: [], passedOver: [], refused: [] };
  /** Lines since the last announcement, which begins at `begun`, that none has taken. */
  let rest: Line[] = [];
  let begun = 0;
  for (let at = 0; at < lines.length;) {
    if (found.drafts.length > 0 && isReplyIntro(lines, at)) {
      found.passedOver.push(...toQuoted(lines.slice(at)));
      break;
    }
    const next = takeTable(tables, at, rest, found) ?? takeDraft(lines, at, begun, rest, found);
    if (next !== null) {
      rest = [];
      at = begun = next;
      continue;
    }
    takeOther(lines, at, rest, found);
    at += 1;
  }
  found.passedOver.push(...toPassedOver(rest));
  noteCorrections(rest, undefined, found);
  const [only, second] = found.drafts;
  if (subject !== null && only !== undefined && second === undefined) takeSubject(only, subject);
  return found;
}

/** @returns the index after the announcement that begins here, null where none does */
function takeDraft(
  lines: readonly KnownLine[],
  at: number,
  begun: number,
  before: readonly Line[],
  found: FoundDrafts,
): number | null {
  const collected = begin(lines, at, begun);
  if (collected === null) return null;
  const { draft } = collected;
  const numbered = draft.labels.some(({ name }) => name === "number") ? null : findNumberAbove(before);
  if (numbered !== null) draft.labels.push(numbered.label);
  const others = before.filter(({ number }) => number < draft.firstLine && number !== numbered?.line.number);
  found.passedOver.push(...toPassedOver(others, draft));
  noteCorrections(before, collected.draft, found);
  found.drafts.push(collected.draft);
  return collected.next;
}

/** A line that begins no announcement: one that was meant as its beginning, or another's words. */
function takeOther(lines: readonly KnownLine[], at: number, rest: Line[], found: FoundDrafts): void {
  const { number, text } = lines[at] ?? { number: 1, text: "" };
  const message = toRefusal(lines, at, text);
  if (message === null) rest.push({ number, text });
  else found.refused.push({ line: number, message });
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

/** @returns the index after the table that begins here, null where none does */
function takeTable(
  tables: readonly Table[],
  at: number,
  before: readonly Line[],
  found: FoundDrafts,
): number | null {
  const table = tables.find(({ from }) => from === at);
  if (table === undefined) return null;
  const { drafts, passedOver, refused } = table;
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
  return table.next;
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
  const head = header === null ? [] : findHead(lines, at, from, header);
  if (head.length > 0) return collectMail(lines, at, from, head);
  if (header !== null && isPostStart(lines, at, header)) return collectPost(lines, at, header);
  return isMailStart(lines, at) || isProseStart(lines, at) ? collectMail(lines, at, from) : null;
}

/** What stands above a day alone: its title for sure, or a line that may be one. */
function findHead(lines: readonly KnownLine[], at: number, from: number, header: Header): DraftLabel[] {
  if (!header.isMarked || header.title !== "") return [];
  const head = findHeadAbove(lines, at, from);
  const title = head.length === 0 && at > from ? findTitleAbove(lines, at) : null;
  return title === null ? head : [{ name: "title", value: title, isGuess: true }];
}

function isPostStart(lines: readonly KnownLine[], at: number, { isMarked, title }: Header): boolean {
  if (isMarked) return true;
  return title === "" ? isFollowedByTalk(lines, at + 1) : findSentence(lines, at + 1) !== -1;
}

/** A title, and below it who presents. */
function isFollowedByTalk(lines: readonly KnownLine[], at: number): boolean {
  return lines[at]?.is.kind === "plain" && isPlacedPeople(lines[at + 1]?.text ?? "");
}

/** A calendar's own text has the title above the day: "Sparse Orders", "Monday, October 12". */
function findTitleAbove(lines: readonly KnownLine[], at: number): Line | null {
  const [above, below] = [lines[at - 1], lines[at + 1]];
  if (above?.is.kind !== "plain") return null;
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
