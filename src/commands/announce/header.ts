/** The first line of a post: "📢 June 15 (Mon): TITLE" and its variations. */
import { findDates, findWeekday, type DateMention } from "./dates.ts";
import { splitLead, unwrap } from "./line.ts";
import { findTimes } from "./times.ts";

export interface Header {
  date: DateMention;
  /** Empty where the title is on the next line. */
  title: string;
  /** Where the line says when: the date, and a time if it has one. */
  when: string;
  /** 22 for "S22". */
  number?: number;
  /** The line begins with an emoji or names a weekday: more than somebody's sentence about a day. */
  isMarked: boolean;
}

/** "RT @club:" and the like, what a mail's subject begins with, and words of attention. */
const PREAMBLE =
  /^(?:(?:rt|repost(?:ed)?(?: from)?)\s+@?\w+\s*:?\s*|(?:(?:re|fwd?|subject)\s*:\s*)+|[[(](?=[^\])]*\d)|(?:next|upcoming|new|this week'?s|coming)\s+(?:session|meeting|talk|seminar|week|up)?\s*(?:[:|,–—-]|on\b|is)?\s*|(?:reminder|update|announcement|announcing|save the date|session|talk|seminar|date change|new date|moved(?: to)?|rescheduled(?: to)?)\s*[:!–—|-]?\s*(?:on\s+)?|(?:today|tomorrow|tonight|this week)\s*[,:!(–—-]\s*)/i;
const NUMBER = /^[[(]?(?:s|session|meeting|#|no\.?|nr\.?)\s*#?(\d{1,4})[\])]?\s*(?:[:|,–—@-]|on\b)?\s*/i;
const SEPARATOR = /^[\s\])]*(?:[:：|,;·–—-]+|at\b|@)?[\s:–—|-]*/;
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
  return isCall(line) && /^[\s)\].]*$/.test(text.slice(last.end)) ? readBefore(text, last, number) : null;
}

/** Whether a line calls for attention as the club's announcements do. */
export function isCall(line: string): boolean {
  return CALL.test(splitLead(line).lead);
}

/** Whether a line that is no header looks as if one was meant: a call with a weekday, or with digits at its beginning. */
export function isHeaderLike(line: string): boolean {
  if (!isCall(line)) return false;
  const beginning = line.split(/[:|–—]/, 1)[0] ?? "";
  return findWeekday(beginning) !== null || /\b\d{1,2}\b/.test(beginning);
}

function skipPreamble(line: string): { text: string; number?: number } {
  let text = line;
  let number: number | undefined;
  for (let before = ""; before !== text;) {
    before = text;
    const numbered = NUMBER.exec(text);
    if (numbered !== null && number === undefined) number = Number(numbered[1]);
    text = (numbered === null ? text.replace(PREAMBLE, "") : text.slice(numbered[0].length)).trim();
    text = splitLead(text).rest;
  }
  return number === undefined ? { text } : { text, number };
}

function readAfter(text: string, date: DateMention, lead: string, number: number | undefined): Header {
  const dateEnd = toDateEnd(text, date);
  const [time] = findTimes(text.slice(dateEnd));
  const isTimed =
    time !== undefined && /^[\s,@(:|–—-]*(?:at\s+)?$/.test(text.slice(dateEnd, dateEnd + time.index));
  const end = isTimed ? toTimesEnd(text, dateEnd) : dateEnd;
  const after = skipPreamble(text.slice(end).replace(SEPARATOR, ""));
  const numbered = number ?? after.number;
  return {
    date,
    title: unwrap((after.number === undefined ? text.slice(end).replace(SEPARATOR, "") : after.text).trim()),
    when: text.slice(0, end),
    isMarked: lead !== "" || date.weekday !== undefined,
    ...(numbered !== undefined && { number: numbered }),
  };
}

/** After the date and any that follow it: "June 15-16", "June 15 and June 22". */
function toDateEnd(text: string, date: DateMention): number {
  let { end } = date;
  end +=
    /^\s*(?:[-–—]|to|and|&|\/|or)\s*\d{1,2}(?:st|nd|rd|th)?\b/i.exec(date.isSpan ? text.slice(end) : "")?.[0]
      .length ?? 0;
  for (const next of findDates(text, true).filter(({ index }) => index >= end)) {
    if (!/^[\s,/&+–—→>-]*(?:and|or|to|then)?\s*$/.test(text.slice(end, next.index))) break;
    ({ end } = next);
  }
  return end;
}

function readBefore(text: string, date: DateMention, number: number | undefined): Header {
  const title = text.slice(0, date.index).replace(/[\s:|,;·–—(@[-]+(?:on\s*)?$/i, "");
  const when = text.slice(date.index);
  return { date, title: unwrap(title.trim()), when, isMarked: true, ...(number !== undefined && { number }) };
}

/** Where a list of times ends: "1pm ET / 10am PT / 7pm CET". */
function toTimesEnd(text: string, from: number): number {
  let end = from;
  for (const time of findTimes(text.slice(from))) {
    if (!/^[\s,/|(@:–—-]*(?:at\s+|and\s+)?$/.test(text.slice(end, from + time.index))) break;
    end = from + time.end;
  }
  return end;
}
