/** The first line by which a post is known: "📢 June 15 (Mon): TITLE". */
import { findDates, findWeekday, type DateMention } from "../when/dates.ts";
import { findTimes } from "../when/times.ts";
import { splitLead, unwrap } from "../lines/line.ts";
import { isRoom } from "../where/room.ts";

export interface Header {
  /** Empty where the title is on the next line. */
  title: string;
  /** Where the line says when: the date, and a time if it has one. */
  when: string;
  /** 22 for "S22". */
  number: number | undefined;
  /** The line begins with an emoji or names a weekday: more than somebody's sentence about a day. */
  isMarked: boolean;
}

/** "RT @club:" and the like, what a mail's subject begins with, and words of attention. */
const PREAMBLE =
  /^(?:(?:rt|repost(?:ed)?(?: from)?)\s+@?\w+\s*:?\s*|(?:(?:re|fwd?|subject)\s*:\s*)+|[[(](?=[^\])]*\d)|(?:next|upcoming|new|this week'?s|coming)\s+(?:session|meeting|talk|seminar|week|up)?\s*(?:[:|,–—-]|on\b|is)?\s*|(?:[\w-]+ ){0,3}(?:reading group|journal club|seminar|colloquium|lab meeting)(?: (?:meeting|session|talk))?\s*(?:[,:|–—-]|on\b|\()\s*(?:on\s+)?|(?:reminder|update|announcement|announcing|save the date|session|talk|seminar|date change|new date|moved(?: to)?|rescheduled(?: to)?)\s*[:!–—|-]?\s*(?:on\s+)?|(?:today|tomorrow|tonight|this week)\s*[,:!(–—-]\s*)/i;
const NUMBER = /^[[(]?(?:s|session|meeting|#|no\.?|nr\.?)\s*#?(\d{1,4})[\])]?\s*(?:[:|,–—@-]|on\b)?\s*/i;
const SEPARATOR = /^[\s\])]*(?:[:：|,;·–—-]+|at\b|@)?[\s:–—|-]*/;
/** Between what belongs to one "when". */
const BETWEEN = /^[\s,/|&+@(:·–—→>-]*(?:at|and|or|to|then|T)?\s*$/;
/** Signs with which clubs call for attention; other emoji begin anybody's line. */
const CALL = /[📢📣🗓📅📆🔔🚨⏰🎙🎤📌📍]/u;

/** Read a line as the first of a post, or null where no date stands at its beginning (or, after a call, at its end). */
export function parseHeader(line: string): Header | null {
  const { lead, rest } = splitLead(line);
  const { text, number } = skipPreamble(rest.replace(/^[*_#]+\s*/, ""));
  const dates = findDates(text, true);
  const [date] = dates;
  if (date === undefined) return null;
  if (date.index === 0) return readAfter(text, date, lead, number);
  const last = dates.at(-1) ?? date;
  return isCall(line) && date === last && /^[\s)\].]*$/.test(text.slice(last.end))
    ? readBefore(text, last, number)
    : null;
}

/** Whether a line calls for attention as the club's announcements do. */
export function isCall(line: string): boolean {
  return CALL.test(splitLead(line).lead);
}

/** Whether a call that is no header looks as if one was meant: a weekday or digits are at its beginning. */
export function isHeaderLike(line: string): boolean {
  const beginning = line.split(/[:|–—]/, 1)[0] ?? "";
  return findWeekday(beginning) !== null || /\b\d{1,2}\b/.test(beginning);
}

function skipPreamble(line: string): { text: string; number: number | undefined } {
  let text = line;
  let number: number | undefined;
  for (let before = ""; before !== text;) {
    before = text;
    const numbered = NUMBER.exec(text);
    if (numbered !== null && number === undefined) number = Number(numbered[1]);
    text = (numbered === null ? text.replace(PREAMBLE, "") : text.slice(numbered[0].length)).trim();
    text = splitLead(text).rest;
  }
  return { text, number };
}

function readAfter(text: string, date: DateMention, lead: string, number: number | undefined): Header {
  const end = toPlaceEnd(text, toWhenEnd(text, date));
  const rest = text.slice(end).replace(SEPARATOR, "");
  const after = skipPreamble(rest);
  return {
    title: toWords(unwrap((after.number === undefined ? rest : after.text).trim())),
    when: text.slice(0, end),
    isMarked: lead !== "" || date.weekday !== null,
    number: number ?? after.number,
  };
}

const PLATFORM_AFTER =
  /^\s*[,(·@]?\s*(?:on|via|at|by)?\s*(?:zoom|google meet|teams|online|virtual|discord)\s*\)?(?=\s*(?::|\s[–—|-]\s|$))/i;
/** A sign alone is no title. */
function toWords(title: string): string {
  return /[\p{L}\p{N}]/u.test(title) ? title : "";
}

const ROOM_AFTER = /^\s*(?:,|·|@|\(|\bat\b|\bin\b)\s*([^:–—|()]{2,40}?)\s*\)?(?=\s*(?::|\s[–—|-]\s|$))/;

/** After a room that follows the time: "June 15, 1pm ET, Gates 104: TITLE". */
function toPlaceEnd(text: string, end: number): number {
  const found = ROOM_AFTER.exec(text.slice(end));
  if (found?.[1] !== undefined && isRoom(found[1])) return end + found[0].length;
  return end + (PLATFORM_AFTER.exec(text.slice(end))?.[0].length ?? 0);
}

/** After the date, and the dates and times that follow it: "June 15 and June 22", "June 15, 1pm ET / 10am PT". */
function toWhenEnd(text: string, date: DateMention): number {
  let { end } = date;
  const mentions = [...findDates(text, true), ...findTimes(text)].toSorted((a, b) => a.index - b.index);
  for (const next of mentions.filter(({ index }) => index >= date.end)) {
    if (!BETWEEN.test(text.slice(end, next.index))) break;
    ({ end } = next);
  }
  return end;
}

function readBefore(text: string, date: DateMention, number: number | undefined): Header {
  const title = text.slice(0, date.index).replace(/[\s:|,;·–—(@[-]+(?:on\s*)?$/i, "");
  return { title: unwrap(title.trim()), when: text.slice(date.index), isMarked: true, number };
}
