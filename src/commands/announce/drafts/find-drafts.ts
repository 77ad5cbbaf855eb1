/** Pasted lines to announcements and to what is none. */
import { findNumberAbove } from "./above.ts";
import { begin } from "./beginning.ts";
import { CALLED_OFF, isCalledOff, isCorrection, toCalledOff } from "./called-off.ts";
import { findSentence } from "./collect.ts";
import type { Draft } from "./draft.ts";
import { isHarmless } from "./harmless.ts";
import { takeInvitation } from "./invitation.ts";
import { isReplyIntro, toKnownLine, type KnownLine } from "./known-line.ts";
import { quoteStart, toPassedOver, toQuoted, type PassedOver } from "./passed-over.ts";
import { isCall, isHeaderLike, parseHeader } from "./header.ts";
import { findTables, toCommonTime, toCommonZone, type Table } from "./table.ts";
import { splitLabels } from "./split-labels.ts";
import { splitLead, toSubjectWords, type Line, type Remark } from "../lines/line.ts";
import { findQuotedTitle } from "../what/paper-titles.ts";
import { findDates, toOnlyWeekday } from "../when/dates.ts";
import { findTimes } from "../when/times.ts";

export interface FoundDrafts {
  drafts: Draft[];
  passedOver: PassedOver[];
  /** Lines meant as an announcement that cannot be read as one. */
  refused: Remark[];
}

/** @param subject of the mail that the lines are of, which can hold its title */
export function findDrafts(pasted: readonly Line[], subject: Line | null): FoundDrafts {
  const lines = pasted.flatMap(splitLabels).map(toKnownLine);
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
  finish(found, rest, subject);
  return found;
}

/** What follows the last announcement, and the subject of the only one. */
function finish(found: FoundDrafts, rest: readonly Line[], subject: Line | null): void {
  const [only, second] = found.drafts;
  const isOnly = only !== undefined && second === undefined;
  const others = isOnly ? takeInvitation(only, rest) : rest;
  found.passedOver.push(...toPassedOver(others));
  noteCorrections(others, undefined, found);
  if (subject !== null && isOnly) takeSubject(only, subject);
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
 * it off refuse it; a timeline has others of that kind. Above the labels of a mail any words may be of that kind that are not
 * known to be none; below it are signatures.
 *
 * @param next the announcement after the lines; without one they follow the last
 */
function noteCorrections(beside: readonly Line[], next: Draft | undefined, found: FoundDrafts): void {
  const draft = next ?? found.drafts.at(-1);
  if (draft === undefined) return;
  const isOnly = found.drafts.every((other) => other === draft);
  const taken = new Set(draft.labels.map(({ value }) => value.number));
  const lines = beside.filter(({ number, text }) => text !== "" && !taken.has(number));
  if (isOnly && draft.form === "mail") noteBesideOnly(lines, next !== undefined, draft, found.refused);
  else if (isOnly || draft.form === "mail")
    draft.unread.push(...lines.filter(({ text }) => isCorrection(text)));
}

/** @param isAbove whether the lines are above the mail's labels */
function noteBesideOnly(lines: readonly Line[], isAbove: boolean, draft: Draft, refused: Remark[]): void {
  for (const line of lines) {
    const { number, text } = line;
    if (isCalledOff(text)) refused.push({ line: number, message: toCalledOff(quoteStart(text)) });
    else if (isCorrection(text) || (isAbove && !isHarmless(text))) draft.unread.push(line);
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
  const zone = time === null ? toCommonZone(before) : null;
  const doubts = before.filter(({ text }) => isCorrection(text));
  for (const draft of drafts) {
    const isTimed = draft.labels.some(
      ({ name, value }) => name === "time" && findTimes(value.text).length > 0,
    );
    if (time !== null && !isTimed) draft.labels.push({ name: "time", value: time });
    if (zone !== null) draft.labels.push({ name: "zone", value: zone });
    draft.unread.push(...doubts);
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
